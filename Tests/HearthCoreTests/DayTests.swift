import HearthCore
import Testing

@Suite struct DayTests {
  @Test(
    arguments: [
      (0, "1970-01-01"), (-1, "1969-12-31"), (20_515, "2026-03-03"), (11_016, "2000-02-29"), (-719_162, "0001-01-01"),
      (2_932_896, "9999-12-31"),
    ])
  func `days are counted from the first of January 1970`(number: Int, text: String) {
    #expect(Day(number: number).description == text)
    #expect(Day(text)?.number == number)
  }

  @Test(arguments: [
    ("2026-02-01", "2026-02-28"), ("2024-02-29", "2024-02-29"), ("2026-12-31", "2026-12-31"),
    ("9999-12-01", "9999-12-31"),
  ])
  func `every month has a last day, the calendar's last one too`(day: String, last: String) throws {
    #expect(try #require(Day(day)).lastOfMonth.description == last)
  }

  @Test func `every day of eight hundred years is read as it was written`() {
    var expected = Day(number: -146_097)
    while expected.number < 146_097 {
      let (year, month, day) = expected.parts
      #expect(Day(year: year, month: month, day: day) == expected)
      expected = expected.adding(days: 1)
    }
  }

  @Test(
    arguments: [
      "2026-02-29", "2026-02-30", "2025-04-31", "2026-00-01", "2026-13-01", "2026-01-00", "2026-01-32", "1900-02-29",
      "0000-01-01",
      "2026-3-3", "2026-03-3", "02026-03-03", "2026/03/03", " 2026-03-03", "2026-03-03 ", "2026-0३-03",
      "2026-0\u{31}\u{301}-03", "",
      "--", "-026-01-01",
    ])
  func `a day that does not exist or is written otherwise is none`(text: String) {
    #expect(Day(text) == nil)
  }

  @Test(arguments: [
    (1900, false), (2000, true), (2024, true), (2025, false), (2026, false), (2100, false), (2400, true),
  ])
  func `leap years`(year: Int, isLeap: Bool) {
    #expect(Day.isLeap(year) == isLeap)
    #expect((Day(year: year, month: 2, day: 29) != nil) == isLeap)
  }

  @Test(arguments: [
    ("2026-03-02", 1), ("2026-03-03", 2), ("2026-03-08", 7), ("1970-01-01", 4), ("1969-12-29", 1), ("0001-01-01", 1),
  ])
  func `weeks run from Monday, 1, to Sunday, 7`(text: String, weekday: Int) throws {
    #expect(try #require(Day(text)).weekday == weekday)
  }

  @Test(
    arguments: [
      ("2026-01-31", 1, "2026-02-28"), ("2024-01-31", 1, "2024-02-29"), ("2026-03-31", -1, "2026-02-28"),
      ("2026-12-15", 1, "2027-01-15"),
      ("2026-01-15", -1, "2025-12-15"), ("2024-02-29", 12, "2025-02-28"), ("2024-02-29", -48, "2020-02-29"),
      ("2026-05-31", 0, "2026-05-31"),
    ])
  func `the same day of another month, or its last`(from: String, months: Int, to: String) throws {
    #expect(try #require(Day(from)).adding(months: months).description == to)
  }

  @Test func `days are in order of time`() throws {
    let days = try ["2026-03-03", "1969-12-31", "2025-12-31"].map { try #require(Day($0)) }
    #expect(days.sorted().map(\.description) == ["1969-12-31", "2025-12-31", "2026-03-03"])
  }
}
