import HearthCore
import Testing

/// Unless a test says otherwise it is Tuesday, 3 March 2026, 14:30, in Stockholm.
@Suite struct DateLanguageTests {
  @Test(
    arguments: [
      // Days near by
      ("today", "2026-03-03 14:30"),
      ("Today", "2026-03-03 14:30"),
      ("yesterday", "2026-03-02 09:00"),
      ("tomorrow", "2026-03-04 09:00"),
      ("now", "2026-03-03 14:30"),
      ("3 days ago", "2026-02-28 09:00"),
      ("a day ago", "2026-03-02 09:00"),
      ("two weeks ago", "2026-02-17 09:00"),
      ("a month ago", "2026-02-03 09:00"),
      ("3 months ago", "2025-12-03 09:00"),
      ("1 year ago", "2025-03-03 09:00"),
      ("in 3 days", "2026-03-06 09:00"),
      ("in a week", "2026-03-10 09:00"),
      ("2 hours ago", "2026-03-03 12:30"),
      ("45 minutes ago", "2026-03-03 13:45"),
      ("an hour ago", "2026-03-03 13:30"),
      ("20 hours ago", "2026-03-02 18:30"),
      ("in 10 min", "2026-03-03 14:40"),
      ("the day before yesterday 9pm", "2026-03-01 21:00"),
      ("the day after tomorrow", "2026-03-05 09:00"),
      ("half a year ago", "2025-09-03 09:00"),

      // Weekdays
      ("monday", "2026-03-02 09:00"),
      ("Mon", "2026-03-02 09:00"),
      ("tuesday", "2026-03-03 14:30"),
      ("wednesday", "2026-02-25 09:00"),
      ("sun", "2026-03-01 09:00"),
      ("thurs", "2026-02-26 09:00"),
      ("last friday", "2026-02-27 09:00"),
      ("last tuesday", "2026-02-24 09:00"),
      ("next tuesday", "2026-03-10 09:00"),
      ("next wednesday", "2026-03-04 09:00"),
      ("this friday 6pm", "2026-03-06 18:00"),

      // Written dates
      ("2026-02-14", "2026-02-14 09:00"),
      ("2026-2-4", "2026-02-04 09:00"),
      ("2026/02/14", "2026-02-14 09:00"),
      ("2026-03-03", "2026-03-03 14:30"),
      ("2027-01-01", "2027-01-01 09:00"),
      ("14 feb", "2026-02-14 09:00"),
      ("feb 14", "2026-02-14 09:00"),
      ("14th of February", "2026-02-14 09:00"),
      ("the 1st of march", "2026-03-01 09:00"),
      ("March the 2nd", "2026-03-02 09:00"),
      ("sept. 3rd", "2025-09-03 09:00"),
      ("feb 14 2025", "2025-02-14 09:00"),
      ("Feb 14, 2025", "2025-02-14 09:00"),
      ("14 february 2025", "2025-02-14 09:00"),
      ("14.2.2026", "2026-02-14 09:00"),
      ("03.04.2025", "2025-04-03 09:00"),
      ("14/02/2026", "2026-02-14 09:00"),
      ("02/14/2026", "2026-02-14 09:00"),
      ("14-02-2026", "2026-02-14 09:00"),
      ("03/03/2025", "2025-03-03 09:00"),
      ("Friday, 13 February 2026", "2026-02-13 09:00"),
      ("fri 2026-02-13", "2026-02-13 09:00"),

      // A year that is not said
      ("31 december", "2025-12-31 09:00"),
      ("4 march", "2025-03-04 09:00"),
      ("3 march", "2026-03-03 14:30"),
      ("29 feb 2024", "2024-02-29 09:00"),

      // Times of day
      ("9am", "2026-03-03 09:00"),
      ("9 am", "2026-03-03 09:00"),
      ("9 a.m.", "2026-03-03 09:00"),
      ("at 9:30", "2026-03-03 09:30"),
      ("09:30", "2026-03-03 09:30"),
      ("21:04", "2026-03-02 21:04"),
      ("9.30 pm", "2026-03-02 21:30"),
      ("9.30pm", "2026-03-02 21:30"),
      ("9:30PM", "2026-03-02 21:30"),
      ("12am", "2026-03-03 00:00"),
      ("12pm", "2026-03-03 12:00"),
      ("12:15 am", "2026-03-03 00:15"),
      ("noon", "2026-03-03 12:00"),
      ("midnight", "2026-03-03 00:00"),
      ("14:30", "2026-03-03 14:30"),
      ("14:31", "2026-03-02 14:31"),

      // Both, either way round
      ("yesterday 9am", "2026-03-02 09:00"),
      ("9am yesterday", "2026-03-02 09:00"),
      ("yesterday at noon", "2026-03-02 12:00"),
      ("yesterday, 21:04", "2026-03-02 21:04"),
      ("today 9pm", "2026-03-03 21:00"),
      ("last friday 18:00", "2026-02-27 18:00"),
      ("sunday 1am", "2026-03-01 01:00"),
      ("tuesday 9am", "2026-03-03 09:00"),
      ("tuesday 9pm", "2026-02-24 21:00"),
      ("noon on 14 feb", "2026-02-14 12:00"),
      ("14 feb 2025 9:30", "2025-02-14 09:30"),
      ("3 days ago 7pm", "2026-02-28 19:00"),
      ("2026-02-14 21:04", "2026-02-14 21:04"),
      ("2026-02-14 23:59:59", "2026-02-14 23:59"),
      ("Friday, 13 February 2026 21:04", "2026-02-13 21:04"),
    ])
  func `it reads what people type`(typed: String, expected: String) throws {
    #expect(try shown(.at(), typed) == expected)
  }

