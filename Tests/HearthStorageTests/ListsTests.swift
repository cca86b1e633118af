import Foundation
import GRDB
import HearthCore
import Testing

@testable import HearthStorage

struct ListsTests {
  /// Ten entries on five days, newest last.
  private func vault() throws -> Vault {
    let vault = try Vault.inMemory()
    for number in 0..<10 {
      let stamp = Stamp(.start.adding(seconds: number * 43_200), in: .utc)
      let text = "Entry \(number) \(number.isMultiple(of: 2) ? "#even @Jon" : "#odd @ana") #n/\(number)"
      let entry = Entry.sample(
        number, text, at: stamp, mood: Mood(rawValue: number % 5 == 0 ? 0 : number % 6), isStarred: number % 3 == 0,
        prompt: number == 5 ? "why" : nil)
      _ = try vault.save(entry, now: .start)
    }
    return vault
  }

  @Test func `the list goes from page to page without a gap or a repeat, both ways`() throws {
    let vault = try vault()
    var (pages, cursor): ([[Int]], HeadCursor?) = ([], nil)
    repeat {
      let heads = try vault.heads(after: cursor, limit: 4)
      pages.append(heads.map(\.number))
      cursor = heads.last.map { HeadCursor($0) }
    } while cursor != nil
    #expect(pages == [[9, 8, 7, 6], [5, 4, 3, 2], [1, 0], []])
    let middle = try #require(try vault.heads(limit: 5).last)
    #expect(try vault.heads(EntryFilter(), before: HeadCursor(middle), limit: 3).map(\.number) == [8, 7, 6])
    let oldest = EntryFilter(order: .oldestFirst)
    #expect(try vault.heads(oldest, limit: 2).map(\.number) == [0, 1])
    #expect(try vault.heads(oldest, before: HeadCursor(middle), limit: 3).map(\.number) == [2, 3, 4])
  }

  @Test func `entries of one instant stand in the order they were saved, and pages part them well`() throws {
    let vault = try Vault.inMemory()
    for number in 0..<7 { _ = try vault.save(.sample(number), now: .start) }
    let first = try vault.heads(limit: 3)
    let second = try vault.heads(after: first.last.map { HeadCursor($0) }, limit: 9)
    #expect((first + second).map(\.number) == [6, 5, 4, 3, 2, 1, 0])
  }

  @Test func `a day stays in one piece for someone who travels`() throws {
    let vault = try Vault.inMemory()
    let stamps = ["2026-03-05T09:00:00+09:00", "2026-03-04T22:00:00-08:00", "2026-03-05T13:00:00+09:00"]
    for (number, stamp) in stamps.enumerated() { _ = try vault.save(.sample(number, at: .at(stamp)), now: .start) }
    #expect(try vault.heads(limit: 5).map(\.day.description) == ["2026-03-05", "2026-03-05", "2026-03-04"])
  }

