import Foundation
import GRDB
import HearthCore

/// A check-in as its rows hold it: one in `checkIn`, and what was answered in `reading`.
enum CheckInRecord: AnsweredRecord {
  static let table = "checkIn"
  static var trashedAt: WritableKeyPath<CheckIn, Instant?> { \.trashedAt }

  static func answered(_ row: Row, _ db: Database) throws -> CheckIn? {
    CheckIn(
      id: row["uuid"], stamp: Stamp(row), day: row["day"], answers: try ReadingRecord.values(of: row["uuid"], db),
      createdAt: row["createdAt"], modifiedAt: row["modifiedAt"], trashedAt: row["trashedAt"])
  }

  static func keepStep(_ before: CheckIn, at now: Instant, _ db: Database) throws {
    try StepRecord(.checkIn, .checkIn(before), at: now, db)
  }

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