  @Test(
    arguments: [
      "", " ", "10", "may", "may:", "2026", "26", "14.2", "14/2", "14/2/26", "soon", "someday", "last week",
      "this month",
      "25:00", "9:75", "9:5", "13pm", "0am", "21:04 pm", "2.30", "9", "99 feb", "0 feb", "14st feb", "feb", "feb 14 26",
      "yesterday yesterday", "yesterday 9am 10am", "9am noon", "ago", "3 days", "3 ago", "0 days ago", "in 3 days ago",
      "next", "last", "last today", "next 14 feb", "yesterday evening", "2026-02-14T", "2026-02-14T25:00:00Z",
      "٣ days ago",
      "1\u{301}4 feb", "at", "on monday at", "20260214", "2026-02", "1.2.3", "12345 days ago",
    ])
  func `it never guesses`(typed: String) {
    #expect(throws: Problem.dateUnknown(typed)) { try DateLanguage.at().moment(typed) }
  }

  @Test(
    arguments: [
      "30 february", "2026-02-30", "29 feb 2025", "2026-02-29", "31.4.2026", "31/4/2026", "2026-13-01", "2026-00-10",
      "2026-01-00",
      "13/13/2026", "0000-01-01", "Monday, 13 February 2026", "3000 years ago", "in 9999 years",
    ])
  func `a date that does not exist is refused`(typed: String) {
    #expect(throws: Problem.dateNonexistent(typed)) { try DateLanguage.at().moment(typed) }
  }

  @Test func `the leap day without a year is the latest that there was`() throws {
    #expect(try shown(.at("2024-03-01T12:00:00+01:00"), "29 feb") == "2024-02-29 09:00")
    #expect(try shown(.at("2025-01-15T12:00:00+01:00"), "29 feb") == "2024-02-29 09:00")
    #expect(throws: Problem.dateNonexistent("29 feb")) { try DateLanguage.at().moment("29 feb") }
    #expect(throws: Problem.dateNonexistent("30 feb")) { try DateLanguage.at().moment("30 feb") }
  }

