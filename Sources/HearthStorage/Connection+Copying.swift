import GRDB
import HearthCore
import Seal

/// Whole copies: for another key, for a backup, from a plain file into a sealed one and back.
extension Connection {
  /// Copies the database into a new volume with `VACUUM INTO`, which leaves out deleted content, and checks the copy
  /// before returning. The caller then renames it into place.
  ///
  /// - Parameter change: applied to the copy before it is published.
  func copy(into volume: Volume, changing change: (Database) throws -> Void = { _ in }) throws(Problem) {
    let path = volume.folder.path
    do {
      defer { volume.unmount() }
      try queue.writeWithoutTransaction { db in
        try db.execute(sql: "VACUUM INTO ?", arguments: [volume.mount()])
      }
    } catch {
      let problem = Problem(error, at: path)
      // Nothing was ever read of the copy: the damage is where it comes from.
      if let source = self.volume?.folder.path, case .journalDamaged = problem { throw .journalDamaged(source) }
      throw problem
    }
    // The copy has no log yet. One is created now, while the volume is open for `making`; later none could be.
    let copy = try Connection.open(volume)
    note(copy)
    defer {
      note(nil)
      copy.close()
    }
    do {
      try expectSame(in: copy)
      try copy.queue.write(change)
    } catch {
      throw Problem(error, at: path)
    }
  }

  private func expectSame(in copy: Connection) throws {
    let answer = try copy.queue.read { db in try String.fetchAll(db, sql: "PRAGMA integrity_check(1)") }
    guard answer == ["ok"], try queue.read(Connection.measure) == copy.queue.read(Connection.measure)
    else { throw DatabaseError(resultCode: .SQLITE_CORRUPT) }
  }

  /// Row counts and newest values, which must be equal in a journal and its copy.
  private static func measure(_ db: Database) throws -> [String: Int] {
    let tables = try String.fetchAll(
      db,
      sql: """
        SELECT name FROM sqlite_schema
        WHERE type = 'table' AND name <> 'meta' AND sql NOT LIKE 'CREATE VIRTUAL%'
        """)
    var measure = try tables.reduce(into: [String: Int]()) { measure, table in
      measure[table] = try Int.fetchOne(db, sql: "SELECT count(*) FROM \"\(table)\"")
    }
    if tables.contains("entry") {
      measure["newest"] = try Int.fetchOne(db, sql: "SELECT max(modifiedAt) FROM entry")
    }
    return measure
  }

  // MARK: Plain files

  /// A journal from before files were sealed.
  static func plain(_ name: String, in folder: Folder) throws(Problem) -> Connection {
    do {
      SealedVFS.register()
      let queue = try DatabaseQueue(path: uri(folder, name), configuration: configurationOfPlain)
      return Connection(queue, nil)
    } catch {
      throw Problem(error, at: folder.path)
    }
  }

  /// Copies into an unencrypted file, which anyone with access to it can read.
  func copy(intoPlain name: String, in folder: Folder) throws(Problem) {
    do {
      try queue.writeWithoutTransaction { db in
        try db.execute(sql: "VACUUM INTO ?", arguments: [Connection.uri(folder, name)])
      }
    } catch {
      throw Problem(error, at: folder.path)
    }
    try folder.makePrivate(name)
  }

  /// Opens an unencrypted file with the same settings as an encrypted one.
  static func unsealed(_ name: String, in folder: Folder) throws(Problem) -> Connection {
    do {
      SealedVFS.register()
      return Connection(try DatabaseQueue(path: uri(folder, name), configuration: configuration(log: "wal")), nil)
    } catch {
      throw Problem(error, at: folder.path)
    }
  }

  /// Rewrites an unencrypted file without the bytes that each page reserves for nonce and tag.
  static func unseal(_ name: String, in folder: Folder) throws(Problem) {
    let connection = try plain(name, in: folder)
    defer { connection.close() }
    do {
      try connection.queue.writeWithoutTransaction { db in
        if let connection = db.sqliteConnection { SealedVFS.reserveBytes(connection, 0) }
        try db.execute(sql: "PRAGMA journal_mode = DELETE; VACUUM")
      }
    } catch {
      throw Problem(error, at: folder.path)
    }
  }

  /// SQLite uses the ordinary file system only if the URI names the `unix` VFS.
  private static func uri(_ folder: Folder, _ name: String) -> String {
    let path = "\(folder.path)/\(name)".utf8.reduce(into: "") { path, byte in
      let character = Character(UnicodeScalar(byte))
      let isPlain = character.isASCII && (character.isLetter || character.isNumber || character == "/")
      path += isPlain ? String(character) : "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }
    return "file:\(path)?vfs=unix"
  }

  private static var configurationOfPlain: Configuration {
    var configuration = Configuration()
    configuration.prepareDatabase { db in
      db.add(tokenizer: JournalTokenizer.self)
      if let connection = db.sqliteConnection { SealedVFS.reserveBytes(connection) }
      try db.execute(sql: "PRAGMA temp_store = MEMORY; PRAGMA locking_mode = EXCLUSIVE; PRAGMA synchronous = FULL")
    }
    return configuration
  }
}
