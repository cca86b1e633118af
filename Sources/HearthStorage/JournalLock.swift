import Glibc
package import HearthCore
import Seal

/// Says that this process has the journal, for as long as it lives. The system gives it back after any death.
package final class JournalLock: Sendable {
  private let file: OpenFile

  /// - Throws: `journalHeld` with the other's process id where another has it.
  init(in folder: Folder) throws(Problem) {
    file = try folder.open(JournalFolder.lock, for: .writing)
    guard try JournalLock.take(file) else {
      throw .journalHeld(process: try Holder(file).process)
    }
    // Only for the other's message: a full disk keeps nobody out of their journal.
    try? file.write(Holder.line(of: getpid()))
  }

  /// Whoever only looks (`holder`) has it for a blink, and is none who has the journal.
  private static func take(_ file: OpenFile) throws(Problem) -> Bool {
    for _ in 0..<4 {
      if try file.lock() { return true }
      usleep(2_000)
    }
    return try file.lock()
  }

  /// Who has a journal.
  package struct Holder {
    /// Nil where its number is not known.
    package let process: Int?

    /// Bytes that every number fits in: one that is written over another leaves nothing of it, and to make the file
    /// shorter would take longer than all else at the door.
    private static let width = 20

    fileprivate static func line(of process: pid_t) -> [UInt8] {
      let digits = Array(String(process).utf8)
      return digits + Array(repeating: UInt8(ascii: " "), count: width - digits.count - 1) + [UInt8(ascii: "\n")]
    }

    fileprivate init(_ file: OpenFile) throws(Problem) {
      let digits = try file.read(limit: Self.width).prefix { $0 != UInt8(ascii: " ") }
      process = Int(String(decoding: digits, as: UTF8.self))
    }
  }

  /// The process that has a journal; nil where none has. Leaves no trace.
  package static func holder(of path: String) throws(Problem) -> Holder? { try holder(in: Folder(path)) }

  /// Returns when whoever has the journal has let go of it; at once where nobody has. The thread sleeps until then.
  package static func waitForRelease(of path: String) throws(Problem) {
    try Folder(path).open(JournalFolder.lock, for: .reading).waitForLock()
  }

  static func holder(in folder: Folder) throws(Problem) -> Holder? {
    guard folder.status(of: JournalFolder.lock) != nil else { return nil }
    let file = try folder.open(JournalFolder.lock, for: .reading)
    if try file.lock() { return nil }
    return try Holder(file)
  }

  // The file stays: two processes could each lock their own after a removal. A number that stays in it misleads nobody,
  // since it is read only while the lock is held.
}
