/// Reads the words of a date, one after the other. It knows no calendar and no clock: only whether words have the shape
/// of a date.
struct DatePhraseReader {
  private var rest: ArraySlice<Substring>

  private init(_ typed: String) {
    rest = DatePhraseReader.spaced(typed.lowercased()).split { $0.isWhitespace || $0 == "," }[...]
  }

  /// `2026-03-02t21:04`, the local form of ISO 8601, as two words.
  private static func spaced(_ typed: String) -> String {
    guard let mark = typed.firstIndex(of: "t"), Day(String(typed[..<mark])) != nil else { return typed }
    let clock = typed[typed.index(after: mark)...]
    return clock.first?.isASCIIDigit == true ? typed[..<mark] + " " + clock : typed
  }

  /// `yesterday 9am`, `noon on 14 feb`, `2 hours ago`; nil for anything that is not a moment as a whole.
  static func moment(_ typed: String) -> DatePhrase? {
    let trimmed = typed.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    if let stamp = Stamp(iso: trimmed) { return .exact(stamp) }
    var reader = DatePhraseReader(typed)
    return reader.whole { $0.fromNow() } ?? reader.whole { $0.dayThenClock() } ?? reader.whole { $0.clockThenDay() }
  }

  /// `last month`, `2026-02`, `2026`, a day, or from one to another of them; nil for anything else, also for a time of
  /// day.
  static func span(_ typed: String) -> SpanPhrase? {
    var reader = DatePhraseReader(typed)
    return reader.oneSpan() ?? reader.between() ?? reader.whole { $0.numberedDay() } ?? reader.whole { $0.partOfDay() }
  }

  // MARK: Moments

  private mutating func fromNow() -> DatePhrase? {
    if take("now") { return .fromNow(seconds: 0) }
    return counted { reader in
      reader.takeFirst { ["minute": 60, "minutes": 60, "min": 60, "mins": 60, "hour": 3600, "hours": 3600][$0] }
    }.map { .fromNow(seconds: $0.count * $0.unit) }
  }

  private mutating func dayThenClock() -> DatePhrase? {
    guard let day = day() else { return nil }
    if rest.isEmpty { return .reading(day, clock: nil) }
    return clock().map { .reading(day, clock: $0) }
  }

  private mutating func clockThenDay() -> DatePhrase? {
    guard let clock = clock() else { return nil }
    if rest.isEmpty { return .reading(nil, clock: clock) }
    _ = take("on")
    return day().map { .reading($0, clock: clock) }
  }

  // MARK: Days

  private mutating func day() -> DayPhrase? {
    attempt { $0.nearDay() } ?? attempt { $0.countedDay() } ?? attempt { $0.confirmedDay() }
      ?? attempt { $0.weekday() } ?? attempt { $0.writtenDay() }
  }

  private mutating func nearDay() -> DayPhrase? {
    if let days = takeFirst({ ["today": 0, "yesterday": -1, "tomorrow": 1][$0] }) { return .days(days) }
    _ = take("the")
    guard take("day") else { return nil }
    if take("before"), take("yesterday") { return .days(-2) }
    return take("after") && take("tomorrow") ? .days(2) : nil
  }

  private mutating func countedDay() -> DayPhrase? {
    if let half = attempt({ $0.halfAYear() }) { return half }
    return counted { $0.unit() }.map { count, unit in
      switch unit {
      case .day: .days(count)
      case .week: .days(7 * count)
      case .month: .months(count)
      case .year: .months(12 * count)
      }
    }
  }

  private mutating func halfAYear() -> DayPhrase? {
    let isAhead = take("in")
    guard take("half"), take("a"), take("year"), isAhead || take("ago") else { return nil }
    return .months(isAhead ? 6 : -6)
  }

  private mutating func confirmedDay() -> DayPhrase? {
    guard let weekday = takeFirst(DateWords.weekday), let day = writtenDay() else { return nil }
    return .confirmed(weekday: weekday, day)
  }

  private mutating func weekday() -> DayPhrase? {
    let choice =
      takeFirst { ["last": .beforeToday, "next": .afterToday, "this": .ofThisWeek][$0] } ?? DayPhrase.Choice.latest
    return takeFirst(DateWords.weekday).map { .weekday($0, choice) }
  }

  private mutating func writtenDay() -> DayPhrase? {
    attempt { $0.takeFirst(DatePhraseReader.numericDay) } ?? attempt { $0.dayThenMonth() }
      ?? attempt { $0.monthThenDay() }
  }

