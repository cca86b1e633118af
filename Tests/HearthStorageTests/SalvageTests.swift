import Foundation
import GRDB
import HearthCore
import Laboratory
import Seal
import Testing

@testable import HearthStorage

struct SalvageTests {
  private func passphrase(_ text: String) -> Passphrase {
    var bytes = Array(text.utf8)
    return Passphrase(wiping: &bytes)
  }

  private func salvaged(_ folder: TestFolder, _ file: String? = nil) throws -> (Salvage.Tally, Vault) {
    let vault = try Vault.open("\(folder.root)/saved-\(UUID().uuidString)", now: .start)
    let salvage = try Salvage(file ?? folder.journal) { _ in throw Problem.journalSealed }
    return (try salvage.write(into: vault, now: .start), vault)
  }

  @Test func `everything of a sound journal comes over`() throws {
    let folder = try TestFolder()
    let vault = try folder.open()
    for number in 1...5 {
      _ = try vault.save(.sample(number, tags: ["beside"], mood: Mood(rawValue: 4), isStarred: true), now: .start)
    }
    _ = try vault.save(.sample(2, "Other words"), now: .start)
    _ = try vault.save(.sample(2, "And others"), now: .start)
    try vault.make(.trash([.number(3)]), now: .start)
    try vault.make(.hushPerson(true, "Jon"), now: .start)
    try vault.keep(.sample(9, "Half a sen"))
    _ = try vault.keep(SavedSearch(name: "Walks", text: "tag:walk"), now: .start)
    let before = try (1...5).map { try vault.entry(.number($0)) }
    let versions = try vault.revisions(of: .number(2))
    vault.close()

    let (tally, saved) = try salvaged(folder)
    #expect(tally == Salvage.Tally(entries: 5, versions: 2, drafts: 1))
    #expect(try (1...5).map { try saved.entry(.number($0)) } == before)
    #expect(try saved.revisions(of: .number(2)).map(\.text) == versions.map(\.text))
    #expect(try saved.revisions(of: .number(2)).map(\.replacedAt) == versions.map(\.replacedAt))
    #expect(try saved.drafts().map(\.text) == ["Half a sen"])
    #expect(try saved.savedSearches().map(\.name) == ["Walks"])
    #expect(try saved.hushed().people == ["Jon"])
    #expect(try saved.verify().allSatisfy(\.isFine))
  }

  @Test func `of damaged pages only what stands on them is lost`() throws {
    let folder = try TestFolder()
    let vault = try folder.open()
    let words = String(repeating: "Tea with Jon by the canal. ", count: 40)
    for number in 1...60 {
      _ = try vault.save(.sample(number, "\(number) \(words)", tags: ["t\(number)"]), now: .start)
    }
    let leaves = try vault.queue.inDatabase { db in
      try Set(Int.fetchAll(db, sql: "SELECT pageno FROM dbstat WHERE pagetype = 'leaf' AND name = 'entry'"))
    }
    vault.close()
    let url = URL(fileURLWithPath: folder.journal + "/journal.db")
    let sound = try Data(contentsOf: url)
    for page in stride(from: 1, through: (sound.count - KeyHeader.length) / 4096, by: Effort.of(7, long: 1)) {
      var bytes = sound
      bytes[KeyHeader.length + (page - 1) * 4096 + 7] ^= 1
      try bytes.write(to: url)
      let (tally, saved) = try salvaged(folder)
      #expect(tally.lostPages == 1)
      #expect(tally.entries >= 54 || !leaves.contains(page), "page \(page)")
      // What is lost is told, and none comes over with other words than it had.
      #expect(tally.entries + tally.lost == 60, "page \(page)")
      let found = try (1...60).compactMap { try saved.entry(.number($0)) }
      #expect(found.count == tally.entries)
      #expect(found.allSatisfy { $0.text.hasSuffix(words) })
      #expect(try saved.verify().allSatisfy(\.isFine))
      saved.close()
      #expect(try Data(contentsOf: url) == bytes)
    }
  }

