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
      let text = "Entry \(number) \(number.isMultiple(of: 2) ? "#even @Jon" : "#odd @ana") #n\(number)"
      _ = try vault.save(.sample(number, text, at: stamp, isStarred: number % 3 == 0), now: .start)
    }
    return vault
  }

  @Test func `the list goes from page to page without a gap or a repeat, both ways`() throws {
    let vault = try vault()
    var (pages, cursor): ([[Int]], HeadCursor?) = ([], nil)
    repeat {
      let heads = try vault.heads(before: cursor, limit: 4)
      pages.append(heads.map(\.number))
      cursor = heads.last.map { HeadCursor($0) }
    } while cursor != nil
    #expect(pages == [[9, 8, 7, 6], [5, 4, 3, 2], [1, 0], []])
    let middle = try #require(try vault.heads(limit: 5).last)
    #expect(try vault.heads(after: HeadCursor(middle), limit: 3).map(\.number) == [6, 7, 8])
    #expect(try vault.heads(after: nil, limit: 2).map(\.number) == [0, 1])
  }

  @Test func `entries of one instant stand in the order they were saved, and pages part them well`() throws {
    let vault = try Vault.inMemory()
    for number in 0..<7 { _ = try vault.save(.sample(number), now: .start) }
    let first = try vault.heads(limit: 3)
    let second = try vault.heads(before: first.last.map { HeadCursor($0) }, limit: 9)
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
    (EntryFilter(from: Day("2026-03-05"), to: Day("2026-03-06")), [6, 5, 4, 3]),
    (EntryFilter(from: Day("2026-03-07")), [9, 7]),
    (EntryFilter(to: Day("2026-03-03")), [0]),
    (EntryFilter(from: Day("2027-01-01")), []),
    (EntryFilter(tags: ["EVEN"]), [6, 4, 2, 0]),
    (EntryFilter(tags: ["even", "n4"]), [4]),
    (EntryFilter(tags: ["even", "odd"]), []),
    (EntryFilter(tags: ["none"]), []),
    (EntryFilter(people: ["ANA"]), [9, 7, 5, 3, 1]),
    (EntryFilter(people: ["jon", "ana"]), []),
    (EntryFilter(onlyStarred: true), [9, 6, 3, 0]),
    (
      EntryFilter(from: Day("2026-03-04"), to: Day("2026-03-06"), tags: ["odd"], people: ["Ana"], onlyStarred: true),
      [3]
    ),
    (EntryFilter(place: .trash, tags: ["even"]), [8]),
  ]

  @Test(arguments: filters.indices)
  func `a filter narrows`(_ index: Int) throws {
    let vault = try vault()
    let (filter, numbers) = ListsTests.filters[index]
    try vault.trash([.number(8)], now: .start)
    #expect(try vault.heads(filter, limit: 20).map(\.number) == numbers)
    #expect(try vault.heads(filter, after: nil, limit: 20).map(\.number) == numbers.reversed())
    #expect(try vault.count(filter) == numbers.count)
    var streamed: [Int] = []
    try vault.entries(filter) { entry in streamed.append(entry.head.number) }
    #expect(streamed == numbers)
  }

  @Test func `a stream of entries is as long as asked, stops at a problem and may be written into`() throws {
    let vault = try Vault.inMemory()
    for number in 0..<250 { _ = try vault.save(.sample(number), now: .start) }
    for limit in [0, 1, 100, 101, 250, 300] {
      var count = 0
      try vault.entries(limit: limit) { _ in count += 1 }
      #expect(count == min(limit, 250))
    }
    try vault.entries(limit: 3) { entry throws(Problem) in try vault.setStar(true, [entry.id], now: .start) }
    #expect(try vault.count(EntryFilter(onlyStarred: true)) == 3)
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

  @Test(arguments: filters.indices, [EntryQuery.Direction.newestFirst, .oldestFirst])
  func `no list reads the whole journal, or sorts more than a tag or a person has`(
    _ index: Int, _ direction: EntryQuery.Direction
  ) throws {
    let vault = try Vault.inMemory()
    let filter = ListsTests.filters[index].0
    let cursor = HeadCursor(day: Day(number: 9), instant: .start, id: .number(1))
    for cursor in [nil, cursor] {
      let query = EntryQuery(filter: filter, direction: direction, cursor: cursor)
      for step in try plan(vault, query.rows(EntryRecord.headColumns, limit: 50)) {
        // A walk along an index ends at the limit.
        #expect(!step.hasPrefix("SCAN") || step.hasPrefix("SCAN e USING INDEX entry_"), "\(step)")
        #expect(!step.contains("TEMP B-TREE") || !(filter.tags + filter.people).isEmpty, "\(step)")
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

extension EntryHead {
  /// The n of `UUID.number(n)`.
  var number: Int { Int(id.uuid.15) | Int(id.uuid.14) << 8 }
}