  private mutating func dayThenMonth() -> DayPhrase? {
    _ = take("the")
    guard let day = takeFirst(DateWords.dayOfMonth) else { return nil }
    _ = take("of")
    guard let month = takeFirst(DateWords.month) else { return nil }
    return .written(year: year(), month: month, day: day)
  }

  private mutating func monthThenDay() -> DayPhrase? {
    guard let month = takeFirst(DateWords.month) else { return nil }
    _ = take("the")
    guard let day = takeFirst(DateWords.dayOfMonth) else { return nil }
    return .written(year: year(), month: month, day: day)
  }

  /// `2026-02-14`, `14.2.2026`, `03/04/2026`: three numbers, the year with four digits at one end. Points are only
  /// written between day, month and year in that order; with `/` and `-` both orders are in use.
  private static func numericDay(_ word: Substring) -> DayPhrase? {
    guard let mark = word.first(where: { "-/.".contains($0) }) else { return nil }
    let fields = word.split(separator: mark, omittingEmptySubsequences: false)
    guard fields.count == 3, let middle = DateWords.number(fields[1], digits: 1...2) else { return nil }
    if let year = DateWords.number(fields[0], digits: 4...4), let day = DateWords.number(fields[2], digits: 1...2) {
      return .written(year: year, month: middle, day: day)
    }
    guard let first = DateWords.number(fields[0], digits: 1...2), let year = DateWords.number(fields[2], digits: 4...4)
    else { return nil }
    return mark == "." ? .written(year: year, month: middle, day: first) : .numbers(first, middle, year: year)
  }

  // MARK: Spans

  private mutating func oneSpan() -> SpanPhrase? {
    whole { $0.calendarSpan() } ?? whole { $0.monthBefore() } ?? whole { $0.latestSpan() } ?? whole { $0.monthOrYear() }
      ?? whole { $0.day().map(SpanPhrase.day) }
  }

  /// `june to august`, `1 june until 15 july`, `1 to 15 july`.
  private mutating func between() -> SpanPhrase? {
    _ = take("from")
    guard let mark = rest.firstIndex(where: DateWords.isUntil) else { return nil }
    var (first, last) = (self, self)
    (first.rest, last.rest) = (rest[..<mark], rest[(mark + 1)...])
    guard let end = last.oneSpan() else { return nil }
    return (first.oneSpan() ?? first.lone(before: end)).map { .between($0, end) }
  }

  /// A day whose month follows.
  private mutating func lone(before end: SpanPhrase) -> SpanPhrase? {
    guard case .day(.written(let year, let month, _)) = end else { return nil }
    return whole { $0.takeFirst(DateWords.dayOfMonth) }.map { .day(.written(year: year, month: month, day: $0)) }
  }

  private mutating func calendarSpan() -> SpanPhrase? {
    guard let away = takeFirst({ ["this": 0, "last": -1, "next": 1][$0] }), let unit = unit(), unit != .day
    else { return nil }
    return .calendar(unit, away: away)
  }

  private mutating func latestSpan() -> SpanPhrase? {
    guard take("last") || take("past"), let count = takeFirst(DateWords.count), let unit = unit() else { return nil }
    return .latest(count, unit)
  }

  private mutating func monthBefore() -> SpanPhrase? {
    take("last") ? takeFirst(DateWords.month).map(SpanPhrase.monthBefore) : nil
  }

  /// A lone number with its ending; before a colon it would more often be the first of several points.
  private mutating func numberedDay() -> SpanPhrase? {
    _ = take("the")
    return takeFirst { $0.last?.isLetter == true ? DateWords.dayOfMonth($0) : nil }.map(SpanPhrase.dayOfMonth)
  }

  /// `this morning`, `yesterday evening`, `last night`: it says which day, but not when.
  private mutating func partOfDay() -> SpanPhrase? {
    if take("tonight") { return .day(.days(0)) }
    guard let day = takeFirst({ ["this": 0, "yesterday": -1, "last": -1][$0] }),
      takeFirst({ ["morning", "afternoon", "evening", "night"].contains($0) ? true : nil }) == true
    else { return nil }
    return .day(.days(day))
  }

