import Foundation
import HearthCore

/// The terminal, while nothing that is typed is shown.
///
/// It is spoken to itself, also where standard input and output go elsewhere. Whatever ends the process meanwhile, the
/// terminal then shows again what is typed.
struct QuietTerminal {
  /// Whether there is one, and somebody at it: a script with its input, output and errors elsewhere is asked nothing.
  static var isThere: Bool {
    guard [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO].contains(where: { isatty($0) == 1 }) else { return false }
    let file = opened()
    if file >= 0 { close(file) }
    return file >= 0
  }

  private let file: CInt

  private static func opened() -> CInt { open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY) }

  /// Does some work that asks for what nobody is to see.
  ///
  /// - Parameters:
  ///   - isAside: on a page of its own, of which nothing stays to be scrolled back to.
  ///   - lastWords: a line for whoever ends it with Ctrl-C.
  static func listening<Result>(
    aside isAside: Bool = false, ifBroken lastWords: String = "", _ work: (QuietTerminal) throws -> Result
  ) throws -> Result {
    let file = opened()
    guard file >= 0 else { throw Problem.notATerminal }
    defer { close(file) }
    let words = UnsafeMutableBufferPointer<UInt8>.holding(lastWords)
    defer { words.deallocate() }
    state.pointee.lastWords = UnsafeRawBufferPointer(words)
    begin(file, aside: isAside && Environment.value("TERM") != "dumb")
    defer { end() }
    return try work(QuietTerminal(file: file))
  }

  /// Does some work on a page of its own, where what is typed is seen and of which nothing stays.
  ///
  /// - Parameter leave: asks for the Enter after which the page is gone.
  static func aside(leave: String, _ work: () throws -> Void) throws {
    try listening(aside: true) { terminal in
      show()
      defer { hide() }
      try work()
      _ = terminal.openLine(after: leave)
    }
  }

  /// A line for the person alone.
  func say(_ text: String) { QuietTerminal.write(text + "\n", to: file) }

  /// - Returns: nil at the end of input.
  /// - Throws: as `SecretLine.read`.
  func line(after prompt: String) throws(Problem) -> [UInt8]? {
    QuietTerminal.write(prompt, to: file)
    return try SecretLine.read(from: file)
  }

  /// The same for an answer that may be seen.
  func openLine(after prompt: String) -> String? {
    QuietTerminal.show()
    defer { QuietTerminal.hide() }
    return (try? line(after: prompt))?.flatMap { String(decoding: $0, as: UTF8.self) }
  }

  /// Begins a new page, where it is on one of its own.
  func turnPage() {
    if QuietTerminal.state.pointee.isAside { QuietTerminal.write("\u{1B}[H\u{1B}[2J", to: file) }
  }

  private static func write(_ text: String, to file: CInt) {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Foundation.write(file, $0.baseAddress, $0.count) }
      guard count > 0 || errno == EINTR else { return }
      rest = rest.dropFirst(max(0, count))
    }
  }

  // MARK: What may come in between

  /// The state that a signal handler reads, at a fixed address.
  private struct State {
    var file: CInt = -1
    var isAside = false
    /// Made ready before: a handler allocates nothing.
    var lastWords = UnsafeRawBufferPointer(start: nil, count: 0)
    var shown = termios()
    var hidden = termios()
  }

  /// Filled before any handler is there to read it.
  private nonisolated(unsafe) static let state: UnsafeMutablePointer<State> = {
    let state = UnsafeMutablePointer<State>.allocate(capacity: 1)
    state.initialize(to: State())
    return state
  }()

  private static let endings = [SIGHUP, SIGINT, SIGQUIT, SIGTERM]

  private static func begin(_ file: CInt, aside isAside: Bool) {
    state.pointee.file = file
    state.pointee.isAside = isAside
    tcgetattr(file, &state.pointee.shown)
    state.pointee.hidden = state.pointee.shown
    state.pointee.hidden.c_lflag &= ~tcflag_t(ECHO)
    state.pointee.hidden.c_lflag |= tcflag_t(ICANON | ISIG | ECHONL)
    for number in endings {
      signal(number) { number in
        QuietTerminal.giveBack()
        QuietTerminal.sayLastWords()
        // Ends the process by the same signal, so that its parent sees the real cause.
        signal(number, SIG_DFL)
        raise(number)
      }
    }
    // Suspending is ignored: it would leave the shell with a terminal that does not echo.
    signal(SIGTSTP, SIG_IGN)
    hide()
    if isAside { write("\u{1B}[?1049h\u{1B}[H\u{1B}[2J", to: file) }
  }

  private static func end() {
    giveBack()
    for number in endings + [SIGTSTP] { signal(number, SIG_DFL) }
  }

  private static let leavingAside: StaticString = "\u{1B}[H\u{1B}[2J\u{1B}[?1049l"

  /// Also runs in signal handlers, so it uses only system calls on prepared memory.
  private static func giveBack() {
    show()
    guard state.pointee.isAside else { return }
    state.pointee.isAside = false
    _ = Foundation.write(state.pointee.file, leavingAside.utf8Start, leavingAside.utf8CodeUnitCount)
  }

  /// In signal handlers alone.
  private static func sayLastWords() {
    let words = state.pointee.lastWords
    if let start = words.baseAddress { _ = Foundation.write(state.pointee.file, start, words.count) }
  }

  private static func show() { tcsetattr(state.pointee.file, TCSADRAIN, &state.pointee.shown) }
  private static func hide() { tcsetattr(state.pointee.file, TCSADRAIN, &state.pointee.hidden) }
}

extension UnsafeMutableBufferPointer<UInt8> {
  /// A line on its own row, at an address that stays; nothing of an empty one.
  fileprivate static func holding(_ line: String) -> UnsafeMutableBufferPointer<UInt8> {
    let bytes = line.isEmpty ? [] : Array("\n\(line)\n".utf8)
    let held = UnsafeMutableBufferPointer.allocate(capacity: bytes.count)
    _ = held.initialize(from: bytes)
    return held
  }
}
