import Foundation
import GRDB
package import HearthCore

extension Vault {
  /// Makes entries of the notes that wait in the inbox, each in a transaction of its own, and removes the files after it.
  ///
  /// A note that was taken in before is only removed; an unreadable one is put into `inbox/aside` and stops nothing.
  /// - Returns: the new entries.
  package func takeInNotes(dayEnd: DayEnd, now: Instant) throws(Problem) -> [Entry] {
    try takeIn(.finished) { paper, db in
      let entry = paper.note.entry(dayEnd: dayEnd, at: now)
      guard let before = try EntryRecord.find(entry.id, db) else { return try EntryRecord.save(entry, .edit, at: now, db) }
      try before.keepWords(of: entry, at: now, db)
      return nil
    }
  }

  /// Makes drafts of the unfinished notes of a writer who died, for the next start to offer back. Meant for the moment of opening.
  ///
  /// One waits while a draft with its id is there already: neither takes the other's place.
  package func takeInPages() throws(Problem) {
    _ = try takeIn(.unfinished, unless: { paper, db in try DraftRecord.exists(of: paper.note.id, db) }) { paper, db in
      let note = paper.note
      let draft = Draft(
        entry: note.id, isEdit: try EntryRecord.find(note.id, db) != nil, text: note.text, stamp: note.stamp,
        addedTags: note.addedTags, mood: note.mood, isStarred: note.isStarred,
        keptAt: paper.keptAt ?? note.stamp.instant)
      try DraftRecord.keep(draft, db)
      return nil
    }
  }

  private func takeIn(
    _ kind: Paper.Kind, unless mustWait: (Paper, Database) throws -> Bool = { _, _ in false },
    _ work: (Paper, Database) throws -> Entry?
  ) throws(Problem) -> [Entry] {
    guard let inbox = try folder?.folder(JournalFolder.inbox) else { return [] }
    var taken: [Entry] = []
    for name in try Paper.names(kind, in: inbox) {
      switch try Paper.read(name, in: inbox) {
      case .newer: continue
      case .unreadable: try inbox.rename(name, to: name, in: inbox.folder(JournalFolder.aside))
      case .paper(let paper):
        if try read({ db in try mustWait(paper, db) }) { continue }
        if let entry = try write({ db in try work(paper, db) }) { taken.append(entry) }
        try inbox.remove(name)
      }
    }
    return taken
  }
}

extension EntryRecord {
  /// For a note whose entry is there: words that it never had are not lost, they become one of its versions.
  fileprivate func keepWords(of other: Entry, at now: Instant, _ db: Database) throws {
    if other.text == entry.text { return }
    if try RevisionRecord.hasVersion(other.text, of: id, db) { return }
    let version = Revision(
      text: other.text, stamp: other.stamp, addedTags: other.addedTags, writtenAt: other.modifiedAt, replacedAt: now,
      reason: .imported)
    try RevisionRecord.keep(version, of: id, db)
  }
}
