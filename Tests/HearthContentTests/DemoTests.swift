import Foundation
import HearthCore
import Testing

@testable import HearthContent

struct DemoTests {
  /// Every month, with the days at which the story, a year or a season turns.
  private static let days = [
    "2026-01-01", "2026-02-14", "2026-03-01", "2026-03-27", "2026-03-28", "2026-03-29", "2026-04-12", "2026-05-31",
    "2026-06-21", "2026-07-31", "2026-08-15", "2026-09-30", "2026-10-25", "2026-11-21", "2026-12-31", "2027-03-27",
    "2028-02-29", "2029-02-28", "2031-03-30", "2040-10-10",
  ]
  private static let nows = days.map { Instant(iso: $0 + "T20:30:00+00:00") }

  private func journal(_ now: Instant) -> [Entry] { DemoJournal.entries(endingAt: now, in: .utc) { UUID() } }

  @Test func `everything that was written for it can be used`() {
    let shelf = DemoShelf.builtIn
    #expect(shelf.problems.map { $0.sentence(Words()) } == [])
    #expect(shelf.pages.count == 271)
  }

  @Test(arguments: nows)
  func `four hundred entries lie in the two years that end now`(now: Instant) throws {
    let entries = journal(now)
    #expect(entries.count == 400)
    #expect(entries.map(\.stamp.instant) == entries.map(\.stamp.instant).sorted())
    let today = Stamp(now, in: .utc).calendarDay
    let (first, last) = (try #require(entries.first), try #require(entries.last))
    #expect(last.stamp.instant <= now && last.day >= today.adding(days: -2))
    #expect(first.day > today.adding(months: -24) && first.day < today.adding(months: -23))
  }

  @Test(arguments: nows)
  func `most of what one reads was written by hand, and nothing stands there twice`(now: Instant) {
    let byHand = Set(DemoShelf.builtIn.pages.map(\.text))
    let entries = journal(now)
    #expect(entries.count { byHand.contains($0.text) } >= 160)
    #expect(Set(entries.map(\.text)).count == 400)
    let lines = Set(DemoShelf.builtIn.lines.map(\.text).filter { !$0.isEmpty })
    #expect(lines.count == DemoShelf.builtIn.lines.count { $0.part != .silence })
    let notes = entries.map(\.text).filter { !byHand.contains($0) }.joined(separator: "\n")
    #expect(lines.filter { notes.components(separatedBy: $0).count > 2 } == [])
  }

  @Test func `the same moment shows the same journal`() {
    #expect(journal(Self.nows[3]).map(\.text) == journal(Self.nows[3]).map(\.text))
    #expect(journal(Self.nows[3]).map(\.stamp) == journal(Self.nows[3]).map(\.stamp))
  }

  @Test(arguments: nows)
  func `marks are as many as a person makes`(now: Instant) {
    let entries = journal(now)
    let prompts = Set(Shelf().prompts.map(\.id))
    #expect(entries.allSatisfy { $0.prompt.map(prompts.contains) ?? true })
    #expect((140...190).contains(entries.count { $0.prompt != nil }))
    #expect((250...310).contains(entries.count { $0.mood != nil }))
    #expect(Set(entries.compactMap(\.mood?.rawValue)) == [1, 2, 3, 4, 5])
    #expect((160...240).contains(entries.count { !$0.tags.isEmpty }))
    #expect((30...55).contains(entries.count(where: \.isStarred)))
  }

  @Test(arguments: nows)
  func `the same few people come back, under names that hurt nobody`(now: Instant) {
    let entries = journal(now)
    let often = entries.flatMap(\.people).reduce(into: [:]) { $0[$1, default: 0] += 1 }
    #expect(Set(often.keys) == ["Ruth", "Karin", "Daniel", "Lin", "Priya", "Jo", "choir"])
    #expect(often.values.allSatisfy { $0 >= 6 })
    #expect(Set(entries.flatMap(\.tags)).isSuperset(of: ["walk", "home", "work", "family", "sleep", "friends"]))
  }

  // MARK: Time

  /// Words, and the months in which they may stand.
  private static let months: [(word: String, months: Set<Int>)] = [
    ("snow ", [11, 12, 1, 2, 3]), ("frost", [11, 12, 1, 2]), ("thaw", [12, 1, 2, 3]), ("sleet", [12, 1, 2]),
    ("blossom", [3, 4, 5]), ("swifts", [6, 7, 8]), ("too hot", [6, 7, 8]), ("strawberries", [6, 7, 8]),
    ("conkers", [9, 10, 11]), ("advent,", [11, 12]), ("lucia", [12]), ("fireworks", [11]), ("marmalade", [12, 1, 2]),
    ("christmas", [12]), ("first coffee outside", [3]), ("geese over", [10]), ("midsummer", [6, 12]),
  ]

  @Test(arguments: nows)
  func `it snows in winter, whenever one looks`(now: Instant) {
    let entries = journal(now).map { (text: $0.text.lowercased(), month: $0.day.parts.month) }
    for (word, months) in Self.months {
      #expect(entries.filter { $0.text.contains(word) && !months.contains($0.month) }.map(\.text) == [], "\(word)")
    }
  }

  @Test(arguments: nows)
  func `the days of the week are what the text says`(now: Instant) {
    let entries = journal(now)
    let clocks = entries.filter { $0.text.hasPrefix("Clocks") }
    #expect(clocks.count >= 2)
    #expect(clocks.allSatisfy { $0.day.weekday == 7 && $0.day.parts.month == 10 && $0.day.parts.day >= 25 })
    #expect(entries.filter { $0.text.hasPrefix("Advent") }.allSatisfy { $0.day.weekday == 7 })
    #expect(entries.filter { $0.text.hasPrefix("A year of Tuesdays") }.allSatisfy { $0.day.weekday == 2 })
    #expect(entries.filter { $0.text.hasPrefix("Sang for two hours") }.allSatisfy { $0.day.weekday == 4 })
  }

  @Test(arguments: nows)
  func `the move lies in the first of the two years, and what follows it follows it`(now: Instant) throws {
    let entries = journal(now)
    let titles = [
      "Here", "First day", "Ruth on the quay", "Mormor's midsummer", "The funeral", "Choir", "The loom",
      "Lucia, and Karin", "First Tuesday", "Jo", "The walk",
    ]
    let places = titles.map { title in entries.firstIndex { $0.title == title } }
    #expect(places.allSatisfy { $0 != nil })
    #expect(places.compactMap(\.self) == places.compactMap(\.self).sorted())
    let ago = Stamp(now, in: .utc).calendarDay.number - entries[try #require(places[0])].day.number
    #expect((350...715).contains(ago))
  }

  @Test(arguments: nows)
  func `twice nothing is written for weeks, and else there is always something soon`(now: Instant) {
    let days = journal(now).map(\.day.number)
    let gaps = zip(days, days.dropFirst()).map { $1 - $0 - 1 }.sorted()
    #expect(gaps.suffix(2).allSatisfy { (20...27).contains($0) })
    #expect(gaps.dropLast(2).allSatisfy { $0 <= 14 })
    let hasFullDays = gaps.contains(-1)
    #expect(hasFullDays, "some days have more than one entry")
  }

  @Test(arguments: nows)
  func `there is a yesterday, and mostly something to bring back`(now: Instant) {
    let today = Stamp(now, in: .utc).calendarDay
    let written = Set(journal(now).map(\.day))
    let days = Memory.days(before: today, earliest: written.min()).map(\.day)
    #expect(!written.isDisjoint(with: days))
    #expect(written.contains { $0 < today && $0 >= today.adding(days: -3) })
  }

  @Test func `an evening lasts past midnight, and a clock that jumps is no trouble`() {
    let zone = Zone(name: "Europe/Stockholm") { $0.seconds % 31_557_600 < 15_000_000 ? 3600 : 7200 }
    let now = Instant(iso: "2026-11-22T00:30:00+01:00")
    let entries = DemoJournal.entries(endingAt: now, in: zone) { UUID() }
    #expect(entries.count == 400)
    #expect(entries.allSatisfy { $0.stamp.zone == "Europe/Stockholm" && $0.stamp.instant <= now })
    #expect(entries.allSatisfy { $0.day <= Day(number: Day("2026-11-21")?.number ?? 0) })
  }

  @Test func `it stays small`() {
    #expect(ContentFile.builtIn(.demo).map(\.text.utf8.count).reduce(0, +) < 150_000)
  }

  @Test func `nobody adds to a journal that is made up`() {
    let shelf = Shelf(own: [("demo/mine.yaml", "- on: 1-04-12")])
    #expect(shelf.problems == [ContentProblem(file: "demo/mine.yaml", line: nil, what: .unknownFile)])
  }
}

extension Instant {
  fileprivate init(iso: String) { self = Stamp(iso: iso)?.instant ?? Instant(seconds: 0) }
}
