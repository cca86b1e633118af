import Foundation
import HearthCore
import HearthStorage
import Testing

struct EntriesTests {
  static let texts = [
    "Plain", "", "   \n\n  second line is the title\nand more", "# Heading\n\nBody", "👩‍👩‍👧‍👦 family, ❤️ and 🇸🇪",
    "今天很高兴\n我们去了海边", "สวัสดี\u{E33}", "e\u{301} and é", "one\r\ntwo\rthree\n", "before\0after\0", "\u{FEFF}mark",
    "quotes \" ' ` -- ; DROP TABLE entry; %s \\", "\u{202E}turned\u{202C}", String(repeating: "long ", count: 20_000),
  ]

  @Test(arguments: texts)
  func `what was typed comes back, byte for byte`(_ text: String) throws {
    let vault = try Vault.inMemory()
    let entry = Entry.sample(1, text)
    #expect(try vault.save(entry, now: .start) == entry)
    let found = try #require(try vault.entry(entry.id))
    #expect(Array(found.text.utf8) == Array(text.utf8))
    #expect(found == entry)
    #expect(try vault.heads(limit: 5) == [entry.head])
    #expect(try vault.verify().allSatisfy(\.isFine))
  }

  @Test func `everything set beside the text comes back, after closing too`() throws {
    let folder = try TestFolder()
    let entry = Entry.sample(
      7, "Long talk with @Ana and @jon-eric #talk", at: .at("1931-02-28T03:30:00.125-04:30", zone: "America/Caracas"),
      tags: ["quiet", "talk"], mood: Mood(rawValue: 2), isStarred: true, prompt: "friend-listen")
    var vault = try folder.open()
    let saved = try vault.save(entry, now: .start)
    vault.close()
    vault = try folder.open()
    #expect(saved == entry)
    #expect(try vault.entry(entry.id) == entry)
    #expect(try vault.heads(limit: 1) == [entry.head])
  }

  @Test func `added tags are kept in one form, in their order`() throws {
    let vault = try Vault.inMemory()
    let saved = try vault.save(.sample(1, "So #b", tags: ["Walk", "b", "walk", "", "Cafe\u{301}"]), now: .start)
    #expect(saved.addedTags == ["walk", "b", "café"])
    #expect(try vault.entry(saved.id) == saved)
    #expect(try vault.heads(limit: 1).first?.tags == ["b", "walk", "café"])
  }

  @Test func `an edit keeps the version before`() throws {
    let vault = try Vault.inMemory()
    var entry = try vault.save(.sample(1, "First"), now: .start)
    for (minute, text) in ["Second", "Third"].enumerated() {
      entry.text = text
      entry = try vault.save(entry, now: .start.adding(seconds: 60 * (minute + 1)))
    }
    #expect(entry.modifiedAt == .start.adding(seconds: 120))
    #expect(entry.createdAt == .start)
    let versions = try vault.revisions(of: entry.id)
    #expect(versions.map(\.text) == ["Second", "First"])
    #expect(versions.map(\.writtenAt) == [.start.adding(seconds: 60), .start])
    #expect(versions.map(\.replacedAt) == [.start.adding(seconds: 120), .start.adding(seconds: 60)])
    #expect(try vault.revisions(of: entry.id, limit: 1).map(\.text) == ["Second"])
  }

  @Test func `a save that changes nothing changes nothing`() throws {
    let vault = try Vault.inMemory()
    let entry = try vault.save(.sample(1, tags: ["a"], mood: Mood(rawValue: 3)), now: .start)
    #expect(try vault.save(entry, now: .start.adding(seconds: 60)) == entry)
    #expect(try vault.revisions(of: entry.id).isEmpty)
  }

  @Test func `an accent put together in another way is a change`() throws {
    let vault = try Vault.inMemory()
    var entry = try vault.save(.sample(1, "café"), now: .start)
    entry.text = "cafe\u{301}"
    _ = try vault.save(entry, now: .start.adding(seconds: 1))
    #expect(try vault.revisions(of: entry.id).map { Array($0.text.utf8) } == [Array("café".utf8)])
  }

