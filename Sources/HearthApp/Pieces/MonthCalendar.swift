import Canvas
import HearthContent
import HearthCore

/// The month above a list: written days, how they were, and the day one is on.
struct MonthCalendar: Equatable {
  /// The day one is on.
  private(set) var day = Day(number: 0)
  private(set) var written = WrittenDays()

  init() {}

  // MARK: Moving

  mutating func move(to day: Day) { self.day = day }
  mutating func turn(_ move: CalendarMove) { day = day.moved(move) }

  /// Where a key or a click leads.
  func move(for event: MouseEvent, in rect: Rect, _ context: Context) -> CalendarMove? {
    view(isFocused: true, context).move(for: .mouse(event), in: rect)
  }

  // MARK: Its days

  /// Asks for the days of its month where they are not known, and of the months on both sides.
  mutating func need() -> [Effect] {
    written.need(month, with: day.month.moved(.months(-1))...day.month.moved(.months(1)).moved(.monthEnd))
  }

  /// The days of its month.
  var month: ClosedRange<Day> { day.month...day.moved(.monthEnd) }

  mutating func take(_ found: [DaySummary], in range: ClosedRange<Day>) -> [Effect] { written.take(found, in: range) }
  mutating func forget() { written.forget() }
  mutating func giveUp() { written.giveUp() }

  // MARK: Drawing

  private func view(isFocused: Bool, found: Set<Int>? = nil, _ context: Context) -> MonthView {
    MonthView(
      CalendarMonth(of: day, title: context.words.monthAndYear(day), context),
      CalendarLook(written, on: day, isFocused: isFocused, found: found, context))
  }

  /// With what the signs mean beside it, where there is room.
  /// - Parameter found: the days that were looked for, by their numbers; nil where nothing is.
  func draw(on frame: inout Frame, in rect: Rect, isFocused: Bool, found: Set<Int>?, _ context: Context) {
    view(isFocused: isFocused, found: found, context).draw(on: &frame, in: rect)
    let legend = rect.dropLeft(MonthView.columns + 2).dropTop(1)
    var lines = WrittenDays.legend(context.words, isOfFound: found != nil, in: legend.columns)
    if lines.count > legend.rows, let last = lines.popLast() {
      // Where it has no room beside the first, it comes before what needs its word less.
      if lines[0].columns + 2 + last.columns > legend.columns {
        lines.insert(last, at: 1)
      } else {
        lines[0].append("  ")
        lines[0].append(last)
      }
    }
    lines.draw(on: &frame, in: legend)
  }
}

// MARK: Days and calendars

extension CalendarMonth {
  /// The month of a day, its weeks as they begin for the person.
  init(of day: Day, title: String, _ context: Context) {
    let grid = MonthGrid(month: day, weekStart: context.config.weekStart)
    self.init(title: title, weeks: grid.weeks.map { $0.map { $0?.number } })
  }
}

extension CalendarLook {
  /// - Parameter found: where days are looked for, those that were found; the others are only told.
  init(_ written: WrittenDays, on day: Day, isFocused: Bool = true, found: Set<Int>? = nil, _ context: Context) {
    let start = context.config.weekStart
    self.init(
      weekdays: (0..<7).map { context.words.shortWeekday((start - 1 + $0) % 7 + 1) }, selected: day.number,
      today: context.today.number, marks: written.marks(found: found), isFocused: isFocused)
  }
}

extension Day {
  /// Where a move in a calendar leads, within the years 1 to 9999.
  func moved(_ move: CalendarMove) -> Day {
    switch move {
    case .days(let count): return adding(days: count).clamped
    case .months(let count): return adding(months: count)
    case .monthStart: return month
    case .monthEnd:
      let (year, number, _) = parts
      return month.adding(days: Day.length(ofMonth: number, year: year) - 1)
    case .day(let number): return Day(number: number).clamped
    }
  }

  private var clamped: Day { min(max(self, Day.calendar.lowerBound), Day.calendar.upperBound) }
}
