import HearthContent
import HearthCore
import Testing

struct DatesInWordsTests {
  let words = Words()
  let today: Day

  init() throws { today = try #require(Day("2026-03-03")) }

  @Test(arguments: [
    ("2026-03-03", "today", "today", "today"),
    ("2026-03-02", "yesterday", "yesterday", "yesterday"),
    ("2026-03-04", "Wed 4 Mar", "tomorrow", "tomorrow"),
    ("2026-03-01", "Sun 1 Mar", "Sunday, 1 March", "2 days ago"),
    ("2026-02-24", "Tue 24 Feb", "Tuesday, 24 February", "a week ago"),
    ("2026-01-20", "Tue 20 Jan", "Tuesday, 20 January", "6 weeks ago"),
    ("2025-12-31", "31 Dec 2025", "Wednesday, 31 December 2025", "2 months ago"),
    ("2025-03-03", "3 Mar 2025", "Monday, 3 March 2025", "a year ago"),
    ("2016-02-29", "29 Feb 2016", "Monday, 29 February 2016", "10 years ago"),
  ])
  func `a day is told in words`(iso: String, short: String, long: String, ago: String) throws {
    let day = try #require(Day(iso))
    #expect(words.shortDay(day, today: today) == short)
    #expect(words.dayInWords(day, today: today) == long)
    #expect(words.ago(day, today: today) == ago)
  }

  @Test func `the heading of a day has no year unless it lies in another`() throws {
    #expect(words.weekdayAndDate(today) == "Tuesday, 3 March")
    let other = try #require(Day("2024-03-03"))
    #expect(words.weekdayAndDate(other, today: today) == "Sunday, 3 March 2024")
    #expect(words.monthAndYear(other) == "March 2024")
  }

  @Test func `a stamp is told by its writer's own clock`() throws {
    let stamp = try #require(Stamp(iso: "2026-03-02T21:04:00+09:00"))
    #expect(words.dayAndClock(stamp, today: today) == "yesterday, 21:04")
  }

  @Test func `every weekday and month has its names`() {
    #expect((1...7).map(words.weekday).first == "Monday")
    #expect((1...7).allSatisfy { words.weekday($0).hasPrefix(words.shortWeekday($0)) })
    #expect((1...12).map(words.month).last == "December")
    #expect((1...12).allSatisfy { words.month($0).hasPrefix(words.shortMonth($0)) })
  }

  @Test func `ten kind lines take turns, also before 1970`() {
    let lines = (-5..<5).map { words.kindLine(for: Day(number: $0)) }
    #expect(Set(lines).count == 10)
    #expect(words.kindLine(for: Day(number: 7)) == words.kindLine(for: Day(number: 17)))
  }
}