  @Test func `a star or a mood makes no version`() throws {
    let vault = try Vault.inMemory()
    var entry = try vault.save(.sample(), now: .start)
    entry.isStarred = true
    entry.mood = Mood(rawValue: 5)
    entry = try vault.save(entry, now: .start.adding(seconds: 1))
    #expect(try vault.entry(entry.id) == entry)
    #expect(try vault.revisions(of: entry.id).isEmpty)
  }

  @Test func `what is imported keeps its own times`() throws {
    let vault = try Vault.inMemory()
    var entry = Entry.sample(1, "Old")
    entry.modifiedAt = Instant(seconds: 1000)
    #expect(try vault.save(entry, reason: .imported, now: .start) == entry)
    entry.text = "Newer"
    entry.modifiedAt = Instant(seconds: 2000)
    #expect(try vault.save(entry, reason: .imported, now: .start).modifiedAt == Instant(seconds: 2000))
    #expect(try vault.revisions(of: entry.id).map(\.reason) == [.imported])
  }

  @Test func `many entries come in whole, and leave a draft alone`() throws {
    let vault = try Vault.inMemory()
    let entries = (0..<30).map { Entry.sample($0, "Imported \($0)") }
    try vault.keep(.sample(3))
    try vault.takeIn(entries, now: .start)
    try vault.takeIn(entries, now: .start.adding(seconds: 1))
    #expect(Set(try vault.heads(limit: 50)) == Set(entries.map(\.head)))
    #expect(try vault.drafts().count == 1)
    var broken = Entry.sample(99)
    broken.stamp.offset = 100_000
    #expect(throws: Problem.self) { try vault.takeIn([.sample(50), broken], now: .start) }
    #expect(try vault.count() == 30)
  }

  @Test func `a page sets only what was set on it`() throws {
    let vault = try Vault.inMemory()
    let before = try vault.save(.sample(1, "First", tags: ["sea"]), now: .start)
    let moved = Stamp(.start.adding(seconds: -86_400), in: .utc)
    try vault.make(.mood(Mood(rawValue: 4), [.number(1)]), now: .start)
    try vault.make(.date(moved, before.day.adding(days: -1), .number(1)), now: .start)
    var page = before
    (page.text, page.isStarred) = ("Second", true)
    let saved = try vault.save(page, touching: [.star], now: .start)
    #expect(saved.text == "Second" && saved.isStarred && saved.mood == Mood(rawValue: 4))
    #expect(saved.stamp == moved && saved.day == before.day.adding(days: -1) && saved.addedTags == ["sea"])
    #expect(try vault.entry(.number(1)) == saved)
    #expect(try vault.save(page, touching: .all, now: .start).mood == nil)
  }

  @Test func `versions come in pieces, each once`() throws {
    let vault = try Vault.inMemory()
    for number in 0...25 { _ = try vault.save(.sample(1, "Words \(number)"), now: .start) }
    var read: [Revision] = []
    while true {
      let piece = try vault.revisions(of: .number(1), before: read.last?.id, limit: 10)
      read += piece
      if piece.count < 10 { break }
    }
    #expect(read.map(\.text) == (0..<25).reversed().map { "Words \($0)" })
    #expect(read.map(\.id) == read.map(\.id).sorted(by: >))
  }

