import Foundation
import GRDB
import HearthCore

/// An earlier version of an entry, in the table `revision`.
enum RevisionRecord {
  static func keep(_ version: Revision, of entry: Int64, _ db: Database) throws {
    let statement = try db.cachedStatement(
      sql: """
        INSERT INTO revision (entry, at, offset, zone, text, addedTags, writtenAt, replacedAt, reason)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)
    try statement.execute(arguments: [
      entry, version.stamp.instant, version.stamp.offset, version.stamp.zone, Verbatim(version.text),
      NameList(version.addedTags), version.writtenAt, version.replacedAt, version.reason.rawValue,
    ])
  }

  /// Newest first.
  static func all(of entry: UUID, limit: Int, _ db: Database) throws -> [Revision] {
    let sql = """
      SELECT * FROM revision WHERE entry = (SELECT id FROM entry WHERE uuid = ?) ORDER BY id DESC LIMIT ?
      """
    return try Row.fetchAll(db, sql: sql, arguments: [entry, limit]).map(revision)
  }

  /// Whether the entry ever read like this.
  static func hasVersion(_ text: String, of entry: Int64, _ db: Database) throws -> Bool {
    let sql = "SELECT EXISTS (SELECT 1 FROM revision WHERE entry = ? AND text = ?)"
    return try Bool.fetchOne(db, sql: sql, arguments: [entry, Verbatim(text)]) == true
  }

  private static func revision(_ row: Row) -> Revision {
    let (text, tags): (Verbatim, NameList) = (row["text"], row["addedTags"])
    return Revision(
      text: text.text, stamp: Stamp(row), addedTags: tags.names, writtenAt: row["writtenAt"],
      // A reason of a later Hearth is an edit to this one.
      replacedAt: row["replacedAt"], reason: Revision.Reason(rawValue: row["reason"]) ?? .edit)
  }
}
