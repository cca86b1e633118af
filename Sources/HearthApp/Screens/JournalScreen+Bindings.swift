import Canvas
import HearthContent
import HearthCore

/// The keys of the list, and of what can have the focus in its place.
extension JournalScreen {
  package enum Command: Hashable, Sendable {
    case move(RowMove)
    case read, edit, versions
    case mark, markAll, unmark
    case star, trash, restore, tags, mood, date, export, erase
    case order, goTo, today, year, calendar
    /// All of the day one is on.
    case wholeDay
    /// In the calendar.
    case turn(CalendarMove)
    case goThere
    case search
    /// Out of the search line to what was found.
    case results
    /// Keeps a search under a name.
    case keep
    /// Takes the offered name.
    case accept
    /// Runs a search that was kept, or forgets it.
    case look, forget
    /// What is found besides entries.
    case elsewhere
    /// Takes what was answered at the foot.
    case take
    case turnForm
    case empty
    case back
  }

  package static var tables: [KeyTable] {
    listing(.nothing, [onList, onResults, onResultsAndMore, onMarked, onNothing, onNoResults, onNoResultsBut])
      + listing(.nothing, [onTrash, onMarkedTrash, onEmptyTrash], named: .journalTrashTitle)
      + listing(.text, [onField, onEmptyField, onEmptyFieldAboveSaved, onNames], named: .searchTitle)
      + listing(.nothing, [onCalendar], named: .calendarTitle) + listing(.nothing, [onSaved], named: .searchSaved)
      + listing(.text, [onLine, onFile, onChoice], named: .askTitle)
  }

  package var bindings: Bindings<Command> {
    switch focus {
    case .list: isTrash ? inTrash : inJournal
    case .calendar: Self.onCalendar
    case .field where search?.isEmpty == true: showsSaved ? Self.onEmptyFieldAboveSaved : Self.onEmptyField
    case .field: search?.completion == nil ? Self.onField : Self.onNames
    case .saved: Self.onSaved
    case .asking(let line): line.isFile ? Self.onFile : Self.onLine
    case .marking: Self.onLine
    case .deciding: Self.onChoice
    }
  }

  private var inJournal: Bindings<Command> {
    if !chosen.isEmpty { return Self.onMarked }
    guard let search else { return window.heads.isEmpty ? Self.onNothing : Self.onList }
    let isBeside = search.elsewhere > 0
    return window.heads.isEmpty
      ? isBeside ? Self.onNoResultsBut : Self.onNoResults : isBeside ? Self.onResultsAndMore : Self.onResults
  }

  private var inTrash: Bindings<Command> {
    if !chosen.isEmpty { return Self.onMarkedTrash }
    return window.heads.isEmpty ? Self.onEmptyTrash : Self.onTrash
  }

  // Read from their notation once: they are asked for with every key and every frame.

  private static let onList = list(entries, hinting: [.read, .edit, .star, .trash, .mark, .today])
  private static let onResults = list(
    entries + [elsewhere, stepBack], hinting: [.read, .edit, .star, .trash, .mark, .back])
  private static let onResultsAndMore = list(
    entries + [elsewhere, stepBack], hinting: [.read, .edit, .star, .trash, .mark, .elsewhere, .back])
  private static let onMarked = list(
    entries + [stepBack], hinting: [.star, .trash, .tags, .mood, .export, .mark, .unmark])
  private static let onNothing = list(entries, hinting: [])
  private static let onNoResults = list(entries + [elsewhere, stepBack], hinting: [.back])
  private static let onNoResultsBut = list(entries + [elsewhere, stepBack], hinting: [.elsewhere, .back])
  private static let onEmptyTrash = list(trashed, hinting: [.back])
  private static let onTrash = list(trashed, hinting: [.read, .restore, .mark, .empty, .back])
  private static let onMarkedTrash = list(trashed, hinting: [.restore, .mark, .unmark, .back])

  /// The bindings of a list, those for entries first. In each state the key bar shows others.
  private static func list(_ own: [Binding<Command>], hinting: Set<Command>) -> Bindings<Command> {
    Bindings((own + moving).map { hinting.contains($0.command) ? $0 : $0.withoutHint })
  }

