import GRDB
package import HearthCore

extension Vault {
  /// Does something to entries that can be taken back, in one transaction with how they were. Unknown ids are passed
  /// over, and entries that are so already stay as they are; where that leaves none, there is nothing to take back.
  package func make(_ change: Change, now: Instant) throws(Problem) {
    try write { db in
      let step = try StepRecord(change.kind, at: now, db)
      for id in change.ids.uniqued() {
        guard let before = try EntryRecord.find(id, db) else { continue }
        let isChanged = try before.change(change.reason, at: now, db) { $0.make(change, at: now) }
        if isChanged { try step.keep(before, db) }
      }
      try StepRecord.tidy(db)
    }
  }

  /// Undoes the last change, also one of a session before, and only what it did. Changes to entries that are gone for
  /// good are passed over.
  /// - Returns: what was undone; nil when there is nothing left.
  package func takeBack(now: Instant) throws(Problem) -> Change.Kind? {
    try write { db in
      while let step = try StepRecord.last(db) {
        if let kind = try step.takeBack(at: now, db) { return kind }
      }
      return nil
    }
  }

  /// Deletes what lies in the trash for good, with its versions and what there is to take back. A page that is not
  /// finished stays.
  /// - Returns: how many entries.
  package func emptyTrash() throws(Problem) -> Int {
    let count = try deleteTrash()
    // The index keeps deleted words in its older parts until they are merged, and the log keeps pages of both.
    try inspect { db in
      try db.execute(sql: "INSERT INTO entryIndex (entryIndex) VALUES ('optimize')")
      try db.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)")
    }
    return count
  }

  private func deleteTrash() throws(Problem) -> Int {
    try write { db in
      let trash = "FROM entry WHERE trashedAt IS NOT NULL"
      let count = try Int.fetchOne(db, sql: "SELECT count(*) \(trash)") ?? 0
      try db.execute(
        sql: """
          UPDATE draft SET isEdit = 0 WHERE entry IN (SELECT uuid \(trash));
          DELETE \(trash);
          DELETE FROM tag WHERE uses = 0 AND NOT EXISTS (SELECT 1 FROM entryTag WHERE tag = tag.id);
          DELETE FROM person
          WHERE uses = 0 AND isHushed = 0 AND NOT EXISTS (SELECT 1 FROM mention WHERE person = person.id);
          """)
      try StepRecord.tidy(db)
      return count
    }
  }
}

extension Change {
  fileprivate var reason: Revision.Reason {
    if case .version = self { .restored } else { .edit }
  }
}

extension Entry {
  fileprivate mutating func make(_ change: Change, at now: Instant) {
    switch change {
    case .trash: trashedAt = trashedAt ?? now
    case .restore: trashedAt = nil
    case .star(let on, _): isStarred = on
    case .tags(let added, let removed, _):
      let removed = Set(removed.map(\.folded))
      addedTags = (addedTags + added).filter { !removed.contains($0.folded) }
    case .mood(let mood, _): self.mood = mood
    case .date(let stamp, let day, _): (self.stamp, self.day) = (stamp, day)
    case .hush(let on, _): isHushed = on
    case .version(let text, let tags, _): (self.text, addedTags) = (text, tags)
    }
  }
}
