import GRDB
import HearthCore

/// What a list shows of entries, collected row by row while a query runs, by the places of its columns: each key of a
/// search builds such a list.
struct FoundHeads {
  private var numbers: [Int64] = []
  private var heads: [EntryHead] = []

  var count: Int { heads.count }

  /// - Parameters:
  ///   - row: of `EntryRecord.headColumns`; more columns may follow.
  ///   - excerpt: in place of how the entry begins.
  mutating func append(_ row: Row, excerpt: String? = nil) {
    let (title, beginning): (Verbatim, Verbatim) = (row[6], row[7])
    numbers.append(row[0])
    heads.append(
      EntryHead(
        id: row[1], stamp: Stamp(instant: row[2], offset: row[3], zone: row[4]), day: row[5], title: title.text,
        excerpt: excerpt ?? beginning.text, tags: [], people: [], mood: row[11], isStarred: row[8], trashedAt: row[9],
        isHushed: row[10]))
  }

  /// All of them, with the names in them: those of all rows come in two queries.
  func named(_ db: Database) throws -> [EntryHead] {
    if heads.isEmpty { return [] }
    let places = Dictionary(uniqueKeysWithValues: zip(numbers, heads.indices))
    var named = heads
    try eachName("name FROM entryTag JOIN tag ON tag.id = entryTag.tag", db) { entry, name in
      places[entry].map { named[$0].tags.append(name) }
    }
    try eachName("written FROM mention", db) { entry, name in places[entry].map { named[$0].people.append(name) } }
    return named
  }

  /// In the order in which they stand in their entries.
  private func eachName(_ table: String, _ db: Database, _ take: (Int64, String) -> Void) throws {
    let sql = "SELECT entry, \(table) WHERE entry IN (SELECT value FROM json_each(?)) ORDER BY entry, place"
    let names = try Row.fetchCursor(db.cachedStatement(sql: sql), arguments: [numbers.jsonArray])
    while let row = try names.next() { take(row[0], row[1]) }
  }
}

extension Sequence where Element: BinaryInteger {
  /// For SQLite's `json_each`.
  var jsonArray: String { "[\(map { String($0) }.joined(separator: ","))]" }
}
