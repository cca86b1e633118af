import Foundation
import GRDB
import HearthCore

/// A check-in as its rows hold it: one in `checkIn`, and what was answered in `reading`.
enum CheckInRecord {
  static func find(_ id: UUID, _ db: Database) throws -> CheckIn? {
    let statement = try db.cachedStatement(sql: "SELECT * FROM checkIn WHERE uuid = ?")
    return try Row.fetchOne(statement, arguments: [id]).map { try checkIn($0, db) }
  }

  static func all(in days: ClosedRange<Day>, _ db: Database) throws -> [CheckIn] {
    let sql = "SELECT * FROM checkIn WHERE day BETWEEN ? AND ? AND trashedAt IS NULL ORDER BY day, at, id"
    let statement = try db.cachedStatement(sql: sql)
    return try Row.fetchAll(statement, arguments: [days.lowerBound, days.upperBound]).map { try checkIn($0, db) }
  }

  private static func checkIn(_ row: Row, _ db: Database) throws -> CheckIn {
    CheckIn(
      id: row["uuid"], stamp: Stamp(row), day: row["day"], answers: try ReadingRecord.values(of: row["uuid"], db),
      createdAt: row["createdAt"], modifiedAt: row["modifiedAt"], trashedAt: row["trashedAt"])
  }

  /// Inserts or replaces by id.
  static func save(_ checkIn: CheckIn, _ db: Database) throws {
    let statement = try db.cachedStatement(
      sql: """
        INSERT INTO checkIn (uuid, at, offset, zone, day, createdAt, modifiedAt, trashedAt)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (uuid) DO UPDATE SET at = excluded.at, offset = excluded.offset, zone = excluded.zone,
          day = excluded.day, modifiedAt = excluded.modifiedAt, trashedAt = excluded.trashedAt
        """)
    let stamp = checkIn.stamp
    try statement.execute(arguments: [
      checkIn.id, stamp.instant, stamp.offset, stamp.zone, checkIn.day, checkIn.createdAt, checkIn.modifiedAt,
      checkIn.trashedAt,
    ])
    try ReadingRecord.keep(checkIn.readings, of: checkIn.id, db)
  }
}
