import Foundation
import GRDB
import HearthCore
import HearthStorage
import Testing

struct ChangesTests {
  private static let later = Instant.start.adding(seconds: 60)

  /// Everything but when it was last touched.
  private func state(_ vault: Vault) throws -> [Entry] {
    var entries: [Entry] = []
    for place in [EntryFilter.Place.journal, .trash] {
      try vault.entries(EntryFilter(place: place)) { entry in
        var entry = entry
        entry.modifiedAt = .start
        entries.append(entry)
      }
    }
    return entries
  }

  private func change(_ dice: inout Dice) -> Change {
    let ids = (0..<Int.random(in: 1...4, using: &dice)).map { _ in UUID.number(Int.random(in: 0..<14, using: &dice)) }
    let stamp = Stamp(.start.adding(seconds: Int.random(in: -9...9, using: &dice) * 50_000), in: .fixed(seconds: 3600))
    let words = ["Tea #walk", "Caf\u{E9}", "Cafe\u{301}", "\0", "今天 @Ana"]
    switch Int.random(in: 0...7, using: &dice) {
    case 0: return .trash(ids)
    case 1: return .restore(ids)
    case 2: return .star(Bool.random(using: &dice), ids)
    case 3: return .tags(add: ["Rain", "walk"].shuffled(using: &dice), remove: ["sea"], ids)
    case 4: return .tags(add: [], remove: ["walk", "RAIN"], ids)
    case 5: return .mood(Mood(rawValue: Int.random(in: 0...5, using: &dice)), ids)
    case 6: return .hush(Bool.random(using: &dice), ids)
    default:
      let id = ids[0]
      let text = words.randomElement(using: &dice) ?? ""
      return Bool.random(using: &dice)
        ? .date(stamp, stamp.calendarDay, id) : .version(text: text, addedTags: ["sea"], id)
    }
  }

  @Test func `a change tells which entries are different now`() throws {
    let vault = try Vault.inMemory()
    _ = try vault.save(.sample(1, tags: ["sea"]), now: .start)
    _ = try vault.save(.sample(2), now: .start)
    let change = Change.tags(add: [], remove: ["sea"], [.number(1), .number(2)])
    #expect(try vault.make(change, now: .start) == [.number(1)])
    #expect(try vault.make(change, now: .start) == [])
  }

  @Test func `what is taken in is something written, unless it was here already`() throws {
    let vault = try Vault.inMemory()
    _ = try vault.save(.sample(1), now: .start)
    try vault.make(.trash([.number(1)]), now: .start)
    try vault.takeIn([.sample(2)], now: .start)
    #expect(try vault.takeBack(now: .start)?.kind == .writing)
    #expect(try vault.takeBack(now: .start)?.kind == .trash)
    try vault.make(.trash([.number(1)]), now: .start)
    try vault.takeIn([.sample(2)], now: .start)
    #expect(try vault.takeBack(now: .start)?.kind == .trash)
  }

