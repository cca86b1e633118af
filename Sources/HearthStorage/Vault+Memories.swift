import GRDB
package import HearthCore

extension Vault {
  /// What may come back on a day, nearest first: at most one entry of each day a week, a month, half a year and whole
  /// years before. Of several it is a starred one, else that of the best mood, else the longest.
  ///
  /// Nothing comes back that a person hushed, nor anything of a day that has one of the two lowest moods.
  package func memories(on today: Day, limit: Int = 3) throws(Problem) -> [Memory] {
    try read { db in
      let earliest = "SELECT day FROM entry WHERE trashedAt IS NULL ORDER BY day LIMIT 1"
      let spans = try HushedSpan.all(db)
      var memories: [Memory] = []
      for (distance, day) in Memory.days(before: today, earliest: try Day.fetchOne(db, sql: earliest)) {
        if memories.count >= limit { break }
        if spans.contains(where: { $0.days.contains(day) }) { continue }
        let row = try Row.fetchOne(db.cachedStatement(sql: Vault.memory), arguments: [day])
        if let row { memories.append(Memory(try EntryRecord.head(row, db), distance)) }
      }
      return memories
    }
  }

  private static let memory = """
    SELECT \(EntryRecord.headColumns) FROM entry AS e
    WHERE e.trashedAt IS NULL AND e.day = ?1 AND e.isHushed = 0
      AND NOT EXISTS (SELECT 1 FROM reading WHERE measure = 'mood' AND day = ?1 AND value <= 2)
      AND NOT EXISTS (
        SELECT 1 FROM mention JOIN person ON person.id = mention.person
        WHERE mention.entry = e.id AND person.isHushed = 1)
    ORDER BY e.starred DESC, mood DESC, length(e.text) DESC, e.at DESC LIMIT 1
    """

  /// What a person does not want brought back by itself, but for single entries.
  package func hushed() throws(Problem) -> Hushed {
    try read { db in
      let people = "SELECT name FROM person WHERE isHushed = 1 ORDER BY folded"
      return Hushed(people: try String.fetchAll(db, sql: people), spans: try HushedSpan.all(db))
    }
  }

  /// No entry that mentions the person comes back by itself, or may again.
  /// - Parameter name: without `@`, any case.
  package func hush(person name: String, isOn: Bool) throws(Problem) {
    try write { db in
      if isOn {
        try db.execute(
          sql: "INSERT OR IGNORE INTO person (name, folded) VALUES (?, ?)", arguments: [name, name.folded])
      }
      try db.execute(sql: "UPDATE person SET isHushed = ? WHERE folded = ?", arguments: [isOn, name.folded])
    }
  }

  /// No entry of these days comes back by itself, or may again.
  package func hush(_ span: HushedSpan, isOn: Bool) throws(Problem) {
    let sql =
      isOn
      ? "INSERT OR IGNORE INTO hushedSpan (first, last) VALUES (?, ?)"
      : "DELETE FROM hushedSpan WHERE first = ? AND last = ?"
    try write { db in try db.execute(sql: sql, arguments: [span.days.lowerBound, span.days.upperBound]) }
  }
}

extension HushedSpan {
  /// Earliest first.
  fileprivate static func all(_ db: Database) throws -> [HushedSpan] {
    try Row.fetchAll(db, sql: "SELECT first, last FROM hushedSpan ORDER BY first, last").map {
      let (first, last): (Day, Day) = ($0["first"], $0["last"])
      return HushedSpan(first...max(first, last))
    }
  }
}
