import Foundation
import GRDB
import HearthCore

/// Rows of the table `reading`: every number answered, one a measure of what it was answered in.
enum ReadingRecord {
  /// Makes the readings of a source these and no others.
  /// - Parameter readings: all of `source`.
  static func keep(_ readings: [Reading], of source: UUID, _ db: Database) throws {
    try remove(of: source, db)
    for reading in readings { try put(reading, db) }
  }

  /// Inserts a reading, in place of one of the same source and measure.
  static func put(_ reading: Reading, _ db: Database) throws {
    let statement = try db.cachedStatement(
      sql: """
        INSERT OR REPLACE INTO reading (uuid, measure, value, at, offset, zone, day) VALUES (?, ?, ?, ?, ?, ?, ?)
        """)
    let stamp = reading.stamp
    try statement.execute(arguments: [
      reading.source, reading.measure, reading.value, stamp.instant, stamp.offset, stamp.zone, reading.day,
    ])
  }

  static func remove(of source: UUID, _ db: Database) throws {
    try db.cachedStatement(sql: "DELETE FROM reading WHERE uuid = ?").execute(arguments: [source])
  }

  static func values(of source: UUID, _ db: Database) throws -> [String: Double] {
    let statement = try db.cachedStatement(sql: "SELECT measure, value FROM reading WHERE uuid = ?")
    let rows = try Row.fetchAll(statement, arguments: [source])
    return Dictionary(uniqueKeysWithValues: rows.map { ($0["measure"], $0["value"]) })
  }

  /// In the order of time. What lies in the trash does not count.
  static func all(of measures: [String]?, in days: ClosedRange<Day>, _ db: Database) throws -> [Reading] {
    try request(of: measures, in: days).fetchAll(db).map { row in
      Reading(source: row["uuid"], measure: row["measure"], value: row["value"], stamp: Stamp(row), day: row["day"])
    }
  }

  static func request(of measures: [String]?, in days: ClosedRange<Day>) -> SQLRequest<Row> {
    let trash = """
      SELECT uuid FROM checkIn WHERE trashedAt IS NOT NULL UNION ALL
      SELECT uuid FROM moment WHERE trashedAt IS NOT NULL UNION ALL
      SELECT uuid FROM run WHERE trashedAt IS NOT NULL UNION ALL
      SELECT uuid FROM entry WHERE trashedAt IS NOT NULL
      """
    let wanted = measures.map { " AND measure IN (\(String(repeating: "?,", count: $0.count).dropLast()))" } ?? ""
    let sql = """
      SELECT uuid, measure, value, at, offset, zone, day FROM reading
      WHERE day BETWEEN ? AND ?\(wanted) AND uuid NOT IN (\(trash)) ORDER BY at, id
      """
    var arguments: StatementArguments = [days.lowerBound, days.upperBound]
    for measure in measures ?? [] { arguments += [measure] }
    return SQLRequest(sql: sql, arguments: arguments)
  }
}
