import Canvas
import Foundation
import HearthContent
import HearthCore
import Synchronization

/// Data on standard output, words on standard error.
enum Output {
  /// Output not flushed yet.
  private static let waiting = Mutex(Waiting())
  private static let largest = 65_536

  private struct Waiting {
    var bytes: [UInt8] = []
    /// Bytes to gather before a flush. The first flush is small, to notice a closed pipe early.
    var enough = 4_096
  }

  /// From now on writing to a closed pipe fails with EPIPE instead of ending the process.
  static func outlivePipes() { signal(SIGPIPE, SIG_IGN) }

  /// From now on a file that exceeds `ulimit -f` fails with EFBIG, treated as a full disk, instead of ending the
  /// process.
  static func outliveLimits() { signal(SIGXFSZ, SIG_IGN) }

  /// Writes text to standard output unchanged, buffered.
  ///
  /// - Throws: `nobodyReads`, or another refusal of the system.
  static func write(_ text: String) throws(Problem) {
    try waiting.withLock { waiting throws(Problem) in
      waiting.bytes += text.utf8
      guard waiting.bytes.count >= waiting.enough else { return }
      waiting.enough = largest
      try send(&waiting.bytes)
    }
  }

  /// To be called once all is written.
  static func finish() throws(Problem) { try waiting.withLock { waiting throws(Problem) in try send(&waiting.bytes) } }

  /// What it is called in problems.
  private static let name = Words()[.shellStandardOutput]

  /// Whoever read standard output has left (`| head`): the work may end, and quietly.
  static let nobodyReads = Problem.systemRefused(name, code: Int(EPIPE))

  /// Where standard output goes there is no room left: it has nothing to do with the journal.
  static let noRoom = Problem.systemRefused(name, code: Int(ENOSPC))

  /// Typed words that found no place go back to standard output: they may stand nowhere else.
  static func givingBack<Result>(_ typed: String?, _ work: () throws -> Result) throws -> Result {
    do {
      return try work()
    } catch {
      if let typed {
        try? write(typed + "\n")
        try? finish()
      }
      throw error
    }
  }

  /// A line for the person.
  static func say(_ text: String) { ask(text + "\n") }

  /// A question, to be answered on the same line. Names may come from an import, so a terminal obeys nothing of it.
  static func ask(_ text: String) {
    // What it speaks of stands above it, where both go to one terminal. A refusal is met by whoever writes next.
    if isTerminal { try? finish() }
    var bytes = Array(brokenAtWords(Legible.text(text)).utf8)
    // Where standard error is closed there is nobody to tell.
    try? send(&bytes, to: STDERR_FILENO)
  }

  /// A terminal breaks a line where it ends, also inside a word. A line with a word that has no room, as a long path has
  /// none, is left to it: then it can be copied.
  private static func brokenAtWords(_ text: String) -> String {
    guard isatty(STDERR_FILENO) == 1 else { return text }
    let columns = columns(of: STDERR_FILENO)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line -> String in
      let isWide = TextWidth.columns(of: line) > columns
      let hasRoom = line.split(separator: " ").allSatisfy { TextWidth.columns(of: $0) <= columns }
      guard isWide, hasRoom else { return String(line) }
      return String(line).wrapped(to: columns).joined(separator: "\n") + (line.hasSuffix(" ") ? " " : "")
    }
    return lines.joined(separator: "\n")
  }

  static func complain(_ problem: Problem) { say(Words().sentence(problem)) }

  static let isTerminal = isatty(STDOUT_FILENO) == 1

  /// Whether found words are made to stand out: at a terminal that can, for a person who wants it (`NO_COLOR`).
  static var showsFound: Bool {
    isTerminal && (Environment.value("NO_COLOR") ?? "").isEmpty && Environment.value("TERM") != "dumb"
  }

  /// How wide a line may be: the terminal's width, else 80.
  static var columns: Int { columns(of: STDOUT_FILENO) }

  private static func columns(of file: CInt) -> Int {
    var size = winsize()
    guard ioctl(file, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
    return Int(size.ws_col)
  }

  /// Nothing waits any more afterwards, also where it was refused.
  private static func send(_ bytes: inout [UInt8], to file: CInt = STDOUT_FILENO) throws(Problem) {
    defer { bytes.removeAll(keepingCapacity: true) }
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Foundation.write(file, $0.baseAddress, $0.count) }
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { throw refusal() }
      rest = rest.dropFirst(count)
    }
  }

  private static func refusal() -> Problem {
    .systemRefused(name, code: Int(errno == EDQUOT ? ENOSPC : errno))
  }
}
