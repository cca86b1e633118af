import GRDB
import HearthCore

extension Condition {
  /// With every name of a person in place of one of them: what was written under another name is found too.
  func naming(_ db: Database) throws -> Condition {
    switch self {
    case .person(let name, let isBegun):
      let others = try Condition.names(besides: name.folded, isBegun, db)
      return others.isEmpty ? self : .any([self] + others.map { .person($0, isBegun: false) })
    case .all(let parts): return .all(try parts.map { try $0.naming(db) })
    case .any(let parts): return .any(try parts.map { try $0.naming(db) })
    case .not(let part): return .not(try part.naming(db))
    case .days, .words, .tag, .mood, .prompt, .starred: return self
    }
  }

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
}
