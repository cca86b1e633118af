package import Foundation
import GRDB
package import HearthCore

extension Vault {
  /// Those that were kept, the newest first.
  package func keptChecks() throws(Problem) -> [KeptCheck] {
    try read { db in
      try Row.fetchAll(db, sql: "SELECT * FROM keptCheck ORDER BY day DESC, uuid").map(KeptCheck.init)
    }
  }

  /// - Returns: false where the journal has no passphrase: then nothing is kept.
  package func keep(_ check: KeptCheck) throws(Problem) -> Bool {
    guard isSealed else { return false }
    try write { db in try Vault.insert(check, .replace, db) }
    return true
  }

  static func insert(_ check: KeptCheck, _ conflict: Database.ConflictResolution, _ db: Database) throws {
    try db.execute(
      sql: "INSERT OR \(conflict.rawValue) INTO keptCheck (uuid, checkID, alias, day, answers) VALUES (?, ?, ?, ?, ?)",
      arguments: [check.id, check.check, Verbatim(check.alias), check.day, Verbatim(check.answerLines)])
  }

  /// It goes for good: nothing takes this back. Nothing where there is none.
  package func forgetCheck(_ id: UUID) throws(Problem) {
    try write { db in try db.execute(sql: "DELETE FROM keptCheck WHERE uuid = ?", arguments: [id]) }
  }

  /// Nudges about somebody stop. Why is written nowhere.
  /// - Parameter name: or another one of theirs; any case.
  /// - Throws: `noSuchPerson`.
  package func quieten(_ name: String) throws(Problem) -> Person {
    let person = try person(named: name)
    try flag(person.id, true)
    return person
  }

  /// Takes out of a copy what its reader is not to know.
  static func forgetChecks(_ db: Database) throws {
    try db.execute(sql: "DELETE FROM keptCheck")
    try db.execute(sql: "UPDATE person SET isResting = 1, isFlagged = 0 WHERE isFlagged = 1")
    // How somebody was before a change would tell it too.
    try StepRecord.forgetPeople(db)
    for setting in [Setting.checkName, .hidesCheck, .checkNotice] {
      try db.execute(sql: "DELETE FROM setting WHERE key = ?", arguments: [setting.rawValue])
    }
  }
}

extension KeptCheck {
  fileprivate var answerLines: String {
    answers.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(separator: "\n")
  }

  fileprivate init(_ row: Row) {
    let lines = (row["answers"] as Verbatim).text.split(separator: "\n").map { $0.split(separator: " ") }
    let pairs = lines.compactMap { $0.count == 2 ? (String($0[0]), String($0[1])) : nil }
    self.init(
      id: row["uuid"], check: row["checkID"], alias: (row["alias"] as Verbatim).text, day: row["day"],
      answers: Dictionary(pairs) { first, _ in first })
  }
}
