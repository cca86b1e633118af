package import Foundation
import GRDB
package import HearthCore

extension Vault {
  /// Those who were added and those who are named in a text, in the order of the alphabet.
  package func people() throws(Problem) -> [PersonLine] {
    try read { db in
      try PersonRecord.all(db).map { PersonLine($0.person, lastContact: $0.lastContact, mentions: $0.mentions) }
    }
  }

  /// Whether nothing is suggested about somebody, because it was set so elsewhere.
  package func hasFlagged() throws(Problem) -> Bool {
    try read { db in try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM person WHERE isFlagged = 1)") ?? false }
  }

  /// Whether somebody, by any of their names, is one about whom nothing is suggested because of the relationship check.
  package func flagged() throws(Problem) -> (String) -> Bool {
    let names = try read { db in try PersonRecord.names(.flagged, db) }
    return { names.contains($0.folded) }
  }

  /// - Parameter name: or another one of theirs, as it was typed; any case.
  /// - Throws: `noSuchPerson`.
  package func person(named name: String) throws(Problem) -> Person {
    let found = try read { db in
      try PersonRecord.numbers(typed: name, db).first.flatMap { try PersonRecord.find(numbered: $0, db) }
    }
    guard let found else { throw .noSuchPerson(name) }
    return found.person
  }

  /// Everything there is about a person; nil where there is none.
  package func page(ofPerson id: UUID) throws(Problem) -> PersonPage? {
    try read { db in
      guard let record = try PersonRecord.find(id, db) else { return nil }
      let moments = MomentRecord.withSomebody
      return PersonPage(
        record.person, lastContact: record.lastContact, mentions: record.mentions,
        moments: try Int.fetchOne(db, sql: "SELECT count(*) \(moments)", arguments: [record.number]) ?? 0,
        felt: try Int.fetchAll(
          db, sql: "SELECT felt \(moments) AND felt IS NOT NULL ORDER BY at DESC LIMIT 8", arguments: [record.number]),
        lastMoments: try MomentRecord.last(Vault.momentsOnPage, with: record.number, db),
        rhythms: try TouchpointRecord.all(with: record.number, db), bond: try Vault.bond(with: record.number, db))
    }
  }

  /// Enough to see how it has been, and few enough to be read.
  private static let momentsOnPage = 8

  private static func bond(with number: Int64, _ db: Database) throws -> [BondAnswer] {
    let sql = "SELECT * FROM bondAnswer WHERE person = ? ORDER BY day DESC"
    return try Row.fetchAll(db, sql: sql, arguments: [number]).compactMap { row in
      BondQuestion(rawValue: row["question"]).flatMap { BondAnswer($0, row["value"], on: row["day"]) }
    }
  }

  /// Every answer of the bond check there is.
  static func bonds(_ db: Database) throws -> [KeptBondAnswer] {
    let sql = """
      SELECT person.uuid, question, bondAnswer.value AS answered, day FROM bondAnswer JOIN person ON person.id = person
      ORDER BY 1, day
      """
    return try Row.fetchAll(db, sql: sql).compactMap { row in
      BondQuestion(rawValue: row["question"]).flatMap { BondAnswer($0, row["answered"], on: row["day"]) }
        .map { KeptBondAnswer($0, about: row["uuid"]) }
    }
  }

  /// Nothing where nobody is that person here, and where that day has an answer.
  static func takeIn(_ bond: KeptBondAnswer, _ db: Database) throws {
    guard let record = try PersonRecord.find(bond.person, db) else { return }
    try db.execute(
      sql: "INSERT OR IGNORE INTO bondAnswer (person, question, day, value) VALUES (?, ?, ?, ?)",
      arguments: [record.number, bond.answer.question.rawValue, bond.answer.day, bond.answer.value])
  }

  // MARK: Changing

  /// Somebody of that name, who stays from now on also where nothing mentions them; one who is known already is the
  /// same.
  /// - Throws: `textEmpty` for a name with nothing in it; `nameHasComma` for a new one that would be two.
  package func addPerson(_ name: String) throws(Problem) -> Person {
    try changePerson(named: name) { db in try Vault.add(name, db) }
  }

  /// The same with what is known of them, in one piece: where that cannot be kept, nobody was added.
  /// - Throws: `nameTaken` too, where one of the other names is somebody else's.
  package func addPerson(
    _ name: String, now: Instant, _ change: (inout Person) -> Void
  ) throws(Problem) -> Person {
    try changePerson(named: name) { db in
      let number = try Vault.add(name, db)
      guard var person = try PersonRecord.find(numbered: number, db)?.person else { return number }
      change(&person)
      try Vault.keep(person, now, db)
      return number
    }
  }

  private static func add(_ name: String, _ db: Database) throws -> Int64 {
    let number = try PersonRecord.numberMaking(typed: name, db)
    try db.execute(sql: "UPDATE person SET isKept = 1 WHERE id = ?", arguments: [number])
    return number
  }

