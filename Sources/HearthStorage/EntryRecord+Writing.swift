import Foundation
import GRDB
import HearthCore

extension EntryRecord {
  /// Inserts or updates by id. The earlier text is kept as a version; a save without changes writes nothing. Fields
  /// changed here are removed from earlier undo steps.
  /// - Parameter touched: which details beside the text to overwrite; of an existing entry the others are kept.
  /// - Returns: the entry as stored.
  static func save(
    _ entry: Entry, _ reason: Revision.Reason, touching touched: Set<Detail> = .all, at now: Instant, _ db: Database
  ) throws -> Entry {
    var entry = entry.tidied
    guard let before = try find(entry.id, db) else {
      if reason == .edit { try StepRecord.close(at: now, db) }
      return try insert(entry, db)
    }
    entry.takeDetails(of: before.entry, except: touched)
    entry.createdAt = before.entry.createdAt
    if reason == .edit { entry.modifiedAt = now }
    // Compose does not edit this flag, so saving must not clear it.
    entry.isHushed = before.entry.isHushed || reason == .imported && entry.isHushed
    try StepRecord.forget(entry.changes(since: before.entry), of: before.id, db)
    if reason == .edit, !entry.isSame(as: before.entry) { try StepRecord.close(at: now, db) }
    return try before.replace(with: entry, reason, at: now, db)
  }

  /// Writes a changed form of the entry, with `now` as the time of the change.
  /// - Returns: false where it changes nothing.
  func change(
    _ reason: Revision.Reason = .edit, at now: Instant, _ db: Database, _ change: (Entry) -> Entry
  ) throws -> Bool {
    var changed = change(entry).tidied
    if changed.isSame(as: entry) { return false }
    changed.modifiedAt = now
    _ = try replace(with: changed, reason, at: now, db)
    return true
  }

  private static func insert(_ entry: Entry, _ db: Database) throws -> Entry {
    let statement = try db.cachedStatement(
      sql: """
        INSERT INTO entry (
          uuid, ord, at, offset, zone, day, title, excerpt, text, starred, prompt, createdAt, modifiedAt, trashedAt,
          isHushed, marks)
        VALUES (
          :uuid, :ord, :at, :offset, :zone, :day, :title, :excerpt, :text, :starred, :prompt, :createdAt, :modifiedAt,
          :trashedAt, :isHushed, :marks)
        """)
    let ord = try TimeOrder.free(from: TimeOrder.wanted(entry.stamp, entry.day), db)
    try statement.execute(arguments: arguments(beside: entry, ord) + arguments(ofText: entry))
    let id = db.lastInsertedRowID
    try writeNames(of: entry, id, db)
    try writeMood(of: entry, id, db)
    return entry
  }

  private func replace(
    with changed: Entry, _ reason: Revision.Reason, at now: Instant, _ db: Database
  ) throws -> Entry {
    if changed.isSame(as: entry) { return entry }
    let sameText = changed.hasSameText(as: entry)
    if !sameText || changed.stamp != entry.stamp || changed.addedTags != entry.addedTags {
      try RevisionRecord.keep(entry, reason, at: now, of: id, db)
    }
    let wanted = TimeOrder.wanted(changed.stamp, changed.day)
    let stays = wanted == TimeOrder.wanted(entry.stamp, entry.day)
    let ord = stays ? ord : try TimeOrder.free(from: wanted, db)
    try update(changed, ord, withText: !sameText, db)
    if !sameText || changed.addedTags != entry.addedTags { try EntryRecord.writeNames(of: changed, id, db) }
    let sameMood = changed.mood == entry.mood && changed.stamp == entry.stamp && changed.day == entry.day
    if !sameMood { try EntryRecord.writeMood(of: changed, id, db) }
    return changed
  }

  /// - Parameter withText: false leaves the text, and what is made of it, as it stands in its row.
  private func update(_ entry: Entry, _ ord: Int, withText: Bool, _ db: Database) throws {
    let statement = try db.cachedStatement(
      sql: """
        UPDATE entry SET \(withText ? "title = :title, excerpt = :excerpt, text = :text," : "")
          ord = :ord, at = :at, offset = :offset, zone = :zone, day = :day, starred = :starred, prompt = :prompt,
          createdAt = :createdAt, modifiedAt = :modifiedAt, trashedAt = :trashedAt, isHushed = :isHushed, marks = :marks
        WHERE uuid = :uuid
        """)
    let beside = EntryRecord.arguments(beside: entry, ord)
    try statement.execute(arguments: withText ? beside + EntryRecord.arguments(ofText: entry) : beside)
  }

