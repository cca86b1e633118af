import Foundation
import GRDB
import HearthCore

/// Rows of the tables `dayReading` and `dayMoment`, and what else charts read: each summed up by SQLite as far as it can.
enum DayRecord {
  static func totals(of measure: Measure.ID, in days: ClosedRange<Day>, _ db: Database) throws -> [ChartNotes.DayTotal]
  {
    // The value beside the latest time: SQLite takes it from the row that has the maximum.
    let sql = """
      SELECT day, sum(count) AS count, sum(value * count) AS sum, value, max(lastAt) FROM dayReading
      WHERE measure = ? AND day BETWEEN ? AND ? GROUP BY day ORDER BY day
      """
    let rows = try Row.fetchCursor(
      db.cachedStatement(sql: sql), arguments: [measure, days.lowerBound, days.upperBound])
    var totals: [ChartNotes.DayTotal] = []
    while let row = try rows.next() {
      totals.append(.init(day: row[0], count: row[1], sum: row[2], last: row[3]))
    }
    return totals
  }

  static func choices(
    of measure: Measure.ID, in days: ClosedRange<Day>, _ db: Database
  ) throws -> [ChartNotes.ChoiceTotal] {
    let sql = """
      SELECT day, CAST(value AS INTEGER) AS choice, sum(count) FROM dayReading
      WHERE measure = ? AND day BETWEEN ? AND ? GROUP BY day, choice ORDER BY day
      """
    let rows = try Row.fetchCursor(
      db.cachedStatement(sql: sql), arguments: [measure, days.lowerBound, days.upperBound])
    var choices: [ChartNotes.ChoiceTotal] = []
    while let row = try rows.next() { choices.append(.init(day: row[0], value: row[1], count: row[2])) }
    return choices
  }

  static func hours(of measure: Measure.ID, in days: ClosedRange<Day>, _ db: Database) throws -> [ChartNotes.HourTotal]
  {
    let sql = """
      SELECT hours, sum(count), sum(value * count) FROM dayReading
      WHERE measure = ? AND day BETWEEN ? AND ? GROUP BY hours ORDER BY hours
      """
    let rows = try Row.fetchAll(
      db.cachedStatement(sql: sql), arguments: [measure, days.lowerBound, days.upperBound])
    return rows.map { .init(hour: ($0[0] as Int) * 4, count: $0[1], sum: $0[2]) }
  }

  static func meetings(in days: ClosedRange<Day>, _ db: Database) throws -> [ChartNotes.Meeting] {
    let sql = """
      SELECT day, isMicro, isQuality, max(isConflict, felt <= -2) AS isHard, sum(count), sum(minutes) FROM dayMoment
      WHERE day BETWEEN ? AND ? GROUP BY day, isMicro, isQuality, isHard ORDER BY day
      """
    let rows = try Row.fetchCursor(
      db.cachedStatement(sql: sql), arguments: [days.lowerBound, days.upperBound])
    var meetings: [ChartNotes.Meeting] = []
    while let row = try rows.next() {
      meetings.append(
        .init(day: row[0], count: row[4], minutes: row[5], isMicro: row[1], isQuality: row[2], isHard: row[3]))
    }
    return meetings
  }

  /// Minutes with others, day by day: of moments with attention, presence or something shared, or of all others.
  static func minutes(
    ofQuality isQuality: Bool, in days: ClosedRange<Day>, _ db: Database
  ) throws -> [ChartNotes.DayTotal] {
    let sql = """
      SELECT day, sum(count), sum(minutes) AS minutes FROM dayMoment
      WHERE isQuality = ? AND day BETWEEN ? AND ? GROUP BY day HAVING minutes > 0 ORDER BY day
      """
    let rows = try Row.fetchAll(
      db.cachedStatement(sql: sql), arguments: [isQuality, days.lowerBound, days.upperBound])
    return rows.map { .init(day: $0[0], count: $0[1], sum: $0[2], last: $0[2]) }
  }