  static let filters: [(EntryFilter, [Int])] = [
    (EntryFilter(), [9, 7, 6, 5, 4, 3, 2, 1, 0]),
    (EntryFilter(place: .trash), [8]),
    (.days(from: Day("2026-03-05"), to: Day("2026-03-06")), [6, 5, 4, 3]),
    (.days(from: Day("2026-03-07")), [9, 7]),
    (.days(to: Day("2026-03-03")), [0]),
    (.days(from: Day("2027-01-01")), []),
    (EntryFilter(where: .not(.days(from: Day("2026-03-04"), to: Day("2026-03-06")))), [9, 7, 0]),
    (EntryFilter(where: .starred), [9, 6, 3, 0]),
    (EntryFilter(where: .all([.starred, .days(from: nil, to: Day("2026-03-05"))])), [3, 0]),
    (EntryFilter(where: .not(.starred)), [7, 5, 4, 2, 1]),
    (EntryFilter(where: .tag("EVEN", isBegun: false)), [6, 4, 2, 0]),
    (EntryFilter(where: .tag("e", isBegun: true)), [6, 4, 2, 0]),
    (EntryFilter(where: .tag("eve", isBegun: false)), []),
    (EntryFilter(where: .tag("n", isBegun: false)), [9, 7, 6, 5, 4, 3, 2, 1, 0]),
    (EntryFilter(where: .all([.tag("even", isBegun: false), .tag("n/4", isBegun: false)])), [4]),
    (EntryFilter(where: .all([.tag("even", isBegun: false), .tag("odd", isBegun: false)])), []),
    (EntryFilter(where: .person("ANA", isBegun: false)), [9, 7, 5, 3, 1]),
    (EntryFilter(where: .person("J", isBegun: true)), [6, 4, 2, 0]),
    (EntryFilter(where: .any([.person("jon", isBegun: false), .prompt("why")])), [6, 5, 4, 2, 0]),
    (EntryFilter(where: .mood(1...2)), [7, 2, 1]),
    (EntryFilter(where: .not(.mood(1...9))), [6, 5, 0]),
    (EntryFilter(where: .prompt("why")), [5]),
    (EntryFilter(where: .prompt("wh")), []),
    (
      EntryFilter(where: .any([.words("entry 4", isBegun: false), .days(from: Day("2026-03-07"), to: nil)])), [9, 7, 4]
    ),
    (
      EntryFilter(
        where: .all([.days(from: Day("2026-03-04"), to: Day("2026-03-06")), .starred, .words("odd", isBegun: true)])),
      [3]
    ),
    (EntryFilter(where: .any([])), []),
    (EntryFilter(where: .not(.any([]))), [9, 7, 6, 5, 4, 3, 2, 1, 0]),
    (EntryFilter(place: .trash, where: .tag("even", isBegun: false)), [8]),
    (EntryFilter(place: .trash, where: .not(.words("entry", isBegun: true))), []),
  ]

  @Test(arguments: filters.indices)
  func `a filter narrows`(_ index: Int) throws {
    let vault = try vault()
    var (filter, numbers) = ListsTests.filters[index]
    try vault.make(.trash([.number(8)]), now: .start)
    #expect(try vault.heads(filter, limit: 20).map(\.number) == numbers)
    #expect(try vault.count(filter) == numbers.count)
    for most in [2, 20] {
      let found = try vault.found(filter, limit: 4, countingTo: most)
      #expect(found.heads.map(\.number) == Array(numbers.prefix(4)))
      #expect(found.count == min(numbers.count, most + 1))
    }
    var streamed: [Int] = []
    try vault.entries(filter) { entry in streamed.append(entry.head.number) }
    #expect(streamed == numbers)
    filter.order = .oldestFirst
    #expect(try vault.heads(filter, limit: 20).map(\.number) == numbers.reversed())
  }

  @Test(arguments: [
    ("2026-03-05", EntryFilter(), [4, 3]), ("2026-03-09", EntryFilter(), [9, 8]), ("2026-03-01", EntryFilter(), []),
    ("2026-03-05", EntryFilter(order: .oldestFirst), [3, 4]), ("2026-03-09", EntryFilter(order: .oldestFirst), []),
    ("2026-03-05", EntryFilter(where: .tag("odd", isBegun: false)), [3, 1]),
    ("2026-03-05", EntryFilter(order: .oldestFirst, where: .tag("even", isBegun: false)), [4, 6]),
    (
      "2026-03-05", EntryFilter(where: .any([.words("6", isBegun: true), .days(from: nil, to: Day("2026-03-04"))])),
      [2, 1]
    ),
  ])
  func `a list begins at a day, or beyond it`(_ day: String, _ filter: EntryFilter, _ numbers: [Int]) throws {
    let day = try #require(Day(day))
    #expect(try vault().heads(filter, from: day, limit: 2).map(\.number) == numbers)
  }

