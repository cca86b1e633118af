import Foundation
import GRDB
package import HearthCore

extension Vault {
  /// What a list shows, newest first: by day, then by instant, then as saved.
  /// - Parameter cursor: the last row seen; nil begins with the newest.
  package func heads(
    _ filter: EntryFilter = EntryFilter(), before cursor: HeadCursor? = nil, limit: Int
  ) throws(Problem) -> [EntryHead] {
    try heads(EntryQuery(filter: filter, cursor: cursor), limit)
  }

  /// The other way: oldest first.
  /// - Parameter cursor: the last row seen; nil begins with the oldest.
  package func heads(
    _ filter: EntryFilter = EntryFilter(), after cursor: HeadCursor?, limit: Int
  ) throws(Problem) -> [EntryHead] {
    try heads(EntryQuery(filter: filter, direction: .oldestFirst, cursor: cursor), limit)
  }

  private func heads(_ query: EntryQuery, _ limit: Int) throws(Problem) -> [EntryHead] {
    try read { db in
      try query.rows(EntryRecord.headColumns, limit: limit).fetchAll(db).map { try EntryRecord.head($0, db) }
    }
  }

  /// Whole entries, newest first, a few at a time in memory. Between them the journal can be asked and written.
  /// - Parameter limit: nil for all of them.
  package func entries(
    _ filter: EntryFilter = EntryFilter(), limit: Int? = nil, each: (Entry) throws(Problem) -> Void
  ) throws(Problem) {
    var query = EntryQuery(filter: filter)
    var rest = limit ?? .max
    while rest > 0 {
      let entries = try entries(query, limit: min(rest, 100))
      for entry in entries { try each(entry) }
      guard let last = entries.last else { return }
      query.cursor = HeadCursor(last)
      rest -= entries.count
    }
  }

  private func entries(_ query: EntryQuery, limit: Int) throws(Problem) -> [Entry] {
    try read { db in
      try query.rows(EntryRecord.columns, limit: limit).fetchAll(db).map { try EntryRecord($0, db).entry }
    }
  }

  /// How many a filter leaves.
  package func count(_ filter: EntryFilter = EntryFilter()) throws(Problem) -> Int {
    try read { db in try EntryQuery(filter: filter).count.fetchOne(db) ?? 0 }
  }

  /// Entries whose id begins so, out of the trash too, in the order of their ids.
  /// - Parameter prefix: hexadecimal digits in any case, with or without hyphens; anything else, or nothing, finds
  ///   nothing.
  package func entries(matchingID prefix: String, limit: Int) throws(Problem) -> [Entry] {
    guard let range = IDRange(prefix) else { return [] }
    let sql = "SELECT \(EntryRecord.columns) FROM entry AS e WHERE e.uuid BETWEEN ? AND ? ORDER BY e.uuid LIMIT ?"
    return try read { db in
      try Row.fetchAll(db, sql: sql, arguments: [range.first, range.last, limit]).map { try EntryRecord($0, db).entry }
    }
  }

  /// The newest entries that hold every one of the words, the last of which may be unfinished. Case and accents do not
  /// count.
  package func search(_ words: String, limit: Int) throws(Problem) -> [EntryHead] {
    guard let match = SearchWords(words).match else { return [] }
    let sql = """
      SELECT \(EntryRecord.headColumns)
      FROM (SELECT rowid AS ord FROM entryIndex WHERE entryIndex MATCH ? ORDER BY rowid DESC LIMIT ?) AS found
      CROSS JOIN entry AS e ON e.ord = found.ord
      """
    return try read { db in
      let heads = try Row.fetchAll(db, sql: sql, arguments: [match, limit]).map { try EntryRecord.head($0, db) }
      // The index knows the order of slots only.
      return heads.sorted { ($0.day, $0.stamp.instant) > ($1.day, $1.stamp.instant) }
    }
  }
}

/// All ids that begin with the same digits.
private struct IDRange {
  let first: Data
  let last: Data

  init?(_ prefix: String) {
    let digits = prefix.filter { $0 != "-" }
    guard (1...32).contains(digits.count), digits.allSatisfy({ $0.isASCII && $0.isHexDigit }) else { return nil }
    first = IDRange.bytes(digits, filledWith: "0")
    last = IDRange.bytes(digits, filledWith: "f")
  }

  private static func bytes(_ digits: String, filledWith digit: Character) -> Data {
    let filled = Array(digits + String(repeating: digit, count: 32 - digits.count))
    return Data(stride(from: 0, to: 32, by: 2).compactMap { UInt8(String(filled[$0...($0 + 1)]), radix: 16) })
  }
}
