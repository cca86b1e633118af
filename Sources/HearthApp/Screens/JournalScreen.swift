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
  var counting = LatestRequest()
  /// How many entries there are in this place, as far as is known.
  var total: Int?
  /// The entries that were marked to do something with all of them.
  var chosen: [UUID: EntryHead] = [:]
  /// What was chosen and is not in the list: something else is looked for since, or it was changed and left.
  var unseen: Set<UUID> = []
  var calendar = MonthCalendar()
  var preview = Preview()
  /// What is opened for writing as soon as it is here.
  var toEdit: UUID?
  /// A mood was just answered with a digit.
  var answered = AnsweredLine()
  /// The days one wants to go to, until the list is there.
  var goal: ClosedRange<Day>?
  /// What was changed while something is looked for, and may not be found any more.
  var changed: [UUID: Altered] = [:]
  /// The list before it followed an entry to another date, which may lead out of what is looked for.
  var origin: ListWindow?
  var gone = GoneEntries()
  /// What was written and is not among the rows that are here.
  var written: WrittenEntry?
  /// What was written and is not in this list, until something is done here: the way out of a search leads to it.
  var unfound: EntryHead?
  /// What was read or changed last among what was found: one is there, also when the search is over.
  var lookedAt: EntryHead?
  /// Nothing has happened since the list was seen again.
  var isJustShown = false
  /// On which days of the month something was found.
  var found = FoundDays()
  /// Entries are being written out to a file.
  var isExporting = false
  /// All that are found are to be marked as soon as they are here.
  var isMarkingAll = false
  /// The trash is to be emptied as soon as it is known how much lies in it.
  var isToEmpty = false

  /// An entry that was changed: how, as it was, and the day on which it stands now.
  struct Altered: Equatable {
    let kind: Change.Kind
    let head: EntryHead
    let day: Day
  }

  /// An entry that is looked for in the list when one comes back to it.
  struct WrittenEntry: Equatable {
    let head: EntryHead
    /// The list before it was looked for there; nil until it is.
    var before: ListWindow?
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
    case deciding(Decision)
  }

  /// What it was opened to look for, over another page; nil for the room itself.
  let aside: String?

  /// - Parameter aside: what is looked for, over another page; one step back leads there.
  init(_ filter: EntryFilter, seeking aside: String? = nil) {
    self.filter = filter
    self.aside = aside
  }

  /// A change is under way.
  private var isChanging = false

  var isTrash: Bool { filter.place == .trash }
  var marked: EntryHead? { window.marked }

  package var name: Word {
    switch focus {
    case .list: isTrash ? .journalTrashTitle : Self.title
    case .calendar: .calendarTitle
    case .field: .searchTitle
    case .saved: .searchSaved
    case .marking, .asking, .deciding: .askTitle
    }
  }

  /// Something is asked, and says itself what it is about.
  private var isAsking: Bool {
    switch focus {
    case .marking, .asking, .deciding: true
    case .list, .calendar, .field, .saved: false
    }
  }

  package var takes: Takes {
    switch focus {
    case .list, .calendar, .saved: .nothing
    case .field, .marking, .asking, .deciding: .text
    }
  }

  package var awaits: Bool {
    toEdit != nil || isChanging || isExporting || isMarkingAll || (focus == .list && isOnItsWay)
      || search?.whenTheyCome != nil
  }

  package var bringsMore: Bool { focus == .field && window.isAsking }

  /// Rows a key would miss are on their way, or it is not known yet which of those that were changed are still found.
  private var isOnItsWay: Bool { window.isOnItsWay || (!changed.isEmpty && window.isAsking) }

  package func ignores(_ key: KeyPress, in context: Context) -> Bool {
    focus == .list && answered.owns(key, at: context.uptime)
  }

  package func header(in context: Context) -> Header {
    if aside != nil { return .title(context.words[.roomJournal]) }
    return isTrash ? .title(context.words[.journalTrashTitle]) : .tabs
  }

  package var dayInMind: Day? { focus == .calendar ? calendar.day : nil }

  package func status(in context: Context) -> Line? {
    var said: [String] = []
    if !chosen.isEmpty, !isAsking { said.append(marked(context.words)) }
    // In a small window the keys come before what can be seen in the list.
    let hasRoom = said.isEmpty || context.size.columns >= 60
    if filter.order == .oldestFirst, hasRoom { said.append(context.words[.journalOldestFirst]) }
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
    return effects + follow(in: context) + arrive(in: context)
  }

  /// Until a change is made the rows are not as they will be: keys wait for it.
  private mutating func note(_ message: Message<Command>, _ effects: [Effect]) {
    if case .event(let event) = message, event.endsChange { isChanging = false }
    if effects.contains(where: \.isChange) { isChanging = true }
  }

  /// Takes over the size in which it is shown.
  private mutating func fit(in context: Context) {
    let places = places(in: Chrome.body(of: context.size), context)
    if focus == .calendar, places.calendar.isEmpty { focus = .list }
    window.fit(rows: places.list.rows, places.form)
    searches.fit(places.saved)
    preview.fit(places.preview, marked, context)
  }

  /// Asks for what is not here of what is shown: rows, the marked text, the days of the month.
  private mutating func follow(in context: Context) -> [Effect] {
    guard window.isLoaded else { return [] }
    let places = places(in: Chrome.body(of: context.size), context)
    var effects = window.fetchMore(filter)
    if !places.preview.isEmpty { effects += preview.follow(marked, finding: sought) }
    if focus != .calendar { calendar.move(to: marked?.day ?? context.today) }
    if !places.calendar.isEmpty {
      effects += calendar.need()
      // A letter of a search stays quick: its days are asked for once it is whole.
      if filter.condition != .everything, focus != .field { effects += found.need(calendar.month, filter) }
    }
    return effects
  }

  private mutating func carryOut(_ command: Command, in context: Context) -> [Effect] {
    if command != .back {
      unfound = nil
      noteLook(command)
    }
    return switch command {
    case .move(let way): move(way)
    case .read, .edit, .versions: marked.map { open(command, $0) } ?? []
    case .mark, .unmark: mark(command)
    case .markAll: markAll()
    case .star, .trash, .restore, .tags, .mood, .date, .export, .erase: act(command, in: context)
    case .order, .goTo, .today, .year, .calendar, .wholeDay, .turn, .goThere: wander(command, in: context)
    case .search, .results, .keep, .accept, .look, .forget, .elsewhere: look(command, in: context)
    case .take: takeAnswer(in: context)
    case .turnForm: turnForm()
    case .empty: askToEmpty()
    case .back: stepBack(in: context)
    }
  }

  /// Going through what was found leads nowhere yet; to read or change some of it does.
  private mutating func noteLook(_ command: Command) {
    guard focus == .list, search != nil else { return }
    switch command {
    case .move, .mark, .unmark, .markAll, .search, .order: break
    default: lookedAt = marked
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
    case .field where aside != nil && search?.isEmpty == true: return [.close]
    case .field: return leaveField(in: context)
    case .saved: focus = .field
    case .asking(let line) where line.isSearch: focus = .field
    case .calendar, .marking, .asking, .deciding: focus = .list
    case .list where aside != nil && chosen.isEmpty: return [.close]
    case .list where search != nil && aside == nil: return endSearch(at: lookedAt)
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
      if isWhole { answered.answer(at: context.uptime) }
      return isWhole ? takeAnswer(in: context) : []
    case .asking(var line):
      line.handle(input)
      focus = .asking(line)
    case .deciding(let decision): return decide(decision, with: input, in: Chrome.body(of: context.size))
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
    case .made, .tagsUnchanged, .refused: true
    default: false
    }
  }
}
