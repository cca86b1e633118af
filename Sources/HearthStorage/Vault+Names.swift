import GRDB
package import HearthCore

extension Vault {
  /// Tags in use, most used first, for completion. Entries in the trash do not count.
  /// - Parameter prefix: without `#`, any case.
  package func tags(startingWith prefix: String, limit: Int) throws(Problem) -> [String] {
    try read { db in try NameQuery.tags.names(startingWith: prefix, limit: limit).fetchAll(db) }
  }

  /// People in use, as they were first written, most mentioned first.
  /// - Parameter prefix: without `@`, any case; `_` stands for a blank.
  package func people(startingWith prefix: String, limit: Int) throws(Problem) -> [String] {
    let prefix = Marks.spoken(prefix)
    return try read { db in
      let named = try NameQuery.people.names(startingWith: prefix, limit: limit).fetchAll(db)
      let others = prefix.isEmpty ? [] : try Vault.keptNames(startingWith: prefix.folded, limit: limit, db)
      return Array((named + others.filter { !named.contains($0) }).prefix(limit))
    }
  }

  /// Of people who are in no text yet, and what others are also called.
  private static func keptNames(startingWith prefix: String, limit: Int, _ db: Database) throws -> [String] {
    let statement = try db.cachedStatement(
      sql: """
        SELECT name FROM (
          SELECT name, folded FROM person WHERE uses = 0 AND isKept = 1
          UNION ALL SELECT name, folded FROM alias)
        WHERE folded BETWEEN ?1 AND ?2 ORDER BY folded LIMIT ?3
        """)
    return try String.fetchAll(statement, arguments: [prefix, prefix + "\u{10FFFF}", limit])
  }
}

/// Names for completion, out of the table that holds them.
struct NameQuery {
  static let tags = NameQuery(table: "tag", key: "name")
  static let people = NameQuery(table: "person", key: "folded")

  private let table: String
  /// The column by which they are compared.
  private let key: String

  func names(startingWith prefix: String, limit: Int) -> SQLRequest<String> {
    let prefix = prefix.folded
    // U+10FFFF is the highest scalar, so it closes the prefix range.
    let range: StatementArguments = prefix.isEmpty ? [] : [prefix, prefix + "\u{10FFFF}"]
    // The unary + stops SQLite from using the index on `uses`.
    let condition = prefix.isEmpty ? "uses > 0" : "+uses > 0 AND \(key) BETWEEN ? AND ?"
    let order = prefix.isEmpty ? "uses" : "+uses"
    return SQLRequest(
      sql: "SELECT name FROM \(table) WHERE \(condition) ORDER BY \(order) DESC, \(key) LIMIT ?",
      arguments: range + [limit], cached: true)
  }
}
