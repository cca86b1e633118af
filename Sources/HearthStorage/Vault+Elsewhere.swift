import GRDB
package import HearthCore

extension Vault {
  /// What of people, moments and practices a search finds that asks for words or names: people first, then the rest, the
  /// newest first. What was kept of a check is not among it.
  package func elsewhere(_ condition: Condition) throws(Problem) -> [Elsewhere] {
    guard !Sought(condition).isEmpty else { return [] }
    return try read { db in
      let meant = try condition.naming(db)
      let people = try PersonRecord.all(db).map { Elsewhere.person($0.person) }
      let runs = try [false, true].flatMap { try RunRecord.all(finished: $0, limit: .max, db) }
      let dated = try MomentRecord.all(in: Self.allDays, db).map(Elsewhere.moment) + runs.map(Elsewhere.run)
      return (people + dated.sorted { $0.milliseconds > $1.milliseconds }).filter { $0.meets(meant) }
    }
  }
}

extension Elsewhere {
  fileprivate var milliseconds: Int64 { stamp?.instant.milliseconds ?? 0 }
}
