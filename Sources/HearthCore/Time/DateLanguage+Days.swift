extension DateLanguage {
  /// Lays a typed day on the calendar.
  ///
  /// - Parameter looksBack: a 29 February without a year is the last there was. What is written today under such a day is
  ///   more likely to have another.
  func day(_ phrase: DayPhrase, _ typed: String, looksBack: Bool = false) throws(Problem) -> Day {
    switch phrase {
    case .days(let count): return today.adding(days: count)
    case .months(let count): return try shifted(today, months: count, typed)
    case .weekday(let weekday, let choice): return latest(weekday, choice)
    case .written(let year, let month, let day):
      let year = year.map { $0...$0 } ?? latestYears(month: month, day: day, looksBack: looksBack)
      return try existing(year, month, day, typed)
    case .numbers(let first, let second, let year): return try ordered(first, second, year: year, typed)
    case .confirmed(let weekday, let inner):
      let day = try day(inner, typed, looksBack: looksBack)
      guard day.weekday == weekday else { throw .dateNonexistent(typed) }
      return day
    }
  }

  /// Moving by months is only possible inside the calendar's 9999 years.
  private func shifted(_ day: Day, months: Int, _ typed: String) throws(Problem) -> Day {
    let (year, month, _) = day.parts
    guard (12...(9999 * 12 + 11)).contains(year * 12 + month - 1 + months) else { throw .dateNonexistent(typed) }
    return day.adding(months: months)
  }

  private func latest(_ weekday: Int, _ choice: DayPhrase.Choice) -> Day {
    let back = (today.weekday - weekday).flooredRemainder(7)
    switch choice {
    case .latest: return today.adding(days: -back)
    case .beforeToday: return today.adding(days: back == 0 ? -7 : -back)
    case .afterToday: return today.adding(days: 7 - back)
    case .ofThisWeek:
      let start = today.adding(days: -(today.weekday - weekStart).flooredRemainder(7))
      return start.adding(days: (weekday - weekStart).flooredRemainder(7))
    }
  }

  /// Not every year has a 29 February, but of eight that follow each other one always has.
  private func latestYears(month: Int, day: Int, looksBack: Bool) -> ClosedRange<Int> {
    let (thisYear, thisMonth, thisDay) = today.parts
    let latest = (month, day) <= (thisMonth, thisDay) ? thisYear : thisYear - 1
    return (looksBack ? latest - 7 : latest)...latest
  }

  /// The last there is.
  private func existing(
    _ years: ClosedRange<Int>, _ month: Int, _ day: Int, _ typed: String
  ) throws(Problem) -> Day {
    let found = years.reversed().firstNonNil { Day(year: $0, month: month, day: day) }
    guard let found else { throw .dateNonexistent(typed) }
    return found
  }

  /// Two numbers of which either may be the day. An order that was set decides, unless only the other one exists.
  private func ordered(_ first: Int, _ second: Int, year: Int, _ typed: String) throws(Problem) -> Day {
    let dayFirst = Day(year: year, month: second, day: first)
    let monthFirst = Day(year: year, month: first, day: second)
    guard let one = dayFirst ?? monthFirst, let other = monthFirst ?? dayFirst else { throw .dateNonexistent(typed) }
    switch order {
    case .dayFirst: return one
    case .monthFirst: return other
    case .unset:
      guard one == other else { throw .dateAmbiguous(typed, first: "\(one)", second: "\(other)") }
      return one
    }
  }
}
