import HearthCore
import Testing

@Suite struct StampTests {
  @Test(
    arguments: [
      "2026-03-03T21:04:00+01:00", "2026-03-03T21:04:05.250+01:00", "1969-12-31T23:59:59.999-05:00",
      "2026-12-31T23:59:59+00:00",
      "0001-01-01T00:00:00+00:00", "2026-03-03T00:00:00+14:00", "2026-03-03T09:00:00-03:30",
      "1930-05-01T12:00:00+00:19:32",
      "1890-01-01T12:00:00-00:14:44",
    ])
  func `what is written is read again`(iso: String) throws {
    #expect(try #require(Stamp(iso: iso)).iso == iso)
  }

  @Test(
    arguments: [
      ("2026-03-03T21:04Z", "2026-03-03T21:04:00+00:00"), ("2026-03-03T21:04:00z", "2026-03-03T21:04:00+00:00"),
      ("2026-03-03 21:04+0100", "2026-03-03T21:04:00+01:00"), ("2026-03-03T21:04:00-05", "2026-03-03T21:04:00-05:00"),
      ("2026-03-03T21:04:00.5+01:00", "2026-03-03T21:04:00.500+01:00"),
      ("2026-03-03T21:04:00.123456Z", "2026-03-03T21:04:00.123+00:00"),
    ])
  func `the other ways of writing it are read as well`(typed: String, iso: String) throws {
    #expect(try #require(Stamp(iso: typed)).iso == iso)
  }

  @Test(
    arguments: [
      "", "2026-03-03", "2026-03-03T21:04", "2026-03-03T21:04:00", "T21:04Z", "2026-02-30T21:04Z", "2026-03-03T24:00Z",
      "2026-03-03T21:60Z",
      "2026-03-03T21:04:60Z", "2026-03-03T21:04:00.Z", "2026-03-03T21:04.5Z", "2026-03-03T9:04Z",
      "2026-03-03T21:04:00+24:00",
      "2026-03-03T21:04:00+01:60", "2026-03-03T21:04:00+1", "2026-03-03T21:04:00+", "2026-03-03T21:04:00Zulu",
      "2026-03-03T21:04:00 +01:00",
      "２026-03-03T21:04Z",
    ])
  func `anything else is no stamp`(text: String) {
    #expect(Stamp(iso: text) == nil)
  }

  @Test func `the same instant shows another day and hour elsewhere`() {
    let instant = Instant("2026-03-03T23:30:00+00:00")
    let (stockholm, newYork) = (Stamp(instant, in: .stockholm), Stamp(instant, in: .fixed(seconds: -18_000)))
    #expect(stockholm.calendarDay == Day("2026-03-04"))
    #expect(stockholm.clock == "00:30")
    #expect(newYork.calendarDay == Day("2026-03-03"))
    #expect(newYork.clock == "18:30")
    #expect(newYork.zone == "-05:00")
  }

  @Test func `before 1970 clocks run forwards too`() {
    let stamp = Stamp(Instant(milliseconds: -1), in: .utc)
    #expect(stamp.iso == "1969-12-31T23:59:59.999+00:00")
    #expect(stamp.clock == "23:59")
  }

  @Test(
    arguments: [
      (240, "2026-03-03T03:59:59+01:00", "2026-03-02"), (240, "2026-03-03T04:00:00+01:00", "2026-03-03"),
      (0, "2026-03-03T00:00:00+01:00", "2026-03-03"), (720, "2026-03-03T11:59:00+01:00", "2026-03-02"),
      (720, "2026-03-03T12:00:00+01:00", "2026-03-03"), (240, "2026-01-01T00:30:00+01:00", "2025-12-31"),
      (9999, "2026-03-03T12:00:00+01:00", "2026-03-03"), (-5, "2026-03-03T00:00:00+01:00", "2026-03-03"),
    ])
  func `what is written before the day's end belongs to the evening before`(end: Int, iso: String, day: String) throws {
    #expect(try #require(Stamp(iso: iso)).day(endingAt: DayEnd(minute: end)).description == day)
  }

  @Test(
    arguments: [
      ("2026-03-03T21:04:00+01:00", -1, "2026-03-02T21:04:00+01:00"),
      // Over the night in which the clocks go forward, and into the hour that it has not.
      ("2026-03-29T21:04:00+02:00", -1, "2026-03-28T21:04:00+01:00"),
      ("2026-03-30T02:30:00+02:00", -1, "2026-03-29T03:00:00+02:00"),
      // Over the night in which they go back.
      ("2026-10-25T21:04:00+01:00", -1, "2026-10-24T21:04:00+02:00"),
    ])
  func `another day has the same hour`(iso: String, days: Int, moved: String) throws {
    #expect(try #require(Stamp(iso: iso)).moved(days: days, in: .stockholm).iso == moved)
  }
}