  @Test(arguments: [EntryFilter(), EntryFilter(where: .words("entry", isBegun: true)), .days(from: Day("2026-03-04"))])
  func `a list goes on where a row stood that is gone`(_ filter: EntryFilter) throws {
    let vault = try vault()
    let row = try #require(try vault.heads(filter, limit: 4).last)
    try vault.make(.trash([row.id]), now: .start)
    for isGone in [false, true] {
      if isGone { #expect(try vault.emptyTrash().entries == 1) }
      #expect(try vault.heads(filter, after: HeadCursor(row), limit: 2).map(\.number) == [5, 4])
      #expect(try vault.heads(filter, before: HeadCursor(row), limit: 2).map(\.number) == [8, 7])
    }
  }

  @Test func `counting stops where it is told to`() throws {
    let vault = try vault()
    for condition in [
      Condition.everything, .words("entry", isBegun: true), .any([.starred, .days(from: nil, to: nil)]),
    ] {
      let filter = EntryFilter(where: condition)
      #expect(try [0, 3, 9, 10, 11].map { try vault.count(filter, most: $0) } == [1, 4, 10, 10, 10])
    }
  }

  @Test func `a stream of entries is as long as asked, stops at a problem and may be written into`() throws {
    let vault = try Vault.inMemory()
    for number in 0..<250 { _ = try vault.save(.sample(number), now: .start) }
    for limit in [0, 1, 100, 101, 250, 300] {
      var count = 0
      try vault.entries(limit: limit) { _ in count += 1 }
      #expect(count == min(limit, 250))
    }
    try vault.entries(limit: 3) { entry throws(Problem) in try vault.make(.star(true, [entry.id]), now: .start) }
    #expect(try vault.count(EntryFilter(where: .starred)) == 3)
    var count = 0
    #expect(throws: Problem.diskFull) {
      try vault.entries { _ throws(Problem) in
        count += 1
        throw .diskFull
      }
    }
    #expect(count == 1)
  }

  /// The steps in which SQLite would answer.
  private func plan<Answer>(_ vault: Vault, _ request: SQLRequest<Answer>) throws -> [String] {
    try vault.queue.read { db in
      let statement = try request.makePreparedRequest(db).statement
      return try Row.fetchAll(db, sql: "EXPLAIN QUERY PLAN " + statement.sql, arguments: statement.arguments)
        .map { $0["detail"] }
    }
  }

  @Test func `readings of some days look through no other days`() throws {
    let day = Entry.sample(0).day
    for step in try plan(try vault(), ReadingRecord.request(of: ["mood", "had"], in: day...day)) {
      #expect(!step.hasPrefix("SCAN") || step.contains("_trash"), "\(step)")
    }
  }

  @Test(arguments: filters.indices, [EntryFilter.Order.newestFirst, .oldestFirst])
  func `no list reads the whole journal, or sorts anything`(_ index: Int, _ order: EntryFilter.Order) throws {
    let vault = try vault()
    var filter = ListsTests.filters[index].0
    filter.order = order
    for start in [EntryQuery.Start.first, .after(HeadCursor(try #require(vault.heads(limit: 5).last)))] {
      let request = try vault.queue.read { db in
        var query = try EntryQuery(filter, db)
        query.start = start
        return try query.request(EntryRecord.headColumns, limit: 50, db)
      }
      for step in try plan(vault, request) {
        // A walk along an index ends at the limit; what was found beforehand is handed over as the numbers of one page.
        let isWalk = ["SCAN e USING INDEX entry_", "SCAN entryIndex VIRTUAL TABLE", "SCAN json_each VIRTUAL TABLE"]
          .contains(where: step.hasPrefix)
        #expect(!step.hasPrefix("SCAN") || isWalk, "\(step)")
        #expect(!step.contains("TEMP B-TREE"), "\(step)")
      }
    }
  }

  @Test(arguments: [
    ("", "SEARCH tag USING COVERING INDEX tag_uses (uses>?)", "SEARCH person USING INDEX person_uses (uses>?)"),
    (
      "wa", "SEARCH tag USING INDEX sqlite_autoindex_tag_1 (name>? AND name<?)",
      "SEARCH person USING INDEX sqlite_autoindex_person_1 (folded>? AND folded<?)"
    ),
  ])
  func `completion reads no more names than begin so`(_ prefix: String, _ tags: String, _ people: String) throws {
    let vault = try Vault.inMemory()
    #expect(try plan(vault, NameQuery.tags.names(startingWith: prefix, limit: 5)).first == tags)
    #expect(try plan(vault, NameQuery.people.names(startingWith: prefix, limit: 5)).first == people)
  }
}