  private static func arguments(ofText entry: Entry) -> StatementArguments {
    ["title": Verbatim(entry.title), "excerpt": Verbatim(entry.excerpt), "text": Verbatim(entry.text)]
  }

  private static func arguments(beside entry: Entry, _ ord: Int) -> StatementArguments {
    [
      "uuid": entry.id, "ord": ord, "at": entry.stamp.instant, "offset": entry.stamp.offset,
      "zone": entry.stamp.zone, "day": entry.day, "starred": entry.isStarred, "prompt": entry.prompt,
      "createdAt": entry.createdAt, "modifiedAt": entry.modifiedAt, "trashedAt": entry.trashedAt,
      "isHushed": entry.isHushed, "marks": IndexMarks.all(of: entry),
    ]
  }

  /// Tags and people, of the text and beside it: all of them anew, since the places of all may have moved.
  private static func writeNames(of entry: Entry, _ id: Int64, _ db: Database) throws {
    try db.cachedStatement(sql: "DELETE FROM entryTag WHERE entry = ?").execute(arguments: [id])
    try db.cachedStatement(sql: "DELETE FROM mention WHERE entry = ?").execute(arguments: [id])
    for (place, tag) in entry.tags.map(\.folded).uniqued().enumerated() {
      let added = entry.addedTags.firstIndex(of: tag)
      let pair = "INSERT INTO entryTag (entry, place, tag, added) VALUES (?, ?, (SELECT id FROM tag WHERE name = ?), ?)"
      try db.cachedStatement(sql: "INSERT OR IGNORE INTO tag (name) VALUES (?)").execute(arguments: [tag])
      try db.cachedStatement(sql: pair).execute(arguments: [id, place, tag, added])
    }
    for (place, name) in entry.people.uniquedFolded().enumerated() {
      // Two names of one person are one mention.
      let pair = "INSERT OR IGNORE INTO mention (entry, place, person, written) VALUES (?, ?, ?, ?)"
      let person = try PersonRecord.numberMaking(name, db)
      try db.cachedStatement(sql: pair).execute(arguments: [id, place, person, name])
    }
  }

  /// A mood is a Reading of the measure `mood`, at the entry's time, under the entry's own uuid.
  private static func writeMood(of entry: Entry, _ id: Int64, _ db: Database) throws {
    guard let mood = entry.mood else {
      let removal = "DELETE FROM reading WHERE entry = ? AND measure = 'mood'"
      return try db.cachedStatement(sql: removal).execute(arguments: [id])
    }
    let statement = try db.cachedStatement(
      sql: """
        INSERT OR REPLACE INTO reading (uuid, measure, value, at, offset, zone, day, entry)
        VALUES (?, 'mood', ?, ?, ?, ?, ?, ?)
        """)
    let stamp = entry.stamp
    try statement.execute(arguments: [entry.id, mood, stamp.instant, stamp.offset, stamp.zone, entry.day, id])
  }
}

extension Entry {
  /// With its added tags in the one form in which tags are compared.
  fileprivate var tidied: Entry {
    var entry = self
    entry.addedTags = addedTags.map(\.folded).filter { !$0.isEmpty }.uniqued()
    return entry
  }

  /// But for when it was modified.
  fileprivate func isSame(as other: Entry) -> Bool {
    var comparable = self
    comparable.modifiedAt = other.modifiedAt
    return comparable == other && hasSameText(as: other)
  }

  /// What is different from how it was, as kinds of change.
  fileprivate func changes(since other: Entry) -> [Change.Kind] {
    let hasOtherTags = addedTags != other.addedTags
    let kinds: [(Bool, [Change.Kind])] = [
      (!hasSameText(as: other) || hasOtherTags, [.version]), (hasOtherTags, [.tags]), (mood != other.mood, [.mood]),
      (isStarred != other.isStarred, [.star, .unstar]), (stamp != other.stamp || day != other.day, [.date]),
      (trashedAt != other.trashedAt, [.trash, .restore]), (isHushed != other.isHushed, [.hush, .unhush]),
    ]
    return kinds.flatMap { $0.0 ? $0.1 : [] }
  }
}

extension [String] {
  /// Each name once, as first written, whatever its case later.
  fileprivate func uniquedFolded() -> [String] {
    var seen: Set<String> = []
    return filter { seen.insert($0.folded).inserted }
  }
}
