/// What a person typed for a moment, understood but not yet laid on a calendar.
enum DatePhrase: Hashable, Sendable {
  /// ISO 8601 with an offset of its own.
  case exact(Stamp)
  /// So many seconds from now; below zero they are ago.
  case fromNow(seconds: Int)
  /// A day, or a time of day in seconds after midnight, or both; never neither.
  case reading(DayPhrase?, clock: Int?)

  /// Whether it speaks of what is to come by its very words (`tomorrow`, `next friday`, `in 3 days`).
  var looksAhead: Bool {
    switch self {
    case .exact, .reading(nil, _): false
    case .fromNow(let seconds): seconds > 0
    case .reading(let day?, _): day.looksAhead
    }
  }
}

/// A day as typed.
indirect enum DayPhrase: Hashable, Sendable {
  /// Which of the many Mondays.
  enum Choice: Hashable, Sendable {
    /// Today or the latest before.
    case latest
    case beforeToday, afterToday
    /// `this friday`: also where it is still to come.
    case ofThisWeek
  }

  /// So many from today; below zero they are past.
  case days(Int)
  case months(Int)
  case weekday(Int, Choice)
  /// Written so that day and month cannot be mixed up. Without a year the latest that is not to come is meant.
  case written(year: Int?, month: Int, day: Int)
  /// `03/04/2026`: what comes first depends on who writes.
  case numbers(Int, Int, year: Int)
  /// `Friday, 13 February 2026`: the weekday must be right.
  case confirmed(weekday: Int, DayPhrase)

  /// Whether it is counted from today, so that the small hours belong to the evening before.
  var isRelative: Bool {
    switch self {
    case .days, .months, .weekday: true
    case .written, .numbers, .confirmed: false
    }
  }

  var looksAhead: Bool {
    switch self {
    case .days(let count), .months(let count): count > 0
    case .weekday(_, let choice): choice == .afterToday || choice == .ofThisWeek
    case .written, .numbers, .confirmed: false
    }
  }
}

/// A stretch of whole days as typed.
indirect enum SpanPhrase: Hashable, Sendable {
  enum Unit: Hashable, Sendable { case day, week, month, year }

  case day(DayPhrase)
  /// This week is 0, last week −1.
  case calendar(Unit, away: Int)
  /// The last so many, today being one of their days.
  case latest(Int, Unit)
  /// Without a year the latest that has begun.
  case month(year: Int?, Int)
  /// `last july`: the latest that is over.
  case monthBefore(Int)
  /// Of ISO 8601, from Monday on. Without a year the latest that has begun.
  case week(year: Int?, Int)
  /// `the 14th`: the latest day of that number that is not to come.
  case dayOfMonth(Int)
  case year(Int)
  /// From the first day of one to the last of another.
  case between(SpanPhrase, SpanPhrase)

  /// The same in a year; nil where the words settle the year themselves.
  func inYear(_ year: Int) -> SpanPhrase? {
    switch self {
    case .month(nil, let month): .month(year: year, month)
    case .week(nil, let week): .week(year: year, week)
    case .day(.written(nil, let month, let day)): .day(.written(year: year, month: month, day: day))
    default: nil
    }
  }
}
