package import Foundation
import GRDB
package import HearthCore

extension Vault {
  /// What may come back on a day, nearest first: at most one entry of each day a week, a month, half a year and whole
  /// years before. Of several it is a starred one, else that of the best mood, else the longest. Of what is years ago
  /// there is one at least where there is any: who writes every day meets it too.
  ///
  /// Nothing comes back that a person hushed or that mentions somebody about whom nothing is suggested (who rests, is
  /// remembered or set aside), nor anything of a day that has one of the two lowest moods.
  /// - Parameter shown: what stands on the page already.
  package func memories(on today: Day, besides shown: Set<UUID> = [], limit: Int = 3) throws(Problem) -> [Memory] {
    try read { db in
      let earliest = "SELECT day FROM entry WHERE trashedAt IS NULL ORDER BY day LIMIT 1"
      let spans = try HushedSpan.all(db)
      let days = Memory.days(before: today, earliest: try Day.fetchOne(db, sql: earliest))
        .filter { distant in !spans.contains { $0.days.contains(distant.day) } }
      let near = try Vault.memories(days.filter { !$0.distance.isYears }, besides: shown, limit: limit, db)
      let room = max(min(1, limit), limit - near.count)
      let years = try Vault.memories(days.filter(\.distance.isYears), besides: shown, limit: room, db)
      return near.prefix(limit - years.count) + years
    }
  }

  private static func memories(
    _ days: [(distance: Memory.Distance, day: Day)], besides shown: Set<UUID>, limit: Int, _ db: Database
  ) throws -> [Memory] {
    var (found, distances) = (FoundHeads(), [Memory.Distance]())
    if days.isEmpty { return [] }
    let places = try Int.fetchCursor(db.cachedStatement(sql: quiet), arguments: [days.map(\.day.number).jsonArray])
    while found.count < limit, let place = try places.next() {
      let rows = try Row.fetchCursor(db.cachedStatement(sql: memory), arguments: [days[place].day])
      guard let row = try rows.first(where: { !shown.contains($0[1]) }) else { continue }
      found.append(row)
      distances.append(days[place].distance)
    }
    return try zip(found.named(db), distances).map(Memory.init)
  }

  /// The places of the days that are not known to be hard, in their order. Of who writes much most drop out here, one by
  /// one, a page of the file each. What lies in the trash is not in these sums, so that `memory` asks once more.
  private static let quiet = """
    SELECT key FROM json_each(?) AS distant WHERE NOT EXISTS (
      SELECT 1 FROM dayReading WHERE measure = 'mood' AND day = distant.value AND dayReading.value <= 2)
    """

  private static let memory = """
    SELECT \(EntryRecord.headColumns) FROM entry AS e
    WHERE e.trashedAt IS NULL AND e.day = ?1 AND e.isHushed = 0
      AND NOT EXISTS (SELECT 1 FROM reading WHERE measure = 'mood' AND day = ?1 AND value <= 2)
      AND NOT EXISTS (
        SELECT 1 FROM mention JOIN person ON person.id = mention.person
        WHERE mention.entry = e.id
          AND (person.isHushed OR person.isResting OR person.isRemembered OR person.isFlagged))
    ORDER BY e.starred DESC, mood DESC, length(e.text) DESC, e.at DESC
    """

  /// What a person does not want brought back by itself, but for single entries.
  package func hushed() throws(Problem) -> Hushed {
    try read { db in
      let people = "SELECT name FROM person WHERE isHushed = 1 ORDER BY folded"
      let others = "SELECT alias.name FROM alias JOIN person ON person.id = alias.person WHERE isHushed = 1"
      return Hushed(
        people: try String.fetchAll(db, sql: people), otherNames: Set(try String.fetchAll(db, sql: others)),
        spans: try HushedSpan.all(db))
    }
  }

  /// No entry that mentions the person comes back by itself, or may again.
  /// - Parameter name: or another one of theirs; without `@`, any case.
  /// - Returns: false where it was so already.
  static func hush(person name: String, isOn: Bool, _ db: Database) throws -> Bool {
    let number = isOn ? try PersonRecord.numberMaking(name, db) : try PersonRecord.number(named: name, db)
    let change = "UPDATE person SET isHushed = ?1 WHERE id = ?2 AND isHushed <> ?1"
    try db.execute(sql: change, arguments: [isOn, number])
    return db.changesCount > 0
  }

  /// No entry of these days comes back by itself, or may again.
  /// - Returns: false where it was so already.
  static func hush(_ span: HushedSpan, isOn: Bool, _ db: Database) throws -> Bool {
    let sql =
      isOn
      ? "INSERT OR IGNORE INTO hushedSpan (first, last) VALUES (?, ?)"
      : "DELETE FROM hushedSpan WHERE first = ? AND last = ?"
    try db.execute(sql: sql, arguments: [span.days.lowerBound, span.days.upperBound])
    return db.changesCount > 0
  }
}

extension HushedSpan {
  /// Earliest first.
  static func all(_ db: Database) throws -> [HushedSpan] {
    try Row.fetchAll(db, sql: "SELECT first, last FROM hushedSpan ORDER BY first, last").map(HushedSpan.init)
  }

  /// From the columns `first` and `last`.
  init(_ row: Row) {
    let (first, last): (Day, Day) = (row["first"], row["last"])
    self.init(first...max(first, last))
  }
}
