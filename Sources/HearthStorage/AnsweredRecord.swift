import Foundation
import GRDB
import HearthCore

/// The table of what a person answers at one time, check-ins or moments. The numbers in it are rows of `reading`.
protocol AnsweredRecord {
  associatedtype Answered: Identifiable<UUID>

  static var table: String { get }
  static var trashedAt: WritableKeyPath<Answered, Instant?> { get }
  /// Nil for a kind that only a newer Hearth knows.
  static func answered(_ row: Row, _ db: Database) throws -> Answered?
  /// Inserts or replaces by id.
  static func save(_ answered: Answered, _ db: Database) throws
  /// Records what undo needs to restore an earlier state.
  static func keepStep(_ before: Answered, at now: Instant, _ db: Database) throws
}

extension AnsweredRecord {
  static func find(_ id: UUID, _ db: Database) throws -> Answered? {
    let statement = try db.cachedStatement(sql: "SELECT * FROM \(table) WHERE uuid = ?")
    return try Row.fetchOne(statement, arguments: [id]).flatMap { try answered($0, db) }
  }

  /// In the order of time, without those in the trash.
  static func all(in days: ClosedRange<Day>, _ db: Database) throws -> [Answered] {
    let sql = "SELECT * FROM \(table) WHERE day BETWEEN ? AND ? AND trashedAt IS NULL ORDER BY day, at, id"
    let statement = try db.cachedStatement(sql: sql)
    return try Row.fetchAll(statement, arguments: [days.lowerBound, days.upperBound]).compactMap { row in
      try answered(row, db)
    }
  }

  /// Saves as an undoable change. Undo restores what was replaced; it does not remove what is new.
  static func change(to answered: Answered, at now: Instant, _ db: Database) throws {
    if let before = try find(answered.id, db) {
      try keepStep(before, at: now, db)
    } else {
      try StepRecord.close(at: now, db)
    }
    try save(answered, db)
  }

  /// Puts into the trash, undoably; nothing where there is none of this id.
  static func trash(_ id: UUID, at now: Instant, _ db: Database) throws {
    guard let before = try find(id, db), before[keyPath: trashedAt] == nil else { return }
    var trashed = before
    trashed[keyPath: trashedAt] = now
    try keepStep(before, at: now, db)
    try save(trashed, db)
  }

  /// Deletes for good what is in the trash, with its readings and undo steps.
  static func emptyTrash(_ db: Database) throws {
    let trash = "SELECT uuid FROM \(table) WHERE trashedAt IS NOT NULL"
    try db.execute(
      sql: """
        DELETE FROM reading WHERE uuid IN (\(trash));
        DELETE FROM step WHERE source IN (\(trash));
        DELETE FROM \(table) WHERE trashedAt IS NOT NULL;
        """)
  }
}
