import Foundation
import HearthCore
import HearthStorage
import Testing

struct MemoriesTests {
  private static let today = Day(year: 2026, month: 3, day: 3) ?? Day(number: 0)

  private static func at(_ day: String, _ hour: Int = 12) -> Stamp { .at("\(day)T\(hour):00:00+00:00") }

  private func memories(_ entries: [Entry], limit: Int = 9, _ prepare: (Vault) throws -> Void = { _ in }) throws
    -> [Int]
  {
    let vault = try Vault.inMemory()
    for entry in entries { _ = try vault.save(entry, now: .start) }
    try prepare(vault)
    return try vault.memories(on: MemoriesTests.today, limit: limit).map(\.head.number)
  }

  @Test func `what was written on this day comes back, the nearest first`() throws {
    let vault = try Vault.inMemory()
    let days = ["2020-03-03", "2026-02-24", "2025-03-03", "2025-09-03", "2026-02-03", "2026-02-25", "2026-03-03"]
    for (number, day) in days.enumerated() {
      _ = try vault.save(.sample(number, at: MemoriesTests.at(day)), now: .start)
    }
    let memories = try vault.memories(on: MemoriesTests.today, limit: 9)
    #expect(memories.map(\.head.number) == [1, 4, 3, 2, 0])
    #expect(memories.map(\.distance) == [.week, .month, .sixMonths, .years(1), .years(6)])
    #expect(try vault.memories(on: MemoriesTests.today).map(\.head.number) == [1, 4, 2])
    #expect(try vault.memories(on: MemoriesTests.today, limit: 1).map(\.head.number) == [2])
    #expect(try vault.memories(on: MemoriesTests.today, limit: 0).isEmpty)
    #expect(try Vault.inMemory().memories(on: MemoriesTests.today).isEmpty)
  }

  @Test func `of one day comes what is starred, else of the best mood, else the longest`() throws {
    let day = MemoriesTests.at("2025-03-03")
    let long = Entry.sample(1, "A long afternoon by the canal", at: day)
    let glad = Entry.sample(2, "Glad", at: day, mood: Mood(rawValue: 5))
    let starred = Entry.sample(3, "Star", at: day, mood: Mood(rawValue: 3), isStarred: true)
    let short = Entry.sample(4, "Short", at: day)
    #expect(try memories([short, long, glad, starred]) == [3])
    #expect(try memories([short, long, glad]) == [2])
    #expect(try memories([short, long]) == [1])
  }

