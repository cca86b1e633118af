import Foundation
import GRDB
import HearthCore

/// An earlier version of an entry, in the table `revision`.
enum RevisionRecord {
  /// Keeps how an entry reads.
  /// - Parameter number: of the entry, as other rows know it.
  static func keep(
    _ entry: Entry, _ reason: Revision.Reason, at now: Instant, of number: Int64, _ db: Database
  ) throws {
    let statement = try db.cachedStatement(
      sql: """
        INSERT INTO revision (entry, at, offset, zone, text, addedTags, writtenAt, replacedAt, reason)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)
    let stamp = entry.stamp
    try statement.execute(arguments: [
      number, stamp.instant, stamp.offset, stamp.zone, Verbatim(entry.text), NameList(entry.addedTags),
      entry.modifiedAt, now, reason.rawValue,
    ])
  }

  /// Newest first.
  /// - Parameter later: only those before it; nil begins with the last.
  static func all(of entry: UUID, before later: Revision.ID?, limit: Int, _ db: Database) throws -> [Revision] {
    let sql = """
      SELECT * FROM revision WHERE entry = (SELECT id FROM entry WHERE uuid = ?) AND id < ? ORDER BY id DESC LIMIT ?
      """
    return try Row.fetchAll(db, sql: sql, arguments: [entry, later ?? .max, limit]).map(revision)
  }

  /// Whether the entry ever read like this.
  static func hasVersion(_ text: String, of entry: Int64, _ db: Database) throws -> Bool {
    let sql = "SELECT EXISTS (SELECT 1 FROM revision WHERE entry = ? AND text = ?)"
    return try Bool.fetchOne(db, sql: sql, arguments: [entry, Verbatim(text)]) == true
  }

  private static func revision(_ row: Row) -> Revision {
    let (text, tags): (Verbatim, NameList) = (row["text"], row["addedTags"])
    return Revision(
      id: row["id"], text: text.text, stamp: Stamp(row), addedTags: tags.names, writtenAt: row["writtenAt"],
      // A reason of a later Hearth is an edit to this one.
      replacedAt: row["replacedAt"], reason: Revision.Reason(rawValue: row["reason"]) ?? .edit)
  }
}
