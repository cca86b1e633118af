extension DateLanguage {
  /// Whole days, for `--from`, `--to` and `--on`: a day, `this week`, `last month`, `last 7 days`, `2026-02`,
  /// `february`, `last july`, `2026`, `2026-W09`, `week 9`, `the 14th`, `this morning`, or from one to another of them: `june to
  /// august`, `1 june to 15 july`. Where such a stretch names no year, it is the latest that has begun.
  ///
  /// - Throws: `dateUnknown`, `dateNonexistent` or `dateAmbiguous`.
  package func span(_ typed: String) throws(Problem) -> ClosedRange<Day> {
    guard let phrase = DatePhraseReader.span(typed) else { throw .dateUnknown(typed) }
    return try span(phrase, typed)
  }

  private func span(_ phrase: SpanPhrase, _ typed: String) throws(Problem) -> ClosedRange<Day> {
    switch phrase {
    case .day(let phrase):
      let day = try day(phrase, typed, looksBack: true)
      return day...day
    case .calendar(let unit, let away): return try calendar(unit, away: away, typed)
    case .latest(let count, let unit): return try latest(count, unit, typed)
    case .month(let year, let month): return try months(year ?? latestYear(month), month...month, typed)
    case .monthBefore(let month):
      let year = latestYear(month)
      return try months(month == today.parts.month ? year - 1 : year, month...month, typed)
    case .week(let year?, let week): return try self.week(week, of: year, typed)
    case .week(nil, let week): return try latest(week: week, typed)
    case .dayOfMonth(let day): return try latest(dayOfMonth: day, typed)
    case .year(let year): return try months(year, 1...12, typed)
    case .between(let start, let end): return try between(start, end, typed)
    }
  }

  /// A year that only one end has holds for the other as well, or the one next to it.
  private func between(
    _ start: SpanPhrase, _ end: SpanPhrase, _ typed: String
  ) throws(Problem) -> ClosedRange<Day> {
    var (first, last) = (try span(start, typed), try span(end, typed))
    let year = first.lowerBound.parts.year
    if let sameYear = end.inYear(year), let nextYear = end.inYear(year + 1) {
      last = try span(sameYear, typed)
      if last.upperBound < first.lowerBound { last = try span(nextYear, typed) }
    } else {
      first = latest(start, before: last.upperBound, typed) ?? first
    }
    guard first.lowerBound <= last.upperBound else { throw .dateUnknown(typed) }
    return first.lowerBound...last.upperBound
  }

  /// The latest that has begun by a day; nil where the words settle the year themselves. Nine years have a 29 February.
  private func latest(_ start: SpanPhrase, before day: Day, _ typed: String) -> ClosedRange<Day>? {
    (0..<9).lazy.compactMap { back in start.inYear(day.parts.year - back).flatMap { try? span($0, typed) } }
      .first { $0.lowerBound <= day }
  }

  private func calendar(_ unit: SpanPhrase.Unit, away: Int, _ typed: String) throws(Problem) -> ClosedRange<Day> {
    let (year, month, _) = today.parts
    switch unit {
    case .day: return today.adding(days: away)...today.adding(days: away)
    case .week:
      let start = today.adding(days: 7 * away - (today.weekday - weekStart).flooredRemainder(7))
      return start...start.adding(days: 6)
    case .month:
      let count = year * 12 + month - 1 + away
      let other = count.flooredRemainder(12) + 1
      return try months(count.flooredQuotient(12), other...other, typed)
    case .year: return try months(year + away, 1...12, typed)
    }
  }

  private func latest(_ count: Int, _ unit: SpanPhrase.Unit, _ typed: String) throws(Problem) -> ClosedRange<Day> {
    switch unit {
    case .day: return today.adding(days: 1 - count)...today
    case .week: return today.adding(days: 1 - 7 * count)...today
    case .month: return try day(.months(-count), typed).adding(days: 1)...today
    case .year: return try day(.months(-12 * count), typed).adding(days: 1)...today
    }
  }

  /// The first week of a year is that of its 4 January.
  private func week(_ week: Int, of year: Int, _ typed: String) throws(Problem) -> ClosedRange<Day> {
    guard week > 0, let fourth = Day(year: year, month: 1, day: 4) else { throw .dateNonexistent(typed) }
    let monday = fourth.adding(days: 7 * (week - 1) + 1 - fourth.weekday)
    guard monday.adding(days: 3).parts.year == year else { throw .dateNonexistent(typed) }
    return monday...monday.adding(days: 6)
  }

  /// Few years have a 53rd week.
  private func latest(week: Int, _ typed: String) throws(Problem) -> ClosedRange<Day> {
    let years = (0..<9).lazy.map { today.parts.year + 1 - $0 }
    let begun = years.compactMap { try? self.week(week, of: $0, typed) }.first { $0.lowerBound <= today }
    guard let begun else { throw .dateNonexistent(typed) }
    return begun
  }

  /// Not every month has a 31st, but of two that follow each other one always has.
  private func latest(dayOfMonth day: Int, _ typed: String) throws(Problem) -> ClosedRange<Day> {
    for back in 0...2 {
      let (year, month, _) = today.month.adding(months: -back).parts
      if let found = Day(year: year, month: month, day: day), found <= today { return found...found }
    }
    throw .dateNonexistent(typed)
  }

  private func months(_ year: Int, _ months: ClosedRange<Int>, _ typed: String) throws(Problem) -> ClosedRange<Day> {
    let last = Day.length(ofMonth: months.upperBound, year: year)
    guard let start = Day(year: year, month: months.lowerBound, day: 1),
      let end = Day(year: year, month: months.upperBound, day: last)
    else { throw .dateNonexistent(typed) }
    return start...end
  }

  private func latestYear(_ month: Int) -> Int {
    let (thisYear, thisMonth, _) = today.parts
    return month <= thisMonth ? thisYear : thisYear - 1
  }
}
