package import Foundation
import GRDB
package import HearthCore

extension Vault {
  /// Inserts an entry, or updates the one with its id; its earlier text, date and added tags stay as a version. A save
  /// without changes writes nothing.
  ///
  /// A new entry keeps the times it brings. An `edit` sets the time of modification to `now` and deletes the entry's
  /// draft in the same transaction. An `imported` entry keeps its own time of modification and leaves a draft alone.
  /// - Parameter touched: which details beside the text to overwrite; of an existing entry the others are kept.
  /// - Parameter keepingDraft: true for callers other than Compose: an existing draft is kept.
  /// - Returns: the entry as stored: its added tags in lower case, each once.
  package func save(
    _ entry: Entry, reason: Revision.Reason = .edit, touching touched: Set<Detail> = .all, keepingDraft: Bool = false,
    now: Instant
  ) throws(Problem) -> Entry {
    try write { db in
      let saved = try EntryRecord.save(entry, reason, touching: touched, at: now, db)
      if reason == .edit, !keepingDraft { try DraftRecord.forget(entry.id, db) }
      return saved
    }
  }

  /// Takes in many entries at once, all or none of them. Other calls wait, so a few hundred are enough for one time.
  /// What came in is something written: undo says so before it goes on to what was done before.
  /// - Parameter preferences: come in with them; a search that is kept under the same name here stays as it is.
  package func takeIn(
    _ entries: [Entry], _ preferences: Preferences = Preferences(), now: Instant
  ) throws(Problem) {
    var preferences = preferences
    // Kept checks are stored only in a journal with a passphrase.
    if !isSealed { preferences.checks = [] }
    try write { [preferences] db in
      let before = db.totalChangesCount
      // Import people first: a name in an entry or a moment creates a bare person, who would then shadow them or one of
      // their other names.
      try Vault.takeIn(preferences.people, preferences.touchpoints, db)
      for entry in entries { _ = try EntryRecord.save(entry, .imported, at: now, db) }
      try Vault.takeIn(preferences, db)
      if db.totalChangesCount > before { try StepRecord.close(at: now, db) }
    }
  }

  /// Also out of the trash; nil where there is none.
  package func entry(_ id: UUID) throws(Problem) -> Entry? {
    try read { db in try EntryRecord.find(id, db)?.entry }
  }

  /// Earlier versions, the last first, at most `limit`.
  /// - Parameter later: the last one seen; nil begins at the last there is.
  package func revisions(
    of id: UUID, before later: Revision.ID? = nil, limit: Int = 100
  ) throws(Problem) -> [Revision] {
    try read { db in try RevisionRecord.all(of: id, before: later, limit: limit, db) }
  }

  /// When the words of an entry were changed last, whatever was set beside them since; nil where they never were.
  package func lastRewording(of entry: Entry) throws(Problem) -> Instant? {
    try read { db in try RevisionRecord.lastRewording(of: entry, db) }
  }
}
