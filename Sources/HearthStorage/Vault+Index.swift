import GRDB
import HearthCore

extension Vault {
  /// Puts the search index into one piece, after much came in at once: each few hundred entries make a piece of their
  /// own, and whoever looks for a word looks through all of them. Where that fails, the pieces stay; they say the same.
  package func joinIndex() {
    try? inspect { db in try Vault.joinIndex(db) }
  }

  /// The index keeps deleted words in its older pieces until they are joined, and the log keeps pages of both.
  static func joinIndex(_ db: Database) throws {
    try db.execute(sql: "INSERT INTO entryIndex (entryIndex) VALUES ('optimize')")
    try db.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)")
  }
}