  @Test func `a tag is renamed where it was set, and taken back at once`() throws {
    let vault = try Vault.inMemory()
    _ = try vault.save(.sample(1, "Tea", tags: ["sea"]), now: .start)
    _ = try vault.save(.sample(2, "At the #sea"), now: .start)
    #expect(try vault.tagUses() == [TagUse("sea", entries: 2, inTexts: 1)])
    #expect(try vault.renameTag("Sea", to: "ocean", now: .start) == [.number(1)])
    #expect(
      try vault.tagUses() == [TagUse("ocean", entries: 1), TagUse("sea", entries: 1, inTexts: 1)])
    #expect(try vault.takeBack(now: .start)?.kind == .tags)
    #expect(try vault.tagUses() == [TagUse("sea", entries: 2, inTexts: 1)])
  }

  @Test(arguments: 1...3)
  func `step by step everything goes back to what it was, after closing too`(_ seed: UInt64) throws {
    var dice = Dice(seed: seed)
    let folder = try TestFolder()
    var vault = try folder.open()
    for number in 0..<12 { _ = try vault.save(.sample(number, tags: number % 2 == 0 ? ["sea"] : []), now: .start) }
    var states = [try state(vault)]
    for turn in 0..<60 {
      let before = try state(vault)
      try vault.make(change(&dice), now: ChangesTests.later.adding(seconds: turn))
      if try state(vault) != before { states.append(before) }
    }
    vault.close()
    vault = try folder.open()
    while states.count > 1 {
      #expect(try vault.takeBack(now: ChangesTests.later) != nil)
      #expect(try state(vault) == states.removeLast())
    }
    #expect(try vault.takeBack(now: ChangesTests.later) == nil)
    #expect(try state(vault) == states.last)
    #expect(try vault.verify().allSatisfy(\.isFine))
  }

  @Test(
    arguments: [
      (.trash([.number(1), .number(2)]), .trash), (.star(true, [.number(1)]), .star),
      (.tags(add: ["x"], remove: [], [.number(1)]), .tags), (.mood(Mood(rawValue: 3), [.number(2)]), .mood),
      (.date(Stamp(.start, in: .utc), Day(number: 3), .number(1)), .date), (.hush(true, [.number(1)]), .hush),
      (.version(text: "As it was", addedTags: [], .number(1)), .version),
    ] as [(Change, Change.Kind)])
  func `what was taken back is said`(_ change: Change, _ kind: Change.Kind) throws {
    let vault = try Vault.inMemory()
    for number in 1...2 { _ = try vault.save(.sample(number), now: .start) }
    let before = try state(vault)
    try vault.make(change, now: ChangesTests.later)
    #expect(try state(vault) != before)
    #expect(try vault.takeBack(now: ChangesTests.later)?.kind == kind)
    #expect(try state(vault) == before)
  }

  @Test func `what changes nothing leaves nothing to take back`() throws {
    let vault = try Vault.inMemory()
    _ = try vault.save(.sample(1, "So", tags: ["sea"]), now: .start)
    let changes: [Change] = [
      .restore([.number(1)]), .star(false, [.number(1)]), .tags(add: ["SEA"], remove: ["x"], [.number(1)]),
      .mood(nil, [.number(1)]), .hush(false, [.number(1)]), .trash([.number(99)]), .trash([]),
      .version(text: "So", addedTags: ["sea"], .number(1)),
    ]
    for change in changes { try vault.make(change, now: ChangesTests.later) }
    #expect(try vault.entry(.number(1))?.modifiedAt == .start)
    #expect(try vault.takeBack(now: ChangesTests.later) == nil)
  }

  @Test func `only what was done is taken back, what was written since stays`() throws {
    let vault = try Vault.inMemory()
    _ = try vault.save(.sample(), now: .start)
    try vault.make(.star(true, [.number(1)]), now: .start)
    var entry = try #require(try vault.entry(.number(1)))
    (entry.text, entry.mood) = ("Other words", Mood(rawValue: 2))
    _ = try vault.save(entry, now: .start)
    #expect(try vault.takeBack(now: ChangesTests.later)?.kind == .writing)
    #expect(try vault.takeBack(now: ChangesTests.later)?.kind == .star)
    entry = try #require(try vault.entry(.number(1)))
    #expect(entry.text == "Other words" && entry.mood == Mood(rawValue: 2) && !entry.isStarred)
    #expect(entry.modifiedAt == ChangesTests.later)
  }

  /// Changes, and edits that come after them.
  private static let changedSince: [(Change, @Sendable (inout Entry) -> Void)] = [
    (.mood(Mood(rawValue: 3), [.number(1)]), { $0.mood = Mood(rawValue: 5) }),
    (.star(true, [.number(1)]), { $0.isStarred = false }),
    (.tags(add: ["sea"], remove: [], [.number(1)]), { $0.addedTags = ["canal"] }),
    (.version(text: "As it was", addedTags: [], .number(1)), { $0.text = "Newer" }),
    (
      .date(Stamp(.start, in: .utc), Day(number: 3), .number(1)),
      { ($0.stamp, $0.day) = (Stamp(.start.adding(seconds: 60), in: .utc), Day(number: 4)) }
    ),
  ]

  @Test(arguments: changedSince)
  func `what was written since is not taken back by a step from before`(
    _ change: Change, _ edit: @Sendable (inout Entry) -> Void
  ) throws {
    let vault = try Vault.inMemory()
    _ = try vault.save(.sample(), now: .start)
    try vault.make(.trash([.number(1)]), now: .start)
    try vault.make(.restore([.number(1)]), now: .start)
    try vault.make(change, now: .start)
    var entry = try #require(try vault.entry(.number(1)))
    edit(&entry)
    entry = try vault.save(entry, now: .start)
    #expect(try vault.takeBack(now: .start)?.kind == .writing)
    #expect(try vault.takeBack(now: .start)?.kind == .restore)
    entry.trashedAt = .start
    #expect(try vault.entry(.number(1)) == entry)
  }

  @Test func `a step goes on to be taken back for the entries that were not changed since`() throws {
    let vault = try Vault.inMemory()
    for number in 1...2 { _ = try vault.save(.sample(number), now: .start) }
    try vault.make(.mood(Mood(rawValue: 2), [.number(1), .number(2)]), now: .start)
    var entry = try #require(try vault.entry(.number(1)))
    entry.mood = Mood(rawValue: 5)
    _ = try vault.save(entry, now: .start)
    #expect(try vault.takeBack(now: .start)?.kind == .writing)
    #expect(try vault.takeBack(now: .start)?.kind == .mood)
    #expect(try [1, 2].map { try vault.entry(.number($0))?.mood } == [Mood(rawValue: 5), nil])
  }

  @Test func `people and days that no longer come back may again, and the other way round`() throws {
    let folder = try TestFolder()
    var vault = try folder.open()
    let span = HushedSpan(Day(number: 3)...Day(number: 9))
    let changes: [Change] = [
      .hushPerson(true, "Ana"), .hushSpan(true, span), .hushPerson(false, "ANA"), .hushSpan(false, span),
    ]
    var states: [Hushed] = []
    for change in changes {
      states.append(try vault.hushed())
      for _ in 1...2 { try vault.make(change, now: .start) }
    }
    vault.close()
    vault = try folder.open()
    for kind in [Change.Kind.unhush, .unhush, .hush, .hush] {
      #expect(try vault.takeBack(now: .start)?.kind == kind)
      #expect(try vault.hushed() == states.removeLast())
    }
    #expect(try vault.takeBack(now: .start) == nil)
  }

  @Test func `a search that was forgotten, or gave way to another, comes back`() throws {
    let vault = try Vault.inMemory()
    let (canal, tea) = (SavedSearch(name: "Walks", text: "canal"), SavedSearch(name: "walks", text: "tea"))
    #expect(try vault.keep(canal, now: .start) == nil)
    #expect(try vault.keep(canal, now: .start) == nil)
    #expect(try vault.keep(tea, now: .start) == canal)
    try vault.make(.forgetSearch(name: "WALKS"), now: .start)
    try vault.make(.forgetSearch(name: "WALKS"), now: .start)
    #expect(try vault.takeBack(now: .start) == TakenBack(.search, named: "walks"))
    #expect(try vault.savedSearches() == [tea])
    #expect(try vault.takeBack(now: .start) == TakenBack(.search, named: "Walks"))
    #expect(try vault.savedSearches() == [canal])
    #expect(try vault.takeBack(now: .start) == nil)
  }

  @Test func `a search kept under a name that was free again is not taken back`() throws {
    let vault = try Vault.inMemory()
    let (canal, tea) = (SavedSearch(name: "Walks", text: "canal"), SavedSearch(name: "walks", text: "tea"))
    _ = try vault.keep(canal, now: .start)
    try vault.make(.forgetSearch(name: "Walks"), now: .start)
    #expect(try vault.keep(tea, now: .start) == nil)
    #expect(try vault.takeBack(now: .start) == nil)
    #expect(try vault.savedSearches() == [tea])
  }

  @Test func `an earlier version comes back, and the words it replaced are kept`() throws {
    let vault = try Vault.inMemory()
    var entry = try vault.save(.sample(1, "First", tags: ["a"]), now: .start)
    (entry.text, entry.addedTags) = ("Second", ["b"])
    _ = try vault.save(entry, now: .start)
    let first = try #require(try vault.revisions(of: entry.id).first)
    try vault.make(.version(text: first.text, addedTags: first.addedTags, entry.id), now: ChangesTests.later)
    #expect(try vault.entry(entry.id)?.text == "First")
    #expect(try vault.entry(entry.id)?.addedTags == ["a"])
    #expect(try vault.takeBack(now: ChangesTests.later)?.kind == .version)
    #expect(try vault.entry(entry.id)?.text == "Second")
    #expect(try vault.revisions(of: entry.id).map(\.text) == ["First", "Second", "First"])
    #expect(try vault.revisions(of: entry.id).map(\.reason) == [.restored, .restored, .edit])
  }

  @Test func `when the words were changed last is known, whatever was set beside them since`() throws {
    let vault = try Vault.inMemory()
    var entry = try vault.save(.sample(1, "First"), now: .start)
    #expect(try vault.lastRewording(of: entry) == nil)
    try vault.make(.tags(add: ["sea"], remove: [], [entry.id]), now: ChangesTests.later)
    entry = try #require(try vault.entry(entry.id))
    #expect(try vault.lastRewording(of: entry) == nil)
    entry.text = "Second"
    entry = try vault.save(entry, now: ChangesTests.later)
    try vault.make(.tags(add: [], remove: ["sea"], [entry.id]), now: ChangesTests.later.adding(seconds: 60))
    let now = try #require(try vault.entry(entry.id))
    #expect(try vault.lastRewording(of: now) == ChangesTests.later)
  }

  @Test func `a tag in the text stays when it is taken off`() throws {
    let vault = try Vault.inMemory()
    _ = try vault.save(.sample(1, "So #walk", tags: ["walk", "sea"]), now: .start)
    try vault.make(.tags(add: ["Rain"], remove: ["Walk"], [.number(1)]), now: .start)
    #expect(try vault.entry(.number(1))?.addedTags == ["sea", "rain"])
    #expect(try vault.heads(EntryFilter(where: .tag("walk", isBegun: false)), limit: 5).count == 1)
    #expect(try vault.heads(EntryFilter(where: .tag("rain", isBegun: false)), limit: 5).count == 1)
  }

  @Test func `a hundred steps are remembered`() throws {
    let vault = try Vault.inMemory()
    _ = try vault.save(.sample(), now: .start)
    for turn in 1...105 { try vault.make(.star(turn % 2 == 1, [.number(1)]), now: .start) }
    for turn in (6...105).reversed() {
      #expect(try vault.takeBack(now: .start)?.kind == (turn % 2 == 1 ? .star : .unstar))
    }
    #expect(try vault.takeBack(now: .start) == nil)
    #expect(try vault.entry(.number(1))?.isStarred == true)
  }

  // MARK: The trash

  @Test func `an emptied trash is gone for good, with its versions and names`() throws {
    let vault = try Vault.inMemory()
    for number in 0..<6 { _ = try vault.save(.sample(number, "First #a\(number) @p\(number)"), now: .start) }
    for number in 0..<6 { _ = try vault.save(.sample(number, "Tea #b\(number) @q\(number)"), now: .start) }
    try vault.make(.hushPerson(true, "q1"), now: .start)
    try vault.make(.trash([.number(1), .number(4)]), now: .start)
    #expect(try vault.heads(EntryFilter(place: .trash, where: .words("tea", isBegun: false)), limit: 5).count == 2)
    #expect(try vault.emptyTrash().entries == 2)
    #expect(try vault.emptyTrash().entries == 0)
    #expect(try vault.entry(.number(1)) == nil)
    #expect(try vault.revisions(of: .number(1)).isEmpty)
    #expect(try vault.find("tea").map(\.number) == [5, 3, 2, 0])
    #expect(try vault.count(EntryFilter(place: .trash)) == 0)
    #expect(try vault.hushed().people == ["q1"])
    #expect(try vault.verify().allSatisfy(\.isFine))
  }

  @Test func `a page that is not finished outlives its entry`() throws {
    let vault = try Vault.inMemory()
    _ = try vault.save(.sample(), now: .start)
    try vault.make(.trash([.number(1)]), now: .start)
    var draft = Draft.sample(1)
    draft.isEdit = true
    try vault.keep(draft)
    #expect(try vault.emptyTrash() == (1, unfinished: 1))
    #expect(try vault.drafts() == [.sample(1)])
  }

  @Test func `what is gone for good is not taken back, what was done before it is`() throws {
    let vault = try Vault.inMemory()
    for number in 1...3 { _ = try vault.save(.sample(number), now: .start) }
    try vault.make(.star(true, [.number(1), .number(2)]), now: .start)
    try vault.make(.star(true, [.number(3)]), now: .start)
    try vault.make(.trash([.number(1), .number(3)]), now: .start)
    #expect(try vault.emptyTrash().entries == 2)
    #expect(try vault.takeBack(now: .start)?.kind == .star)
    #expect(try vault.entry(.number(2))?.isStarred == false)
    #expect(try vault.takeBack(now: .start) == nil)
  }

  @Test(arguments: ["a page", "other words", "a check-in", "a moment", "a note", "a practice"])
  func `right after something was written nothing is taken back, but told`(_ what: String) throws {
    let folder = try TestFolder()
    let vault = try folder.open()
    for number in 1...2 { _ = try vault.save(.sample(number), now: .start) }
    try vault.make(.trash([.number(1)]), now: .start)
    let (stamp, day) = (Stamp(.start, in: .utc), Day(number: 1))
    switch what {
    case "a page": _ = try vault.save(.sample(3), now: .start)
    case "other words": _ = try vault.save(.sample(2, "Other words"), now: .start)
    case "a check-in":
      try vault.save(CheckIn(id: UUID(), stamp: stamp, day: day, answers: ["mood": 3], createdAt: .start), now: .start)
    case "a moment":
      try vault.save(Moment(id: UUID(), stamp: stamp, day: day, kind: .hello, createdAt: .start), now: .start)
    case "a note":
      try Inbox(folder: folder.journal).leave(.sample(3))
      _ = try vault.takeInNotes(dayEnd: .four, now: .start)
    default: try vault.keep(Run(of: RunTests.practice, id: .number(4), startedAt: stamp, day: day))
    }
    #expect(try vault.takeBack(now: .start)?.kind == .writing)
    #expect(try vault.entry(.number(1))?.trashedAt != nil)
    #expect(try vault.takeBack(now: .start)?.kind == .trash)
    #expect(try vault.entry(.number(1))?.trashedAt == nil)
    #expect(try vault.takeBack(now: .start) == nil)
  }

  @Test func `a page that is kept without a change is nothing new`() throws {
    let vault = try Vault.inMemory()
    let entry = try vault.save(.sample(), now: .start)
    try vault.make(.star(true, [entry.id]), now: .start)
    _ = try vault.save(#require(try vault.entry(entry.id)), now: Self.later)
    #expect(try vault.takeBack(now: .start)?.kind == .star)
  }

  @Test(arguments: ["'tomorrow', 'Ana', NULL", "'checkIn', NULL, x'7B7D'", "'people', NULL, NULL", "'run', NULL, NULL"])
  func `a step that only a later Hearth can read is passed over, and changes nothing`(_ step: String) throws {
    let vault = try Vault.inMemory()
    try vault.make(.hushPerson(true, "Ana"), now: .start)
    _ = try vault.save(.sample(1), now: .start)
    try vault.queue.write { db in try db.execute(sql: "INSERT INTO step (kind, person, before, at) VALUES (\(step), 0)")
    }
    #expect(try vault.takeBack(now: .start)?.kind == .writing)
    #expect(try vault.hushed().people == ["Ana"])
    #expect(try vault.takeBack(now: .start)?.kind == .hush)
  }
}
