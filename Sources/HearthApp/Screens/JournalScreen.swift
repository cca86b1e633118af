import Canvas
import FoundationEssentials
import HearthContent
import HearthCore

/// The second room: everything written, by day. The trash is the same list of another place.
///
/// Above the list stand a search and the month, beside it the marked entry, at its foot what is being asked, as far as
/// there is room.
package struct JournalScreen: Screen {
  package static let title = Word.roomJournal

  /// What the list shows.
  var filter: EntryFilter
  var focus = Focus.list
  var window = ListWindow()
  /// What is looked for; nil while nothing is.
  var search: SearchLine?
  /// The words of the search, to be highlighted.
  var sought = Sought(.everything)
  /// The list as it was before the search.
  var before: ListWindow?
  var searches = SavedSearches()
  var counting = Inquiry()
  /// How many entries there are in this place, as far as is known.
  var total: Int?
  /// The entries that were marked to do something with all of them.
  var chosen: [UUID: EntryHead] = [:]
  var calendar = MonthCalendar()
  var preview = Preview()
  /// What is opened for writing as soon as it is here.
  var toEdit: UUID?
  /// What went out of the list last, and comes back when that is taken back.
  var gone: Gone?
  /// Entries are being written out to a file.
  var isExporting = false
  /// The trash is to be emptied as soon as it is known how much lies in it.
  var isToEmpty = false

  /// What went out of the list, and how.
  struct Gone: Equatable {
    let kind: Change.Kind
    let head: EntryHead
  }

  /// What keys go to.
  enum Focus: Equatable {
    case list, calendar
    /// The search line.
    case field
    /// The searches that were kept.
    case saved
    /// Something is set beside the entries.
    case marking(MarkLine)
    case asking(AskLine)
    case emptying(Modal)
  }

  init(_ filter: EntryFilter) { self.filter = filter }

  /// A change is under way.
  private var isChanging = false

  var isTrash: Bool { filter.place == .trash }
  var marked: EntryHead? { window.marked }

  package var name: Word {
    switch focus {
    case .list, .emptying: isTrash ? .journalTrashTitle : Self.title
    case .calendar: .calendarTitle
    case .field: .searchTitle
    case .saved: .searchSaved
    case .marking, .asking: .askTitle
    }
  }

  package var takes: Takes {
    switch focus {
    case .list, .calendar, .saved: .nothing
    case .field, .marking, .asking, .emptying: .text
    }
  }

  package var awaits: Bool { toEdit != nil || isChanging || (focus == .list && window.isOnItsWay) }

  package func header(in context: Context) -> Header { isTrash ? .title(context.words[.journalTrashTitle]) : .tabs }

  package func status(in context: Context) -> Line? {
    var said: [String] = []
    if !chosen.isEmpty { said.append(context.words[.journalMarked, ["n": context.words.number(chosen.count)]]) }
    if filter.order == .oldestFirst { said.append(context.words[.journalOldestFirst]) }
    return said.isEmpty ? nil : Line(said.joined(separator: " · "), .dim)
  }

  // MARK: Update

  package mutating func update(_ message: Message<Command>, in context: Context) -> [Effect] {
    fit(in: context)
    let effects =
      switch message {
      case .command(let command): carryOut(command, in: context)
      case .input(let input): take(input, in: context)
      case .event(let event): hear(event, in: context)
      }
    note(message, effects)
    return effects + follow(in: context)
  }

  /// Until a change is made the rows are not as they will be: keys wait for it.
  private mutating func note(_ message: Message<Command>, _ effects: [Effect]) {
    if case .event(let event) = message, event.endsChange { isChanging = false }
    if effects.contains(where: \.isChange) { isChanging = true }
  }

  /// Takes over the size in which it is shown.
  private mutating func fit(in context: Context) {
    let places = places(in: Chrome.body(of: context.size), context)
    window.fit(rows: places.list.rows, places.form)
    preview.fit(places.preview, marked)
  }

  /// Asks for what is not here of what is shown: rows, the marked text, the days of the month.
  private mutating func follow(in context: Context) -> [Effect] {
    guard window.isLoaded else { return [] }
    let places = places(in: Chrome.body(of: context.size), context)
    var effects = window.fetchMore(filter)
    if !places.preview.isEmpty { effects += preview.follow(marked, finding: sought) }
    if focus != .calendar { calendar.move(to: marked?.day ?? context.today) }
    if !places.calendar.isEmpty { effects += calendar.need() }
    return effects
  }

  private mutating func carryOut(_ command: Command, in context: Context) -> [Effect] {
    switch command {
    case .up, .down, .pageUp, .pageDown, .first, .last: move(command, in: context)
    case .read, .edit, .versions: marked.map { open(command, $0) } ?? []
    case .mark, .unmark: mark(command)
    case .star, .trash, .restore, .tags, .mood, .date, .export: act(command, in: context)
    case .order, .goTo, .today, .year, .calendar, .turn, .goThere: wander(command, in: context)
    case .search, .results, .keep, .accept, .look, .forget: look(command, in: context)
    case .take: takeAnswer(in: context)
    case .turnForm: turnForm()
    case .empty: askToEmpty()
    case .back: stepBack(in: context)
    }
  }

  private mutating func open(_ command: Command, _ head: EntryHead) -> [Effect] {
    switch command {
    case .edit:
      toEdit = head.id
      return [.wish(.openPage(head.id))]
    case .versions: return [.open(.versions(head))]
    default: return [.open(.read(head, in: filter))]
    }
  }

  /// `Esc`: out of what has the focus; then out of the search; then the marks go; then out of the trash.
  private mutating func stepBack(in context: Context) -> [Effect] {
    switch focus {
    case .field: return leaveField(in: context)
    case .saved: focus = .field
    case .asking(let line) where line.isSearch: focus = .field
    case .calendar, .marking, .asking, .emptying: focus = .list
    case .list where search != nil: return endSearch()
    case .list where !chosen.isEmpty: chosen = [:]
    case .list: return isTrash ? [.close] : []
    }
    return []
  }

  private mutating func take(_ input: Input, in context: Context) -> [Effect] {
    if case .mouse(let event) = input { return point(event, in: context) }
    switch focus {
    case .field: return type(input, in: context)
    case .marking(var line):
      let isWhole = line.handle(input)
      focus = .marking(line)
      return isWhole ? takeAnswer(in: context) : []
    case .asking(var line):
      line.handle(input)
      focus = .asking(line)
    case .emptying(var modal):
      modal.handle(input)
      return choose(modal)
    case .calendar: return leaveCalendar(with: input, in: context)
    case .list, .saved: break
    }
    return []
  }
}

extension Effect {
  fileprivate var isChange: Bool {
    if case .wish(.make) = self { return true }
    return false
  }
}

extension Event {
  fileprivate var endsChange: Bool {
    switch self {
    case .made, .refused: true
    default: false
    }
  }
}
