package import Foundation
import GRDB
package import HearthCore

extension Vault {
  /// All of them, those at rest too, in the order in which they were begun.
  package func rhythms() throws(Problem) -> [Rhythm] { try read { db in try TouchpointRecord.all(db) } }

  /// A new one, or in place of the one with its id.
  /// - Parameter name: of whom it is with, who is added where nobody is called so; nil or blank leaves it with whom it
  ///   says itself.
  package func keep(_ touchpoint: Touchpoint, with name: String? = nil, now: Instant) throws(Problem) {
    let name = name.flatMap { $0.allSatisfy(\.isWhitespace) ? nil : $0 }
    try write { db in
      try Vault.step(about: touchpoint.id, now, db)
      try Vault.keep(touchpoint, with: name, db)
    }
  }

  private static func keep(_ touchpoint: Touchpoint, with name: String?, _ db: Database) throws {
    let number =
      if let name { try PersonRecord.numberMaking(typed: name, db) } else {
        try touchpoint.person.flatMap { try PersonRecord.find($0, db)?.number }
      }
    try TouchpointRecord.keep(touchpoint, with: number, db)
    guard let number else { return }
    try db.execute(sql: "UPDATE person SET isKept = 1 WHERE id = ?", arguments: [number])
    guard let day = touchpoint.doneOn else { return }
    try db.execute(
      sql: "UPDATE person SET contactOn = max(coalesce(contactOn, ?1), ?1) WHERE id = ?2", arguments: [day, number])
  }

  /// What it brought about stays.
  package func deleteTouchpoint(_ id: UUID, now: Instant) throws(Problem) {
    try write { db in
      try Vault.step(about: id, now, db)
      try db.execute(sql: "DELETE FROM touchpoint WHERE uuid = ?", arguments: [id])
    }
  }

  /// What is done next to this one can be taken back, also what it tells of whom it is with.
  private static func step(about touchpoint: UUID, _ now: Instant, _ db: Database) throws {
    let person = try Int64.fetchAll(
      db, sql: "SELECT person FROM touchpoint WHERE uuid = ? AND person IS NOT NULL", arguments: [touchpoint])
    let before = try PeopleBefore(person, touchpoint: touchpoint, db)
    try StepRecord(.people, .people(touchpoint, before: before), at: now, db)
  }

  /// Comes in from elsewhere, and takes no place of what is there.
  static func takeIn(_ people: [Person], _ touchpoints: [Touchpoint], _ db: Database) throws {
    for person in people {
      let isKnown = try PersonRecord.find(person.id, db) != nil
      let isNamed = try PersonRecord.number(named: person.name, db).flatMap { number in
        try Bool.fetchOne(db, sql: "SELECT isKept FROM person WHERE id = ?", arguments: [number])
      }
      if isKnown || isNamed == true { continue }
      let number = try PersonRecord.numberMaking(person.name, db)
      try db.execute(sql: "UPDATE person SET uuid = ? WHERE id = ?", arguments: [person.id, number])
      var arriving = person
      arriving.aliases = try person.aliases.filter { try PersonRecord.number(named: $0, db) == nil }
      try PersonRecord.keep(arriving, as: number, db)
    }
    let known = try Set(TouchpointRecord.all(db).map(\.touchpoint.id))
    for touchpoint in touchpoints where !known.contains(touchpoint.id) { try keep(touchpoint, with: nil, db) }
  }
}
