import CNcurses
import Glibc

/// What the terminal is asked when the screen opens: its background, and who it is.
///
/// Nobody waits for the answer. But one that comes after we have left would stand on the shell's command line, so the
/// leaving waits a moment for it.
@MainActor
enum Question {
  /// Every terminal answers the second part, so an answer to it alone ends the wait for the first.
  static let text = Array("\u{1B}]11;?\u{1B}\\\u{1B}[c".utf8)

  private static var isOpen = false

  /// The question has gone out.
  static func wasAsked() { isOpen = true }

  /// Looks whether the answer is among what has come in: nothing else begins as it does.
  static func look(at input: ArraySlice<UInt8>) {
    guard isOpen, input.contains(0x1B), input.firstRange(of: Array("\u{1B}[?".utf8)) != nil else { return }
    isOpen = false
  }

  /// Takes in what is on its way, for a fifth of a second at most.
  static func awaitAnswer() {
    let end = Uptime.now() + 200
    var bytes = [UInt8](repeating: 0, count: 256)
    while isOpen, Uptime.now() < end {
      var door = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
      guard poll(&door, 1, Int32(max(0, end - Uptime.now()))) > 0 else { break }
      let count = read(STDIN_FILENO, &bytes, bytes.count)
      guard count > 0 else { break }
      look(at: bytes[..<count])
    }
    isOpen = false
  }
}
