import Foundation
import GRDB
import HearthCore

/// A row of the table `person`, with the other names out of `alias`.
struct PersonRecord {
  let number: Int64
  let person: Person
  let lastContact: Day?
  /// Entries outside the trash that name them.
  let mentions: Int

  /// From `person AS p`. Days of contact are those of moments, of touchpoints that took place, and those told.
  private static let columns = """
    p.*, (
      SELECT max(day) FROM (
        SELECT p.contactOn AS day
        UNION ALL SELECT doneOn FROM touchpoint WHERE person = p.id
        UNION ALL SELECT max(moment.day) FROM momentPerson AS mp JOIN moment ON moment.id = mp.moment
          WHERE mp.person = p.id AND \(MomentRecord.isContact))
    ) AS lastContact
    """

  private init(_ row: Row, _ db: Database) throws {
    number = row["id"]
    let (traits, needs): (NameList, NameList) = (row["traits"], row["needs"])
    let text = { (column: String) in (row[column] as Verbatim).text }
    person = Person(
      id: row["uuid"], name: row["name"], aliases: try PersonRecord.aliases(of: number, db),
      circle: (row["circle"] as String?).flatMap(Person.Circle.init),
      kind: (row["kind"] as String?).flatMap(Person.Kind.init),
      traits: Set(traits.names.compactMap(Person.Trait.init)), needs: Set(needs.names.compactMap(Need.init)),
      contexts: text("contexts"), rubsOff: text("rubsOff"), notes: text("notes"), role: text("role"),
      value: text("value"), isRemembered: row["isRemembered"], isResting: row["isResting"],
      isFlagged: row["isFlagged"])
    lastContact = row["lastContact"]
    mentions = row["uses"]
  }

  private static func aliases(of number: Int64, _ db: Database) throws -> [String] {
    let sql = "SELECT name FROM alias WHERE person = ? ORDER BY folded"
    return try String.fetchAll(db.cachedStatement(sql: sql), arguments: [number])
  }

  // MARK: Finding

  /// Those who were added and those who are named in a text, in the order of the alphabet.
  static func all(_ db: Database) throws -> [PersonRecord] {
    let sql = "SELECT \(columns) FROM person AS p WHERE p.uses > 0 OR p.isKept = 1 ORDER BY p.folded"
    return try Row.fetchAll(db, sql: sql).map { try PersonRecord($0, db) }
  }

  /// Those of whom more is known than a name in a text.
  static func kept(_ db: Database) throws -> [PersonRecord] {
    try Row.fetchAll(db, sql: "SELECT \(columns) FROM person AS p WHERE p.isKept = 1 ORDER BY p.folded")
      .map { try PersonRecord($0, db) }
  }

  /// Those about whom nothing is suggested: all of them, and those who are so because of the relationship check.
  enum Quiet: String {
    case all = "(isFlagged OR isResting OR isRemembered)"
    case flagged = "isFlagged"
  }

  /// Every name of theirs, folded.
  static func names(_ quiet: Quiet, _ db: Database) throws -> Set<String> {
    let own = "SELECT folded FROM person WHERE \(quiet.rawValue)"
    let others = "SELECT alias.folded FROM alias JOIN person ON person.id = alias.person WHERE \(quiet.rawValue)"
    return try String.fetchSet(db, sql: "\(own) UNION \(others)")
  }

  static func find(_ id: UUID, _ db: Database) throws -> PersonRecord? {
    try Row.fetchOne(db, sql: "SELECT \(columns) FROM person AS p WHERE p.uuid = ?", arguments: [id])
      .map { try PersonRecord($0, db) }
  }

  static func find(numbered number: Int64, _ db: Database) throws -> PersonRecord? {
    try Row.fetchOne(db, sql: "SELECT \(columns) FROM person AS p WHERE p.id = ?", arguments: [number])
      .map { try PersonRecord($0, db) }
  }

  /// The row number of the person with this name or, failing that, with this alias.
  static func number(named name: String, _ db: Database) throws -> Int64? {
    let statement = try db.cachedStatement(
      sql: "SELECT coalesce((SELECT id FROM person WHERE folded = ?1), (SELECT person FROM alias WHERE folded = ?1))")
    return try Row.fetchOne(statement, arguments: [name.folded])?[0]
  }

  /// Those who may be meant by a name that was typed, the likeliest first: it may have its `@`, and `_` in place of
  /// blanks. More than one of them are there only where a person has come in by a name with `_` in it.
  static func numbers(typed name: String, _ db: Database) throws -> [Int64] {
    let kept = ((try? PersonName.kept(name)) ?? name).folded
    let statement = try db.cachedStatement(
      sql: """
        SELECT id FROM (SELECT id, folded, 0 AS isOther FROM person UNION ALL SELECT person, folded, 1 FROM alias)
        WHERE folded = ?2 OR replace(folded, '_', ' ') = ?1 ORDER BY folded <> ?2, folded <> ?1, isOther
        """)
    return try Int64.fetchAll(statement, arguments: [kept, name.folded]).uniqued()
  }