  /// Everything about them but the name. Nothing where they are gone.
  /// - Throws: `nameTaken` where one of the other names is somebody else's.
  package func keep(_ person: Person, now: Instant) throws(Problem) {
    try write { db in try Vault.keep(person, now, db) }
  }

  private static func keep(_ person: Person, _ now: Instant, _ db: Database) throws {
    guard let record = try PersonRecord.find(person.id, db), record.person != person else { return }
    try step(about: [record], now, db)
    var person = person
    // Those that came in from elsewhere stay as they came.
    person.aliases = try person.aliases.map { try record.person.aliases.contains($0) ? $0 : PersonName.kept($0) }
    try PersonRecord.keep(person, as: record.number, db)
  }

  /// What is written keeps the name it has there, which goes on to mean the same person.
  /// - Throws: `nameTaken`, `noSuchPerson`, `textEmpty`, `nameHasComma`.
  package func rename(_ id: UUID, to name: String, now: Instant) throws(Problem) {
    let name = try PersonName.new(name)
    try write { db in
      guard let record = try PersonRecord.find(id, db) else { throw Problem.noSuchPerson(id.uuidString) }
      try Vault.step(about: [record], now, db)
      try PersonRecord.rename(record, to: name, db)
    }
  }

  /// One person turns out to be another: everything about the first becomes the second's. The same twice changes nothing.
  /// - Returns: who is left.
  /// - Throws: `noSuchPerson`.
  package func merge(_ id: UUID, into other: UUID, now: Instant) throws(Problem) -> Person {
    try write { db in
      guard let record = try PersonRecord.find(id, db) else { throw Problem.noSuchPerson(id.uuidString) }
      guard let target = try PersonRecord.find(other, db) else { throw Problem.noSuchPerson(other.uuidString) }
      if record.number != target.number {
        try Vault.step(about: [record, target], now, db)
        try PersonRecord.merge(record, into: target, db)
      }
      return try PersonRecord.find(other, db)?.person ?? target.person
    }
  }

  /// Their page goes, with touchpoints and answers; for good when the trash is emptied. What is written of them stays
  /// as it is written.
  package func deletePerson(_ id: UUID, now: Instant) throws(Problem) {
    try write { db in
      guard let record = try PersonRecord.find(id, db) else { return }
      try Vault.step(about: [record], now, db)
      try db.execute(sql: "DELETE FROM person WHERE uuid = ?", arguments: [id])
    }
  }

  /// There was a real contact on a day; an earlier one than is known changes nothing.
  package func meet(_ id: UUID, on day: Day, now: Instant) throws(Problem) {
    try write { db in
      guard let record = try PersonRecord.find(id, db) else { return }
      try Vault.step(about: [record], now, db)
      try db.execute(
        sql: "UPDATE person SET isKept = 1, contactOn = max(coalesce(contactOn, ?1), ?1) WHERE uuid = ?2",
        arguments: [day, id])
    }
  }

  /// Answers of the bond check; a second one of a day takes the place of the first.
  package func keep(_ answers: [BondAnswer], about id: UUID, now: Instant) throws(Problem) {
    try write { db in
      guard let record = try PersonRecord.find(id, db) else { return }
      try Vault.step(about: [record], now, db)
      try Vault.keep(answers, about: record, db)
    }
  }

  /// The same for what was answered elsewhere, which nothing here takes back.
  package func takeIn(_ answers: [Person.ID: [BondAnswer]]) throws(Problem) {
    try write { db in
      for (id, answers) in answers {
        if let record = try PersonRecord.find(id, db) { try Vault.keep(answers, about: record, db) }
      }
    }
  }

  private static func keep(_ answers: [BondAnswer], about record: PersonRecord, _ db: Database) throws {
    for answer in answers {
      try db.execute(
        sql: "INSERT OR REPLACE INTO bondAnswer (person, question, day, value) VALUES (?, ?, ?, ?)",
        arguments: [record.number, answer.question.rawValue, answer.day, answer.value])
    }
  }

  /// Nudges about them stop, or may come again. Why is written nowhere.
  package func flag(_ id: UUID, _ isOn: Bool) throws(Problem) {
    try write { db in
      try db.execute(sql: "UPDATE person SET isFlagged = ? WHERE uuid = ?", arguments: [isOn, id])
    }
  }

  /// What is done next to these can be taken back.
  private static func step(about records: [PersonRecord], _ now: Instant, _ db: Database) throws {
    guard let first = records.first else { return }
    let before = try PeopleBefore(records.map(\.number), db)
    try StepRecord(.people, .people(first.person.id, before: before), at: now, db)
  }

  private func changePerson(named name: String, _ change: (Database) throws -> Int64) throws(Problem) -> Person {
    let found = try write { db in try PersonRecord.find(numbered: try change(db), db)?.person }
    guard let found else { throw .noSuchPerson(name) }
    return found
  }
}