  @Test func `what was settled about a journal comes in beside what is there`() throws {
    let vault = try Vault.inMemory()
    let span = HushedSpan(Day(number: 3)...Day(number: 9))
    _ = try vault.keep(SavedSearch(name: "Walks", text: "canal"), now: .start)
    let searches = [SavedSearch(name: "WALKS", text: "tag:walk"), SavedSearch(name: "Tea", text: "tea")]
    for _ in 1...2 {
      try vault.takeIn(
        [], Preferences(hushed: Hushed(people: ["Ana"], spans: [span]), searches: searches), now: .start)
    }
    #expect(
      try vault.preferences()
        == Preferences(
          hushed: Hushed(people: ["Ana"], spans: [span]),
          searches: [searches[1], SavedSearch(name: "Walks", text: "canal")]))
  }

  @Test func `saving forgets the draft of that entry, and no other`() throws {
    let vault = try Vault.inMemory()
    try vault.keep(.sample(1))
    try vault.keep(.sample(2))
    _ = try vault.save(.sample(1), now: .start)
    #expect(try vault.drafts().map(\.entry) == [.number(2)])
  }

  @Test func `changes in one stroke say when, and twice is once`() throws {
    let vault = try Vault.inMemory()
    let entry = try vault.save(.sample(), now: .start)
    let (later, evenLater) = (Instant.start.adding(seconds: 60), Instant.start.adding(seconds: 120))
    for now in [later, evenLater] {
      try vault.make(.star(true, [entry.id, .number(99)]), now: now)
      try vault.make(.mood(Mood(rawValue: 4), [entry.id]), now: now)
    }
    var changed = try #require(try vault.entry(entry.id))
    #expect(changed.isStarred && changed.mood == Mood(rawValue: 4))
    #expect(changed.modifiedAt == later)
    for now in [later, evenLater] { try vault.make(.trash([entry.id]), now: now) }
    changed = try #require(try vault.entry(entry.id))
    #expect(changed.trashedAt == later)
    for _ in 1...2 { try vault.make(.restore([entry.id]), now: evenLater) }
    #expect(try vault.entry(entry.id)?.trashedAt == nil)
    #expect(try vault.revisions(of: entry.id).isEmpty)
  }

  @Test func `a mood can be taken back`() throws {
    let vault = try Vault.inMemory()
    let entry = try vault.save(.sample(1, mood: Mood(rawValue: 1)), now: .start)
    try vault.make(.mood(nil, [entry.id]), now: .start)
    #expect(try vault.entry(entry.id)?.mood == nil)
  }

  @Test func `another date moves an entry, keeps the version and leaves a draft alone`() throws {
    let vault = try Vault.inMemory()
    for number in 1...3 {
      _ = try vault.save(.sample(number, at: .at("2026-03-0\(number)T12:00:00+00:00")), now: .start)
    }
    try vault.keep(.sample(3))
    let stamp = Stamp.at("2026-03-01T18:00:00+00:00")
    try vault.make(.date(stamp, stamp.calendarDay, .number(3)), now: .start)
    #expect(try vault.heads(limit: 5).map(\.id) == [.number(2), .number(3), .number(1)])
    #expect(try vault.find("tea").map(\.id) == [.number(2), .number(3), .number(1)])
    #expect(try vault.revisions(of: .number(3)).map(\.stamp) == [.at("2026-03-03T12:00:00+00:00")])
    #expect(try vault.drafts().count == 1)
    #expect(try vault.verify().allSatisfy(\.isFine))
  }

  @Test(arguments: [
    ("00000000-0000-4000-8000-000000000001", [1]), ("0000000000004000800000000000000a", [10]),
    ("00000000-0000-4000-8000-00000000000A", [10]), ("000000000000400080000000000000", [1, 2, 10]), ("0", [1, 2, 10]),
    ("1", []), ("", []), ("-", []), ("xyz", []), ("０", []), ("00000000000040008000000000000001f", []), ("% OR 1", []),
  ])
  func `an entry is found by the beginning of its id`(_ prefix: String, _ numbers: [Int]) throws {
    let vault = try Vault.inMemory()
    for number in [10, 2, 1] { _ = try vault.save(.sample(number), now: .start) }
    try vault.make(.trash([.number(2)]), now: .start)
    #expect(try vault.entries(matchingID: prefix, limit: 5).map(\.id) == numbers.map(UUID.number))
  }
}
