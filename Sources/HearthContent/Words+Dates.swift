import HearthCore

extension Words {
  /// `Monday`; 1 is Monday.
  package func weekday(_ number: Int) -> String { self[Self.weekdays[number - 1]] }
  /// `Mon`
  package func shortWeekday(_ number: Int) -> String { self[Self.shortWeekdays[number - 1]] }
  /// `January`; 1 is January.
  package func month(_ number: Int) -> String { self[Self.months[number - 1]] }
  /// `Jan`
  package func shortMonth(_ number: Int) -> String { self[Self.shortMonths[number - 1]] }

  /// `Tuesday, 3 March`; with the year where `today` is given and lies in another.
  package func weekdayAndDate(_ day: Day, today: Day? = nil) -> String {
    let (year, month, date) = day.parts
    let showsYear = today.map { $0.parts.year != year } ?? false
    return self[
      showsYear ? .dateWeekdayYear : .dateWeekday,
      [
        "weekday": weekday(day.weekday), "day": String(date), "month": self.month(month), "year": String(year),
      ]]
  }

  /// For a list: `today`, `yesterday`, `Tue 3 Mar`, and `3 Mar 2025` in another year.
  package func shortDay(_ day: Day, today: Day) -> String {
    if day == today { return self[.dateToday] }
    if day == today.adding(days: -1) { return self[.dateYesterday] }
    let (year, month, date) = day.parts
    return self[
      year == today.parts.year ? .dateShort : .dateShortYear,
      [
        "weekday": shortWeekday(day.weekday), "day": String(date), "month": shortMonth(month), "year": String(year),
      ]]
  }

  /// For a heading: `today`, `yesterday`, or the date in full.
  package func dayInWords(_ day: Day, today: Day) -> String {
    switch today.number - day.number {
    case 0: self[.dateToday]
    case 1: self[.dateYesterday]
    case -1: self[.dateTomorrow]
    default: weekdayAndDate(day, today: today)
    }
  }

  /// `yesterday, 21:04`, by the calendar's day.
  package func dayAndClock(_ stamp: Stamp, today: Day) -> String {
    self[.dateClock, ["day": dayInWords(stamp.calendarDay, today: today), "clock": stamp.clock]]
  }

  /// `March 2026`
  package func monthAndYear(_ day: Day) -> String {
    self[.dateMonthYear, ["month": month(day.parts.month), "year": String(day.parts.year)]]
  }

  /// How long ago a day was, in words that get coarser: `today`, `3 days ago`, `6 weeks ago`, `a year ago`. A day to
  /// come is told as its date.
  package func ago(_ day: Day, today: Day) -> String {
    let days = today.number - day.number
    switch days {
    case ..<0: return dayInWords(day, today: today)
    case 0...1: return dayInWords(day, today: today)
    case 2...6: return self[.dateDaysAgo, ["n": String(days)]]
    case 7...59: return count(days / 7, .dateWeekAgo, .dateWeeksAgo)
    case 60...364: return count(days / 30, .dateMonthAgo, .dateMonthsAgo)
    default: return count(max(1, days / 365), .dateYearAgo, .dateYearsAgo)
    }
  }

  /// The quiet line under the date, the same all day.
  package func kindLine(for day: Day) -> String {
    self[Self.kindLines[day.number.flooredRemainder(Self.kindLines.count)]]
  }

  private static let weekdays: [Word] = [
    .weekday1, .weekday2, .weekday3, .weekday4, .weekday5, .weekday6, .weekday7,
  ]
  private static let shortWeekdays: [Word] = [
    .weekdayShort1, .weekdayShort2, .weekdayShort3, .weekdayShort4, .weekdayShort5, .weekdayShort6, .weekdayShort7,
  ]
  private static let months: [Word] = [
    .month1, .month2, .month3, .month4, .month5, .month6, .month7, .month8, .month9, .month10, .month11, .month12,
  ]
  private static let shortMonths: [Word] = [
    .monthShort1, .monthShort2, .monthShort3, .monthShort4, .monthShort5, .monthShort6, .monthShort7, .monthShort8,
    .monthShort9, .monthShort10, .monthShort11, .monthShort12,
  ]
  private static let kindLines: [Word] = [
    .todayKind1, .todayKind2, .todayKind3, .todayKind4, .todayKind5, .todayKind6, .todayKind7, .todayKind8, .todayKind9,
    .todayKind10,
  ]
}
