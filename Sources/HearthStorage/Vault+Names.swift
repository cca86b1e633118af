import GRDB
package import HearthCore

extension Vault {
  /// Tags in use, most used first, for completion. Entries in the trash do not count.
  /// - Parameter prefix: without `#`, any case.
  package func tags(startingWith prefix: String, limit: Int) throws(Problem) -> [String] {
    try names("SELECT name FROM tag", by: "name", startingWith: prefix, limit)
  }

  /// People in use, as they were first written, most mentioned first.
  /// - Parameter prefix: without `@`, any case.
  package func people(startingWith prefix: String, limit: Int) throws(Problem) -> [String] {
    try names("SELECT name FROM person", by: "folded", startingWith: prefix, limit)
  }

  private func names(
    _ selection: String, by key: String, startingWith prefix: String, _ limit: Int
  ) throws(Problem) -> [String] {
    let prefix = prefix.folded
    let range = prefix.isEmpty ? "" : "AND \(key) BETWEEN :first AND :last"
    var arguments: StatementArguments = ["limit": limit]
    // No character comes after the last one there is.
    if !prefix.isEmpty { arguments += ["first": prefix, "last": prefix + "\u{10FFFF}"] }
    return try read { db in
      let sql = "\(selection) WHERE uses > 0 \(range) ORDER BY uses DESC, \(key) LIMIT :limit"
      return try String.fetchAll(db.cachedStatement(sql: sql), arguments: arguments)
    }
  }
}
