import Foundation
import GRDB
import HearthCore

/// Something that was done and can be taken back, in the table `step`; how each entry was before, in `stepEntry`.
struct StepRecord {
  private let id: Int64
  /// Nil for what only a later Hearth can do.
  private let kind: Change.Kind?

  /// Beyond these the oldest are forgotten.
  private static let most = 100

  /// A new one, which holds no entry yet.
  init(_ kind: Change.Kind, at now: Instant, _ db: Database) throws {
    try db.execute(sql: "INSERT INTO step (kind, at) VALUES (?, ?)", arguments: [kind.rawValue, now])
    self.kind = kind
    id = db.lastInsertedRowID
  }

  private init(_ row: Row) {
    id = row["id"]
    kind = Change.Kind(rawValue: row["kind"])
  }

  static func last(_ db: Database) throws -> StepRecord? {
    try Row.fetchOne(db, sql: "SELECT id, kind FROM step ORDER BY id DESC LIMIT 1").map(StepRecord.init)
  }

  /// Forgets steps that hold no entry (any more), and those too long ago.
  static func tidy(_ db: Database) throws {
    try db.execute(
      sql: """
        DELETE FROM step WHERE id NOT IN (SELECT step FROM stepEntry);
        DELETE FROM step WHERE id NOT IN (SELECT id FROM step ORDER BY id DESC LIMIT \(most));
        """)
  }

  /// Keeps how an entry was.
  func keep(_ before: EntryRecord, _ db: Database) throws {
    let statement = try db.cachedStatement(
      sql: """
        INSERT INTO stepEntry (
          step, entry, at, offset, zone, day, addedTags, mood, starred, trashedAt, isHushed, text)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)
    let (entry, stamp) = (before.entry, before.entry.stamp)
    try statement.execute(arguments: [
      id, before.id, stamp.instant, stamp.offset, stamp.zone, entry.day, NameList(entry.addedTags), entry.mood,
      entry.isStarred, entry.trashedAt, entry.isHushed, kind == .version ? Verbatim(entry.text) : nil,
    ])
  }

  /// Makes the entries what they were in what the step changed, and forgets it.
  /// - Returns: nil where there was no entry left, or where it is not known what to do.
  func takeBack(at now: Instant, _ db: Database) throws -> Change.Kind? {
    let sql = "SELECT stepEntry.*, uuid FROM stepEntry JOIN entry ON entry.id = entry WHERE step = ?"
    let befores = try Row.fetchAll(db, sql: sql, arguments: [id])
    try db.execute(sql: "DELETE FROM step WHERE id = ?", arguments: [id])
    guard let kind, !befores.isEmpty else { return nil }
    for before in befores {
      let entry = try EntryRecord.find(before["uuid"], db)
      _ = try entry?.change(kind == .version ? .restored : .edit, at: now, db) { $0.takeBack(kind, to: before) }
    }
    return kind
  }
}

extension Entry {
  /// What the change did not touch stays as it is now.
  fileprivate mutating func takeBack(_ kind: Change.Kind, to before: Row) {
    switch kind {
    case .trash, .restore: trashedAt = before["trashedAt"]
    case .star, .unstar: isStarred = before["starred"]
    case .mood: mood = before["mood"]
    case .hush, .unhush: isHushed = before["isHushed"]
    case .date: (stamp, day) = (Stamp(before), before["day"])
    case .tags: addedTags = Entry.addedTags(before)
    case .version: (text, addedTags) = (Entry.text(before) ?? text, Entry.addedTags(before))
    }
  }

  private static func addedTags(_ before: Row) -> [String] {
    let tags: NameList = before["addedTags"]
    return tags.names
  }

  private static func text(_ before: Row) -> String? {
    let text: Verbatim? = before["text"]
    return text?.text
  }
}
