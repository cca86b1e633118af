import Foundation
import GRDB
package import HearthCore
import Seal
import Synchronization

extension Vault {
  /// Takes in the notes, check-ins and moments that wait in the inbox. What was taken in before is only removed.
  /// - Returns: the new entries, and how many check-ins and moments came.
  package func takeInNotes(dayEnd: DayEnd, now: Instant) throws(Problem) -> (notes: [Entry], answers: Int) {
    let answers: [Void] = try takeIn(InboxAnswers.ending) { sheet, db in try Vault.takeIn(sheet, dayEnd, db) }
    let notes = try takeIn(InboxNote.Kind.finished.ending) { (paper: InboxNote, db) in
      .some(try paper.becomeEntry(dayEnd: dayEnd, at: now, db))
    }
    return (notes.compactMap(\.self), answers.count)
  }

  /// How many unreadable notes were put aside since this was asked last: each of them was acknowledged once, so a person
  /// is to be told.
  package func takeCountOfNotesPutAside() -> Int {
    putAside.withLock { count in
      defer { count = 0 }
      return count
    }
  }

  func putAside(_ name: String, of inbox: Folder) throws(Problem) {
    try inbox.setAside(name)
    putAside.withLock { $0 += 1 }
  }

  /// Makes drafts of the unfinished notes of a writer who died, for the next start to offer back. Meant for the moment
  /// of opening.
  ///
  /// One waits while a draft with its id is there already: neither takes the other's place.
  package func takeInPages() throws(Problem) {
    _ = try takeIn(InboxNote.Kind.unfinished.ending) { (paper: InboxNote, db) in try paper.becomeDraft(db) ? () : nil }
  }

  /// Takes over what waits in the inbox of another journal, or lies aside in it, and stays there.
  ///
  /// - Parameter keys: of that journal.
  /// - Returns: how many are here now, and how many are there alone, because they could not be read.
  func copyNotes(
    from inbox: Folder, opening keys: [BoxKeys], dayEnd: DayEnd, now: Instant
  ) throws(Problem) -> (taken: Int, left: Int) {
    var (taken, left) = (0, 0)
    let names = try inbox.names().filter { !$0.hasPrefix(".") }.sorted()
    for ending in InboxName.endings {
      for name in names where InboxName.beforeAside(name).hasSuffix(ending) {
        if try copySheet(name, from: inbox, opening: keys, dayEnd, now) { taken += 1 } else { left += 1 }
      }
    }
    return (taken, left)
  }

  private func copySheet(
    _ name: String, from inbox: Folder, opening keys: [BoxKeys], _ dayEnd: DayEnd, _ now: Instant
  ) throws(Problem) -> Bool {
    let first = InboxName.beforeAside(name)
    if InboxAnswers.isName(first) {
      guard case .sheet(let sheet) = InboxFile<InboxAnswers>(name, in: inbox, keys) else { return false }
      try write { db in try Vault.takeIn(sheet, dayEnd, db) }
      return true
    }
    guard case .sheet(let paper) = InboxFile<InboxNote>(name, in: inbox, keys) else { return false }
    return try write { db in
      if InboxNote.isName(first, .unfinished) { return try paper.becomeDraft(db) }
      _ = try paper.becomeEntry(dayEnd: dayEnd, at: now, db)
      return true
    }
  }

  /// Takes in what can be read of the files with an ending, each in a transaction of its own, and removes them after it.
  /// One that cannot be read is put into `inbox/aside` and stops nothing; one of a later Hearth waits.
  /// - Parameter work: gives nil for a sheet that is to wait.
  private func takeIn<Sheet: InboxSheet, Taken>(
    _ ending: String, _ work: (Sheet, Database) throws -> Taken?
  ) throws(Problem) -> [Taken] {
    guard let inbox = try folder?.folder(JournalFolder.inbox) else { return [] }
    let names = try InboxName.names(in: inbox, endingIn: ending)
    if names.isEmpty { return [] }
    let keys = try read(InboxKeys.all)
    var taken: [Taken] = []
    for name in names {
      switch InboxFile<Sheet>(name, in: inbox, keys) {
      case .newer, .gone: continue
      case .unreadable: try putAside(name, of: inbox)
      case .sheet(let sheet):
        guard let one = try write({ db in try work(sheet, db) }) else { continue }
        taken.append(one)
        try inbox.remove(name)
      }
    }
    return taken
  }
}

extension InboxNote {
  /// - Returns: the entry, where it is a new one.
  fileprivate func becomeEntry(dayEnd: DayEnd, at now: Instant, _ db: Database) throws -> Entry? {
    let entry = note.entry(dayEnd: dayEnd, at: now)
    if let before = try EntryRecord.find(entry.id, db) {
      try before.keepWords(of: entry, at: now, db)
      return nil
    }
    return try EntryRecord.save(entry, .edit, at: now, db)
  }

  /// - Returns: false where there is a draft with its id already: neither takes the other's place.
  fileprivate func becomeDraft(_ db: Database) throws -> Bool {
    if try DraftRecord.exists(of: note.id, db) { return false }
    let draft = Draft(
      entry: note.id, isEdit: try EntryRecord.find(note.id, db) != nil, text: note.text, stamp: note.stamp,
      addedTags: note.addedTags, mood: note.mood, isStarred: note.isStarred, keptAt: keptAt ?? note.stamp.instant)
    try DraftRecord.keep(draft, db)
    return true
  }
}

extension EntryRecord {
  /// For a note whose entry is there: words that it never had are not lost, they become one of its versions.
  fileprivate func keepWords(of other: Entry, at now: Instant, _ db: Database) throws {
    if other.text == entry.text { return }
    if try RevisionRecord.hasVersion(other.text, of: id, db) { return }
    try RevisionRecord.keep(other, .imported, at: now, of: id, db)
  }
}
