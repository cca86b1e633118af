import Foundation
import GRDB
import HearthCore

// How values of the journal stand in a column. Those that lists are full of are read from the statement itself
// (`StatementColumnConvertible`): by way of a `DatabaseValue` a row takes more than twice as long.

/// Text exactly as it was typed. It is stored as bytes, because a NUL character would end a TEXT: none
/// comes in from outside any more (`PlainText`, and imports), but what an earlier Hearth took in stays whole.
struct Verbatim: DatabaseValueConvertible, StatementColumnConvertible {
  let text: String
  init(_ text: String) { self.text = text }

  init?(sqliteStatement: SQLiteStatement, index: CInt) {
    text = String(decoding: Data(sqliteStatement: sqliteStatement, index: index), as: UTF8.self)
  }

  var databaseValue: DatabaseValue { Data(text.utf8).databaseValue }

  static func fromDatabaseValue(_ value: DatabaseValue) -> Verbatim? {
    Data.fromDatabaseValue(value).map { Verbatim(String(decoding: $0, as: UTF8.self)) }
  }
}

/// A few names in order, as a JSON array: only ever read together.
struct NameList: DatabaseValueConvertible {
  let names: [String]
  init(_ names: [String]) { self.names = names }

  var databaseValue: DatabaseValue {
    // The encoder takes its time, and most drafts have no names.
    if names.isEmpty { return "[]".databaseValue }
    let json = try? JSONEncoder().encode(names)  // strings always encode
    return String(decoding: json ?? Data("[]".utf8), as: UTF8.self).databaseValue
  }

  static func fromDatabaseValue(_ value: DatabaseValue) -> NameList? {
    guard let json = String.fromDatabaseValue(value) else { return nil }
    return (try? JSONDecoder().decode([String].self, from: Data(json.utf8))).map(NameList.init)
  }
}

extension Instant: DatabaseValueConvertible, StatementColumnConvertible {
  init?(sqliteStatement: SQLiteStatement, index: CInt) {
    self.init(milliseconds: Int64(sqliteStatement: sqliteStatement, index: index))
  }

  var databaseValue: DatabaseValue { milliseconds.databaseValue }
  static func fromDatabaseValue(_ value: DatabaseValue) -> Instant? {
    Int64.fromDatabaseValue(value).map(Instant.init(milliseconds:))
  }
}

extension Day: DatabaseValueConvertible, StatementColumnConvertible {
  init?(sqliteStatement: SQLiteStatement, index: CInt) {
    guard let number = Int(sqliteStatement: sqliteStatement, index: index) else { return nil }
    self.init(number: number)
  }

  var databaseValue: DatabaseValue { number.databaseValue }
  static func fromDatabaseValue(_ value: DatabaseValue) -> Day? {
    Int.fromDatabaseValue(value).map(Day.init(number:))
  }
}

extension Mood: DatabaseValueConvertible, StatementColumnConvertible {
  init?(sqliteStatement: SQLiteStatement, index: CInt) {
    guard let value = Int(sqliteStatement: sqliteStatement, index: index) else { return nil }
    self.init(rawValue: value)
  }

  var databaseValue: DatabaseValue { rawValue.databaseValue }
  static func fromDatabaseValue(_ value: DatabaseValue) -> Mood? {
    Int.fromDatabaseValue(value).flatMap(Mood.init(rawValue:))
  }
}

extension Stamp {
  /// From the columns `at`, `offset` and `zone`.
  init(_ row: Row) {
    self.init(instant: row["at"], offset: row["offset"], zone: row["zone"])
  }
}

extension String {
  /// One form for names that a person would call the same: case and the way accents are put together do not count.
  var folded: String {
    String(String.UnicodeScalarView(lowercased().unicodeScalars.filter { $0 != "\0" }))
      .precomposedStringWithCanonicalMapping
  }
}
