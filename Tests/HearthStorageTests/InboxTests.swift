import Foundation
import HearthCore
import Seal
import Testing

@testable import HearthStorage

struct InboxTests {
  @Test func `a note left while the journal is open becomes an entry, once`() throws {
    let folder = try TestFolder()
    let vault = try folder.open()
    let inbox = Inbox(folder: folder.journal)
    let note = Note(
      id: .number(1), text: "Caught #quick @Ana\0 今", stamp: .at("2026-03-04T02:00:00+01:00", zone: "Europe/Paris"),
      addedTags: ["x"], mood: Mood(rawValue: 4), isStarred: true)
    try inbox.leave(note)
    #expect(try folder.names(in: inbox.path) == ["\(note.id.uuidString).note"])
    #expect(try folder.mode(of: "\(inbox.path)/\(note.id.uuidString).note") == 0o600)
    let entry = note.entry(dayEnd: .four, at: .start)
    #expect(try vault.takeInNotes(dayEnd: .four, now: .start).notes == [entry])
    #expect(try vault.entry(note.id) == entry)
    #expect(entry.day == Day("2026-03-03"))
    #expect(try folder.names(in: inbox.path).isEmpty)
    try inbox.leave(note)
    #expect(try vault.takeInNotes(dayEnd: .four, now: .start.adding(seconds: 60)).notes.isEmpty)
    #expect(try folder.names(in: inbox.path).isEmpty)
    #expect(try vault.entry(note.id) == entry)
    #expect(try vault.revisions(of: note.id).isEmpty)
  }

  @Test func `an entry that was edited since is not overwritten by its own note`() throws {
    let folder = try TestFolder()
    let vault = try folder.open()
    let inbox = Inbox(folder: folder.journal)
    try inbox.leave(.sample(1, "As caught"))
    var entry = try #require(try vault.takeInNotes(dayEnd: .four, now: .start).notes.first)
    entry.text = "As edited"
    _ = try vault.save(entry, now: .start)
    try inbox.leave(.sample(1, "As caught"))
    try inbox.leave(.sample(1, "Other words"))
    #expect(try vault.takeInNotes(dayEnd: .four, now: .start).notes.isEmpty)
    #expect(try vault.entry(entry.id)?.text == "As edited")
    #expect(try vault.revisions(of: entry.id).map(\.text) == ["Other words", "As caught"])
  }

  @Test func `fifty notes from fifty threads are fifty entries, while someone takes them in`() async throws {
    let folder = try TestFolder()
    let vault = try folder.open()
    let found = try await withThrowingTaskGroup(of: Int.self) { group in
      for number in 0..<50 {
        group.addTask {
          try Inbox(folder: folder.journal).leave(.sample(number, "Note \(number)"))
          return 0
        }
        if number.isMultiple(of: 5) {
          group.addTask { try vault.takeInNotes(dayEnd: .four, now: .start).notes.count }
        }
      }
      return try await group.reduce(0, +)
    }
    let rest = try vault.takeInNotes(dayEnd: .four, now: .start).notes.count
    #expect(found + rest == 50)
    #expect(try vault.count() == 50)
    #expect(Set(try vault.heads(limit: 99).map(\.title)) == Set((0..<50).map { "Note \($0)" }))
    #expect(try folder.names(in: folder.inbox).isEmpty)
    #expect(try vault.verify().allSatisfy(\.isFine))
  }

  @Test(arguments: [
    Data("{\"schema\": 1, \"note\": {\"te".utf8), Data(), Data([0xFF, 0xFE, 0x00]), Data("[]".utf8),
    Data("{\"schema\":1}".utf8), Data("{\"schema\":1,\"note\":{\"text\":\"\\ud800\"}}".utf8),
  ])
  func `an unreadable note is put aside and stops nothing`(_ bytes: Data) throws {
    let folder = try TestFolder()
    let vault = try folder.open()
    try folder.write(bytes, to: folder.inbox + "/0-broken.note")
    try Inbox(folder: folder.journal).leave(.sample(1))
    #expect(try vault.takeInNotes(dayEnd: .four, now: .start).notes.count == 1)
    #expect(vault.takeCountOfNotesPutAside() == 1 && vault.takeCountOfNotesPutAside() == 0)
    #expect(try folder.names(in: folder.inbox) == ["aside"])
    #expect(try Data(contentsOf: URL(fileURLWithPath: folder.inbox + "/aside/0-broken.note")) == bytes)
    try FileManager.default.createDirectory(atPath: folder.inbox + "/0-broken.note", withIntermediateDirectories: false)
    #expect(try vault.takeInNotes(dayEnd: .four, now: .start).notes.isEmpty)
    let finding = try #require(try vault.verify().first { $0.subject == .notes })
    #expect(!finding.isFine && finding.detail == .text("0-broken.note 0-broken.note.2"))
  }

  @Test func `half written files, and notes of a later Hearth, wait where they are`() throws {
    let folder = try TestFolder()
    let vault = try folder.open()
    try folder.write("{\"schema\":1,", to: folder.inbox + "/.half.tmp")
    try folder.write("{\"schema\":2,\"leaf\":{}}", to: folder.inbox + "/later.note")
    #expect(try vault.takeInNotes(dayEnd: .four, now: .start).notes.isEmpty)
    #expect(try folder.names(in: folder.inbox) == [".half.tmp", "later.note"])
  }

