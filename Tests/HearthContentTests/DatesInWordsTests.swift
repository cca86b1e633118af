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
    ("2026-02-24", "Tue 24 Feb", "Tuesday, 24 February", "7 days ago"),
    ("2026-02-18", "Wed 18 Feb", "Wednesday, 18 February", "13 days ago"),
    ("2026-02-17", "Tue 17 Feb", "Tuesday, 17 February", "2 weeks ago"),
    ("2026-01-20", "Tue 20 Jan", "Tuesday, 20 January", "6 weeks ago"),
    ("2025-12-31", "31 Dec 2025", "Wednesday, 31 December 2025", "2 months ago"),
    ("2025-03-03", "3 Mar 2025", "Monday, 3 March 2025", "a year ago"),
    ("2024-03-20", "20 Mar 2024", "Wednesday, 20 March 2024", "23 months ago"),
    ("2024-03-03", "3 Mar 2024", "Sunday, 3 March 2024", "2 years ago"),
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
    #expect(words.dayAndClock(stamp, on: stamp.calendarDay, today: today) == "yesterday, 21:04")
  }

  // MARK: Other ways to write

  @Test(arguments: [
    (Formats.Dates.dmy, "Sun 1 Mar", "31 Dec 2025", "Sunday, 1 March", "31 December 2025"),
    (.mdy, "Sun Mar 1", "Dec 31 2025", "Sunday, March 1", "December 31, 2025"),
    (.iso, "2026-03-01", "2025-12-31", "Sunday, 2026-03-01", "2025-12-31"),
  ])
  func `a date is written in the order that was asked for`(
    dates: Formats.Dates, short: String, shortYear: String, long: String, full: String
  ) throws {
    let words = Words(formats: Formats(dates: dates))
    let (day, lastYear) = (try #require(Day("2026-03-01")), try #require(Day("2025-12-31")))
    #expect(words.shortDay(day, today: today) == short)
    #expect(words.shortDay(lastYear, today: today) == shortYear)
    #expect(words.dayInWords(day, today: today) == long)
    #expect(words.dayInWords(lastYear, today: today) == "Wednesday, " + full)
    #expect(words.fullDate(lastYear) == "Wednesday, " + full)
    #expect(words.date(lastYear) == full)
    #expect(words.shortDay(today, today: today) == "today")
    #expect(words.dayOfMonth(day) == (dates == .iso ? "03-01" : "Sun 1"))
  }

  @Test(arguments: Formats.Clock.allCases)
  func `a moment in a field is read again as it was written`(clock: Formats.Clock) throws {
    let words = Words(formats: Formats(clock: clock))
    let stamp = try #require(Stamp(iso: "2026-03-02T00:05:00+00:00"))
    #expect(words.typed(stamp) == (clock == .hours24 ? "2026-03-02 00:05" : "2026-03-02 12:05 am"))
    let dates = DateLanguage(now: stamp.instant.adding(seconds: 86_400), zone: .utc)
    #expect(try dates.moment(words.typed(stamp)).stamp == Stamp(stamp.instant, in: .utc))
  }

  @Test(arguments: Formats.Dates.allCases)
  func `a short day fits its column all year`(dates: Formats.Dates) throws {
    let words = Words(formats: Formats(dates: dates))
    let days = (0..<800).map { today.adding(days: -$0) }
    #expect(days.filter { words.shortDay($0, today: today).count > 11 } == [])
  }

  @Test(arguments: [
    (0, "00:00", "12:00 am"), (9 * 60 + 5, "09:05", "9:05 am"), (12 * 60, "12:00", "12:00 pm"),
    (12 * 60 + 59, "12:59", "12:59 pm"), (21 * 60 + 4, "21:04", "9:04 pm"), (1439, "23:59", "11:59 pm"),
  ])
  func `a clock has 24 hours, or twice 12`(minute: Int, long: String, short: String) {
    let twelve = Words(formats: Formats(clock: .hours12))
    #expect(words.clock(minute: minute) == long)
    #expect(twelve.clock(minute: minute) == short)
    #expect(long.count <= words.clockColumns && short.count <= twelve.clockColumns)
  }

  @Test func `a stamp is told as its reader's clocks are`() throws {
    let stamp = try #require(Stamp(iso: "2026-03-02T21:04:00+09:00"))
    let american = Words(formats: Formats(dates: .mdy, clock: .hours12))
    #expect(american.dayAndClock(stamp, on: stamp.calendarDay, today: today) == "yesterday, 9:04 pm")
    #expect(american.clock(stamp) == "9:04 pm")
  }

  @Test func `every weekday and month has its names`() {
    #expect((1...7).map(words.weekday).first == "Monday")
    #expect((1...7).allSatisfy { words.weekday($0).hasPrefix(words.shortWeekday($0)) })
    #expect((1...12).map(words.month).last == "December")
    #expect((1...12).allSatisfy { words.month($0).hasPrefix(words.shortMonth($0)) })
  }

  @Test func `eleven kind lines take turns, also before 1970`() {
    let lines = (-5..<6).map { words.kindLine(for: Day(number: $0)) }
    #expect(Set(lines).count == 11)
    #expect(words.kindLine(for: Day(number: 7)) == words.kindLine(for: Day(number: 18)))
  }
}
