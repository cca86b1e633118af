import HearthCore
import Testing

@Suite struct ZoneTests {
  private let springForward = Day(year: 2026, month: 3, day: 29) ?? Day(number: 0)
  private let fallBack = Day(year: 2026, month: 10, day: 25) ?? Day(number: 0)

  @Test(arguments: [
    ("Europe/Stockholm", 3600, "+02:00"), ("Asia/Tokyo", 32_400, "+09:00"), ("Pacific/Apia", 0, "+00:00"),
  ])
  func `a stamp's zone has its rules where they are known and were the same then`(
    name: String, offset: Int, inSummer: String
  ) {
    let stamp = Stamp(instant: Instant("2026-03-03T12:00:00Z"), offset: offset, zone: name)
    let zone = stamp.zone(.utc) { sought in [Zone.stockholm, .apia].first { $0.name == sought } }
    #expect(zone.name == name)
    #expect(Stamp.offsetText(zone.offset(at: Instant("2026-07-01T12:00:00Z"))) == inSummer)
  }

  @Test func `an ordinary hour happens once`() {
    #expect(Zone.stockholm.meaning(of: springForward, minute: 12 * 60) == .once(Instant("2026-03-29T12:00:00+02:00")))
    #expect(Zone.stockholm.meaning(of: springForward, minute: 60) == .once(Instant("2026-03-29T01:00:00+01:00")))
  }

  @Test func `the edges of a gap exist, what lies between does not`() {
    let after = Instant("2026-03-29T03:00:00+02:00")
    #expect(Zone.stockholm.meaning(of: springForward, minute: 119) == .once(Instant("2026-03-29T01:59:00+01:00")))
    #expect(Zone.stockholm.meaning(of: springForward, minute: 120) == .never(after: after))
    #expect(Zone.stockholm.meaning(of: springForward, minute: 150) == .never(after: after))
    #expect(Zone.stockholm.meaning(of: springForward, minute: 179) == .never(after: after))
    #expect(Zone.stockholm.meaning(of: springForward, minute: 180) == .once(after))
  }

  @Test func `an hour that comes again has two instants, the first first`() {
    #expect(Zone.stockholm.meaning(of: fallBack, minute: 119) == .once(Instant("2026-10-25T01:59:00+02:00")))
    #expect(
      Zone.stockholm.meaning(of: fallBack, minute: 120)
        == .twice(Instant("2026-10-25T02:00:00+02:00"), Instant("2026-10-25T02:00:00+01:00")))
    #expect(Zone.stockholm.meaning(of: fallBack, minute: 180) == .once(Instant("2026-10-25T03:00:00+01:00")))
  }

  @Test func `a day that was left out has no hours at all`() throws {
    let lost = try #require(Day("2011-12-30"))
    let after = Instant("2011-12-31T00:00:00+14:00")
    for minute in [0, 720, 1439] { #expect(Zone.apia.meaning(of: lost, minute: minute) == .never(after: after)) }
    #expect(Zone.apia.meaning(of: lost.adding(days: 1), minute: 0) == .once(after))
    #expect(Zone.apia.meaning(of: lost.adding(days: -1), minute: 1439) == .once(Instant("2011-12-29T23:59:00-10:00")))
  }

  @Test func `every minute of a year of changing clocks is read as it is shown`() {
    var instant = Instant("2026-01-01T00:00:00+01:00")
    while instant < Instant("2027-01-01T00:00:00+01:00") {
      let stamp = Stamp(instant, in: .stockholm)
      switch Zone.stockholm.meaning(of: stamp.calendarDay, minute: stamp.minute) {
      case .once(let found): #expect(found == instant)
      case .twice(let first, let second): #expect([first, second].contains(instant))
      case .never: Issue.record("\(stamp.iso) was shown by a clock")
      }
      instant = instant.adding(seconds: 17 * 60)
    }
  }

  @Test func `a zone without a name of its own is called by its offset`() {
    #expect(Zone.utc.name == "UTC")
    #expect(Zone.fixed(seconds: 7200).name == "+02:00")
    #expect(Zone.fixed(seconds: -12_600).name == "-03:30")
    #expect(
      Zone.fixed(seconds: 7200).meaning(of: springForward, minute: 150) == .once(Instant("2026-03-29T02:30:00+02:00")))
  }
}
