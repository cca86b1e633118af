import Canvas
import FoundationEssentials
import HearthContent
import HearthCore

/// Ways through the list: by rows, by pages, by days.
extension JournalScreen {
  mutating func move(_ way: RowMove) -> [Effect] {
    if focus == .saved {
      moveInSaved(way)
      return []
    }
    switch way {
    case .first: return window.toStart(filter)
    case .last: return window.toEnd(filter)
    case .up, .down, .pageUp, .pageDown: window.move { $0.move(way) }
    }
    return []
  }

  private mutating func moveInSaved(_ way: RowMove) {
    if way == .up, searches.isAtTop {
      focus = .field
    } else {
      searches.move { $0.move(way) }
    }
  }

  /// To another day, another order, another view of time.
  mutating func wander(_ command: Command, in context: Context) -> [Effect] {
    switch command {
    case .order: return turnOrder(in: context)
    case .goTo: focus = .asking(.day(in: context))
    case .today where focus == .calendar: calendar.move(to: context.today)
    case .today:
      focus = .list
      return window.go(to: context.today...context.today, filter)
    case .year: return [openYear]
    case .wholeDay: return [.open(.day(calendar.day))]
    case .calendar:
      // Where a month has no room beside the list, the year has a page to itself.
      if places(in: Chrome.body(of: context.size), context).calendar.isEmpty { return [openYear] }
      focus = .calendar
    case .turn(let move): calendar.turn(move)
    case .goThere: return go(to: calendar.day...calendar.day)
    default: break
    }
    return []
  }

  /// The room has it so the next time too.
  private mutating func turnOrder(in context: Context) -> [Effect] {
    filter.order = filter.order == .newestFirst ? .oldestFirst : .newestFirst
    let turned = window.reload(filter) + [.say(Notice(context.words[orderWord]))]
    if isTrash || aside != nil { return turned }
    var settings = context.settings
    settings.oldestFirst = filter.order == .oldestFirst
    return turned + [.wish(.change(settings))]
  }

  private var openYear: Effect {
    .open(.year(calendar.day, found: filter.condition == .everything ? nil : filter))
  }

  var orderWord: Word { filter.order == .newestFirst ? .journalNewestFirst : .journalOldestFirst }

  /// To the first entry of these days; where there is none, to the nearest day that has one, and that is said.
  mutating func go(to days: ClosedRange<Day>) -> [Effect] {
    (focus, goal) = (.list, days)
    return window.go(to: days, filter)
  }

  /// The list is where one wanted to go, or as near as there is something.
  mutating func arrive(in context: Context) -> [Effect] {
    guard let goal, !window.isOnItsWay else { return [] }
    self.goal = nil
    let day = marked?.day
    if let day, goal.contains(day) { return [] }
    let (one, many): (Word, Word) =
      if day == nil {
        (.journalNoneOn, .journalNoneThen)
      } else if search != nil {
        (.journalNotFoundOn, .journalNotFoundThen)
      } else {
        (.journalNothingOn, .journalNothingThen)
      }
    let isOne = goal.lowerBound == goal.upperBound
    let said = context.words[isOne ? one : many, ["day": context.words.date(goal.lowerBound)]]
    return [.say(Notice(said, kind: .note))]
  }

  /// A key of the list leads back to it, to the day one is on.
  mutating func leaveCalendar(with input: Input, in context: Context) -> [Effect] {
    guard case .key(let key) = input else { return [] }
    focus = .list
    let isOfList = bindings.command(for: key, in: context.keymap, where: takes) != nil
    focus = .calendar
    return isOfList ? go(to: calendar.day...calendar.day) : []
  }

  // MARK: The mouse

  /// A click marks; a click on what is marked reads it. The wheel moves what is under it.
  mutating func point(_ event: MouseEvent, in context: Context) -> [Effect] {
    let body = Chrome.body(of: context.size)
    let places = places(in: body, context)
    if case .deciding(let decision) = focus { return decide(decision, with: .mouse(event), in: body) }
    if places.search.contains(event.at) { return pointAtSearch(event, in: places.search, context) }
    if places.saved.contains(event.at) { return pointAtSaved(event, in: places.saved, context) }
    if places.calendar.contains(event.at) { return pointAtCalendar(event, in: places.calendar, context) }
    if places.preview.contains(event.at) {
      preview.scroll(event, in: places.preview)
      return event.action == .press ? readMarked() : []
    }
    return pointAtList(event, in: places.list, context)
  }

  private mutating func pointAtList(_ event: MouseEvent, in rect: Rect, _ context: Context) -> [Effect] {
    let before = marked?.id
    var isOnRow = false
    window.move { isOnRow = $0.handle(event, in: rect) }
    guard isOnRow, event.action == .press else { return [] }
    let hadFocus = focus == .list
    // What is pointed at stays in sight: a name that is being typed goes on meaning all that begins so.
    focus = .list
    return hadFocus && before == marked?.id ? readMarked() : []
  }

  private func readMarked() -> [Effect] { marked.map { [.open(.read($0, in: filter))] } ?? [] }

  private mutating func pointAtCalendar(_ event: MouseEvent, in rect: Rect, _ context: Context) -> [Effect] {
    guard let move = calendar.move(for: event, in: rect, context) else { return [] }
    calendar.turn(move)
    if case .day = move { return go(to: calendar.day...calendar.day) }
    focus = .calendar
    return []
  }
}
