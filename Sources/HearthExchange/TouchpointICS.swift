import FoundationEssentials
import HearthCore

/// Touchpoints as a calendar (RFC 5545): each an event of one whole day that comes again. It bears what it is called
/// and whom it is with, and nothing else that was written.
package enum TouchpointICS {
  /// - Parameter instant: when it is written.
  package static func text(of rhythms: [Rhythm], writtenAt instant: Instant) -> String {
    let head = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Hearth//Hearth//EN"]
    let events = rhythms.flatMap { event($0, writtenAt: instant) }
    return (head + events + ["END:VCALENDAR"]).flatMap(folded).map { $0 + "\r\n" }.joined()
  }

  private static func event(_ rhythm: Rhythm, writtenAt instant: Instant) -> [String] {
    let next = rhythm.next(on: Stamp(instant, in: .utc).calendarDay)
    return [
      "BEGIN:VEVENT", "UID:\(rhythm.touchpoint.id.uuidString.lowercased())", "DTSTAMP:\(utc(instant))",
      "DTSTART;VALUE=DATE:\(plain(next))",
      "DTEND;VALUE=DATE:\(plain(next.adding(days: 1)))",
      "RRULE:\(rule(of: rhythm.touchpoint))",
      "SUMMARY:\(escaped(summary(of: rhythm)))", "TRANSP:TRANSPARENT", "END:VEVENT",
    ]
  }

  /// The 29th of February is the 28th where there is none: the last of the month.
  private static func rule(of touchpoint: Touchpoint) -> String {
    guard let yearly = touchpoint.yearly else { return "FREQ=DAILY;INTERVAL=\(touchpoint.hopedDays)" }
    let isLeapDay = (yearly.month, yearly.day) == (2, 29)
    return isLeapDay ? "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1" : "FREQ=YEARLY"
  }

  private static func summary(of rhythm: Rhythm) -> String {
    guard let name = rhythm.person?.name, !rhythm.touchpoint.title.contains(name) else {
      return rhythm.touchpoint.title
    }
    return rhythm.touchpoint.title.isEmpty ? name : "\(rhythm.touchpoint.title) (\(name))"
  }

  private static func plain(_ day: Day) -> String { day.description.filter { $0 != "-" } }

  private static func utc(_ instant: Instant) -> String {
    let stamp = Stamp(instant, in: .utc)
    return plain(stamp.calendarDay) + "T" + (stamp.minute / 60).digits(2) + (stamp.minute % 60).digits(2) + "00Z"
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("\\", with: "\\\\").replacing(";", with: "\\;").replacing(",", with: "\\,")
      .split(whereSeparator: \.isNewline).joined(separator: "\\n")
  }

  /// A line of at most 75 bytes, and what is longer on lines that begin with a blank; no character is cut.
  private static func folded(_ line: String) -> [String] {
    var lines = [""]
    for character in line {
      if lines[lines.count - 1].utf8.count + String(character).utf8.count > 75 { lines.append(" ") }
      lines[lines.count - 1].append(character)
    }
    return lines
  }
}
