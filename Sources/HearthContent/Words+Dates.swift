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
    let showsYear = today.map { $0.parts.year != day.parts.year } ?? false
    return showsYear ? fullDate(day) : self[dates.weekday, parts(of: day)]
  }

  /// `3 March 2026`
  package func date(_ day: Day) -> String { self[dates.full, parts(of: day)] }

  /// `Tuesday, 3 March 2026`
  package func fullDate(_ day: Day) -> String { self[dates.weekdayYear, parts(of: day)] }

  /// For a list: `today`, `yesterday`, `Tue 3 Mar`, and `3 Mar 2025` in another year. At most 11 columns in English.
  package func shortDay(_ day: Day, today: Day) -> String {
    if day == today { return self[.dateToday] }
    if day == today.adding(days: -1) { return self[.dateYesterday] }
    return self[day.parts.year == today.parts.year ? dates.short : dates.shortYear, parts(of: day)]
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

  /// `yesterday, 21:04`
  package func dayAndClock(_ stamp: Stamp, on day: Day, today: Day) -> String {
    self[.dateClock, ["day": dayInWords(day, today: today), "clock": clock(stamp)]]
  }

  /// `21:04` or `9:04 pm`, by its writer's own clock.
  package func clock(_ stamp: Stamp) -> String { clock(minute: stamp.minute) }

  /// - Parameter minute: after midnight, 0–1439.
  package func clock(minute: Int) -> String {
    let (hour, rest) = (minute / 60, (minute % 60).digits(2))
    switch formats.clock {
    case .hours24: return "\(hour.digits(2)):\(rest)"
    case .hours12: return self[hour < 12 ? .dateAm : .datePm, ["clock": "\((hour + 11) % 12 + 1):\(rest)"]]
    }
  }

  /// `2026-03-02 21:04`, by the calendar and in the clock of the person's choice: as a field holds it, and reads it
  /// again.
  package func typed(_ stamp: Stamp) -> String { "\(stamp.calendarDay) \(clock(stamp))" }

  /// Below the heading of a month: `Mon 2`; `03-02` for who writes dates by the calendar.
  package func dayOfMonth(_ day: Day) -> String {
    formats.dates == .iso ? String("\(day)".suffix(5)) : "\(shortWeekday(day.weekday)) \(day.parts.day)"
  }

  /// How many columns a time takes at most, for lists.
  package var clockColumns: Int { formats.clock == .hours24 ? 5 : clock(minute: 12 * 60).count }

  /// `March 2026`
  package func monthAndYear(_ day: Day) -> String {
    self[.dateMonthYear, ["month": month(day.parts.month), "year": String(day.parts.year)]]
  }

  /// How long ago a day was, in words that get coarser: `today`, `3 days ago`, `6 weeks ago`, `a year ago`. A day to
  /// come is told as its date.
  package func ago(_ day: Day, today: Day) -> String {
    let days = today.number - day.number
    if days < 2 { return dayInWords(day, today: today) }
    return switch RoughSpan(days: days, weeksBelow: 60) {
    case .days(let days): self[.dateDaysAgo, ["n": String(days)]]
    case .weeks(let weeks): count(weeks, .dateWeekAgo, .dateWeeksAgo)
    case .months(let months): count(months, .dateMonthAgo, .dateMonthsAgo)
    case .years(let years): count(years, .dateYearAgo, .dateYearsAgo)
    }
  }

  /// The quiet line under the date, the same all day.
  /// - Parameter plainly: without figures of speech.
  package func kindLine(for day: Day, plainly: Bool = false) -> String {
    let lines = plainly ? Self.plainLines : Self.kindLines
    return self[lines[day.number.flooredRemainder(lines.count)]]
  }

  /// The sentences of one order of day, month and year.
  private struct DateSentences {
    let weekday, weekdayYear, short, shortYear, full: Word
  }

  private var dates: DateSentences {
    switch formats.dates {
    case .dmy:
      DateSentences(
        weekday: .dateWeekday, weekdayYear: .dateWeekdayYear, short: .dateShort, shortYear: .dateShortYear,
        full: .dateFull)
    case .mdy:
      DateSentences(
        weekday: .dateMdyWeekday, weekdayYear: .dateMdyWeekdayYear, short: .dateMdyShort, shortYear: .dateMdyShortYear,
        full: .dateMdyFull)
    case .iso:
      DateSentences(
        weekday: .dateIsoWeekday, weekdayYear: .dateIsoWeekdayYear, short: .dateIsoShort, shortYear: .dateIsoShortYear,
        full: .dateIsoFull)
    }
  }

  /// What the gaps of those sentences are filled with.
  private func parts(of day: Day) -> [String: String] {
    let (year, month, date) = day.parts
    return [
      "weekday": weekday(day.weekday), "weekdayShort": shortWeekday(day.weekday), "day": String(date),
      "month": self.month(month), "monthShort": shortMonth(month), "year": String(year), "iso": String(describing: day),
    ]
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
    .todayKind10, .todayKind11,
  ]
  /// The same, taken word for word.
  private static let plainLines: [Word] = [
    .todayKind1, .todayKind2, .todayKindPlain3, .todayKindPlain4, .todayKindPlain5, .todayKind6, .todayKind7,
    .todayKind8, .todayKindPlain9, .todayKindPlain10, .todayKind11,
  ]
}