  /// A closed journal of sixty entries with long words, and the pages of a table in it.
  private func closed(_ folder: TestFolder, pages table: String) throws -> [Int] {
    let vault = try folder.open()
    for number in 1...60 {
      let words = "\(number) " + String(repeating: "Tea with Jon by the canal. ", count: number % 9 == 0 ? 400 : 40)
      _ = try vault.save(.sample(number, words, tags: ["t\(number)"], mood: Mood(rawValue: 4)), now: .start)
    }
    try vault.keep(.sample(61, "Half a sen"))
    defer { vault.close() }
    return try vault.queue.inDatabase { db in
      try Int.fetchAll(
        db, sql: "SELECT pageno FROM dbstat WHERE name = ? AND pagetype = 'internal' ORDER BY pageno",
        arguments: [table])
    }
  }

  private func spoil(_ pages: [Int], of folder: TestFolder) throws {
    let url = URL(fileURLWithPath: folder.journal + "/journal.db")
    var bytes = try Data(contentsOf: url)
    for page in pages {
      let start = KeyHeader.length + (page - 1) * 4096
      if start >= bytes.count { break }
      bytes.replaceSubrange(start..<start + 4096, with: repeatElement(0x5A, count: 4096))
    }
    try bytes.write(to: url)
  }

  @Test func `without the pages that lead to the entries, all of them come over`() throws {
    let folder = try TestFolder()
    let pages = try closed(folder, pages: "entry")
    try spoil(pages, of: folder)
    let (tally, saved) = try salvaged(folder)
    #expect((tally.entries, tally.drafts, tally.lost) == (60, 1, 0))
    #expect((tally.lostPages, tally.looseRows, tally.isPartial) == (pages.count, 60, false))
    let last = try #require(try saved.entry(.number(54)))
    #expect(last.text.utf8.count == 3 + 400 * 27)
    #expect((last.tags, last.mood) == (["t54"], Mood(rawValue: 4)))
    #expect(try saved.verify().allSatisfy(\.isFine))
  }

  @Test func `without the page that says what tables there are, every word comes over`() throws {
    let folder = try TestFolder()
    let pages = try closed(folder, pages: "entry")
    try spoil(pages + [1], of: folder)
    let (tally, saved) = try salvaged(folder)
    #expect((tally.entries, tally.drafts, tally.lost) == (60, 1, 0))
    // Tags set beside the text stand where SQLite alone finds them.
    #expect(tally.isPartial)
    #expect(try saved.entry(.number(54))?.mood == Mood(rawValue: 4))
    #expect(try saved.verify().allSatisfy(\.isFine))
  }

  @Test func `where nothing opens, it says so`() throws {
    let folder = try TestFolder()
    _ = try closed(folder, pages: "entry")
    try spoil(Array(1...10_000), of: folder)
    #expect(throws: Problem.journalDamaged(folder.journal)) { try salvaged(folder) }
  }

  @Test func `people, check-ins, moments and practices come over too`() throws {
    let folder = try TestFolder()
    let vault = try folder.open()
    try vault.takeIn([.sample(1)], .everything(at: Stamp(.start, in: .utc)), now: .start)
    let before = try vault.preferences()
    vault.close()
    let (tally, saved) = try salvaged(folder)
    #expect((tally.lost, tally.isPartial) == (0, false))
    #expect(try saved.preferences() == before)
    #expect(!before.people.isEmpty && !before.checkIns.isEmpty && !before.moments.isEmpty && !before.runs.isEmpty)
  }

