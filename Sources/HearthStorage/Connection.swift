import GRDB
import GRDBSQLite
import HearthCore
import Seal
import Synchronization

/// An SQLite connection. Every pragma has a measured or safety reason.
final class Connection: Sendable {
  let queue: DatabaseQueue
  /// The sealed file; nil in memory.
  let volume: Volume?

  init(_ queue: DatabaseQueue, _ volume: Volume?) {
    self.queue = queue
    self.volume = volume
  }

  /// A copy that is being looked through before it counts.
  private let copying = Mutex<Connection?>(nil)

  /// Ends what is at work here, or in a copy of it. Callable from any thread.
  func interrupt() {
    wasInterrupted.store(true, ordering: .relaxed)
    queue.interrupt()
    copying.withLock { $0?.interrupt() }
  }

  /// Until it is given back, `interrupt` reaches the copy too.
  func note(_ copy: Connection?) { copying.withLock { $0 = copy } }

  /// The one that was closed last. To give its queue back the system starts two threads, for which whoever leaves would
  /// wait: it goes with the program, or when the next is closed.
  private static let lastClosed = Mutex<DatabaseQueue?>(nil)

  private let wasInterrupted = Atomic(false)
  private let isOver = Mutex(false)
  var isClosed: Bool { isOver.withLock { $0 } }

  /// If the checkpoint fails, the content stays in the log and the next opening reads it there.
  func close() {
    isOver.withLock { $0 = true }
    // What was interrupted stays so until something is asked, and would not put its log into the file.
    if wasInterrupted.load(ordering: .relaxed) { try? queue.inDatabase { try $0.execute(sql: "SELECT 1") } }
    try? queue.close()
    volume?.unmount()
    Self.lastClosed.withLock { $0 = queue }
  }

  /// - Parameter isEmpty: nothing was ever written to it.
  static func open(_ volume: Volume, isEmpty: Bool = false) throws(Problem) -> Connection {
    do {
      return Connection(
        try DatabaseQueue(path: volume.mount(), configuration: configuration(volume, isEmpty: isEmpty)), volume)
    } catch {
      volume.unmount()
      throw volume.logCondition.isDamaged ? .journalDamaged(volume.folder.path) : Problem(error, at: volume.folder.path)
    }
  }

  /// The journal's own.
  static func open(in folder: Folder, key: DataKey) throws(Problem) -> Connection {
    try open(Volume.open(JournalFolder.database, in: folder, key: key, for: .writing))
  }

  static func inMemory() throws(Problem) -> Connection {
    do {
      SealedVFS.register()
      return Connection(try DatabaseQueue(configuration: configuration(log: "memory")), nil)
    } catch {
      throw Problem(error, at: "")
    }
  }

  private static func configuration(_ volume: Volume, isEmpty: Bool) -> Configuration {
    var configuration = configuration(log: "wal") { db in
      guard isEmpty, let connection = db.sqliteConnection else { return }
      SealedVFS.reserveBytes(connection)
      try db.execute(sql: "PRAGMA page_size = 4096")
    }
    configuration.readonly = volume.use == .reading
    return configuration
  }

  static func configuration(
    log: String, first: @escaping @Sendable (Database) throws -> Void = { _ in }
  ) -> Configuration {
    // GRDB's own switch for the log is not used: it sets synchronous to NORMAL, which loses saves in a power cut.
    var configuration = Configuration()
    configuration.prepareDatabase { db in
      leaveUnobserved(db)
      db.add(tokenizer: JournalTokenizer.self)
      try first(db)
      // Exclusive before the log, so that no shared memory file is made.
      try db.execute(
        sql: """
          PRAGMA temp_store = MEMORY;
          PRAGMA locking_mode = EXCLUSIVE;
          PRAGMA cache_size = -16384;
          PRAGMA secure_delete = ON;
          PRAGMA cell_size_check = ON;
          """)
      // Asked for once more: the first answer comes before what it says is written.
      try db.execute(sql: "PRAGMA journal_mode = WAL")
      let answer = try String.fetchOne(db, sql: "PRAGMA journal_mode")
      guard answer == log else { throw DatabaseError(resultCode: .SQLITE_CANTOPEN) }
      // 8 MB of log: half as often as is usual, because each time costs the save that meets it two syncs more.
      try db.execute(sql: "PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 2000")
    }
    return configuration
  }

  /// GRDB has SQLite tell it every column that a statement names, for those who observe what is read and written. Nobody
  /// does here, and it is an eighth of all that is done before the first picture.
  private static func leaveUnobserved(_ db: Database) { sqlite3_set_authorizer(db.sqliteConnection, nil, nil) }
}
