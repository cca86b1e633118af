import HearthCore
import Testing

/// Tuesday, 3 March 2026, in Stockholm.
@Suite struct DateLanguageSpanTests {
  @Test(
    arguments: [
      ("today", "2026-03-03 2026-03-03"),
      ("yesterday", "2026-03-02 2026-03-02"),
      ("last friday", "2026-02-27 2026-02-27"),
      ("this friday", "2026-03-06 2026-03-06"),
      ("this monday", "2026-03-02 2026-03-02"),
      ("31 december", "2025-12-31 2025-12-31"),
      ("14 feb", "2026-02-14 2026-02-14"),
      ("2026-02-14", "2026-02-14 2026-02-14"),
      ("3 weeks ago", "2026-02-10 2026-02-10"),
      ("this week", "2026-03-02 2026-03-08"),
      ("last week", "2026-02-23 2026-03-01"),
      ("next week", "2026-03-09 2026-03-15"),
      ("this month", "2026-03-01 2026-03-31"),
      ("last month", "2026-02-01 2026-02-28"),
      ("this year", "2026-01-01 2026-12-31"),
      ("last year", "2025-01-01 2025-12-31"),
      ("last 7 days", "2026-02-25 2026-03-03"),
      ("last 1 day", "2026-03-03 2026-03-03"),
      ("past two weeks", "2026-02-18 2026-03-03"),
      ("last 3 months", "2025-12-04 2026-03-03"),
      ("last 2 years", "2024-03-04 2026-03-03"),
      ("2026-02", "2026-02-01 2026-02-28"),
      ("2024-02", "2024-02-01 2024-02-29"),
      ("2026-2", "2026-02-01 2026-02-28"),
      ("2026", "2026-01-01 2026-12-31"),
      ("february", "2026-02-01 2026-02-28"),
      ("may", "2025-05-01 2025-05-31"),
      ("Dec 2024", "2024-12-01 2024-12-31"),
      ("june to august", "2025-06-01 2025-08-31"),
      ("From June until August 2023", "2023-06-01 2023-08-31"),
      ("1 june to 15 july", "2025-06-01 2025-07-15"),
      ("1 to 15 july", "2025-07-01 2025-07-15"),
      ("november to february", "2025-11-01 2026-02-28"),
      ("november to february 2024", "2023-11-01 2024-02-29"),
      ("november 2022 to february", "2022-11-01 2023-02-28"),
      ("february to april", "2026-02-01 2026-04-30"),
      ("june to today", "2025-06-01 2026-03-03"),
      ("29 feb", "2024-02-29 2024-02-29"), ("the 29th of february", "2024-02-29 2024-02-29"),
      ("thursday, february 29", "2024-02-29 2024-02-29"),
      ("29 feb to 3 march", "2024-02-29 2024-03-03"),
      ("29 feb to yesterday", "2024-02-29 2026-03-02"),
      ("2026-01-10 – 2026-02", "2026-01-10 2026-02-28"),
      ("2019 - 2021", "2019-01-01 2021-12-31"),
      ("last week to yesterday", "2026-02-23 2026-03-02"),
      ("the day before yesterday", "2026-03-01 2026-03-01"),
      ("day after tomorrow", "2026-03-05 2026-03-05"),
      ("last july", "2025-07-01 2025-07-31"),
      ("last march", "2025-03-01 2025-03-31"),
      ("last feb", "2026-02-01 2026-02-28"),
      ("in march", "2026-03-01 2026-03-31"),
      ("in 2025", "2025-01-01 2025-12-31"),
      ("this morning", "2026-03-03 2026-03-03"),
      ("yesterday evening", "2026-03-02 2026-03-02"),
      ("last night", "2026-03-02 2026-03-02"),
      ("tonight", "2026-03-03 2026-03-03"),
      ("14th", "2026-02-14 2026-02-14"),
      ("the 3rd", "2026-03-03 2026-03-03"),
      ("31st", "2026-01-31 2026-01-31"),
      ("1st to 15th july", "2025-07-01 2025-07-15"),
      ("half a year ago", "2025-09-03 2025-09-03"),
      ("2026-W09", "2026-02-23 2026-03-01"),
      ("week 9", "2026-02-23 2026-03-01"), ("Week 10", "2026-03-02 2026-03-08"), ("week 11", "2025-03-10 2025-03-16"),
      ("week 9 of 2025", "2025-02-24 2025-03-02"), ("week 53", "2020-12-28 2021-01-03"),
      ("week 1 to week 3", "2025-12-29 2026-01-18"),
      ("first of march", "2026-03-01 2026-03-01"), ("the tenth", "2026-02-10 2026-02-10"),
      ("march second", "2026-03-02 2026-03-02"),
      ("2026-W01", "2025-12-29 2026-01-04"),
      ("2020-w53", "2020-12-28 2021-01-03"),
    ])
  func `a stretch of days`(typed: String, expected: String) throws {
    #expect(try shown(.at(), typed) == expected)
  }

  @Test(
    arguments: [
      (1, "2026-03-02 2026-03-08"), (6, "2026-02-28 2026-03-06"), (7, "2026-03-01 2026-03-07"),
      (2, "2026-03-03 2026-03-09"),
    ])
  func `a week begins where one's weeks begin`(start: Int, expected: String) throws {
    #expect(try shown(.at(weekStart: start), "this week") == expected)
  }

  @Test func `in the night this week is still the week of the evening`() throws {
    #expect(try shown(.at("2026-03-02T02:00:00+01:00"), "this week") == "2026-02-23 2026-03-01")
  }

  @Test func `last month in January is December`() throws {
    #expect(try shown(.at("2026-01-10T12:00:00+01:00"), "last month") == "2025-12-01 2025-12-31")
  }

  @Test(arguments: [
    "", "9am", "yesterday 9am", "10", "20261", "2026-13", "this day", "last", "week", "soon", "june to", "to june",
    "june to soon", "june to may to april",
    "today to yesterday", "1 to june", "june to 15", "june to 15th", "half a day ago", "the day before", "2026-W9",
  ])
  func `what is no stretch of days is refused`(typed: String) {
    #expect(throws: Problem.dateUnknown(typed)) { try DateLanguage.at().span(typed) }
  }

  @Test func `the leap day is the last there was, also where a century has none`() throws {
    #expect(try shown(.at("2104-02-28T12:00:00+01:00"), "29 feb") == "2096-02-29 2096-02-29")
    #expect(try shown(.at("2104-03-01T12:00:00+01:00"), "29 feb") == "2104-02-29 2104-02-29")
  }

  @Test(arguments: [
    "29 feb 2026", "2026-02-29", "30 feb", "friday, 29 feb", "2026-02-30", "0000", "last 9999 years", "2025-W53",
    "2026-W00", "week 0", "week 54", "week 53 of 2025",
  ])
  func `days that do not exist are refused`(typed: String) {
    #expect(throws: Problem.dateNonexistent(typed)) { try DateLanguage.at().span(typed) }
  }

  private func shown(_ language: DateLanguage, _ typed: String) throws -> String {
    let span = try language.span(typed)
    return "\(span.lowerBound) \(span.upperBound)"
  }
}
