import Canvas
import HearthContent
import HearthCore

/// A year at once: on which days something was written, or is found, and how they were. Enter shows a day in the list
/// below.
package struct YearScreen: Screen {
  package static let title = Word.calendarYearTitle

  private(set) var day: Day
  private(set) var written = WrittenDays()
  /// What is looked for in the list below; nil where nothing is.
  private let filter: EntryFilter?
  private var found = FoundDays()

  init(_ day: Day, finding filter: EntryFilter? = nil) { (self.day, self.filter) = (day, filter) }

  // MARK: Commands

  package enum Command: Hashable, Sendable {
    case turn(CalendarMove)
    case go, goTo, wholeDay, today, back
  }

  package static var tables: [KeyTable] {
    listing(.nothing, [keys])
  }

  package var bindings: Bindings<Command> { Self.keys }

  private static let keys = Bindings(
    [Binding("Enter Space", Command.go, .calendarGo, hint: .keyGo)] + CalendarKeys.year(Command.turn) + [
      Binding("t", .today, .journalToday, hint: .keyToday), Binding("T", .goTo, .journalGoTo),
      Binding("Esc y Tab", .back, .houseBack, hint: .keyBack),
      Binding("a", .wholeDay, .calendarWholeDay, hint: .keyWholeDay),
    ])

  package var dayInMind: Day? { day }

  /// The year, with the month where that is not named above its days.
  package func header(in context: Context) -> Header {
    let (year, month, _) = day.parts
    if MonthView.showsName(in: places(in: Chrome.body(of: context.size)).year.rows) { return .title(String(year)) }
    // Behind a gap the year goes first where there is no room for both.
    return .title("\(context.words.shortMonth(month))  \(year)")
  }

  /// What the signs mean.
  package func status(in context: Context) -> Line? {
    var line = Line()
    for sign in WrittenDays.legend(context.words, isOfFound: foundDays != nil, in: context.size.columns / 6) {
      if !line.isEmpty { line.append("  ") }
      line.append(sign)
    }
    return context.size.columns >= 70 ? line : nil
  }

  // MARK: Update

  package mutating func update(_ message: Message<Command>, in context: Context) -> [Effect] {
    switch message {
    case .command(.turn(let move)): day = day.moved(move)
    case .command(.today): day = context.today
    case .command(.go): return go()
    case .command(.goTo): return [.close, .askDay]
    case .command(.wholeDay): return [.open(.day(day))]
    case .command(.back): return [.close]
    case .input(.mouse(let event)): return point(event, in: context)
    case .input: break
    case .event(let event): return hear(event) + need()
    }
    return need()
  }

  private func go() -> [Effect] { [.close, .choose(day)] }

  private mutating func point(_ event: MouseEvent, in context: Context) -> [Effect] {
    let rect = places(in: Chrome.body(of: context.size)).year
    guard let move = view(context).move(for: .mouse(event), in: rect) else { return [] }
    let before = day
    day = day.moved(move)
    if case .day = move, day == before { return go() }
    return need()
  }

  private mutating func hear(_ event: Event) -> [Effect] {
    switch event {
    case .daysLoaded(let range, let days): return written.take(days, in: range)
    case .foundDays(let asked, let year, let days): return found.take(days, year, asked)
    case .made, .takenBack, .notesTaken(1...), .saved, .shown:
      written.forget()
      found.forget()
    case .refused:
      written.giveUp()
      found.giveUp()
    default: break
    }
    return []
  }

  private mutating func need() -> [Effect] {
    let year = year
    return written.need(year) + (filter.map { found.need(year, $0) } ?? [])
  }

  /// All its days.
  private var year: ClosedRange<Day> {
    let january = day.adding(months: 1 - day.parts.month).month
    return january...january.adding(months: 11).moved(.monthEnd)
  }

  /// On which of them something was found, by their numbers; nil where nothing is looked for or it is not known yet.
  private var foundDays: Set<Int>? { filter.flatMap { found.days(year, $0) } }

  // MARK: Draw

  private func view(_ context: Context) -> YearView {
    let year = day.parts.year
    let months = (1...12).compactMap { number in
      Day(year: year, month: number, day: 1).map {
        CalendarMonth(of: $0, title: context.words.month(number), context)
      }
    }
    return YearView(months, CalendarLook(written, on: day, found: foundDays, context))
  }

  /// Below the year, where there is room, what is known of the day one is on.
  private func places(in body: Rect) -> (year: Rect, day: Rect) {
    let rest = body.columns >= 44 ? body.inset(columns: 2) : body
    let day = rest.bottom(rest.rows >= 10 ? 1 : 0)
    return (rest.dropBottom(day.rows * 2), day)
  }

  package func draw(on frame: inout Frame, in body: Rect, _ context: Context) {
    let places = places(in: body)
    view(context).draw(on: &frame, in: places.year)
    guard !places.day.isEmpty else { return }
    frame.put(
      said(context).truncated(to: places.day.columns), at: places.day.origin, style: .dim, limit: places.day.columns)
  }

  private func said(_ context: Context) -> String {
    let date = context.words.fullDate(day)
    guard let summary = written[day] else { return date }
    if foundDays?.contains(day.number) == false { return "\(date) · \(context.words[.calendarNotFound])" }
    let count = context.words.count(summary.count, .calendarEntry, .calendarEntries)
    return ([date, count] + (summary.meanMood.map { [context.words.mood($0)] } ?? [])).joined(separator: " · ")
  }
}