  @Test func `the turn of the year is crossed backwards`() throws {
    let newYear = DateLanguage.at("2026-01-01T10:00:00+01:00")
    #expect(try shown(newYear, "yesterday") == "2025-12-31 09:00")
    #expect(try shown(newYear, "31 dec") == "2025-12-31 09:00")
    #expect(try shown(newYear, "last wednesday") == "2025-12-31 09:00")
    #expect(try shown(newYear, "11pm") == "2025-12-31 23:00")
  }

  @Test func `a month ago on the 31st is the last day of a shorter month`() throws {
    #expect(try shown(.at("2026-03-31T12:00:00+02:00"), "a month ago") == "2026-02-28 09:00")
  }

  @Test func `nothing lies ahead unless the words say so`() {
    let words = [
      "yesterday", "monday", "tue", "last", "3", "days", "weeks", "ago", "a", "14", "feb", "april", "2025",
      "2026-02-14", "14.2.2026", "9am", "9:30", "pm", "21:04", "noon", "at", "on", "the", "now", "2", "hours", "31",
      "12/12/2025",
    ]
    let now = DateLanguage.at()
    var count = 0
    for first in words {
      for second in words {
        for third in words + [""] {
          guard let reading = try? now.moment("\(first) \(second) \(third)") else { continue }
          #expect(reading.stamp.instant <= now.now.instant, "\(first) \(second) \(third)")
          count += 1
        }
      }
    }
    #expect(count > 300)
  }

  // MARK: Day and month

  @Test func `3 April or 4 March is refused with both`() {
    let both = Problem.dateAmbiguous("03/04/2026", first: "2026-04-03", second: "2026-03-04")
    #expect(throws: both) { try DateLanguage.at().moment("03/04/2026") }
    #expect(throws: both) { try DateLanguage.at().span("03/04/2026") }
  }

  @Test(
    arguments: [
      (DateLanguage.Order.dayFirst, "03/04/2026", "2026-04-03 09:00"),
      (.monthFirst, "03/04/2026", "2026-03-04 09:00"),
      (.dayFirst, "3-4-2026 21:04", "2026-04-03 21:04"),
      (.monthFirst, "3-4-2026 21:04", "2026-03-04 21:04"),
      (.dayFirst, "02/14/2026", "2026-02-14 09:00"),
      (.monthFirst, "14/02/2026", "2026-02-14 09:00"),
      (.monthFirst, "03.04.2026", "2026-04-03 09:00"),
      (.monthFirst, "2026-03-04", "2026-03-04 09:00"),
    ])
  func `an order that was set decides, and points are always day first`(
    order: DateLanguage.Order, typed: String, expected: String
  ) throws {
    #expect(try shown(.at(order: order), typed) == expected)
  }

  // MARK: Night

  @Test(
    arguments: [
      ("today", "2026-03-03 02:00"),
      ("yesterday", "2026-03-01 09:00"),
      ("11pm", "2026-03-02 23:00"),
      ("1am", "2026-03-03 01:00"),
      ("3am", "2026-03-02 03:00"),
      ("midnight", "2026-03-03 00:00"),
      ("today 1am", "2026-03-03 01:00"),
      ("today 11pm", "2026-03-02 23:00"),
      ("yesterday 1am", "2026-03-02 01:00"),
      ("yesterday 23:00", "2026-03-01 23:00"),
      ("monday 1am", "2026-03-03 01:00"),
      ("2026-03-02 01:00", "2026-03-02 01:00"),
      ("2026-03-02", "2026-03-03 02:00"),
      ("2026-03-03", "2026-03-03 09:00"),
    ])
  func `at two in the night it is still the evening before`(typed: String, expected: String) throws {
    #expect(try shown(.at("2026-03-03T02:00:00+01:00"), typed) == expected)
  }