  @Test func `the new journal opens with what opens the damaged one`() throws {
    let folder = try TestFolder()
    let vault = try folder.open()
    let (words, code) = (passphrase("velvet onion meadow"), RecoveryCode.random())
    _ = try vault.save(.sample(1), now: .start)
    try vault.reseal(words, cost: .least)
    try vault.setRecovery(code)
    vault.close()
    let salvage = try Salvage(folder.journal) { header in try #require(try header.key(words)) }
    let saved = try salvage.makeJournal(folder.root + "/saved", now: .start)
    #expect(try salvage.write(into: saved, now: .start).entries == 1)
    saved.close()
    let closed = try ClosedVault.enter(folder.root + "/saved", now: .start)
    #expect(closed.isSealed)
    #expect(throws: Problem.passphraseWrong) { try closed.open(passphrase("velvet onion")) }
    let opened = try closed.open(words)
    #expect(opened.opens(with: code))
    #expect(try opened.entry(.number(1)) != nil)
  }

  @Test func `a log counts up to its damage, and page by page behind it`() throws {
    let folder = try TestFolder()
    let vault = try folder.open()
    for number in 1...20 { _ = try vault.save(.sample(number), now: .start) }
    let remains = folder.root + "/remains"
    try FileManager.default.copyItem(atPath: folder.journal, toPath: remains)
    let log = try #require(try folder.names(in: remains).first { $0.hasSuffix(".wal") })
    let url = URL(fileURLWithPath: "\(remains)/\(log)")
    var bytes = try Data(contentsOf: url)
    bytes[bytes.count / 2] ^= 1
    try bytes.write(to: url)
    #expect(throws: Problem.journalDamaged(remains)) { try Vault.open(remains, now: .start) }
    let (tally, _) = try salvaged(folder, remains)
    #expect(tally.entries + tally.lost == 20)
    #expect(tally.entries >= 15)
  }

  @Test func `an entry that is lost comes back as it was before its last change`() throws {
    let folder = try TestFolder()
    let vault = try folder.open()
    let words = String(repeating: "Tea with Jon by the canal. ", count: 400)
    _ = try vault.save(.sample(1, "First. " + words), now: .start)
    _ = try vault.save(.sample(1, "Second. " + words), now: .start)
    _ = try vault.save(.sample(1, "Third. " + words), now: .start)
    let pages = try vault.queue.inDatabase { db in
      try Int.fetchAll(db, sql: "SELECT pageno FROM dbstat WHERE name = 'entry' AND pagetype = 'overflow'")
    }
    vault.close()
    let url = URL(fileURLWithPath: folder.journal + "/journal.db")
    var bytes = try Data(contentsOf: url)
    bytes[KeyHeader.length + (try #require(pages.first) - 1) * 4096] ^= 1
    try bytes.write(to: url)
    let (tally, saved) = try salvaged(folder)
    #expect(tally == Salvage.Tally(entries: 1, inEarlierForm: 1, versions: 1, lostPages: 1))
    let text = try #require(try saved.heads(limit: 1).first.flatMap { try saved.entry($0.id) }).text
    #expect(text.hasPrefix("Second. "))
  }

  @Test func `notes that wait beside it come over, and stay where they are`() throws {
    let folder = try TestFolder()
    let vault = try folder.open()
    _ = try vault.save(.sample(1), now: .start)
    vault.close()
    let inbox = Inbox(folder: folder.journal)
    let stamp = Stamp(instant: .start, offset: 0, zone: "GMT")
    try inbox.leave(Note(id: .number(7), text: "In between", stamp: stamp))
    try inbox.keep(Note(id: .number(8), text: "Half a no", stamp: stamp), now: .start)
    try inbox.leave(
      CheckIn(id: .number(9), stamp: stamp, day: stamp.calendarDay, answers: ["mood": 4], createdAt: .start))
    try folder.write("no note", to: folder.inbox + "/\(UUID().uuidString).note")
    let waiting = try folder.names(in: folder.inbox)
    let (tally, saved) = try salvaged(folder)
    #expect((tally.entries, tally.notes, tally.lost) == (1, 3, 1))
    #expect(try saved.checkIn(.number(9))?.answers == ["mood": 4])
    #expect(try saved.entry(.number(7))?.text == "In between")
    #expect(try saved.drafts().map(\.text) == ["Half a no"])
    #expect(try folder.names(in: folder.inbox) == waiting)
  }

  @Test func `notes come over also where the page that leads to their key is damaged`() throws {
    let folder = try TestFolder()
    _ = try closed(folder, pages: "entry")
    let stamp = Stamp(instant: .start, offset: 0, zone: "GMT")
    try Inbox(folder: folder.journal).leave(Note(id: .number(70), text: "In between", stamp: stamp))
    try spoil([1], of: folder)
    let (tally, saved) = try salvaged(folder)
    #expect(tally.notes == 1)
    #expect(try saved.entry(.number(70))?.text == "In between")
  }

  @Test func `of a file that was cut off it says how many pages are gone`() throws {
    let folder = try TestFolder()
    _ = try closed(folder, pages: "entry")
    let url = URL(fileURLWithPath: folder.journal + "/journal.db")
    let bytes = try Data(contentsOf: url)
    let pages = (bytes.count - KeyHeader.length) / 4096
    try bytes.prefix(KeyHeader.length + 30 * 4096).write(to: url)
    #expect(try salvaged(folder).0.lostPages == pages - 30)
  }

  @Test func `of notes that lie aside those come over that open, and the rest is told of`() throws {
    let folder = try TestFolder()
    try folder.open().close()
    let (inbox, aside, files) = (Inbox(folder: folder.journal), folder.inbox + "/aside", FileManager.default)
    let stamp = Stamp(instant: .start, offset: 0, zone: "GMT")
    try inbox.leave(Note(id: .number(7), text: "In between", stamp: stamp))
    try inbox.leave(
      CheckIn(id: .number(9), stamp: stamp, day: stamp.calendarDay, answers: ["mood": 4], createdAt: .start))
    try files.createDirectory(atPath: aside, withIntermediateDirectories: true)
    for name in try folder.names(in: folder.inbox) where name != "aside" {
      try files.moveItem(
        atPath: "\(folder.inbox)/\(name)", toPath: "\(aside)/\(name)\(name.hasSuffix("note") ? ".2" : "")")
    }
    try folder.write("no note", to: "\(aside)/\(UUID().uuidString).note")
    try folder.write("mine", to: aside + "/list.txt")
    let lying = try folder.names(in: aside)
    let (tally, saved) = try salvaged(folder)
    #expect((tally.notes, tally.lost, tally.notesAside) == (2, 0, 1))
    #expect(try saved.entry(.number(7))?.text == "In between" && saved.checkIn(.number(9)) != nil)
    #expect(try folder.names(in: aside) == lying)
  }

  @Test func `a link in the place of what lies aside is not followed, and stops nothing`() throws {
    let folder = try TestFolder()
    let vault = try folder.open()
    _ = try vault.save(.sample(1), now: .start)
    vault.close()
    try FileManager.default.createDirectory(atPath: folder.inbox, withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(atPath: folder.inbox + "/aside", withDestinationPath: folder.root)
    let (tally, _) = try salvaged(folder)
    #expect((tally.entries, tally.notes, tally.notesAside) == (1, 0, 0))
  }

  @Test func `a journal that is open is left alone`() throws {
    let folder = try TestFolder()
    let vault = try folder.open()
    #expect(throws: Problem.journalHeld(process: Int(getpid()))) { try salvaged(folder) }
    vault.close()
  }
}

extension Salvage.Tally {
  fileprivate init(
    entries: Int = 0, inEarlierForm: Int = 0, versions: Int = 0, drafts: Int = 0, lostPages: Int = 0
  ) {
    self.init()
    (self.entries, self.inEarlierForm, self.versions, self.drafts) = (entries, inEarlierForm, versions, drafts)
    self.lostPages = lostPages
  }
}

extension Preferences {
  fileprivate static func everything(at stamp: Stamp) -> Preferences {
    let (day, ana) = (stamp.calendarDay, Person(id: .number(31), name: "Ana", aliases: ["Anna"], notes: "Tea"))
    var all = Preferences(
      people: [ana],
      touchpoints: [Touchpoint(id: .number(32), person: ana.id, title: "Walk", kind: .walk, startedOn: day)],
      runs: [
        KeptRun(
          Run(
            id: .number(33), practice: "bids", version: 2, title: "Small reaching out", startedAt: stamp, day: day,
            asked: [Asked(step: "who", question: "Who?", answer: .person("Ana"), words: ["Ana"])], place: "next"))
      ],
      checkIns: [CheckIn(id: .number(34), stamp: stamp, day: day, answers: ["mood": 4], createdAt: stamp.instant)],
      moments: [
        Moment(id: .number(35), stamp: stamp, day: day, kind: .conversation, with: ["Ana"], createdAt: stamp.instant)
      ])
    all.bonds = [BondAnswer(.trust, 3, on: day)].compactMap(\.self).map { KeptBondAnswer($0, about: ana.id) }
    return all
  }
}
