import Foundation
import GRDB
import HearthCore
import Testing

@testable import HearthStorage

struct TimeOrderTests {
  @Test(arguments: [
    ("1970-01-01T00:00:00+00:00", 0, 0), ("1970-01-02T00:00:00+00:00", 1, 256), ("1970-01-02T12:00:00+00:00", 1, 341),
    ("1969-12-31T00:00:00+00:00", -1, -256), ("1969-12-31T23:59:59+00:00", -1, -86),
    ("1970-01-02T02:00:00+00:00", 0, 184),
    ("1970-01-02T11:59:59+00:00", 0, 255), ("1970-03-01T00:00:00+00:00", 0, 255), ("1969-01-01T00:00:00+00:00", 0, 0),
    ("1970-01-01T23:00:00-08:00", 0, 163),
  ])
  func `an entry's number is its day and its time in it`(_ iso: String, _ day: Int, _ number: Int) {
    #expect(TimeOrder.wanted(.at(iso), Day(number: day)) == number)
  }

  @Test func `after midnight comes after the evening, and before the next morning`() {
    let order = ["2026-03-03T23:50:00+01:00", "2026-03-04T03:30:00+01:00", "2026-03-04T04:10:00+01:00"].map {
      TimeOrder.wanted(.at($0), Stamp.at($0).day(endingAt: .four))
    }
    #expect(order == order.sorted())
    #expect(Set(order).count == 3)
  }

  private func order(_ vault: Vault) throws -> [Int] {
    try vault.queue.read { db in try Int.fetchAll(db, sql: "SELECT ord FROM entry ORDER BY id") }
  }

  @Test(arguments: ["2026-03-03T12:00:00+00:00", "1931-03-03T12:00:00+00:00"])
  func `three hundred in one minute all find a place, in their order`(_ iso: String) throws {
    let vault = try Vault.inMemory()
    for number in 0..<300 { _ = try vault.save(.sample(number, at: .at(iso)), now: .start) }
    let order = try order(vault)
    #expect(Set(order).count == 300)
    #expect(order == order.sorted())
    #expect(order.first == TimeOrder.wanted(.at(iso), Stamp.at(iso).calendarDay))
    #expect(try vault.find("tea", limit: 400).count == 300)
    #expect(try vault.verify().allSatisfy(\.isFine))
  }

  @Test func `so many of one minute that they reach into other days find each a place, in their order`() throws {
    let vault = try Vault.inMemory()
    // The next day has one already, which the first of them meet on their way.
    _ = try vault.save(.sample(5000, at: .at("2026-03-04T12:00:00+00:00")), now: .start)
    for number in 0..<1500 { _ = try vault.save(.sample(number, at: .at("2026-03-03T12:00:00+00:00")), now: .start) }
    let order = try order(vault).dropFirst()
    #expect(Set(order).count == 1500)
    #expect(Array(order) == order.sorted())
    // No number between the first and the last is left out.
    #expect(order.max().map { $0 - (order.min() ?? 0) } == 1500)
    #expect(try vault.verify().allSatisfy(\.isFine))
  }

  @Test(arguments: [EntryFilter.Order.newestFirst, .oldestFirst])
  func `a day with more entries than numbers is found whole, and only it`(_ order: EntryFilter.Order) throws {
    let vault = try Vault.inMemory()
    let days = ["2026-03-02", "2026-03-03", "2026-03-04", "2026-03-05"].compactMap { Day($0) }
    for number in 0..<300 { _ = try vault.save(.sample(number, at: .at("2026-03-03T20:00:00+00:00")), now: .start) }
    for (number, day) in days.enumerated() {
      _ = try vault.save(.sample(300 + number, at: .at("\(day)T05:00:00+00:00")), now: .start)
    }
    let tea = Condition.words("tea", isBegun: false)
    let counts = [(0, 0, 1), (1, 1, 301), (0, 1, 302), (2, 2, 1), (2, 3, 2), (1, 3, 303)]
    for (first, last, count) in counts {
      let filter = EntryFilter(order: order, where: .all([tea, .days(from: days[first], to: days[last])]))
      let heads = try vault.heads(filter, limit: 400)
      #expect(heads.count == count)
      #expect(try vault.count(filter) == count)
      #expect(heads.allSatisfy { days[first] <= $0.day && $0.day <= days[last] })
    }
    let start = try vault.heads(EntryFilter(order: order, where: tea), from: days[1], limit: 1)
    #expect(start.map(\.day) == [days[1]])
  }

  @Test func `a gap is filled before the row grows`() throws {
    let vault = try Vault.inMemory()
    for number in 0..<3 { _ = try vault.save(.sample(number), now: .start) }
    let stamp = Stamp.at("2020-01-01T12:00:00+00:00")
    try vault.make(.date(stamp, stamp.calendarDay, .number(1)), now: .start)
    _ = try vault.save(.sample(4), now: .start)
    let order = try order(vault)
    #expect(order[3] == order[0] + 1)
  }

  @Test func `words can change without the entry moving`() throws {
    let vault = try Vault.inMemory()
    for number in 0..<3 { _ = try vault.save(.sample(number), now: .start) }
    let before = try order(vault)
    _ = try vault.save(.sample(1, "Other words"), now: .start)
    #expect(try order(vault) == before)
  }
}
