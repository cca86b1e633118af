import Foundation
import GRDB
import Glibc
package import HearthCore
package import Seal

/// What can still be read of a damaged journal, on its way into a new one. The damaged file is only read.
///
/// Words that nobody changed come over as they were: each page of the file opens as it was sealed, or not at all.
package final class Salvage {
  /// How much came over, and how much is known to have been there.
  package struct Tally: Hashable, Sendable {
    package var entries = 0
    /// Of these, how many came over in an earlier form, because the last one could not be read.
    package var inEarlierForm = 0
    package var versions = 0
    package var drafts = 0
    /// Notes that waited in its inbox, or lay aside in it, and came over too.
    package var notes = 0
    /// Notes that lie aside in its inbox and open with no key of it. They stay there.
    package var notesAside = 0
    /// Entries, versions, drafts and notes that could not be read. Where it cannot be seen any more how many there were, some
    /// of them may have been deleted long ago.
    package var lost = 0
    /// Whether some of all else may be missing: tags and moods, people, check-ins, moments, practices, settings.
    package var isPartial = false
    /// Pages of the file that could not be read. What stood on them may be of no account, or stand elsewhere too.
    package var lostPages = 0
    /// Rows that came from pages nothing leads to any more.
    package var looseRows = 0

    package init() {}
  }

  private let folder: Folder
  /// Of the folder that the damaged file is in.
  package var path: String { folder.path }
  private let volume: Volume
  /// Nil where SQLite finds no way into it.
  private let damaged: Connection?
  private let recovered: RecoveredRows
  private var tally = Tally()

  /// Opens a damaged journal, or a backup, with the log beside it where there is one, and gathers what can be read of it.
  ///
  /// - Parameters:
  ///   - file: of the journal; `journal.db` where it names a folder.
  ///   - unlocking: gives the key, where the file is sealed with a passphrase.
  /// - Throws: `fileMissing`, `fileForeign`, `journalHeld`, `journalDamaged` where nothing can be read at all; and what `unlocking` throws.
  package init(_ file: String, unlocking: (KeyHeader) throws -> DataKey) throws {
    let name: String
    (folder, name) = try Salvage.place(of: file)
    try Salvage.expectNobody(in: folder)
    let header = try Volume.header(ofNamed: name, in: folder)
    let key = try header.openKey ?? unlocking(header)
    volume = try Volume.open(name, in: folder, key: key, for: .reading, isForgiving: true)
    damaged = try? Connection.open(volume)
    recovered = try RecoveredRows(of: damaged, volume)
    if damaged == nil, recovered.looseRows == 0 { throw Problem.journalDamaged(folder.path) }
  }

  deinit { damaged?.close() }

  /// Whether a place lies within the folder of a journal, damaged or not: what is written there would stay when that is
  /// erased, and be taken for a part of it.
  package static func isWithinJournal(_ place: String) -> Bool {
    let place = URL(fileURLWithPath: place)
    return [place.standardizedFileURL, place.resolvingSymlinksInPath()].contains { place in
      sequence(first: place) { $0.path == "/" ? nil : $0.deletingLastPathComponent() }.contains(where: isJournal)
    }
  }

  private static func isJournal(_ folder: URL) -> Bool {
    let has = { (name: String) in FileManager.default.fileExists(atPath: folder.appending(path: name).path) }
    return has(JournalFolder.database) || has(JournalFolder.lock) && has(JournalFolder.inbox)
  }

  private static func place(of file: String) throws(Problem) -> (Folder, String) {
    var status = stat()
    guard stat(file, &status) == 0 else { throw .fileMissing(file) }
    if status.st_mode & S_IFMT == S_IFDIR { return try place(of: "\(file)/\(JournalFolder.database)") }
    let url = URL(fileURLWithPath: file)
    return (try Folder(url.deletingLastPathComponent().path), url.lastPathComponent)
  }

  /// A file that is being written looks damaged to whoever reads it meanwhile.
  private static func expectNobody(in folder: Folder) throws(Problem) {
    if let holder = try JournalLock.holder(in: folder) { throw .journalHeld(process: holder.process) }
  }

  /// Makes a journal that opens with what opens the damaged one.
  ///
  /// - Parameter path: of its folder.
  /// - Throws: as `ClosedVault.enter`.
  package func makeJournal(_ path: String, now: Instant) throws(Problem) -> Vault {
    // Where someone without the key has changed the header, only what the key itself has sealed is believed.
    let isAuthentic = volume.header.isAuthentic(volume.key)
    let slots = volume.header.slots.filter { isAuthentic || $0.kind == .passphrase }
    let ways = slots.isEmpty ? [.open(volume.key)] : slots
    return try ClosedVault.enter(path, now: now, making: (volume.key, ways)).open(volume.key)
  }

  /// Erases the journal that was begun there. One with another key is somebody else's, who was quicker, and stays.
  package func takeBack(_ path: String) {
    guard let folder = try? Folder(path) else { return }
    if let header = try? Volume.header(of: JournalFolder.database, in: folder), !header.isAuthentic(volume.key) {
      return
    }
    _ = try? ClosedVault.erase(path)
  }

  /// Writes all that could be read into a journal that is empty.
  package func write(into vault: Vault, now: Instant) throws(Problem) -> Tally {
    tally = Tally()
    (tally.lostPages, tally.looseRows) = (recovered.lostPages, recovered.looseRows)
    let entries = try takeEntries(vault, now)
    let orphans = try takeOrphans(vault, now)
    vault.joinIndex()
    try takeDrafts(vault, of: entries)
    try takeTheRest(vault, now)
    try takeNotes(vault, now)
    tally.isPartial = try recovered.isPartial(but: ["entry", "revision", "draft"])
    tally.lost += try recovered.lost(from: "entry").subtracting(orphans).count
    for table in ["revision", "draft"] { tally.lost += try recovered.lost(from: table).count }
    return tally
  }

  // MARK: Entries and their versions

  private func takeEntries(_ vault: Vault, _ now: Instant) throws(Problem) -> Set<UUID> {
    let numbers = try recovered.vault.read { db in try Int64.fetchAll(db, sql: "SELECT id FROM entry ORDER BY id") }
    var taken: Set<UUID> = []
    for start in stride(from: 0, to: numbers.count, by: 200) {
      let batch = numbers[start..<min(start + 200, numbers.count)]
      let found = try recovered.vault.read { db in
        try batch.compactMap { number in
          try EntryRecord.find(numbered: number, db).map { (entry: $0.entry, versions: try versions(of: number, db)) }
        }
      }
      try vault.takeIn(found.map(\.entry), now: now)
      for (entry, versions) in found { try take(versions, of: entry.id, vault) }
      taken.formUnion(found.map(\.entry.id))
    }
    tally.entries += taken.count
    return taken
  }

  private func versions(of number: Int64, _ db: Database) throws -> [Revision] {
    try Row.fetchAll(db, sql: "SELECT * FROM revision WHERE entry = ? ORDER BY id", arguments: [number])
      .map(RevisionRecord.revision)
  }

  private func take(_ versions: [Revision], of id: UUID, _ vault: Vault) throws(Problem) {
    if versions.isEmpty { return }
    try vault.write { db in
      for version in versions { try RevisionRecord.keep(version, of: id, db) }
    }
    tally.versions += versions.count
  }

  /// The last version of an entry that cannot be read takes its place.
  private func takeOrphans(_ vault: Vault, _ now: Instant) throws(Problem) -> Set<Int64> {
    let sql = "SELECT DISTINCT entry FROM revision WHERE entry NOT IN (SELECT id FROM entry) ORDER BY entry"
    let orphans = try recovered.vault.read { db in
      try Int64.fetchAll(db, sql: sql).map { (number: $0, versions: try versions(of: $0, db)) }
    }
    for (_, versions) in orphans {
      guard let last = versions.last else { continue }
      let entry = earlierForm(last)
      try vault.takeIn([entry], now: now)
      try take(versions.dropLast(), of: entry.id, vault)
      tally.entries += 1
      tally.inEarlierForm += 1
    }
    return Set(orphans.map(\.number))
  }

  private func earlierForm(_ version: Revision) -> Entry {
    Entry(
      id: UUID(), stamp: version.stamp, day: version.stamp.day(endingAt: .four), createdAt: version.writtenAt,
      modifiedAt: version.writtenAt, text: version.text, addedTags: version.addedTags)
  }

  // MARK: All else

  private func takeDrafts(_ vault: Vault, of entries: Set<UUID>) throws(Problem) {
    for var draft in try recovered.vault.read({ db in try DraftRecord.all(limit: .max, db) }) {
      draft.isEdit = draft.isEdit && entries.contains(draft.entry)
      try vault.keep(draft)
      tally.drafts += 1
    }
  }

  /// Small tables that stand for themselves.
  private static let others = ["setting", "questionShown", "questionDismissed", "practiceRested", "readCard"]

  private func takeTheRest(_ vault: Vault, _ now: Instant) throws(Problem) {
    for table in Salvage.others {
      let rows = try recovered.vault.read { db in try Row.fetchAll(db, sql: "SELECT * FROM \(table)") }
      try vault.write { db in
        for row in rows { try db.insert(row.map { ($0, $1) }, into: table, onConflict: .replace) }
      }
    }
    var preferences = try recovered.vault.preferences()
    preferences.checks = try recovered.vault.keptChecks()
    try vault.takeIn([], preferences, now: now)
  }

  /// Those that waited beside it, or lie aside there, stay where they are; a backup has none.
  private func takeNotes(_ vault: Vault, _ now: Instant) throws(Problem) {
    guard folder.status(of: JournalFolder.inbox) != nil, folder.status(of: JournalFolder.lock) != nil else { return }
    let inbox = try folder.folder(JournalFolder.inbox)
    // Behind a damaged log SQLite may show keys from before: those found page by page are tried too.
    let keys = ((try? damaged?.queue.inDatabase(InboxKeys.all)) ?? []) + recovered.inboxKeys
    let dayEnd = try vault.dayEnd
    let waiting = try vault.copyNotes(from: inbox, opening: keys, dayEnd: dayEnd, now: now)
    (tally.notes, tally.lost) = (waiting.taken, tally.lost + waiting.left)
    guard inbox.isFolder(JournalFolder.aside) else { return }
    let aside = try inbox.folder(JournalFolder.aside)
    let lying = try vault.copyNotes(from: aside, opening: keys, dayEnd: dayEnd, now: now)
    (tally.notes, tally.notesAside) = (tally.notes + lying.taken, lying.left)
  }
}