  @Test func `a date alone stays on its day, however late the day ends`() throws {
    let reading = try DateLanguage.at(dayEnd: DayEnd(minute: 720)).moment("1 march")
    #expect(reading.stamp.clock == "12:00")
    #expect(reading.stamp.day(endingAt: DayEnd(minute: 720)) == Day("2026-03-01"))
  }

  // MARK: What is dated already

  @Test(
    arguments: [
      ("9pm", "2026-02-14 21:00"),
      ("1am", "2026-02-15 01:00"),
      ("16 feb", "2026-02-16 18:20"),
      ("yesterday", "2026-03-02 18:20"),
      ("16 feb 8:00", "2026-02-16 08:00"),
      // It would lie ahead, as nothing does whose words do not say so.
      ("today", "2026-03-03 14:30"),
      ("tomorrow", "2026-03-04 18:20"),
      ("2 hours ago", "2026-03-03 12:30"),
    ])
  func `what is not said of a date stays`(typed: String, expected: String) throws {
    let dated = Stamp(Instant("2026-02-14T18:20:00+01:00"), in: .stockholm)
    #expect(try shown(.at(dated: dated), typed) == expected)
  }

  @Test func `an hour of today that is to come is the one of yesterday`() throws {
    let dated = Stamp(Instant("2026-03-03T12:00:00+01:00"), in: .stockholm)
    #expect(try shown(.at(dated: dated), "11pm") == "2026-03-02 23:00")
  }

  @Test func `what was written in the small hours stays in its night`() throws {
    let dated = Stamp(Instant("2026-02-15T01:20:00+01:00"), in: .stockholm)
    #expect(try shown(.at(dated: dated), "16 feb") == "2026-02-17 01:20")
    #expect(try shown(.at(dated: dated), "11pm") == "2026-02-14 23:00")
  }

  // MARK: Clocks that change

  @Test func `an hour that the clocks skip does not exist, and the gap is named`() {
    #expect(throws: Problem.dateNonexistent("2026-03-29 02:30 (02:00 → 03:00)")) {
      try DateLanguage.at("2026-04-01T12:00:00+02:00").moment("29 march 2:30")
    }
    #expect(throws: Problem.dateNonexistent("2011-12-30 09:00 (2011-12-30 00:00 → 2011-12-31 00:00)")) {
      try DateLanguage.at(zone: .apia).moment("2011-12-30")
    }
  }

  @Test func `of an hour that comes twice the first is meant, and it says so`() throws {
    let twice = try DateLanguage.at().moment("2025-10-26 02:30")
    #expect(twice.stamp.iso == "2025-10-26T02:30:00+02:00")
    #expect(twice.isFirstOfTwo)
    #expect(try !DateLanguage.at().moment("2025-10-26 03:30").isFirstOfTwo)
  }

  @Test func `an entry gets the offset of its own season`() throws {
    #expect(try DateLanguage.at().moment("1 july 2025 12:00").stamp.iso == "2025-07-01T12:00:00+02:00")
    #expect(try DateLanguage.at().moment("1 july 2025 12:00").stamp.zone == "Europe/Stockholm")
  }

  // MARK: ISO 8601

  @Test func `an offset that was typed is honoured`() throws {
    let far = try DateLanguage.at().moment("2026-02-14T09:00:00-05:00").stamp
    #expect(far.iso == "2026-02-14T09:00:00-05:00")
    #expect(far.zone == "-05:00")
  }

  @Test func `where the offset is the one of these clocks the zone keeps its name`() throws {
    #expect(try DateLanguage.at().moment("2026-02-14T09:00:00+01:00").stamp.zone == "Europe/Stockholm")
    #expect(try DateLanguage.at().moment("2026-07-14T09:00:00+01:00").stamp.zone == "+01:00")
  }

  private func shown(_ language: DateLanguage, _ typed: String) throws -> String {
    let stamp = try language.moment(typed).stamp
    return "\(stamp.calendarDay) \(stamp.clock)"
  }
}
