import Foundation
import GRDB
import HearthCore

/// A row of the table `touchpoint`.
enum TouchpointRecord {
  /// Those with one person, or all of them; in the order in which they were begun.
  static func all(with person: Int64? = nil, _ db: Database) throws -> [Rhythm] {
    let condition = person == nil ? "1" : "person = ?"
    let rows = try Row.fetchAll(
      db, sql: "SELECT * FROM touchpoint WHERE \(condition) ORDER BY id",
      arguments: person.map { [$0] } ?? [])
    return try rows.map { row in
      let record = try (row["person"] as Int64?).flatMap { try PersonRecord.find(numbered: $0, db) }
      return Rhythm(touchpoint(row, record?.person.id), with: record?.person, lastContact: record?.lastContact)
    }
  }

  private static func touchpoint(_ row: Row, _ person: UUID?) -> Touchpoint {
    let (title, draft, companion): (Verbatim, Verbatim, Verbatim) = (row["title"], row["draft"], row["companion"])
    return Touchpoint(
      id: row["uuid"], person: person, title: title.text, kind: Touchpoint.Kind(rawValue: row["kind"]) ?? .own,
      hopedDays: row["hopedDays"], latestDays: row["latestDays"],
      yearly: (row["yearly"] as String?).flatMap(Touchpoint.YearDay.init), draft: draft.text,
      isTimeKept: row["isTimeKept"], companion: companion.text, sleepsUntil: row["sleepsUntil"],
      plannedOn: row["plannedOn"], isAtRest: row["isAtRest"], startedOn: row["startedOn"], doneOn: row["doneOn"])
  }

  /// - Parameter person: the row of whom it is with.
  static func keep(_ touchpoint: Touchpoint, with person: Int64?, _ db: Database) throws {
    try db.execute(
      sql: """
        INSERT INTO touchpoint (uuid, person, title, kind, hopedDays, latestDays, yearly, draft, isTimeKept, companion,
          sleepsUntil, plannedOn, isAtRest, startedOn, doneOn)
        VALUES (:uuid, :person, :title, :kind, :hopedDays, :latestDays, :yearly, :draft, :isTimeKept, :companion,
          :sleepsUntil, :plannedOn, :isAtRest, :startedOn, :doneOn)
        ON CONFLICT (uuid) DO UPDATE SET person = :person, title = :title, kind = :kind, hopedDays = :hopedDays,
          latestDays = :latestDays, yearly = :yearly, draft = :draft, isTimeKept = :isTimeKept, companion = :companion,
          sleepsUntil = :sleepsUntil, plannedOn = :plannedOn, isAtRest = :isAtRest, startedOn = :startedOn,
          doneOn = :doneOn
        """,
      arguments: [
        "uuid": touchpoint.id, "person": person, "title": Verbatim(touchpoint.title), "kind": touchpoint.kind.rawValue,
        "hopedDays": touchpoint.hopedDays, "latestDays": touchpoint.latestDays,
        "yearly": touchpoint.yearly?.description, "draft": Verbatim(touchpoint.draft),
        "isTimeKept": touchpoint.isTimeKept, "companion": Verbatim(touchpoint.companion),
        "sleepsUntil": touchpoint.sleepsUntil, "plannedOn": touchpoint.plannedOn, "isAtRest": touchpoint.isAtRest,
        "startedOn": touchpoint.startedOn, "doneOn": touchpoint.doneOn,
      ])
  }
}
