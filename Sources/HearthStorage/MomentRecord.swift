import Foundation
import GRDB
import HearthCore

/// A moment as its rows hold it: one in `moment`, its people in `momentPerson`, its numbers and ticks in `reading`.
enum MomentRecord: AnsweredRecord {
  static let table = "moment"
  static var trashedAt: WritableKeyPath<Moment, Instant?> { \.trashedAt }
  /// As `Moment.Kind.isContact`, of a row of `moment` that is out of the trash.
  static let isContact = "(moment.trashedAt IS NULL AND moment.kind <> 'distance')"

  /// The moments with somebody that are contact; takes the number of the person.
  static let withSomebody =
    "FROM momentPerson JOIN moment ON moment.id = moment WHERE person = ? AND \(isContact)"

  /// The last moments with somebody that are contact, the newest first.
  static func last(_ most: Int, with person: Int64, _ db: Database) throws -> [Moment] {
    let sql = "SELECT moment.* \(withSomebody) ORDER BY moment.day DESC, at DESC, moment.id DESC LIMIT ?"
    return try Row.fetchAll(db, sql: sql, arguments: [person, most]).compactMap { try answered($0, db) }
  }

  static func answered(_ row: Row, _ db: Database) throws -> Moment? {
    guard let kind = Moment.Kind(rawValue: row["kind"]) else { return nil }
    let (marks, line, medium): (NameList, Verbatim?, String?) = (row["marks"], row["line"], row["medium"])
    let values = try ReadingRecord.values(of: row["uuid"], db)
    let numbers = Moment.Number.allCases.compactMap { number in values[number.measure].map { (number, Int($0)) } }
    return Moment(
      id: row["uuid"], stamp: Stamp(row), day: row["day"], kind: kind, with: try people(of: row["id"], db),
      medium: medium.flatMap(Moment.Medium.init), minutes: row["minutes"], felt: row["felt"],
      marks: marks.names.compactMap(Moment.Mark.init), numbers: Dictionary(uniqueKeysWithValues: numbers),
      line: line?.text ?? "", createdAt: row["createdAt"], modifiedAt: row["modifiedAt"], trashedAt: row["trashedAt"])
  }

  private static func people(of id: Int64, _ db: Database) throws -> [String] {
    let sql = "SELECT name FROM momentPerson JOIN person ON person.id = person WHERE moment = ? ORDER BY place"
    return try String.fetchAll(db.cachedStatement(sql: sql), arguments: [id])
  }

  static func keepStep(_ before: Moment, at now: Instant, _ db: Database) throws {
    try StepRecord(.moment, .moment(before), at: now, db)
  }

  static func save(_ moment: Moment, _ db: Database) throws {
    let statement = try db.cachedStatement(
      sql: """
        INSERT INTO moment (
          uuid, at, offset, zone, day, kind, medium, minutes, felt, marks, line, createdAt, modifiedAt, trashedAt)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (uuid) DO UPDATE SET at = excluded.at, offset = excluded.offset, zone = excluded.zone,
          day = excluded.day, kind = excluded.kind, medium = excluded.medium, minutes = excluded.minutes,
          felt = excluded.felt, marks = excluded.marks, line = excluded.line, modifiedAt = excluded.modifiedAt,
          trashedAt = excluded.trashedAt
        """)
    let stamp = moment.stamp
    try statement.execute(arguments: [
      moment.id, stamp.instant, stamp.offset, stamp.zone, moment.day, moment.kind.rawValue, moment.medium?.rawValue,
      moment.minutes, moment.felt, NameList(moment.marks.map(\.rawValue)),
      moment.line.isEmpty ? nil : Verbatim(moment.line), moment.createdAt, moment.modifiedAt, moment.trashedAt,
    ])
    try writePeople(of: moment, db)
    try ReadingRecord.keep(moment.readings, of: moment.id, db)
  }

  private static func writePeople(of moment: Moment, _ db: Database) throws {
    let id = try Int64.fetchOne(db, sql: "SELECT id FROM moment WHERE uuid = ?", arguments: [moment.id])
    try db.cachedStatement(sql: "DELETE FROM momentPerson WHERE moment = ?").execute(arguments: [id])
    let pair = "INSERT OR IGNORE INTO momentPerson (moment, place, person) VALUES (?, ?, ?)"
    // Who stands in no text is found among the people all the same.
    let kept = "UPDATE person SET isKept = 1 WHERE id = ?"
    for (place, name) in moment.with.enumerated() where !name.isEmpty {
      let person = try PersonRecord.numberMaking(name, db)
      try db.cachedStatement(sql: kept).execute(arguments: [person])
      try db.cachedStatement(sql: pair).execute(arguments: [id, place, person])
    }
  }
}
