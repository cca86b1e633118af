/// Reads dates as a person types them: `yesterday 9am`, `last friday`, `14 feb`, `2026-02-14 21:04`.
///
/// It never guesses. What it does not know, what does not exist and what can be read in two ways is refused, and what
/// it read is echoed by whoever asked. Without words that say so, nothing lies ahead of now.
package struct DateLanguage: Sendable {
  /// Which of day and month stands first in `03/04/2026`.
  package enum Order: String, CaseIterable, Sendable { case unset, dayFirst, monthFirst }

  package let now: Stamp
  package let zone: Zone
  package let dayEnd: DayEnd
  package let order: Order
  /// 1 (Monday) to 7 (Sunday); where a week begins.
  package let weekStart: Int
  /// The date that is to be changed, where there is one: what is not typed of it stays.
  package let dated: Stamp?

  package init(
    now: Instant, zone: Zone, dayEnd: DayEnd = .four, order: Order = .unset, weekStart: Int = 1, dated: Stamp? = nil
  ) {
    self.dated = dated
    self.now = Stamp(now, in: zone)
    self.zone = zone
    self.dayEnd = dayEnd
    self.order = order
    self.weekStart = weekStart
  }

  /// What a typed moment came to.
  package struct Reading: Hashable, Sendable {
    package let stamp: Stamp
    /// The clocks went back over it; the first of the two is meant.
    package let isFirstOfTwo: Bool
  }

  /// The day a person means by today: before the day's end it is still the evening's.
  package var today: Day { now.day(endingAt: dayEnd) }

  /// A date alone means 09:00, or now if it is today. A time alone means its latest passing. Where something is dated
  /// already, a date alone keeps its time of day and a time alone its day, unless that would lie ahead.
  ///
  /// - Throws: `dateUnknown`, `dateNonexistent` or `dateAmbiguous`.
  package func moment(_ typed: String) throws(Problem) -> Reading {
    let reading = try anyMoment(typed)
    guard Day.calendar.contains(reading.stamp.calendarDay) else { throw .dateUnknown(typed) }
    return reading
  }

  /// It may lie outside of the calendar.
  private func anyMoment(_ typed: String) throws(Problem) -> Reading {
    switch DatePhraseReader.moment(typed) {
    case .exact(let stamp): return Reading(stamp: local(stamp), isFirstOfTwo: false)
    case .fromNow(let seconds):
      return Reading(stamp: Stamp(now.instant.adding(seconds: seconds), in: zone), isFirstOfTwo: false)
    case .reading(let day?, let clock): return try moment(on: day, clock: clock, typed)
    case .reading(nil, let clock?):
      if let kept = try kept(clock) { return kept }
      return try latest(clock)
    case .reading(nil, nil), nil: throw .dateUnknown(typed)
    }
  }

  /// A moment in this zone's name where this zone's clocks agree with it.
  private func local(_ stamp: Stamp) -> Stamp {
    let here = Stamp(stamp.instant, in: zone)
    return here.offset == stamp.offset ? here : stamp
  }

  private func moment(on phrase: DayPhrase, clock: Int?, _ typed: String) throws(Problem) -> Reading {
    var day = try day(phrase, typed)
    if let clock {
      if phrase.isRelative && today != now.calendarDay && clock < dayEnd.minute * 60 { day = day.adding(days: 1) }
      let reading = try reading(day, clock)
      guard case .weekday(_, .latest) = phrase, reading.stamp.instant > now.instant else { return reading }
      return try self.reading(day.adding(days: -7), clock)
    }
    if let kept = kept(on: day, isAhead: phrase.looksAhead) { return kept }
    if day == today { return Reading(stamp: now, isFirstOfTwo: false) }
    return try reading(day, 60 * max(9 * 60, dayEnd.minute))
  }

  /// The time of day that it has, on another day.
  private func kept(on day: Day, isAhead: Bool) -> Reading? {
    guard let dated else { return nil }
    let moved = dated.moved(days: day.number - dated.day(endingAt: dayEnd).number, in: zone)
    return isAhead || moved.instant <= now.instant ? Reading(stamp: moved, isFirstOfTwo: false) : nil
  }

  /// Another time of the day that it has: in the small hours the calendar is a day further.
  private func kept(_ clock: Int) throws(Problem) -> Reading? {
    guard let dated else { return nil }
    let reading = try reading(dated.day(endingAt: dayEnd).adding(days: clock < dayEnd.minute * 60 ? 1 : 0), clock)
    return reading.stamp.instant <= now.instant ? reading : nil
  }

  private func latest(_ clock: Int) throws(Problem) -> Reading {
    let today = try reading(now.calendarDay, clock)
    return today.stamp.instant <= now.instant ? today : try reading(now.calendarDay.adding(days: -1), clock)
  }

  private func reading(_ day: Day, _ clock: Int) throws(Problem) -> Reading {
    let (minute, second) = (clock / 60, clock % 60)
    switch zone.meaning(of: day, minute: minute) {
    case .once(let instant):
      return Reading(stamp: Stamp(instant.adding(seconds: second), in: zone), isFirstOfTwo: false)
    case .twice(let first, _):
      return Reading(stamp: Stamp(first.adding(seconds: second), in: zone), isFirstOfTwo: true)
    case .never(let after):
      throw .dateNonexistent("\(day) \((minute / 60).digits(2)):\((minute % 60).digits(2)) (\(gap(before: after)))")
    }
  }

  /// `02:00 → 03:00`, with the days where the clocks skipped midnight.
  private func gap(before after: Instant) -> String {
    let old = zone.offset(at: after.adding(seconds: -1))
    let (from, to) = (Stamp(instant: after, offset: old, zone: zone.name), Stamp(after, in: zone))
    return from.calendarDay == to.calendarDay
      ? "\(from.clock) → \(to.clock)" : "\(from.calendarDay) \(from.clock) → \(to.calendarDay) \(to.clock)"
  }
}
