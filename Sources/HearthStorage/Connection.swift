import GRDB
import HearthCore

/// How SQLite is spoken to. Every line was measured or has cost somebody a journal.
enum Connection {
  static func open(_ folder: Folder, _ name: String) throws(Problem) -> DatabaseQueue {
    do {
      return try DatabaseQueue(path: "\(folder.path)/\(name)", configuration: configuration(log: "wal"))
    } catch {
      throw Problem(error, at: folder.path)
    }
  }

  static func inMemory() throws -> DatabaseQueue { try DatabaseQueue(configuration: configuration(log: "memory")) }

  private static func configuration(log: String) -> Configuration {
    // GRDB's own switch for the log is not used: it sets synchronous to NORMAL, which loses saves in a power cut.
    var configuration = Configuration()
    configuration.prepareDatabase { db in
      db.add(tokenizer: JournalTokenizer.self)
      // Exclusive before the log, so that no shared memory file is made.
      try db.execute(
        sql: """
          PRAGMA temp_store = MEMORY;
          PRAGMA locking_mode = EXCLUSIVE;
          PRAGMA cache_size = -16384;
          PRAGMA mmap_size = 0;
          PRAGMA secure_delete = ON;
          PRAGMA cell_size_check = ON;
          """)
      let answer = try String.fetchOne(db, sql: "PRAGMA journal_mode = WAL")
      guard answer == log else { throw DatabaseError(resultCode: .SQLITE_CANTOPEN) }
      try db.execute(sql: "PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 1000")
    }
    return configuration
  }
}