  private mutating func monthOrYear() -> SpanPhrase? {
    _ = take("in")
    if let year = year() { return .year(year) }
    if let month = takeFirst(DateWords.month) { return .month(year: year(), month) }
    if take("week") { return numberedWeek() }
    return takeFirst { word in
      let fields = word.split(separator: "-", omittingEmptySubsequences: false)
      guard fields.count == 2, let year = DateWords.number(fields[0], digits: 4...4) else { return nil }
      if fields[1].first == "w" {
        return DateWords.number(fields[1].dropFirst(), digits: 2...2).map { .week(year: year, $0) }
      }
      guard let month = DateWords.number(fields[1], digits: 1...2), (1...12).contains(month)
      else { return nil }
      return .month(year: year, month)
    }
  }

  /// `week 9`, `week 9 of 2025`.
  private mutating func numberedWeek() -> SpanPhrase? {
    guard let week = takeFirst({ DateWords.number($0, digits: 1...2) }) else { return nil }
    _ = take("of")
    return .week(year: year(), week)
  }

  // MARK: Times of day

  /// `9am`, `9.30 pm`, `21:04`, `21:04:05`, `noon`, with or without `at`. A point stands for a colon only where am or
  /// pm follows, and a lone number is no time: `10` and `2.30` are more often something else.
  private mutating func clock() -> Int? {
    _ = take("at")
    if let seconds = takeFirst(DateWords.clock) { return seconds }
    guard let word = rest.popFirst() else { return nil }
    let digits = word.prefix { $0.isASCIIDigit || $0 == ":" || $0 == "." }
    var half = DatePhraseReader.half(word.dropFirst(digits.count))
    if digits.count == word.count { half = takeFirst(DatePhraseReader.half) } else if half == nil { return nil }
    return DatePhraseReader.seconds(digits, half: half)
  }

  /// 0 for am, 12 for pm.
  private static func half(_ word: Substring) -> Int? { ["am": 0, "a.m.": 0, "pm": 12, "p.m.": 12][word] }

  private static func seconds(_ digits: Substring, half: Int?) -> Int? {
    let separator: Character = half != nil && !digits.contains(":") ? "." : ":"
    let fields = digits.split(separator: separator, omittingEmptySubsequences: false)
    guard let hour = fields.first.flatMap({ DateWords.number($0, digits: 1...2) }), fields.count <= 3,
      fields.count > 1 || half != nil
    else { return nil }
    let smaller = fields.dropFirst().compactMap { DateWords.number($0, digits: 2...2) }.filter { $0 < 60 }
    guard smaller.count == fields.count - 1, half == nil ? hour < 24 : (1...12).contains(hour) else { return nil }
    let hours = half.map { hour % 12 + $0 } ?? hour
    return hours * 3600 + (smaller.first ?? 0) * 60 + (smaller.count > 1 ? smaller[1] : 0)
  }

  // MARK: Words

  /// `3 days ago` is below zero, `in 3 days` above.
  private mutating func counted<Unit>(
    _ unit: (inout DatePhraseReader) -> Unit?
  ) -> (count: Int, unit: Unit)? {
    let isAhead = take("in")
    guard let count = takeFirst(DateWords.count), let unit = unit(&self), isAhead || take("ago") else { return nil }
    return (isAhead ? count : -count, unit)
  }

  private mutating func unit() -> SpanPhrase.Unit? {
    takeFirst { word in
      switch word {
      case "day", "days": .day
      case "week", "weeks": .week
      case "month", "months": .month
      case "year", "years": .year
      default: nil
      }
    }
  }

  private mutating func year() -> Int? { takeFirst { DateWords.number($0, digits: 4...4) } }

  private mutating func take(_ word: Substring) -> Bool { takeFirst { $0 == word ? true : nil } ?? false }

  /// Takes the next word if it means something.
  private mutating func takeFirst<Meaning>(_ meaning: (Substring) -> Meaning?) -> Meaning? {
    guard let word = rest.first, let found = meaning(word) else { return nil }
    rest.removeFirst()
    return found
  }

  /// Puts the words back where a reading fails.
  private mutating func attempt<Meaning>(_ reading: (inout DatePhraseReader) -> Meaning?) -> Meaning? {
    let before = rest
    guard let found = reading(&self) else {
      rest = before
      return nil
    }
    return found
  }

  /// A reading counts only when it uses every word.
  private mutating func whole<Meaning>(_ reading: (inout DatePhraseReader) -> Meaning?) -> Meaning? {
    attempt { reader in reading(&reader).flatMap { reader.rest.isEmpty ? $0 : nil } }
  }
}