  /// The row number of the person with this name, who is made where nobody has it.
  static func numberMaking(_ name: String, _ db: Database) throws -> Int64 {
    if let number = try number(named: name, db) { return number }
    try db.cachedStatement(sql: "INSERT INTO person (name, folded) VALUES (?, ?)")
      .execute(arguments: [name, name.folded])
    return db.lastInsertedRowID
  }

  /// The same for a name that was typed. One with a comma in it can only be somebody's who came with an import.
  /// - Throws: `nameHasComma`.
  static func numberMaking(typed name: String, _ db: Database) throws -> Int64 {
    if let number = try numbers(typed: name, db).first { return number }
    return try numberMaking(PersonName.new(name), db)
  }

  // MARK: Writing

  /// Everything but the name.
  /// - Throws: `nameTaken` where one of the other names is somebody else's.
  static func keep(_ person: Person, as number: Int64, _ db: Database) throws {
    try db.execute(
      sql: """
        UPDATE person SET isKept = 1, circle = :circle, kind = :kind, traits = :traits, needs = :needs,
          contexts = :contexts, rubsOff = :rubsOff, notes = :notes, role = :role, value = :value,
          isRemembered = :isRemembered, isResting = :isResting, isFlagged = :isFlagged
        WHERE id = :number
        """, arguments: arguments(of: person, number))
    try db.execute(sql: "DELETE FROM alias WHERE person = ?", arguments: [number])
    for name in person.aliases { try add(alias: name, to: number, db) }
  }

  private static func arguments(of person: Person, _ number: Int64) -> StatementArguments {
    [
      "number": number, "circle": person.circle?.rawValue, "kind": person.kind?.rawValue,
      "traits": NameList(Person.Trait.allCases.filter(person.traits.contains).map(\.rawValue)),
      "needs": NameList(Need.allCases.filter(person.needs.contains).map(\.rawValue)),
      "contexts": Verbatim(person.contexts), "rubsOff": Verbatim(person.rubsOff), "notes": Verbatim(person.notes),
      "role": Verbatim(person.role), "value": Verbatim(person.value), "isRemembered": person.isRemembered,
      "isResting": person.isResting, "isFlagged": person.isFlagged,
    ]
  }

  /// Does nothing if the alias is the person's own name.
  static func add(alias name: String, to number: Int64, _ db: Database) throws {
    if name.folded.isEmpty { return }
    if let other = try self.number(named: name, db) {
      guard other == number else { throw Problem.nameTaken(name) }
      return
    }
    try db.execute(
      sql: "INSERT INTO alias (folded, name, person) VALUES (?, ?, ?)", arguments: [name.folded, name, number])
  }

  /// - Throws: `nameTaken` where somebody else is called so.
  static func rename(_ record: PersonRecord, to name: String, _ db: Database) throws {
    let taken = try number(named: name, db)
    guard taken == nil || taken == record.number else { throw Problem.nameTaken(name) }
    let old = record.person.name
    try db.execute(sql: "DELETE FROM alias WHERE folded = ?", arguments: [name.folded])
    try db.execute(
      sql: "UPDATE person SET name = ?, folded = ?, isKept = 1 WHERE id = ?",
      arguments: [name, name.folded, record.number])
    try add(alias: old, to: record.number, db)
  }

  /// Moves every row that refers to one person to the other; the name that disappears becomes an alias.
  static func merge(_ record: PersonRecord, into other: PersonRecord, _ db: Database) throws {
    let (from, to) = (record.number, other.number)
    for table in ["mention", "momentPerson", "bondAnswer", "touchpoint"] {
      try db.execute(sql: "UPDATE OR IGNORE \(table) SET person = ? WHERE person = ?", arguments: [to, from])
    }
    try db.execute(
      sql: """
        UPDATE person SET isHushed = max(isHushed, (SELECT isHushed FROM person WHERE id = :from)),
          contactOn = (SELECT max(contactOn) FROM person WHERE id IN (:from, :to))
        WHERE id = :to
        """, arguments: ["from": from, "to": to])
    try recount(to, db)
    try db.execute(sql: "DELETE FROM person WHERE id = ?", arguments: [from])
    try keep(other.person.joined(with: record.person), as: to, db)
  }

  /// Counts anew how many entries mention the person, for mentions that were moved without firing the triggers.
  static func recount(_ number: Int64, _ db: Database) throws {
    try db.execute(
      sql: """
        UPDATE person SET uses = (SELECT count(*) FROM mention JOIN entry ON entry.id = entry
          WHERE person = ?1 AND trashedAt IS NULL)
        WHERE id = ?1
        """, arguments: [number])
  }
}
