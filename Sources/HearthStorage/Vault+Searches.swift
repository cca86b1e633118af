import GRDB
package import HearthCore

extension Vault {
  /// Searches that were given a name, in the order of the alphabet.
  package func savedSearches() throws(Problem) -> [SavedSearch] {
    try read { db in
      try Row.fetchAll(db, sql: "SELECT name, text FROM savedSearch ORDER BY folded").map {
        let (name, text): (Verbatim, Verbatim) = ($0["name"], $0["text"])
        return SavedSearch(name: name.text, text: text.text)
      }
    }
  }

  /// Keeps a search under its name, in place of one that had it before, whatever its case.
  package func keep(_ search: SavedSearch) throws(Problem) {
    try write { db in
      try db.execute(
        sql: "INSERT OR REPLACE INTO savedSearch (folded, name, text) VALUES (?, ?, ?)",
        arguments: [search.name.folded, Verbatim(search.name), Verbatim(search.text)])
    }
  }

  /// That there is none is fine.
  package func forgetSearch(named name: String) throws(Problem) {
    try write { db in try db.execute(sql: "DELETE FROM savedSearch WHERE folded = ?", arguments: [name.folded]) }
  }
}
