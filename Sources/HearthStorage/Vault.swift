import GRDB
import Glibc
package import HearthCore
import Synchronization

/// An open journal. One process has it at a time, on one connection, and every write is on the disk when its call
/// returns.
///
/// Callable from any thread; calls wait for each other. Times come from outside. What fails, fails whole: nothing is
/// half written.
package final class Vault: Sendable {
  let queue: DatabaseQueue
  /// Nil in memory.
  let folder: Folder?
  private let state: Mutex<State>

  private enum State {
    /// In memory no lock is needed.
    case open(JournalLock?)
    case closed
  }

  private init(_ queue: DatabaseQueue, in folder: Folder?, _ lock: JournalLock?) {
    self.queue = queue
    self.folder = folder
    state = Mutex(.open(lock))
  }

  deinit { close() }

  /// Opens the journal in a folder, and makes both where there are none: the folder with 0700, the files with 0600.
  ///
  /// Throws `journalHeld` when another process has it, `folderForeign` when the folder belongs to someone else or holds
  /// something else, `folderUnwritable`, `newerJournal`, `journalDamaged` and `diskFull`. Its time does not grow with
  /// the journal; but a journal of an earlier Hearth is brought up to date when it is first opened, which may index it
  /// anew.
  package static func open(_ path: String, now: Instant) throws(Problem) -> Vault {
    let folder = try JournalFolder.enter(path)
    let lock = try JournalLock(in: folder)
    _ = try folder.folder(JournalFolder.inbox)
    if folder.status(of: JournalFolder.database) == nil { try make(in: folder, now: now) }
    for name in JournalFolder.contents { try folder.makePrivate(name) }
    let vault = Vault(try Connection.open(folder, JournalFolder.database), in: folder, lock)
    try vault.migrate()
    // Where there is no room for it, the journal opens all the same.
    try? folder.reserve(JournalFolder.ballast, bytes: ballastSize)
    return vault
  }

  /// A journal that is gone when it is closed.
  package static func inMemory() throws(Problem) -> Vault {
    do {
      let vault = Vault(try Connection.inMemory(), in: nil, nil)
      try vault.migrate()
      return vault
    } catch {
      throw Problem(error, at: "")
    }
  }

  /// Puts the log away into the journal and gives the lock back. Waits for who is at work; once is as good as twice.
  /// Whatever is asked for afterwards is refused.
  package func close() {
    state.withLock { state in
      guard case .open = state else { return }
      // What cannot be put away now stays in the log, and the next opening finds it there.
      try? queue.close()
      state = .closed
    }
  }

  /// Builds the journal under another name first: under its own it is whole, also after a power cut.
  private static func make(in folder: Folder, now: Instant) throws(Problem) {
    let name = JournalFolder.newDatabase
    for leftover in [name] + JournalFolder.companions(of: name) { try folder.remove(leftover) }
    // SQLite gives its log the permissions of the database.
    let file = try folder.open(name, for: .making)
    let vault = Vault(try Connection.open(folder, name), in: folder, nil)
    try vault.migrate()
    try vault.write { db in
      try db.execute(sql: "INSERT INTO meta (key, value) VALUES ('createdAt', ?)", arguments: [now.milliseconds])
    }
    vault.close()
    try file.sync()
    try folder.rename(name, to: JournalFolder.database)
    try folder.sync()
  }

  private func migrate() throws(Problem) {
    let migrator = Migrations.migrator
    let isNewer = try read { db in try migrator.hasBeenSuperseded(db) }
    if isNewer { throw .newerJournal(path) }
    if try read({ db in try migrator.hasCompletedMigrations(db) }) { return }
    try whileOpen { try migrator.migrate(queue) }
  }

  /// For the sentences of Problems.
  private var path: String { folder?.path ?? "" }

  func read<Value>(_ work: (Database) throws -> Value) throws(Problem) -> Value {
    try whileOpen { try queue.read(work) }
  }

  /// In bytes: some drafts of a long page, and SQLite's log of them.
  private static let ballastSize = 1 << 20

  /// One transaction: all of `work`, or nothing. When the disk is full the ballast goes, and it is tried once more.
  func write<Value>(_ work: (Database) throws -> Value) throws(Problem) -> Value {
    do throws(Problem) {
      return try attempt(work)
    } catch {
      guard error == .diskFull, let folder, folder.status(of: JournalFolder.ballast) != nil else { throw error }
      try folder.remove(JournalFolder.ballast)
      return try attempt(work)
    }
  }

  private func attempt<Value>(_ work: (Database) throws -> Value) throws(Problem) -> Value {
    try whileOpen { try queue.write(work) }
  }

  /// For checks, which SQLite does not take in a transaction.
  func inspect<Value>(_ work: (Database) throws -> Value) throws(Problem) -> Value {
    try whileOpen { try queue.writeWithoutTransaction(work) }
  }

  /// GRDB would take down the process when a closed connection is asked.
  private func whileOpen<Value>(_ work: () throws -> Value) throws(Problem) -> Value {
    var result: Result<Value, any Error>?
    state.withLock { state in
      if case .open = state { result = Result(catching: work) }
    }
    guard let result else { throw .systemRefused(path, code: Int(EBADF)) }
    do { return try result.get() } catch { throw Problem(error, at: path) }
  }
}
