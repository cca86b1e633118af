import GRDB
package import HearthCore

extension Vault {
  /// What a calendar shows of these days: those on which something was written, in their order.
  package func days(_ range: ClosedRange<Day>) throws(Problem) -> [DaySummary] {
    try read { db in
      let bounds: StatementArguments = [range.lowerBound, range.upperBound]
      let counts = try Row.fetchAll(db.cachedStatement(sql: Vault.counts), arguments: bounds)
      let starred = try Day.fetchSet(db.cachedStatement(sql: Vault.starredDays), arguments: bounds)
      let moods = try Row.fetchAll(db.cachedStatement(sql: Vault.meanMoods), arguments: bounds)
      let means = Dictionary(uniqueKeysWithValues: moods.map { ($0["day"] as Day, $0["mean"] as Double) })
      return counts.map { row in
        let day: Day = row["day"]
        return DaySummary(day: day, count: row["count"], mood: means[day], hasStar: starred.contains(day))
      }
    }
  }

  /// On which of these days a filter leaves something.
  package func days(_ range: ClosedRange<Day>, in filter: EntryFilter) throws(Problem) -> Set<Day> {
    var filter = filter
    filter.condition = filter.condition.and(.days(from: range.lowerBound, to: range.upperBound))
    return try read { db in
      let rows = try EntryQuery(filter, db).rows("e.day", limit: .max, db)
      return Set(rows.map { $0["day"] as Day })
    }
  }

  /// On how many of these days something was written.
  package func daysWritten(in range: ClosedRange<Day>) throws(Problem) -> Int {
    let sql = "SELECT count(DISTINCT day) FROM entry WHERE trashedAt IS NULL AND day BETWEEN ? AND ?"
    return try read { db in
      try Int.fetchOne(db.cachedStatement(sql: sql), arguments: [range.lowerBound, range.upperBound]) ?? 0
    }
  }

  // Each is answered by an index alone, or by the small rows of moods: entries carry their texts and are not touched.

  private static let counts = """
    SELECT day, count(*) AS count FROM entry WHERE trashedAt IS NULL AND day BETWEEN ? AND ? GROUP BY day ORDER BY day
    """
  private static let starredDays = """
    SELECT DISTINCT day FROM entry WHERE trashedAt IS NULL AND starred = 1 AND day BETWEEN ? AND ?
    """
  private static let meanMoods = """
    SELECT day, sum(value * count) / sum(count) AS mean FROM dayReading
    WHERE measure = 'mood' AND day BETWEEN ? AND ? GROUP BY day
    """
}
