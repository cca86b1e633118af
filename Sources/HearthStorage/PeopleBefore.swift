import Foundation
import GRDB
import HearthCore

/// The rows of people, or of a standing contact, as they were before a change, with all rows that refer to them.
struct PeopleBefore: Codable {
  /// Rows of the table `person`.
  private let people: [StoredRow]
  /// Rows by table: of `tables`, those that refer to these people; and the touchpoint, if it is with none of them.
  private let hanging: [String: [StoredRow]]
  /// The touchpoint that was changed. If it has no row here, it did not exist before and is deleted again.
  private let touchpoint: UUID?

  /// Rows of `mention` and `momentPerson` are dropped if their entry or moment has been deleted since.
  private static let tables = ["alias", "bondAnswer", "touchpoint", "mention", "momentPerson"]

  init(_ numbers: [Int64], touchpoint: UUID? = nil, _ db: Database) throws {
    self.touchpoint = touchpoint
    people = try numbers.flatMap { try StoredRow.all(in: "person", where: "id = ?", [$0], db) }
    var hanging: [String: [StoredRow]] = [:]
    for table in Self.tables {
      hanging[table] = try numbers.flatMap { try StoredRow.all(in: table, where: "person = ?", [$0], db) }
    }
    if let touchpoint {
      let rest = "uuid = ? AND (person IS NULL OR person NOT IN (\(numbers.map(String.init).joined(separator: ","))))"
      hanging["touchpoint", default: []] += try StoredRow.all(in: "touchpoint", where: rest, [touchpoint], db)
    }
    self.hanging = hanging
  }

  /// What they were called, in the order in which they were given.
  var names: [String] { people.compactMap { String.fromDatabaseValue($0["name"]) } }

  // MARK: Putting back

  func putBack(_ db: Database) throws {
    var numbers: [Int64: Int64] = [:]
    for person in people { numbers[person.number("id")] = try Self.putBack(person, db) }
    try clear(Array(numbers.values), db)
    for table in Self.tables {
      for row in hanging[table] ?? [] { try Self.putBack(row.naming(numbers), in: table, db) }
    }
    for number in numbers.values { try PersonRecord.recount(number, db) }
  }

  /// If someone has that name now, the row is restored into theirs. An `isFlagged` set meanwhile stays.
  /// - Returns: the person's row number, which may differ from the earlier one.
  private static func putBack(_ person: StoredRow, _ db: Database) throws -> Int64 {
    let known = "SELECT coalesce((SELECT id FROM person WHERE uuid = ?), (SELECT id FROM person WHERE folded = ?))"
    let values = person.without(["id", "uses"])
    guard let number = try Int64.fetchOne(db, sql: known, arguments: [person["uuid"], person["folded"]]) else {
      try values.insert(into: "person", db)
      return db.lastInsertedRowID
    }
    let isFlagged = try Bool.fetchOne(db, sql: "SELECT isFlagged FROM person WHERE id = ?", arguments: [number])
    try values.update("person", where: "id", number.databaseValue, db)
    if isFlagged == true { try db.execute(sql: "UPDATE person SET isFlagged = 1 WHERE id = ?", arguments: [number]) }
    return number
  }

  /// Deletes the present rows that the restored ones replace.
  private func clear(_ numbers: [Int64], _ db: Database) throws {
    for number in numbers {
      for table in ["alias", "bondAnswer"] {
        try db.execute(sql: "DELETE FROM \(table) WHERE person = ?", arguments: [number])
      }
      for (table, column) in [("mention", "entry"), ("momentPerson", "moment")] {
        for row in hanging[table] ?? [] {
          let pair: StatementArguments = [row[column], number]
          try db.execute(sql: "DELETE FROM \(table) WHERE \(column) = ? AND person = ?", arguments: pair)
        }
      }
    }
    let isNew = touchpoint.map { id in !(hanging["touchpoint"] ?? []).contains { $0["uuid"] == id.databaseValue } }
    if isNew == true { try db.execute(sql: "DELETE FROM touchpoint WHERE uuid = ?", arguments: [touchpoint]) }
  }

  private static func putBack(_ row: StoredRow, in table: String, _ db: Database) throws {
    switch table {
    case "touchpoint":
      let isThere = try Bool.fetchOne(
        db, sql: "SELECT EXISTS (SELECT 1 FROM touchpoint WHERE uuid = ?)", arguments: [row["uuid"]])
      let values = row.without(["id"])
      if isThere == true { return try values.update("touchpoint", where: "uuid", row["uuid"], db) }
      try values.insert(into: table, db)
    case "mention": if try isThere(row["entry"], in: "entry", db) { try row.insert(into: table, db) }
    case "momentPerson": if try isThere(row["moment"], in: "moment", db) { try row.insert(into: table, db) }
    default: try row.insert(into: table, db)
    }
  }

  private static func isThere(_ number: DatabaseValue, in table: String, _ db: Database) throws -> Bool {
    try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM \(table) WHERE id = ?)", arguments: [number]) == true
  }
}

/// A row of any table, to be written again later.
struct StoredRow: Codable {
  private var values: [String: StoredValue]

  static func all(in table: String, where condition: String, _ arguments: StatementArguments, _ db: Database) throws
    -> [StoredRow]
  {
    try Row.fetchAll(db, sql: "SELECT * FROM \(table) WHERE \(condition)", arguments: arguments)
      .map { row in StoredRow(values: Dictionary(row.map { ($0, StoredValue($1)) }) { first, _ in first }) }
  }

  subscript(column: String) -> DatabaseValue { values[column]?.databaseValue ?? .null }

  func number(_ column: String) -> Int64 { Int64.fromDatabaseValue(self[column]) ?? 0 }

  func without(_ columns: [String]) -> StoredRow { StoredRow(values: values.filter { !columns.contains($0.key) }) }

  /// The same row, with person numbers replaced by the present ones.
  func naming(_ numbers: [Int64: Int64]) -> StoredRow {
    var row = self
    if let now = numbers[number("person")] { row.values["person"] = StoredValue(now.databaseValue) }
    return row
  }

  private var columns: [String] { values.keys.sorted() }
  private var arguments: StatementArguments { StatementArguments(columns.map { self[$0] }) }

  /// An existing row with the same key is kept.
  func insert(into table: String, _ db: Database) throws {
    try db.insert(columns.map { ($0, self[$0]) }, into: table, onConflict: .ignore)
  }

  func update(_ table: String, where key: String, _ value: DatabaseValue, _ db: Database) throws {
    let assignments = columns.map { "\($0) = ?" }.joined(separator: ", ")
    try db.execute(sql: "UPDATE \(table) SET \(assignments) WHERE \(key) = ?", arguments: arguments + [value])
  }
}

/// What can stand in a column.
private enum StoredValue: Codable {
  case null
  case number(Int64)
  case real(Double)
  case text(String)
  case bytes(Data)

  init(_ value: DatabaseValue) {
    self =
      switch value.storage {
      case .null: .null
      case .int64(let number): .number(number)
      case .double(let number): .real(number)
      case .string(let text): .text(text)
      case .blob(let data): .bytes(data)
      }
  }

  var databaseValue: DatabaseValue {
    switch self {
    case .null: .null
    case .number(let number): number.databaseValue
    case .real(let number): number.databaseValue
    case .text(let text): text.databaseValue
    case .bytes(let data): data.databaseValue
    }
  }
}