  @Test func `notes left while nobody was there are taken in at the next opening`() throws {
    let folder = try TestFolder()
    try folder.open().close()
    for number in 1...3 { try Inbox(folder: folder.journal).leave(.sample(number)) }
    let vault = try folder.open()
    #expect(try vault.verify().first { $0.subject == .notes }?.count == 3)
    #expect(try vault.takeInNotes(dayEnd: .four, now: .start).notes.count == 3)
  }

  @Test func `a note needs a journal to wait for`() throws {
    let folder = try TestFolder()
    #expect(throws: Problem.folderMissing(folder.journal)) { try Inbox(folder: folder.journal).leave(.sample()) }
    try folder.write("mine", to: folder.journal + "/notes.txt")
    #expect(throws: Problem.folderForeign(folder.journal)) { try Inbox(folder: folder.journal).leave(.sample()) }
    #expect(try folder.names(in: folder.journal) == ["notes.txt"])
    #expect(try Vault.inMemory().takeInNotes(dayEnd: .four, now: .start).notes.isEmpty)
  }

  // Unfinished notes

  @Test func `an unfinished note is offered back as a draft`() throws {
    let folder = try TestFolder()
    let vault = try folder.open()
    let inbox = Inbox(folder: folder.journal)
    try inbox.keep(.sample(1, "Half"), now: .start)
    try inbox.keep(.sample(1, "Half a sen"), now: .start.adding(seconds: 2))
    #expect(try vault.takeInNotes(dayEnd: .four, now: .start).notes.isEmpty)
    try vault.takeInPages()
    #expect(try vault.drafts() == [.sample(1, "Half a sen", keptAt: .start.adding(seconds: 2))])
    #expect(try folder.names(in: folder.inbox).isEmpty)
  }

  @Test func `an unfinished note does not take the place of a draft`() throws {
    let folder = try TestFolder()
    let vault = try folder.open()
    let inbox = Inbox(folder: folder.journal)
    try vault.keep(.sample(1, "On the page"))
    try inbox.keep(.sample(1, "Elsewhere"), now: .start)
    try vault.takeInPages()
    #expect(try vault.drafts().map(\.text) == ["On the page"])
    _ = try vault.save(.sample(1, "Done"), now: .start)
    try vault.takeInPages()
    #expect(try vault.drafts().map(\.text) == ["Elsewhere"])
    #expect(try vault.drafts().map(\.isEdit) == [true])
  }

  @Test func `a finished note, or a forgotten one, is not offered back`() throws {
    let folder = try TestFolder()
    let vault = try folder.open()
    let inbox = Inbox(folder: folder.journal)
    try inbox.keep(.sample(1, "Half"), now: .start)
    try inbox.leave(.sample(1, "Half and half"))
    try inbox.keep(.sample(2, "Never mind"), now: .start)
    try inbox.forget(.number(2))
    try inbox.forget(.number(2))
    try vault.takeInPages()
    #expect(try vault.drafts().isEmpty)
    #expect(try vault.takeInNotes(dayEnd: .four, now: .start).notes.map(\.text) == ["Half and half"])
  }

  @Test func `nothing is left where it could not be taken out again`() throws {
    let folder = try TestFolder()
    try folder.open().close()
    let place = try JournalFolder.enter(folder.journal)
    let (key, lock) = (DataKey.random(), [UInt8](repeating: 0, count: BoxKeys.keySize))
    _ = try Volume.make(JournalFolder.database, in: place, key: key, slots: [.open(key)], inboxLock: lock)
    #expect(throws: Problem.journalDamaged(folder.journal)) { try Inbox(folder: folder.journal).leave(.sample()) }
    #expect(try folder.names(in: folder.inbox) == [])
  }

  @Test func `what a killed writer has left half written goes at the next opening, and what is being written stays`()
    throws
  {
    let folder = try TestFolder()
    try folder.open().close()
    let (old, new) = (".\(UUID().uuidString).tmp", ".\(UUID().uuidString).tmp")
    for (name, age) in [(old, 3600), (new, 5), (".mine.tmp", 3600)] {
      try folder.write("half", to: folder.inbox + "/" + name)
      let date = Date(timeIntervalSince1970: TimeInterval(Instant.start.seconds - age))
      try FileManager.default.setAttributes([.modificationDate: date], ofItemAtPath: folder.inbox + "/" + name)
    }
    try folder.open().close()
    #expect(try folder.names(in: folder.inbox) == [new, ".mine.tmp"].sorted())
  }

  @Test func `who only looks who has the journal keeps nobody from opening it`() async throws {
    let folder = try TestFolder()
    try folder.open().close()
    let looker = Task.detached {
      while !Task.isCancelled {
        #expect(throws: Never.self) { _ = try JournalLock.holder(of: folder.journal) }
        try? await Task.sleep(for: .milliseconds(1))
      }
    }
    for _ in 0..<60 { try folder.open().close() }
    looker.cancel()
    await looker.value
  }
}
