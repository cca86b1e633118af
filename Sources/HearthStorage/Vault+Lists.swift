import Foundation
import GRDB
package import HearthCore

extension Vault {
  /// What a list shows: the rows that follow one, in the filter's order.
  ///
  /// That order is by day, then by instant, then as saved. Only where more than days and stars is asked for, two
  /// entries of the same few minutes may stand as they were saved. Where words are sought, `excerpt` is the place where
  /// they stand.
  /// - Parameter cursor: the last row seen; nil begins at the beginning.
  /// - Parameter tellsPlaces: whether that place is asked for; without it no text is read.
  package func heads(
    _ filter: EntryFilter = EntryFilter(), after cursor: HeadCursor? = nil, limit: Int, tellsPlaces: Bool = true
  ) throws(Problem) -> [EntryHead] {
    try read { db in
      var query = try EntryQuery(filter, db)
      query.start = cursor.map(EntryQuery.Start.after) ?? .first
      return try query.heads(limit: limit, tellsPlaces: tellsPlaces, db)
    }
  }

  /// The first rows, and how many there are in all: each key of a search asks for both.
  /// - Parameter most: counting stops past it, and `count` is one more.
  package func found(
    _ filter: EntryFilter, limit: Int, countingTo most: Int
  ) throws(Problem) -> (heads: [EntryHead], count: Int) {
    try read { db in
      let query = try EntryQuery(filter, db).answered(most: max(most + 1, limit), db)
      return (try query.heads(limit: limit, db), try query.count(most: most, db))
    }
  }

  /// The last rows before one, in the filter's order.
  package func heads(_ filter: EntryFilter, before cursor: HeadCursor, limit: Int) throws(Problem) -> [EntryHead] {
    try read { db in
      var query = try EntryQuery(filter, db)
      query.start = .after(cursor)
      query.isReversed = true
      return try query.heads(limit: limit, db).reversed()
    }
  }

  /// The rows from the first of a day on; where it has none, from the next in the filter's order.
  package func heads(_ filter: EntryFilter, from day: Day, limit: Int) throws(Problem) -> [EntryHead] {
    try read { db in
      var query = try EntryQuery(filter, db)
      query.start = .day(day)
      return try query.heads(limit: limit, db)
    }
  }

  /// Whole entries in the filter's order, a few at a time in memory. Between them the journal can be asked and written.
  /// - Parameter limit: nil for all of them.
  package func entries(
    _ filter: EntryFilter = EntryFilter(), limit: Int? = nil, each: (Entry) throws(Problem) -> Void
  ) throws(Problem) {
    var query = try read { db in try EntryQuery(filter, db) }
    var rest = limit ?? .max
    while rest > 0 {
      let entries = try entries(query, limit: min(rest, 100))
      for entry in entries { try each(entry) }
      guard let last = entries.last else { return }
      query.start = .after(HeadCursor(last))
      rest -= entries.count
    }
  }

  private func entries(_ query: EntryQuery, limit: Int) throws(Problem) -> [Entry] {
    try read { db in try query.rows(EntryRecord.columns, limit: limit, db).map { try EntryRecord($0, db).entry } }
  }

  /// How many a filter leaves.
  /// - Parameter most: counting stops past it, and the answer is one more; nil counts all.
  package func count(_ filter: EntryFilter = EntryFilter(), most: Int? = nil) throws(Problem) -> Int {
    try read { db in try EntryQuery(filter, db).count(most: most, db) }
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
}

extension EntryQuery {
  /// Texts are read only where a place in them is to be shown.
  fileprivate func heads(limit: Int, tellsPlaces: Bool = true, _ db: Database) throws -> [EntryHead] {
    let sought = Sought(tellsPlaces ? filter.condition : .everything)
    let columns = EntryRecord.headColumns + (sought.isEmpty ? "" : ", e.text")
    let rows = try request(columns, limit: limit, db).fetchCursor(db)
    var heads = FoundHeads()
    while let row = try rows.next() {
      heads.append(row, excerpt: sought.isEmpty ? nil : sought.excerpt(of: Entry.body(of: (row[12] as Verbatim).text)))
    }
    return try heads.named(db)
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
