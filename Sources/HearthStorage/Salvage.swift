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
    /// Of these, how many without what was set beside the words: tags, mood.
    package var withoutMarks = 0
    package var versions = 0
    package var drafts = 0
    /// Notes that waited in its inbox, and came over too.
    package var notes = 0
    /// Entries, versions, drafts and notes that could not be read. Where it cannot be seen any more how many there were, some
    /// of them may have been deleted long ago.
    package var lost = 0

    package init() {}
  }

  private let folder: Folder
  private let damaged: Connection
  private var tally = Tally()
  /// Of the entries that are in the new journal, by their numbers in the damaged one.
  private var saved: [Int64: UUID] = [:]
  /// Numbers of entries whose own row cannot be read.
  private var unreadable: Set<Int64> = []

  /// Opens a damaged journal, or a backup, with the log beside it where there is one.
  ///
  /// - Parameters:
  ///   - file: of the journal; `journal.db` where it names a folder.
  ///   - unlocking: gives the key, where the file is sealed with a passphrase.
  /// - Throws: `fileMissing`, `journalHeld`, `journalDamaged` where not even the beginning can be read; and what
  ///   `unlocking` throws.
  package init(_ file: String, unlocking: (KeyHeader) throws -> DataKey) throws {
    let name: String
    (folder, name) = try Salvage.place(of: file)
    try Salvage.expectNobody(in: folder)
    let header = try Volume.header(of: name, in: folder)
    let key = try header.openKey ?? unlocking(header)
    damaged = try Connection.open(Volume.open(name, in: folder, key: key, for: .reading, isForgiving: true))
  }

  deinit { damaged.close() }

  private static func place(of file: String) throws(Problem) -> (Folder, String) {
    var status = stat()
    guard stat(file, &status) == 0 else { throw .fileMissing(file) }
    if status.st_mode & S_IFMT == S_IFDIR { return (try Folder(file), JournalFolder.database) }
    let url = URL(fileURLWithPath: file)
    return (try Folder(url.deletingLastPathComponent().path), url.lastPathComponent)
  }

  /// A file that is being written looks damaged to whoever reads it meanwhile.
  private static func expectNobody(in folder: Folder) throws(Problem) {
    if let process = try JournalLock.holder(in: folder) { throw .journalHeld(process: process) }
  }

  /// Writes all that can be read into a journal that is empty.
  package func write(into vault: Vault, now: Instant) throws(Problem) -> Tally {
    (tally, saved, unreadable) = (Tally(), [:], [])
    try takeEntries(vault, now)
    try takeVersions(vault, now)
    try takeDrafts(vault)
    try takeTheRest(vault)
    try takeNotes(vault, now)
    return tally
  }

  // MARK: Reading row by row

  /// Nil for what cannot be read.
  private func reading<Value>(_ work: (Database) throws -> Value) -> Value? {
    try? damaged.queue.inDatabase(work)
  }

  private func row(_ number: Int64, of table: String) -> Row?? {
    reading { db in try Row.fetchOne(db, sql: "SELECT * FROM \(table) WHERE rowid = ?", arguments: [number]) }
  }

  /// The numbers of the rows of a table: what any way through it shows, from either end. Where none leads all through,
  /// every number up to the last one seen is worth a try.
  ///
  /// - Parameter orders: columns whose index, or the table itself, is walked along.
  private func numbers(of table: String, along orders: [String]) -> [Int64] {
    var seen: Set<Int64> = []
    for order in orders {
      for direction in ["ASC", "DESC"] {
        if follow("SELECT rowid FROM \(table) ORDER BY \(order) \(direction)", into: &seen) { return seen.sorted() }
      }
    }
    return seen.max().map { Array(1...max(1, $0)) } ?? []
  }

  /// - Returns: whether it came to the end.
  private func follow(_ sql: String, into seen: inout Set<Int64>) -> Bool {
    var found: [Int64] = []
    let isWhole: Void? = reading { db in
      let rows = try Int64.fetchCursor(db, sql: sql)
      while let number = try rows.next() { found.append(number) }
    }
    seen.formUnion(found)
    return isWhole != nil
  }

  // MARK: Entries

  private func takeEntries(_ vault: Vault, _ now: Instant) throws(Problem) {
    let numbers = numbers(of: "entry", along: ["uuid", "ord", "rowid"])
    for start in stride(from: 0, to: numbers.count, by: 200) {
      let batch = numbers[start..<min(start + 200, numbers.count)]
      let found = batch.compactMap { number in entry(number).map { (number, $0) } }
      try vault.takeIn(found.map(\.1), now: now)
      for (number, entry) in found { saved[number] = entry.id }
      tally.entries += found.count
    }
  }

  private func entry(_ number: Int64) -> Entry? {
    if let whole = reading({ db in try EntryRecord.find(numbered: number, db) }) { return whole?.entry }
    if let row = row(number, of: "entry") {
      tally.withoutMarks += 1
      return row.map(bareEntry)
    }
    unreadable.insert(number)
    return nil
  }

  /// The words and the date alone: what is set beside them stands elsewhere in the file.
  private func bareEntry(_ row: Row) -> Entry {
    let text: Verbatim = row["text"]
    return Entry(
      id: row["uuid"], stamp: Stamp(row), day: row["day"], createdAt: row["createdAt"], modifiedAt: row["modifiedAt"],
      text: text.text, isStarred: row["starred"], prompt: row["prompt"], trashedAt: row["trashedAt"],
      isHushed: row["isHushed"])
  }

  // MARK: Versions and drafts

  /// The last version of an entry that cannot be read takes its place.
  private func takeVersions(_ vault: Vault, _ now: Instant) throws(Problem) {
    var orphans: [Int64: [Revision]] = [:]
    for number in numbers(of: "revision", along: ["rowid", "entry"]) {
      guard let row = row(number, of: "revision") else {
        tally.lost += 1
        continue
      }
      guard let row else { continue }
      let (entry, version) = (row["entry"] as Int64, RevisionRecord.revision(row))
      if let id = saved[entry] {
        try take([version], of: id, vault)
      } else {
        orphans[entry, default: []].append(version)
      }
    }
    for (number, versions) in orphans.sorted(by: { $0.key < $1.key }) {
      guard let last = versions.last else { continue }
      let entry = earlierForm(last)
      try vault.takeIn([entry], now: now)
      try take(versions.dropLast(), of: entry.id, vault)
      unreadable.remove(number)
      tally.entries += 1
      tally.inEarlierForm += 1
    }
    tally.lost += unreadable.count
  }

  private func take(_ versions: [Revision], of id: UUID, _ vault: Vault) throws(Problem) {
    try vault.write { db in
      for version in versions { try RevisionRecord.keep(version, of: id, db) }
    }
    tally.versions += versions.count
  }

  private func earlierForm(_ version: Revision) -> Entry {
    Entry(
      id: UUID(), stamp: version.stamp, day: version.stamp.day(endingAt: .four), createdAt: version.writtenAt,
      modifiedAt: version.writtenAt, text: version.text, addedTags: version.addedTags)
  }

  private func takeDrafts(_ vault: Vault) throws(Problem) {
    let entries = Set(saved.values)
    for number in numbers(of: "draft", along: ["rowid", "entry"]) {
      guard let row = row(number, of: "draft") else {
        tally.lost += 1
        continue
      }
      guard let row else { continue }
      var draft = DraftRecord.draft(row)
      draft.isEdit = draft.isEdit && entries.contains(draft.entry)
      try vault.keep(draft)
      tally.drafts += 1
    }
  }

  /// Those that waited beside it stay there; a backup has none.
  private func takeNotes(_ vault: Vault, _ now: Instant) throws(Problem) {
    guard folder.status(of: JournalFolder.inbox) != nil, folder.status(of: JournalFolder.lock) != nil else { return }
    let dayEnd = DayEnd(minute: try vault.setting(.dayEnd).flatMap { Int($0) } ?? DayEnd.four.minute)
    let (taken, lost) = try vault.copyNotes(
      from: try folder.folder(JournalFolder.inbox), opening: reading(InboxKeys.all) ?? [], dayEnd: dayEnd, now: now)
    tally.notes = taken
    tally.lost += lost
  }

  // MARK: The rest

  /// Small tables that stand for themselves: each whole, or not at all.
  private static let others = ["setting", "hushedSpan", "savedSearch", "questionShown", "questionDismissed"]

  private func takeTheRest(_ vault: Vault) throws(Problem) {
    for table in Salvage.others {
      let rows = reading { db in try Row.fetchAll(db, sql: "SELECT * FROM \(table)") } ?? []
      try vault.write { db in
        for row in rows {
          let places = row.map { _ in "?" }.joined(separator: ", ")
          try db.execute(
            sql: "INSERT OR REPLACE INTO \(table) (\(row.columnNames.joined(separator: ", "))) VALUES (\(places))",
            arguments: StatementArguments(Array(row.databaseValues)))
        }
      }
    }
    let hushed = reading { db in try String.fetchAll(db, sql: "SELECT name FROM person WHERE isHushed = 1") } ?? []
    try vault.write { db in try Vault.takeIn(Preferences(hushed: Hushed(people: hushed, spans: [])), db) }
  }
}
