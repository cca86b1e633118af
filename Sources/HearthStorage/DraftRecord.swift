import Foundation
import GRDB
import HearthCore

/// What is on the page and not saved, in the table `draft`: one row an entry.
enum DraftRecord {
  /// A draft is written over in its place: put in anew it would be found anew, and a second page were written each time.
  private static let keeping: String = {
    let columns = [
      "entry", "isEdit", "at", "offset", "zone", "text", "addedTags", "mood", "starred", "prompt", "touched", "keptAt",
    ]
    return """
      INSERT INTO draft (\(columns.joined(separator: ", "))) VALUES (\(columns.map { _ in "?" }.joined(separator: ", ")))
      ON CONFLICT (entry) DO UPDATE SET
        \(columns.dropFirst().map { "\($0) = excluded.\($0)" }.joined(separator: ", "))
      """
  }()

  static func keep(_ draft: Draft, _ db: Database) throws {
    let statement = try db.cachedStatement(sql: keeping)
    let stamp = draft.stamp
    try statement.execute(arguments: [
      draft.entry, draft.isEdit, stamp.instant, stamp.offset, stamp.zone, Verbatim(draft.text),
      NameList(draft.addedTags), draft.mood, draft.isStarred, draft.prompt,
      NameList(draft.touched.map(\.rawValue).sorted()), draft.keptAt,
    ])
  }

  /// The last kept first.
  static func all(limit: Int, _ db: Database) throws -> [Draft] {
    try Row.fetchAll(db, sql: "SELECT * FROM draft ORDER BY keptAt DESC LIMIT ?", arguments: [limit]).map(draft)
  }

  static func find(_ entry: UUID, _ db: Database) throws -> Draft? {
    try Row.fetchOne(db, sql: "SELECT * FROM draft WHERE entry = ?", arguments: [entry]).map(draft)
  }

  static func exists(of entry: UUID, _ db: Database) throws -> Bool {
    try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM draft WHERE entry = ?)", arguments: [entry]) == true
  }

  static func forget(_ entry: UUID, _ db: Database) throws {
    try db.cachedStatement(sql: "DELETE FROM draft WHERE entry = ?").execute(arguments: [entry])
  }

  static func draft(_ row: Row) -> Draft {
    let (text, tags): (Verbatim, NameList) = (row["text"], row["addedTags"])
    let touched: NameList? = row["touched"]
    return Draft(
      entry: row["entry"], isEdit: row["isEdit"], text: text.text, stamp: Stamp(row), addedTags: tags.names,
      mood: row["mood"], isStarred: row["starred"], prompt: row["prompt"],
      touched: touched.map { Set($0.names.compactMap(Detail.init)) } ?? .all, keptAt: row["keptAt"])
  }
}
