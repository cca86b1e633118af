import Foundation
import HearthCore
import HearthStorage
import Laboratory
import Testing

struct DraftTests {
  @Test func `a draft is kept whole, and the last form of it`() throws {
    let folder = try TestFolder()
    var vault = try folder.open()
    var draft = Draft(
      entry: .number(1), isEdit: true, text: "Half a sen\0 今",
      stamp: .at("2026-03-03T21:04:00+01:00", zone: "Europe/Paris"),
      addedTags: ["a", "\"b\""], mood: Mood(rawValue: 1), isStarred: true, prompt: "alone", keptAt: .start)
    try vault.keep(draft)
    draft.text += "tence"
    draft.keptAt = .start.adding(seconds: 2)
    try vault.keep(draft)
    vault.close()
    vault = try folder.open()
    #expect(try vault.drafts() == [draft])
    try vault.forgetDraft(of: draft.entry)
    try vault.forgetDraft(of: draft.entry)
    #expect(try vault.drafts().isEmpty)
  }

  /// Written every other second, for hours.
  @Test func `a draft that is kept again is one page of the log, synced once`() throws {
    let (folder, disk) = (try TestFolder(), RecordingDisk())
    let vault = try ClosedVault.enter(folder.journal, now: .start, on: disk).open()
    let draft = Draft.sample(1, "A long day", keptAt: .start)
    try vault.keep(draft)
    var before = disk.events.count
    for words in ["A long day,", "A long day, and then"] {
      try vault.keep(Draft.sample(1, words, keptAt: .start))
      let events = disk.events.dropFirst(before)
      before += events.count
      #expect(events.count == 2)
      guard case .wrote(_, _, let bytes)? = events.first, case .synced? = events.last else {
        Issue.record("\(events)")
        continue
      }
      #expect((4096..<2 * 4096).contains(bytes.count))
    }
  }

  @Test func `the draft kept last comes first`() throws {
    let vault = try Vault.inMemory()
    for number in [2, 3, 1] { try vault.keep(.sample(number, keptAt: .start.adding(seconds: number))) }
    #expect(try vault.drafts().map(\.keptAt) == [3, 2, 1].map { .start.adding(seconds: $0) })
  }

  @Test func `of more than a hundred each is found by its entry`() throws {
    let vault = try Vault.inMemory()
    for number in 0...100 { try vault.keep(.sample(number, "Page \(number)", keptAt: .start.adding(seconds: number))) }
    #expect(try !vault.drafts().map(\.entry).contains(.number(0)))
    #expect(try vault.draft(of: .number(0))?.text == "Page 0")
    #expect(try vault.draft(of: .number(101)) == nil)
  }

  @Test func `a setting is kept, changed and taken back`() throws {
    let vault = try Vault.inMemory()
    #expect(try vault.setting(.interests) == nil)
    for value in ["lonely", "lonely,friendship", ""] {
      try vault.set(.interests, to: value)
      #expect(try vault.setting(.interests) == value)
    }
    #expect(try vault.setting(.dayEnd) == nil)
    try vault.set(.interests, to: nil)
    #expect(try vault.setting(.interests) == nil)
  }

  @Test func `a search is kept under its name, whatever its case`() throws {
    let vault = try Vault.inMemory()
    for (name, text) in [("Walks", "tag:walk"), ("élan", "a\0b"), ("ÉLAN", "\"long way\""), ("canal", "canal -work")] {
      _ = try vault.keep(SavedSearch(name: name, text: text), now: .start)
    }
    let searches = try vault.savedSearches()
    #expect(searches.map(\.name) == ["canal", "Walks", "ÉLAN"])
    #expect(searches.map(\.text) == ["canal -work", "tag:walk", "\"long way\""])
    for name in ["WALKS", "walks", "none"] { try vault.make(.forgetSearch(name: name), now: .start) }
    #expect(try vault.savedSearches().map(\.name) == ["canal", "ÉLAN"])
  }

  @Test func `a day keeps its question, and what was waved away stays away`() throws {
    let vault = try Vault.inMemory()
    for number in 1...5 { try vault.noteQuestion("q\(number)", shownOn: Day(number: number)) }
    try vault.noteQuestion("other", shownOn: Day(number: 4))
    #expect(try vault.question(shownOn: Day(number: 4)) == "other")
    #expect(try vault.question(shownOn: Day(number: 6)) == nil)
    let recent = try vault.recentQuestions(limit: 3)
    #expect(recent.map(\.0.number) == [5, 4, 3])
    #expect(recent.map(\.1) == ["q5", "other", "q3"])
    for _ in 1...2 { try vault.dismissQuestion("q1", now: .start) }
    try vault.dismissQuestion("q2", now: .start)
    try vault.dismissQuestion("q3", now: .start)
    try vault.takeUpQuestion("q3")
    #expect(try vault.dismissedQuestions() == ["q1", "q2"])
  }
  @Test func `what was written about a question is found, the oldest first, and counted without the trash`() throws {
    let vault = try Vault.inMemory()
    for (number, prompt) in [(1, "q1"), (2, "q1"), (3, "q2"), (4, "q1")] {
      let at = Instant.start.adding(seconds: number)
      let entry = Entry(
        id: .number(number), stamp: Stamp(at, in: .utc), day: Day(number: number), createdAt: at, modifiedAt: at,
        text: "\(number)", prompt: prompt)
      _ = try vault.save(entry, now: .start)
    }
    try vault.make(.trash([.number(4)]), now: .start)
    try vault.noteQuestion("q2", shownOn: Day(number: 7))
    let prompts = ["q1", "q2", "q3"].map { Prompt(id: $0, text: "?", categories: []) }
    let asked = try vault.asked(prompts)
    #expect(asked.map(\.answers) == [2, 1, 0])
    #expect(asked.map(\.lastShown?.number) == [nil, 7, nil])
    #expect(asked.longestUnseenFirst.map(\.id) == ["q1", "q3", "q2"])
    #expect(try vault.answers(to: "q1").map(\.text) == ["1", "2"])
  }
}
