import Foundation
import HearthCore
import HearthStorage
import Testing

struct CalendarTests {
  private static func at(_ day: String) -> Stamp { .at("\(day)T12:00:00+00:00") }

  /// Two in January with moods, three on one day of March, and one in the trash.
  private func vault() throws -> Vault {
    let vault = try Vault.inMemory()
    let entries: [Entry] = [
      .sample(1, at: CalendarTests.at("2026-01-31"), mood: Mood(rawValue: 2)),
      .sample(2, at: CalendarTests.at("2026-01-31"), mood: Mood(rawValue: 5), isStarred: true),
      .sample(3, at: CalendarTests.at("2026-03-03")), .sample(4, at: CalendarTests.at("2026-03-03"), isStarred: true),
      .sample(5, at: CalendarTests.at("2026-03-03"), mood: Mood(rawValue: 4)),
      .sample(6, at: CalendarTests.at("2026-03-04"), mood: Mood(rawValue: 1), isStarred: true),
      .sample(7, at: CalendarTests.at("2026-03-05")),
    ]
    for entry in entries { _ = try vault.save(entry, now: .start) }
    try vault.make(.trash([.number(4), .number(6)]), now: .start)
    return vault
  }

  private func range(_ first: String, _ last: String) throws -> ClosedRange<Day> {
    try #require(Day(first))...(try #require(Day(last)))
  }

  @Test func `the days of what is found are told alone`() throws {
    let vault = try vault()
    let year = try range("2026-01-01", "2026-12-31")
    for (condition, days) in [
      (Condition.starred, ["2026-01-31"]), (.mood(4...5), ["2026-01-31", "2026-03-03"]),
      (.not(.starred), ["2026-01-31", "2026-03-03", "2026-03-05"]),
    ] {
      #expect(try vault.days(year, in: EntryFilter(where: condition)) == Set(days.compactMap(Day.init)), "\(condition)")
    }
    #expect(try vault.days(range("2026-02-01", "2026-02-28"), in: EntryFilter(where: .starred)).isEmpty)
  }

  @Test func `moods of check-ins are shown, whatever lies in the trash`() throws {
    let vault = try vault()
    let day = try #require(Day("2026-03-05"))
    let checkIn = { (mood: Double) in
      CheckIn(
        id: UUID(), stamp: Stamp(.start, in: .utc), day: day, answers: ["mood": mood], createdAt: .start)
    }
    let first = checkIn(2)
    try vault.save(first, now: .start)
    try vault.save(checkIn(5), now: .start)
    #expect(try vault.days(day...day).map(\.mood) == [3.5])
    try vault.trashCheckIn(first.id, now: .start)
    #expect(try vault.days(day...day).map(\.mood) == [5])
  }

  @Test func `a calendar shows how many, how they were and what was starred`() throws {
    let vault = try vault()
    let days = try vault.days(range("2026-01-01", "2026-12-31"))
    #expect(days.map(\.day.description) == ["2026-01-31", "2026-03-03", "2026-03-05"])
    #expect(days.map(\.count) == [2, 2, 1])
    #expect(days.map(\.mood) == [3.5, 4, nil])
    #expect(days.map(\.hasStar) == [true, false, false])
    #expect(try vault.days(range("2026-02-01", "2026-02-28")).isEmpty)
  }

  @Test(arguments: [
    ("2026-01-01", "2026-12-31", 3), ("2026-01-31", "2026-01-31", 1), ("2026-03-04", "2026-03-04", 0),
    ("2026-03-03", "2026-03-05", 2),
  ])
  func `days on which something was written are counted once`(_ first: String, _ last: String, _ count: Int) throws {
    #expect(try vault().daysWritten(in: range(first, last)) == count)
  }
}
