import GRDB
import HearthCore

extension Condition {
  /// With all that a name may mean in its place: every other name of the person, and where it is typed without accents
  /// and nobody is called just so, those that have some. Typed with one, it means itself.
  func naming(_ db: Database) throws -> Condition {
    switch self {
    case .person(let name, let isBegun):
      let meant = try [name.folded] + Self.accented(name, isBegun, among: .people, db)
      let others = try meant.flatMap { try Self.names(besides: $0, isBegun, db) }
      return either((meant.dropFirst() + others).map { .person($0, isBegun: false) })
    case .tag(let name, let isBegun):
      return either(try Self.accented(name, isBegun, among: .tags, db).map { .tag($0, isBegun: false) })
    case .all(let parts): return .all(try parts.map { try $0.naming(db) })
    case .any(let parts): return .any(try parts.map { try $0.naming(db) })
    case .not(let part): return .not(try part.naming(db))
    case .days, .words, .mood, .prompt, .starred: return self
    }
  }

  private func either(_ others: [Condition]) -> Condition { others.isEmpty ? self : .any([self] + others.uniqued()) }

  /// What those are also called who are called so.
  private static func names(besides name: String, _ isBegun: Bool, _ db: Database) throws -> [String] {
    let names = "SELECT id AS person, folded FROM person UNION ALL SELECT person, folded FROM alias"
    let statement = try db.cachedStatement(
      sql: """
        SELECT DISTINCT other.folded FROM (\(names)) AS named JOIN (\(names)) AS other USING (person)
        WHERE named.folded BETWEEN ?1 AND ?2 AND other.folded <> ?1
          AND person IN (SELECT person FROM alias)
        ORDER BY 1
        """)
    return try String.fetchAll(statement, arguments: [name, isBegun ? name + "\u{10FFFF}" : name])
  }

  /// The names with accents that read like this without them. SQLite leaves out those of plain letters, by far the most.
  private static func accented(
    _ name: String, _ isBegun: Bool, among names: AccentedNames, _ db: Database
  ) throws -> [String] {
    let name = name.folded
    guard !name.isEmpty, name.withoutAccents == name else { return [] }
    if !isBegun, try Bool.fetchOne(db.cachedStatement(sql: names.exact), arguments: [name]) ?? false { return [] }
    return try String.fetchAll(db.cachedStatement(sql: names.rawValue)).filter { other in
      let plain = other.withoutAccents
      if other == name { return false }
      return isBegun ? plain.hasPrefix(name) : plain == name || names == .tags && plain.hasPrefix(name + "/")
    }
  }

  private enum AccentedNames: String {
    case people = """
      SELECT folded FROM person WHERE folded GLOB '*[^ -~]*' UNION SELECT folded FROM alias WHERE folded GLOB '*[^ -~]*'
      """
    case tags = "SELECT name FROM tag WHERE name GLOB '*[^ -~]*'"

    /// Whether somebody is called just so, or something has just that tag.
    var exact: String {
      switch self {
      case .people:
        """
        SELECT EXISTS (SELECT 1 FROM person WHERE folded = ?1) OR EXISTS (SELECT 1 FROM alias WHERE folded = ?1)
        """
      case .tags: "SELECT EXISTS (SELECT 1 FROM tag WHERE name = ?1 AND uses > 0)"
      }
    }
  }
}