  /// By the way people reached each other, also where none was given, and by where those they were with stand in a life.
  static func felt(in days: ClosedRange<Day>, _ db: Database) throws -> [ChartNotes.FeltTotal] {
    let media = """
      SELECT medium, felt, sum(count) FROM dayMoment
      WHERE day BETWEEN ? AND ? AND felt < 9 GROUP BY medium, felt
      """
    let circles = """
      SELECT kind, felt, count(*) FROM (
        SELECT DISTINCT moment.id, moment.felt, person.kind FROM moment
        JOIN momentPerson ON momentPerson.moment = moment.id JOIN person ON person.id = momentPerson.person
        WHERE moment.day BETWEEN ? AND ? AND moment.felt IS NOT NULL AND \(MomentRecord.isContact)
          AND person.kind IS NOT NULL AND NOT person.isFlagged
      ) GROUP BY kind, felt
      """
    return try [(ChartNotes.FeltTotal.Group.medium, media), (.circle, circles)].flatMap { group, sql in
      try Row.fetchAll(db.cachedStatement(sql: sql), arguments: [days.lowerBound, days.upperBound])
        .map { .init(group, $0[0], felt: $0[1], count: $0[2]) }
    }
  }

  // MARK: What comes again

  /// Practices that were gone through, the most often first.
  static func runs(
    in days: ClosedRange<Day>, _ titles: [String: String], _ db: Database
  ) throws -> [ChartNotes.Thread] {
    let sql = """
      SELECT practice, day FROM run
      WHERE day BETWEEN ? AND ? AND finishedAt IS NOT NULL AND trashedAt IS NULL ORDER BY day
      """
    let rows = try Row.fetchAll(db, sql: sql, arguments: [days.lowerBound, days.upperBound])
    let runs = Dictionary(grouping: rows) { $0["practice"] as String }
    return runs.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }.map { id, rows in
      .init(titles[id] ?? id, rows.map { $0["day"] })
    }
  }

  /// When there was a moment with somebody, or a mention, by four weeks each; but for those about whom nothing is suggested.
  static func presences(in days: ClosedRange<Day>, _ db: Database) throws -> [ChartNotes.Presence] {
    // No four weeks touch more than two months, and those two have something: the first day, and the last.
    let sql = """
      SELECT name, isRemembered, first, last FROM (
        SELECT person, min(day) AS first, max(day) AS last FROM (
          SELECT person, moment.day FROM momentPerson JOIN moment ON moment.id = moment
            WHERE \(MomentRecord.isContact)
          UNION ALL SELECT person, entry.day FROM mention JOIN entry ON entry.id = entry WHERE trashedAt IS NULL
        ) WHERE day BETWEEN ? AND ? GROUP BY person, day / 28
      ) JOIN person ON person.id = person WHERE NOT isFlagged ORDER BY folded, first
      """
    let rows = try Row.fetchAll(
      db.cachedStatement(sql: sql), arguments: [days.lowerBound, days.upperBound])
    return Dictionary(grouping: rows) { $0["name"] as String }.values.compactMap { rows in
      rows.first.map { .init($0[0], isRemembered: $0[1], rows.map { ($0[2] as Day)...($0[3] as Day) }) }
    }
  }

  /// Those that are alive, each with the days on which there was a contact.
  static func touchpoints(in days: ClosedRange<Day>, _ db: Database) throws -> [ChartNotes.Thread] {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT title, person, doneOn FROM touchpoint WHERE NOT isAtRest AND (person IS NULL OR person NOT IN (
          SELECT id FROM person WHERE isFlagged OR isResting OR isRemembered)) ORDER BY id
        """)
    let contacts = """
      SELECT DISTINCT moment.day FROM momentPerson JOIN moment ON moment.id = moment
      WHERE person = ? AND day BETWEEN ? AND ? AND \(MomentRecord.isContact)
      """
    return try rows.map { row in
      let title: Verbatim = row["title"]
      let person: Int64? = row["person"]
      let met = try person.map {
        try Day.fetchSet(db, sql: contacts, arguments: [$0, days.lowerBound, days.upperBound])
      }
      let done = (row["doneOn"] as Day?).map { Set([$0]) } ?? []
      return .init(title.text, (met ?? []).union(done).sorted())
    }
  }
}