  private static let read = Binding("Enter l", Command.read, .journalRead, hint: .keyRead)
  private static let marking = [
    Binding("x", Command.mark, .journalMark, hint: .keyMark), Binding("X", .unmark, .journalUnmark, hint: .keyUnmark),
    Binding("A", .markAll, .journalMarkAll),
  ]
  private static let elsewhere = Binding("b", Command.elsewhere, .journalElsewhere, hint: .keyElsewhere)
  private static let stepBack = Binding("Esc", Command.back, .journalBack, hint: .keyBack)
  private static let entries =
    [
      read, Binding("e", .edit, .journalEdit, hint: .keyEdit), Binding("s", .star, .journalStar, hint: .keyStar),
      Binding("d", .trash, .journalTrash, hint: .keyTrash), Binding("#", .tags, .journalTags, hint: .keyTags),
      Binding("M", .mood, .journalMood, hint: .keyMood), Binding("D", .date, .journalDate),
      Binding("E", .export, .journalExport, hint: .keyExport), Binding("v", .versions, .journalVersions), erase,
    ] + marking + [
      Binding("t", .today, .journalToday, hint: .keyToday), Binding("T", .goTo, .journalGoTo),
      Binding("y", .year, .journalYear), Binding("Tab", .calendar, .journalCalendar),
      Binding("a", .wholeDay, .calendarWholeDay), order,
    ]
  private static let erase = Binding("C-d", Command.erase, .journalErase)
  private static let order = Binding("o", Command.order, .journalOrder)
  private static let trashed =
    [read, Binding("r", .restore, .journalRestore, hint: .keyRestore)] + marking + [
      Binding("/", .search, .journalSearchTrash), Binding("T", .goTo, .journalGoTo), order, erase,
      Binding("C-e", .empty, .journalEmptyIt, hint: .keyEmpty), Binding("Esc", .back, .houseBack, hint: .keyBack),
    ]
  private static let moving = RowKeys.list(Command.move).all

  private static let onCalendar = Bindings(
    [Binding("Enter Space", Command.goThere, .calendarGo, hint: .keyGo)] + CalendarKeys.month(Command.turn) + [
      Binding("t", .today, .journalToday, hint: .keyToday), Binding("T", .goTo, .journalGoTo),
      Binding("y", .year, .journalYear, hint: .keyYear), Binding("Tab Esc", .back, .calendarBack, hint: .keyBack),
      Binding("a", .wholeDay, .calendarWholeDay, hint: .keyWholeDay),
    ])

  private static let keep = Binding("C-s", Command.keep, .searchKeep, hint: .keyKeep)
  private static let onField: Bindings<Command> = [
    Binding("Enter Down", .results, .searchResults, hint: .keyResults), keep, leave,
  ]
  // Nothing to look for yet: there is nothing to keep, and Enter leads elsewhere.
  private static let onEmptyField: Bindings<Command> = [
    Binding("Enter Down", .results, .searchToList, hint: .keyResults), keep.withoutHint, leave,
  ]
  private static let onEmptyFieldAboveSaved: Bindings<Command> = [
    Binding("Enter Down", .results, .searchToSaved, hint: .keySaved), keep.withoutHint, leave,
  ]
  private static let leave = Binding("Esc", Command.back, .searchLeave, hint: .keyBack)
  private static let onNames: Bindings<Command> = [
    Binding("Tab", .accept, .searchTake, hint: .keyTake), Binding("Enter", .results, .searchTakeAndGo), keep,
    Binding("Esc", .back, .searchLeaveNames, hint: .keyBack),
  ]
  private static let onSaved =
    [
      Binding("Enter l", .look, .searchLook, hint: .keyLook),
      Binding("d Delete", .forget, .searchForget, hint: .keyForget),
    ] + RowKeys.list(Command.move) + [Binding("Esc", .back, .searchToField, hint: .keyBack)]
  private static let onLine: Bindings<Command> = [
    Binding("Enter", .take, .askTake, hint: .keyTake), Binding("Esc", .back, .askLeave, hint: .keyBack),
  ]
  private static let onFile: Bindings<Command> = AskLine.fileKeys(take: .take, turnForm: .turnForm, leave: .back)
  private static let onChoice: Bindings<Command> = [
    Binding("Enter", .take, .askChoose, hint: .keyChoose), Binding("Esc", .back, .askLeave, hint: .keyBack),
  ]
}

extension Binding {
  /// The same, kept out of the key bar.
  fileprivate var withoutHint: Binding { Binding(keys.map(\.notation).joined(separator: " "), command, label) }
}

/// The keys that move in calendars.
enum CalendarKeys {
  static func month<Command>(_ turn: (CalendarMove) -> Command) -> [Binding<Command>] {
    days(turn) + [
      Binding("PgUp", turn(.months(-1)), .calendarMonthBack), Binding("PgDn", turn(.months(1)), .calendarMonthOn),
    ]
  }

  static func year<Command>(_ turn: (CalendarMove) -> Command) -> [Binding<Command>] {
    days(turn) + [
      Binding("PgUp", turn(.months(-12)), .calendarYearBack), Binding("PgDn", turn(.months(12)), .calendarYearOn),
    ]
  }

  private static func days<Command>(_ turn: (CalendarMove) -> Command) -> [Binding<Command>] {
    [
      Binding("Left h", turn(.days(-1)), .calendarDayBack), Binding("Right l", turn(.days(1)), .calendarDayOn),
      Binding("Up k", turn(.days(-7)), .calendarWeekBack), Binding("Down j", turn(.days(7)), .calendarWeekOn),
      Binding("Home", turn(.monthStart), .calendarMonthStart), Binding("End", turn(.monthEnd), .calendarMonthEnd),
    ]
  }
}
