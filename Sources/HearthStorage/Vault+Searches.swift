import GRDB
package import HearthCore

extension Vault {
  /// Searches that were given a name, in the order of the alphabet.
  package func savedSearches() throws(Problem) -> [SavedSearch] {
    try read { db in
      try Row.fetchAll(db, sql: "SELECT name, text FROM savedSearch ORDER BY folded").map(SavedSearch.init)
    }
  }

  /// Keeps a search under its name. One that had the name before, in any case, gives way; that can be taken back.
  /// - Returns: the one that gave way; nil where the name was free, or stood for the same already.
  package func keep(_ search: SavedSearch, now: Instant) throws(Problem) -> SavedSearch? {
    try write { db in
      let before = try Vault.savedSearch(named: search.name, db)
      try Vault.keep(search, .replace, db)
      guard let before else {
        try StepRecord.forget(searchNamed: search.name, db)
        return nil
      }
      if before.text == search.text { return nil }
      try StepRecord(.search, .search(before), at: now, db)
      return before
    }
  }

  private static func savedSearch(named name: String, _ db: Database) throws -> SavedSearch? {
    let sql = "SELECT name, text FROM savedSearch WHERE folded = ?"
    return try Row.fetchOne(db, sql: sql, arguments: [name.folded]).map(SavedSearch.init)
  }

  /// - Parameter conflict: with a search that has the name.
  static func keep(_ search: SavedSearch, _ conflict: Database.ConflictResolution, _ db: Database) throws {
    try db.execute(
      sql: "INSERT OR \(conflict.rawValue) INTO savedSearch (folded, name, text) VALUES (?, ?, ?)",
      arguments: [search.name.folded, Verbatim(search.name), Verbatim(search.text)])
  }

  /// - Returns: what was forgotten; nil where there was none.
  static func forgetSearch(named name: String, _ db: Database) throws -> SavedSearch? {
    let search = try savedSearch(named: name, db)
    try db.execute(sql: "DELETE FROM savedSearch WHERE folded = ?", arguments: [name.folded])
    return search
  }
}

extension SavedSearch {
  /// From the columns `name` and `text`.
  fileprivate init(_ row: Row) {
    let (name, text): (Verbatim, Verbatim) = (row["name"], row["text"])
    self.init(name: name.text, text: text.text)
  }
}
