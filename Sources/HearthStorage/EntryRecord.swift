import Foundation
import GRDB
import HearthCore

/// An entry as its rows hold it.
struct EntryRecord {
  /// The number other rows know it by. It never changes.
  let id: Int64
  let ord: Int
  var entry: Entry

  /// What a query has to select, from `entry AS e`, for `init(_:_:)`.
  static let columns = "\(headColumns), e.ord, e.text, e.prompt, e.createdAt, e.modifiedAt"
  /// The same for `FoundHeads`, which goes by their places: everything but the texts.
  static let headColumns = """
    e.id, e.uuid, e.at, e.offset, e.zone, e.day, e.title, e.excerpt, e.starred, e.trashedAt, e.isHushed,
    (SELECT value FROM reading WHERE entry = e.id AND measure = 'mood') AS mood
    """

  init(_ row: Row, _ db: Database) throws {
    id = row["id"]
    ord = row["ord"]
    let text: Verbatim = row["text"]
    entry = Entry(
      id: row["uuid"], stamp: Stamp(row), day: row["day"], createdAt: row["createdAt"], modifiedAt: row["modifiedAt"],
      text: text.text, addedTags: try EntryRecord.addedTags(of: row["id"], db), mood: row["mood"],
      isStarred: row["starred"], prompt: row["prompt"], trashedAt: row["trashedAt"], isHushed: row["isHushed"])
  }

  static func find(_ id: UUID, _ db: Database) throws -> EntryRecord? {
    let statement = try db.cachedStatement(sql: "SELECT \(columns) FROM entry AS e WHERE e.uuid = ?")
    return try Row.fetchOne(statement, arguments: [id]).map { try EntryRecord($0, db) }
  }

  static func find(numbered number: Int64, _ db: Database) throws -> EntryRecord? {
    let statement = try db.cachedStatement(sql: "SELECT \(columns) FROM entry AS e WHERE e.id = ?")
    return try Row.fetchOne(statement, arguments: [number]).map { try EntryRecord($0, db) }
  }

  private static func addedTags(of id: Int64, _ db: Database) throws -> [String] {
    let sql = """
      SELECT name FROM entryTag JOIN tag ON tag.id = entryTag.tag
      WHERE entry = ? AND added IS NOT NULL ORDER BY added
      """
    return try String.fetchAll(db.cachedStatement(sql: sql), arguments: [id])
  }
}
