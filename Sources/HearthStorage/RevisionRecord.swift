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
    let version = Revision(
      id: 0, text: entry.text, stamp: entry.stamp, addedTags: entry.addedTags, writtenAt: entry.modifiedAt,
      replacedAt: now, reason: reason)
    try insert(version, of: number, db)
  }

  /// Takes over a version of another journal, as the last one of an entry that is there.
  static func keep(_ version: Revision, of entry: UUID, _ db: Database) throws {
    guard let number = try EntryRecord.find(entry, db)?.id else { return }
    try insert(version, of: number, db)
  }

  private static func insert(_ version: Revision, of number: Int64, _ db: Database) throws {
    let statement = try db.cachedStatement(
      sql: """
        INSERT INTO revision (entry, at, offset, zone, text, addedTags, writtenAt, replacedAt, reason)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)
    let stamp = version.stamp
    try statement.execute(arguments: [
      number, stamp.instant, stamp.offset, stamp.zone, Verbatim(version.text), NameList(version.addedTags),
      version.writtenAt, version.replacedAt, version.reason.rawValue,
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

  /// When another text gave way to the one there is now, or to one that reads the same; nil where none ever did.
  static func lastRewording(of entry: Entry, _ db: Database) throws -> Instant? {
    let sql = """
      SELECT text, replacedAt FROM revision WHERE entry = (SELECT id FROM entry WHERE uuid = ?) ORDER BY id DESC
      """
    let rows = try Row.fetchCursor(db, sql: sql, arguments: [entry.id])
    while let row = try rows.next() {
      let text: Verbatim = row["text"]
      if !text.text.utf8.elementsEqual(entry.text.utf8) { return row["replacedAt"] }
    }
    return nil
  }

  /// Whether the entry ever read like this.
  static func hasVersion(_ text: String, of entry: Int64, _ db: Database) throws -> Bool {
    let sql = "SELECT EXISTS (SELECT 1 FROM revision WHERE entry = ? AND text = ?)"
    return try Bool.fetchOne(db, sql: sql, arguments: [entry, Verbatim(text)]) == true
  }

  static func revision(_ row: Row) -> Revision {
    let (text, tags): (Verbatim, NameList) = (row["text"], row["addedTags"])
    return Revision(
      id: row["id"], text: text.text, stamp: Stamp(row), addedTags: tags.names, writtenAt: row["writtenAt"],
      // A reason written by a newer Hearth is read as an edit.
      replacedAt: row["replacedAt"], reason: Revision.Reason(rawValue: row["reason"]) ?? .edit)
  }
}
