import Foundation
import GRDB
import HearthCore

/// A passage through a practice, in the table `run`.
enum RunRecord {
  /// Puts a run in place of how it was before. One that lies in the trash stays there as it is.
  /// - Returns: its number, as other rows know it.
  @discardableResult
  static func keep(_ run: Run, _ db: Database) throws -> Int64? {
    let statement = try db.cachedStatement(
      sql: """
        INSERT INTO run (
          uuid, practice, version, title, at, offset, zone, day, finishedAt, finishedOffset, finishedZone, place,
          person, transcript)
        VALUES (
          :uuid, :practice, :version, :title, :at, :offset, :zone, :day, :finishedAt, :finishedOffset, :finishedZone,
          :place, :person, :transcript)
        ON CONFLICT (uuid) DO UPDATE SET finishedAt = excluded.finishedAt, finishedOffset = excluded.finishedOffset,
          finishedZone = excluded.finishedZone, place = excluded.place, person = excluded.person,
          transcript = excluded.transcript
        WHERE trashedAt IS NULL
        """)
    try statement.execute(arguments: arguments(of: run))
    return try number(of: run.id, db)
  }

  private static func arguments(of run: Run) throws -> StatementArguments {
    [
      "uuid": run.id, "practice": run.practice, "version": run.version, "title": Verbatim(run.title),
      "at": run.startedAt.instant, "offset": run.startedAt.offset, "zone": run.startedAt.zone, "day": run.day,
      "finishedAt": run.finishedAt?.instant, "finishedOffset": run.finishedAt?.offset,
      "finishedZone": run.finishedAt?.zone, "place": run.place, "person": run.person.map(Verbatim.init),
      "transcript": try Transcript(run.asked).bytes,
    ]
  }

  static func number(of id: UUID, _ db: Database) throws -> Int64? {
    let sql = "SELECT id FROM run WHERE uuid = ? AND trashedAt IS NULL"
    return try Int64.fetchOne(db.cachedStatement(sql: sql), arguments: [id])
  }

  static func title(of id: UUID, _ db: Database) throws -> String? {
    let title = try Verbatim.fetchOne(db, sql: "SELECT title FROM run WHERE uuid = ?", arguments: [id])
    return title?.text
  }

  static func find(_ id: UUID, _ db: Database) throws -> Run? {
    try Row.fetchOne(db, sql: "SELECT * FROM run WHERE uuid = ? AND trashedAt IS NULL", arguments: [id]).map(run)
  }

  /// Those one may go on with, or those that are finished; the last begun first.
  static func all(finished: Bool, limit: Int, _ db: Database) throws -> [Run] {
    let sql = """
      SELECT * FROM run WHERE trashedAt IS NULL AND (finishedAt IS NOT NULL) = ? ORDER BY at DESC, id DESC LIMIT ?
      """
    return try Row.fetchAll(db, sql: sql, arguments: [finished, limit]).map(run)
  }

  static func run(_ row: Row) throws -> Run {
    let title: Verbatim = row["title"]
    let finishedAt: Instant? = row["finishedAt"]
    return Run(
      id: row["uuid"], practice: row["practice"], version: row["version"], title: title.text, startedAt: Stamp(row),
      day: row["day"],
      finishedAt: finishedAt.map { Stamp(instant: $0, offset: row["finishedOffset"], zone: row["finishedZone"]) },
      asked: try Transcript(row["transcript"]).asked, place: row["place"])
  }
}

// MARK: Letting go

extension RunRecord {
  /// Puts a run into the trash; what it yielded counts no more while it lies there.
  /// - Returns: false where there is no such run.
  static func letGo(of id: UUID, at now: Instant, _ db: Database) throws -> Bool {
    guard let number = try number(of: id, db) else { return false }
    try db.execute(sql: "UPDATE run SET trashedAt = ? WHERE id = ?", arguments: [now, number])
    return true
  }

  /// The other way round.
  static func bringBack(_ id: UUID, _ db: Database) throws {
    try db.execute(sql: "UPDATE run SET trashedAt = NULL WHERE uuid = ?", arguments: [id])
  }

  /// Those in the trash go for good, with what they yielded.
  static func emptyTrash(_ db: Database) throws {
    try db.execute(
      sql: """
        DELETE FROM reading WHERE uuid IN (SELECT uuid FROM run WHERE trashedAt IS NOT NULL);
        DELETE FROM step WHERE kind = 'run' AND source IN (SELECT uuid FROM run WHERE trashedAt IS NOT NULL);
        DELETE FROM run WHERE trashedAt IS NOT NULL;
        """)
  }

  /// Deletes all runs that speak of somebody, with their readings and follow-ups.
  /// - Parameter naming: every name of that person.
  static func erase(_ naming: Naming, _ db: Database) throws {
    for row in try Row.fetchAll(db, sql: "SELECT * FROM run") {
      let run = try run(row)
      let later = try FollowUpRecord.all(of: run.id, db).map(\.followUp.question)
      let said = (run.asked.flatMap { [$0.question, $0.answer.typedText ?? ""] } + later)
      guard said.contains(where: naming.says) else { continue }
      try db.execute(sql: "DELETE FROM reading WHERE uuid = ?", arguments: [run.id])
      try db.execute(sql: "DELETE FROM run WHERE uuid = ?", arguments: [run.id])
    }
  }
}
