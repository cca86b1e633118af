import GRDB
import Glibc
package import HearthCore
import Seal
import Synchronization

/// An open journal. One process has it at a time, on one connection, and every write is on the disk when its call
/// returns.
///
/// Callable from any thread; calls wait for each other. Times come from outside. What fails, fails whole: nothing is
/// half written.
package final class Vault: Sendable {
  /// Nil in memory.
  let folder: Folder?
  /// Nil for one in memory.
  package var folderPath: String? { folder?.path }
  /// What others could look into until the journal was opened, by name.
  let stoodOpen: [String]
  private let state: Mutex<State>
  /// What is at work under the lock of `state`, for whoever wants to end it.
  let running = Mutex<Connection?>(nil)
  /// A backup that is being looked into, which waits for no lock.
  let looking = Mutex<Connection?>(nil)
  /// Files of the inbox that were put aside and nobody was told of yet.
  let putAside = Mutex(0)

  private enum State {
    /// In memory no lock is needed.
    case open(Connection, JournalLock?)
    case closed
  }

  /// - Parameter lock: held for as long as the journal is open.
  init(
    _ connection: Connection, in folder: Folder?, _ lock: JournalLock?, stoodOpen: [String] = []
  ) throws(Problem) {
    self.folder = folder
    self.stoodOpen = stoodOpen
    state = Mutex(.open(connection, lock))
    do { try migrate() } catch {
      close()
      throw error
    }
  }

  deinit { close() }

  /// Opens the journal without a passphrase in a folder, and makes both where there are none: see `ClosedVault`.
  /// - Throws: `journalSealed` where there is a passphrase.
  package static func open(_ path: String, now: Instant) throws(Problem) -> Vault {
    try ClosedVault.enter(path, now: now).open()
  }

  /// A journal that is gone when it is closed.
  package static func inMemory() throws(Problem) -> Vault { try Vault(Connection.inMemory(), in: nil, nil) }

  /// Checkpoints the log and releases the lock, after waiting for calls under way. Later calls throw; closing twice is
  /// harmless.
  package func close() {
    state.withLock { state in
      guard case .open(let connection, _) = state else { return }
      connection.close()
      state = .closed
    }
  }

  /// False once it is closed, by whatever.
  package var isOpen: Bool {
    state.withLock { if case .open = $0 { true } else { false } }
  }

  private func migrate() throws(Problem) {
    let migrator = Migrations.migrator
    let (known, applied) = (Set(migrator.migrations), try read { db in try migrator.appliedIdentifiers(db) })
    if !applied.isSubset(of: known) { throw .newerJournal(path) }
    if applied == known { return }
    try whileOpen { try migrator.migrate($0.queue) }
  }

  /// For the sentences of Problems.
  private var path: String { folder?.path ?? "" }

  var volume: Volume? {
    state.withLock { state in
      guard case .open(let connection, _) = state else { return nil }
      return connection.volume
    }
  }

  func read<Value>(_ work: (Database) throws -> Value) throws(Problem) -> Value {
    // No transaction: nobody else writes, neither another thread of this program nor another program.
    try whileOpen { try $0.queue.unsafeRead(work) }
  }

  /// In bytes: some drafts of a long page, and SQLite's log of them.
  static let ballastSize = 1 << 20

  /// One transaction: all of `work`, or nothing.
  func write<Value>(_ work: (Database) throws -> Value) throws(Problem) -> Value {
    try makingRoom { () throws(Problem) in try whileOpen { try $0.queue.write(work) } }
  }

  /// One statement, which is a transaction by itself: for what is written every other second.
  func writeAlone(_ statement: (Database) throws -> Void) throws(Problem) {
    try makingRoom { () throws(Problem) in try inspect(statement) }
  }

  /// When the disk is full the ballast goes, and it is tried once more.
  private func makingRoom<Value>(_ work: () throws(Problem) -> Value) throws(Problem) -> Value {
    do throws(Problem) {
      return try work()
    } catch {
      guard error == .diskFull, let folder, folder.status(of: JournalFolder.ballast) != nil else { throw error }
      try folder.remove(JournalFolder.ballast)
      return try work()
    }
  }

  /// For checks, which SQLite does not take in a transaction.
  func inspect<Value>(_ work: (Database) throws -> Value) throws(Problem) -> Value {
    try whileOpen { try $0.queue.writeWithoutTransaction(work) }
  }

  /// GRDB would take down the process when a closed connection is asked.
  func whileOpen<Value>(_ work: (Connection) throws -> Value) throws(Problem) -> Value {
    var result: Result<Value, any Error>?
    state.withLock { state in
      if case .open(let connection, _) = state {
        running.withLock { $0 = connection }
        result = Result { try work(connection) }
        running.withLock { $0 = nil }
      }
    }
    guard let result else { throw .systemRefused(path, code: Int(EBADF)) }
    do { return try result.get() } catch { throw Problem(error, at: path) }
  }

  /// Closes the journal for work that is to leave none. Where that throws and the journal is still there, it is open as
  /// before. Nothing in memory.
  func giveUp(_ work: (Folder) throws(Problem) -> Void) throws(Problem) {
    guard let folder else { return }
    var result: Result<Void, Problem> = .failure(.systemRefused(path, code: Int(EBADF)))
    state.withLock { state in
      guard case .open(let connection, let lock) = state, let key = connection.volume?.key else { return }
      connection.close()
      state = .closed
      result = Result { () throws(Problem) in try work(folder) }
      if case .failure = result, let again = try? Connection.open(in: folder, key: key) { state = .open(again, lock) }
    }
    try result.get()
  }

  /// Goes on with another file in place of the one that was open. Nothing in memory.
  ///
  /// - Parameter work: where it fails after it has closed the connection, the journal is closed.
  func replaceConnection(_ work: (Connection, Folder) throws(Problem) -> Connection) throws(Problem) {
    guard let folder else { return }
    var result: Result<Void, Problem> = .failure(.systemRefused(path, code: Int(EBADF)))
    state.withLock { state in
      guard case .open(let connection, let lock) = state else { return }
      running.withLock { $0 = connection }
      defer { running.withLock { $0 = nil } }
      do throws(Problem) {
        state = .open(try work(connection, folder), lock)
        result = .success(())
      } catch {
        if connection.isClosed { state = .closed }
        result = .failure(error)
      }
    }
    try result.get()
  }
}
