package import Foundation
import GRDB
package import HearthCore

extension Vault {
  /// Keeps a run as it stands, with the readings it yields and what it leaves for later, in place of how it was before.
  package func keep(_ run: Run, readings: [Reading] = [], followUps: [FollowUp] = []) throws(Problem) {
    try write { db in
      guard let number = try RunRecord.keep(run, db) else { return }
      try StepRecord.close(at: (run.finishedAt ?? run.startedAt).instant, db)
      try RunReadings.replace(readings, of: run.id, keeping: Vault.followedUp(number, db), db)
      try FollowUpRecord.update(followUps, of: number, db)
    }
  }

  /// A run by its id; nil where there is none, or it was let go.
  package func run(_ id: UUID) throws(Problem) -> KeptRun? {
    try read { db in
      try RunRecord.find(id, db).map { KeptRun($0, followUps: try FollowUpRecord.all(of: id, db)) }
    }
  }

  /// Those that one may go on with, or those that are finished; the last begun first.
  package func runs(finished: Bool, limit: Int) throws(Problem) -> [Run] {
    try read { db in try RunRecord.all(finished: finished, limit: limit, db) }
  }

  /// All of them with what they left for later, the first begun first: for writing the journal out.
  package func allRuns() throws(Problem) -> [KeptRun] {
    try read { db in
      try Row.fetchAll(db, sql: "SELECT * FROM run WHERE trashedAt IS NULL ORDER BY at, id").map { row in
        let id: UUID = row["uuid"]
        return KeptRun(
          try RunRecord.run(row), followUps: try FollowUpRecord.all(of: id, db),
          readings: try RunReadings.all(of: id, db))
      }
    }
  }

  /// Adds a run of another journal, and takes no place of what is there.
  static func takeIn(_ kept: KeptRun, _ db: Database) throws {
    let known = "SELECT EXISTS (SELECT 1 FROM run WHERE uuid = ?)"
    if try Bool.fetchOne(db, sql: known, arguments: [kept.run.id]) == true { return }
    guard let number = try RunRecord.keep(kept.run, db) else { return }
    for followUp in kept.followUps { try FollowUpRecord.keep(followUp, of: number, db) }
    for reading in kept.readings { try ReadingRecord.put(reading, db) }
  }

  /// The measures that follow-ups of a run have answered: what the run itself yields leaves them alone.
  private static func followedUp(_ number: Int64, _ db: Database) throws -> Set<String> {
    let sql = "SELECT measure FROM followUp WHERE run = ? AND answer IS NOT NULL AND measure IS NOT NULL"
    return try String.fetchSet(db, sql: sql, arguments: [number])
  }

  // MARK: Resting

  /// Does not offer a practice before a day; nil never again, until it is woken.
  package func rest(_ practice: String, until day: Day?) throws(Problem) {
    let sql = "INSERT OR REPLACE INTO practiceRested (practice, until) VALUES (?, ?)"
    try write { db in try db.execute(sql: sql, arguments: [practice, day]) }
  }

  /// Offers a practice again.
  package func wake(_ practice: String) throws(Problem) {
    try write { db in
      try db.execute(sql: "DELETE FROM practiceRested WHERE practice = ?", arguments: [practice])
    }
  }

  /// The ids of the practices that are not offered on a day.
  package func restingPractices(on day: Day) throws(Problem) -> Set<String> {
    let sql = "SELECT practice FROM practiceRested WHERE until IS NULL OR until > ?"
    return try read { db in try String.fetchSet(db, sql: sql, arguments: [day]) }
  }
}
