/// When something was written, as its writer's clock showed it: the instant, how far that clock stood from UTC, and the
/// zone's name.
///
/// The offset is kept beside the name, so that an old entry still shows its own hour after a zone changed its rules.
package struct Stamp: Hashable, Sendable, Codable {
  package var instant: Instant
  /// Seconds east of UTC.
  package var offset: Int
  package var zone: String

  package init(instant: Instant, offset: Int, zone: String) {
    self.instant = instant
    self.offset = offset
    self.zone = zone
  }

  package init(_ instant: Instant, in zone: Zone) {
    self.init(instant: instant, offset: zone.offset(at: instant), zone: zone.name)
  }

  private var localSeconds: Int { instant.seconds + offset }

  /// The calendar's day, whatever the hour.
  package var calendarDay: Day { Day(number: localSeconds.flooredQuotient(86_400)) }

  /// Minutes after midnight, 0–1439.
  package var minute: Int { localSeconds.flooredRemainder(86_400) / 60 }

  /// The day a person means: before `dayEnd` it is still yesterday. Never one outside of the calendar, which could not be
  /// read again.
  package func day(endingAt dayEnd: DayEnd) -> Day {
    let day = minute < dayEnd.minute ? calendarDay.adding(days: -1) : calendarDay
    return min(max(day, Day.calendar.lowerBound), Day.calendar.upperBound)
  }

  /// The same reading of the clock on another day: the first where it comes twice, and where the clocks jump over it the
  /// moment after the jump.
  package func moved(days: Int, in zone: Zone) -> Stamp {
    let instant =
      switch zone.meaning(of: calendarDay.adding(days: days), minute: minute) {
      case .once(let instant), .twice(let instant, _), .never(after: let instant): instant
      }
    return Stamp(instant, in: zone)
  }

  /// `21:04`
  package var clock: String { "\((minute / 60).digits(2)):\((minute % 60).digits(2))" }

  /// ISO 8601 with offset and milliseconds only where there are some: `2026-03-03T21:04:00+01:00`.
  package var iso: String {
    let second = localSeconds.flooredRemainder(60)
    let fraction = instant.milliseconds.flooredRemainder(1000)
    let tail = fraction == 0 ? "" : ".\(Int(fraction).digits(3))"
    return "\(calendarDay)T\(clock):\(second.digits(2))\(tail)\(Stamp.offsetText(offset))"
  }

  /// `+01:00`; `Z` is written as `+00:00`, so that all are of one width. Only clocks of long ago stood off by seconds
  /// too (`+00:19:32`).
  package static func offsetText(_ seconds: Int) -> String {
    let (minutes, rest) = (abs(seconds) / 60, abs(seconds) % 60)
    let tail = rest == 0 ? "" : ":\(rest.digits(2))"
    return "\(seconds < 0 ? "-" : "+")\((minutes / 60).digits(2)):\((minutes % 60).digits(2))\(tail)"
  }
}

/// When a day is over, in minutes after midnight: what is written at 02:00 belongs to the evening before. 0 (midnight)
/// to 720 (noon).
package struct DayEnd: Hashable, Sendable, Codable {
  /// Minutes after midnight, one of `range`.
  package let minute: Int
  package init(minute: Int) { self.minute = min(max(minute, Self.range.lowerBound), Self.range.upperBound) }
  /// Until noon.
  package static let range = 0...720
  /// As the journal keeps it; four where it keeps nothing, or nothing that can be read.
  package init(text: String) { self = Int(text).map(DayEnd.init) ?? .four }
  package static let four = DayEnd(minute: 240)
  package static let midnight = DayEnd(minute: 0)
}