  @Test func `what was hard, or was hushed, does not come back by itself`() throws {
    let day = MemoriesTests.at("2025-03-03")
    for mood in 1...5 {
      #expect(try memories([.sample(1, at: day, mood: Mood(rawValue: mood))]) == (mood > 2 ? [1] : []))
    }
    let entries = [Entry.sample(1, "With @Jon and @Ana", at: day), .sample(2, "", at: day)]
    #expect(try memories(entries) == [1])
    #expect(try memories(entries) { try $0.make(.hushPerson(true, "JON"), now: .start) } == [2])
    #expect(try memories(entries) { try $0.make(.hush(true, [.number(1)]), now: .start) } == [2])
    #expect(try memories(entries) { try $0.make(.trash([.number(1)]), now: .start) } == [2])
    let span = HushedSpan(Day(number: 0)...MemoriesTests.today)
    #expect(try memories(entries) { try $0.make(.hushSpan(true, span), now: .start) } == [])
    #expect(
      try memories(entries) { vault in
        try vault.make(.hushSpan(true, span), now: .start)
        try vault.make(.hushSpan(false, span), now: .start)
      } == [1])
  }

  @Test func `a hard day stays away also where what tells of it lies in the trash`() throws {
    let day = MemoriesTests.at("2025-03-03")
    let entries = [Entry.sample(1, at: day), .sample(2, at: day, mood: Mood(rawValue: 1))]
    #expect(try memories(entries) { try $0.make(.trash([.number(2)]), now: .start) } == [])
  }

  @Test func `what comes back bears its names, each its own`() throws {
    let vault = try Vault.inMemory()
    let days = ["2026-02-24", "2026-02-03", "2025-03-03"]
    for (number, day) in days.enumerated() {
      let text = number == 1 ? "Nobody" : "#tag\(number) @Ana\(number) and #more"
      _ = try vault.save(.sample(number, text, at: MemoriesTests.at(day)), now: .start)
    }
    let heads = try vault.memories(on: MemoriesTests.today).map(\.head)
    #expect(heads.map(\.tags) == [["tag0", "more"], [], ["tag2", "more"]])
    #expect(heads.map(\.people) == [["Ana0"], [], ["Ana2"]])
  }

  @Test func `nobody who rests or is remembered comes back either`() throws {
    let entries = [Entry.sample(1, "A year ago with @Jon", at: MemoriesTests.at("2025-03-03"))]
    for quiet in [\Person.isResting, \.isRemembered] {
      #expect(
        try memories(entries) { vault in
          var jon = try vault.person(named: "Jon")
          jon[keyPath: quiet] = true
          try vault.keep(jon, now: .start)
        } == [])
    }
  }

  @Test func `who has a new name is found, hushed and told of under the old one too`() throws {
    let vault = try Vault.inMemory()
    let entry = try vault.save(.sample(1, "Tea with @Jon", at: MemoriesTests.at("2025-03-03")), now: .start)
    try vault.rename(try vault.person(named: "Jon").id, to: "Jonathan", now: .start)
    #expect(
      try vault.heads(EntryFilter(where: .person("jonathan", isBegun: false)), limit: 9).map(\.people) == [["Jon"]])
    let notes = try vault.reportNotes(of: entry.day...entry.day, without: [])
    #expect(notes.people.map(\.name) == ["Jonathan"] && notes.people.map(\.aliases) == [["Jon"]])

    try vault.make(.hushPerson(true, "jon"), now: .start)
    #expect(try vault.memories(on: MemoriesTests.today).isEmpty)
    let hushed = try vault.hushed()
    #expect(hushed.people == ["Jonathan"] && hushed.holds(person: "JON"))
    let other = try Vault.inMemory()
    try other.takeIn([entry], try vault.preferences(), now: .start)
    #expect(try other.memories(on: MemoriesTests.today).isEmpty && other.people().count == 1)
    #expect(try vault.takeBack(now: .start)?.kind == .hush)
    #expect(try vault.memories(on: MemoriesTests.today).count == 1)
  }

  @Test func `what stands on the page leaves its place to others`() throws {
    let vault = try Vault.inMemory()
    let days = ["2026-02-24", "2026-02-24", "2026-02-03", "2025-09-03"]
    for (number, day) in days.enumerated() {
      _ = try vault.save(.sample(number, at: MemoriesTests.at(day), isStarred: number == 0), now: .start)
    }
    let numbers = { try vault.memories(on: MemoriesTests.today, besides: $0, limit: 2).map(\.head.number) }
    #expect(try numbers([]) == [0, 2])
    #expect(try numbers([.number(0)]) == [1, 2])
    #expect(try numbers([.number(0), .number(1)]) == [2, 3])
  }

  @Test func `what is hushed is listed, once, and can be taken off the list`() throws {
    let folder = try TestFolder()
    var vault = try folder.open()
    _ = try vault.save(.sample(1, "@Zoe and @jon"), now: .start)
    let (early, late) = (HushedSpan(Day(number: 3)...Day(number: 9)), HushedSpan(Day(number: 5)...Day(number: 5)))
    for _ in 1...2 {
      for name in ["zoe", "Jon", "Nobody yet"] { try vault.make(.hushPerson(true, name), now: .start) }
      for span in [late, early] { try vault.make(.hushSpan(true, span), now: .start) }
    }
    vault.close()
    vault = try folder.open()
    #expect(try vault.hushed() == Hushed(people: ["jon", "Nobody yet", "Zoe"], spans: [early, late]))
    try vault.make(.hushPerson(false, "JON"), now: .start)
    try vault.make(.hushPerson(false, "Somebody"), now: .start)
    try vault.make(.hushSpan(false, early), now: .start)
    #expect(try vault.hushed() == Hushed(people: ["Nobody yet", "Zoe"], spans: [late]))
    #expect(try vault.people(startingWith: "N", limit: 5).isEmpty)
  }

  @Test func `an edit leaves a hushed entry hushed`() throws {
    let vault = try Vault.inMemory()
    _ = try vault.save(.sample(), now: .start)
    try vault.make(.hush(true, [.number(1)]), now: .start)
    #expect(try vault.save(.sample(1, "Other words"), now: .start).isHushed)
    #expect(try vault.heads(limit: 1).map(\.isHushed) == [true])
    _ = try vault.save(.sample(1, "Imported"), reason: .imported, now: .start)
    #expect(try vault.entry(.number(1))?.isHushed == true)
  }
}
