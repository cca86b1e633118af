import GRDB
import HearthCore

/// The readings that a run yields and its follow-ups answer, among all others in the table `reading`: each may change
/// without the others.
enum RunReadings {
  /// Puts readings in place of those a run had, but for some measures.
  static func replace(_ readings: [Reading], of run: Run.ID, keeping kept: Set<String>, _ db: Database) throws {
    for reading in try all(of: run, db) where !kept.contains(reading.measure) { try remove(reading, db) }
    for reading in readings where !kept.contains(reading.measure) { try ReadingRecord.put(reading, db) }
  }

  static func all(of run: Run.ID, _ db: Database) throws -> [Reading] {
    try Row.fetchAll(db, sql: "SELECT * FROM reading WHERE uuid = ? ORDER BY measure", arguments: [run]).map { row in
      Reading(source: run, measure: row["measure"], value: row["value"], stamp: Stamp(row), day: row["day"])
    }
  }

  private static func remove(_ reading: Reading, _ db: Database) throws {
    try db.execute(
      sql: "DELETE FROM reading WHERE uuid = ? AND measure = ?", arguments: [reading.source, reading.measure])
  }
}
