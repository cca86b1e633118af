import GRDB
package import HearthCore

extension Vault {
  /// Puts the search index into one piece, after much came in at once: each few hundred entries make a piece of their
  /// own, and whoever looks for a word looks through all of them. Where that fails, the pieces stay; they say the same.
  package func joinIndex() {
    try? inspect { db in try Vault.joinIndex(db) }
  }

  /// Whether it is in more pieces than a search goes through unnoticed. One that grows with every save is in up to
  /// fifteen, and stays so for years.
  package var hasIndexInManyPieces: Bool {
    get throws(Problem) {
      try read { db in try Int.fetchOne(db, sql: "SELECT count(DISTINCT segid) FROM entryIndex_idx") ?? 0 > 8 }
    }
  }

  /// Joins pieces of about one size, a little of them: the largest are written anew only once as much again has come. A
  /// call is a statement by itself and short, whole or not at all, so that a save waits for no more than that; the index
  /// finds the same between two of them.
  /// - Returns: false once there is nothing left to join.
  package func joinIndexFurther() throws(Problem) -> Bool {
    try inspect { db in
      try Vault.joinFromTwoOn(db)
      let before = db.totalChangesCount
      try db.execute(sql: "INSERT INTO entryIndex (entryIndex, rank) VALUES ('merge', \(Vault.pagesAtOnce))")
      // Where there is nothing to join, the statement itself is the one change.
      return db.totalChangesCount - before > 1
    }
  }

  /// Of the index, some 4,000 bytes each.
  private static let pagesAtOnce = 100

  /// Where it is not told so, SQLite waits for four of a size.
  private static func joinFromTwoOn(_ db: Database) throws {
    let told = "SELECT EXISTS (SELECT 1 FROM entryIndex_config WHERE k = 'usermerge' AND v = 2)"
    if try Bool.fetchOne(db, sql: told) == true { return }
    try db.execute(sql: "INSERT INTO entryIndex (entryIndex, rank) VALUES ('usermerge', 2)")
  }

  /// The index keeps deleted words in its older pieces until they are joined, and the log keeps pages of both.
  static func joinIndex(_ db: Database) throws {
    try db.execute(sql: "INSERT INTO entryIndex (entryIndex) VALUES ('optimize')")
    try db.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)")
  }
}
