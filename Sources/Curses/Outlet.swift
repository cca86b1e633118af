import CNcurses
import Glibc

/// Carries a frame from ncurses to the terminal in one `write`.
///
/// ncurses flushes at each movement of the cursor, a hundred times in a full frame, and each is a chance to flicker. It
/// is given a file in memory instead; what it has put there goes out whole.
@MainActor
final class Outlet {
  /// What ncurses takes for its terminal.
  let file: UnsafeMutablePointer<FILE>

  /// The terminal, through an opening of our own: it never blocks us, and does not unblock the shell's.
  let terminal: Descriptor

  /// Whether the terminal knows private modes at all.
  var speaksModes = false

  private var before: [UInt8] = []
  private var behind: [UInt8] = []
  private var frame: [UInt8] = []
  /// What is read of the file in memory at once: a key's worth, most of the time.
  private var bite = [UInt8](repeating: 0, count: Outlet.bites)
  /// How much of the file in memory has been sent.
  private var taken: off_t = 0

  /// Nil when the system has no memory file or stream to give.
  init?() {
    let memory = memfd_create("frame", UInt32(MFD_CLOEXEC))
    guard memory >= 0, let file = fdopen(memory, "w") else { return nil }
    self.file = file
    terminal = Self.reopenTerminal()
  }

  /// Puts bytes of our own in front of the next frame.
  func lead(_ bytes: [UInt8]) { before += bytes }

  /// Puts bytes of our own behind the next frame.
  func follow(_ bytes: [UInt8]) { behind += bytes }

  /// Sends what ncurses has drawn, with what stands before and behind it.
  ///
  /// - Returns: False when the terminal did not take all of it: its picture is then unknown.
  func flush() -> Bool {
    frame.removeAll(keepingCapacity: true)
    frame += before
    takeDrawn()
    frame += behind
    (before, behind) = ([], [])
    if speaksModes, frame.count >= Self.worthHolding {
      frame.insert(contentsOf: Self.hold, at: 0)
      frame += Self.release
    }
    return send()
  }

  /// Sends one byte past ncurses, where nothing waits to go out before it.
  ///
  /// - Returns: false where the terminal does not take it at once.
  func send(_ byte: UInt8) -> Bool {
    guard before.isEmpty, behind.isEmpty else { return false }
    var byte = byte
    return write(terminal.number, &byte, 1) == 1
  }

  /// What ncurses has drawn is on the terminal already, and not sent.
  func takeBack() -> [UInt8] {
    frame.removeAll(keepingCapacity: true)
    takeDrawn()
    return frame
  }

  /// Takes back everything that has not gone out yet.
  func discard() {
    (before, behind) = ([], [])
    forget()
  }

  /// Overwrites what these buffers hold of the last frames. What a buffer left behind when it grew is not reached.
  func forget() {
    frame.wipe(with: 0)
    bite.wipe(with: 0)
    bite.append(contentsOf: repeatElement(0, count: Self.bites))
    rewind()
  }

  /// Synchronized output (DEC private mode 2026): the terminal shows nothing half done. Ignored where it is unknown.
  private static let hold = Array("\u{1B}[?2026h".utf8)
  private static let release = Array("\u{1B}[?2026l".utf8)

  /// A few bytes arrive in one piece anyway; around them the two sequences would be most of the traffic.
  private static let worthHolding = 256

  private static let bites = 1_024

  /// How far the file in memory may grow before it is used from the start again.
  private static let longEnough: off_t = 65_536

  /// Moves what ncurses has written since the last time to the end of `frame`: one call for a small change.
  private func takeDrawn() {
    var count = 0
    repeat {
      count = max(0, pread(fileno(file), &bite, Self.bites, taken))
      frame += bite[..<count]
      taken += off_t(count)
    } while count == Self.bites
    if taken > Self.longEnough { rewind() }
  }

  private func rewind() {
    ftruncate(fileno(file), 0)
    lseek(fileno(file), 0, SEEK_SET)
    taken = 0
  }

  /// What the terminal has taken leaves `frame`; mostly that is all of it at once.
  private func send() -> Bool {
    while !frame.isEmpty {
      let written = write(terminal.number, frame, frame.count)
      if written > 0 {
        frame.removeFirst(written)
      } else if written < 0, errno == EAGAIN || errno == EINTR {
        guard waitForRoom() else { return false }
      } else {
        return false
      }
    }
    return true
  }

  /// Waits until the terminal takes bytes again: for ever, as any write would; once the program has been told to end,
  /// for a moment only.
  private func waitForRoom() -> Bool {
    while true {
      var door = pollfd(fd: terminal.number, events: Int16(POLLOUT), revents: 0)
      let count = poll(&door, 1, SignalPipe.isEnding ? 300 : -1)
      if count > 0 { return true }
      guard count < 0, errno == EINTR else { return false }
    }
  }

  private static func reopenTerminal() -> Descriptor {
    var name = [CChar](repeating: 0, count: 256)
    if ttyname_r(STDOUT_FILENO, &name, name.count) == 0 {
      let number = open(name, O_WRONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC)
      if number >= 0 { return Descriptor(number) }
    }
    // After `su` the terminal belongs to another user and cannot be opened again; the inherited descriptor serves,
    // though writes to it may block.
    return Descriptor(fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 3))
  }
}

extension Array where Element: BitwiseCopyable {
  /// Overwrites all the memory it has, also behind its end, and empties it. The memory stays its own.
  mutating func wipe(with nothing: Element) {
    append(contentsOf: repeatElement(nothing, count: capacity - count))
    withUnsafeMutableBytes { if let start = $0.baseAddress { explicit_bzero(start, $0.count) } }
    removeAll(keepingCapacity: true)
  }
}
