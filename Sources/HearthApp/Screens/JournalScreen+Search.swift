import Canvas
import HearthContent
import HearthCore

/// Looking for something: results while one types, searches that are kept, and the way back to the whole list.
extension JournalScreen {
  mutating func look(_ command: Command, in context: Context) -> [Effect] {
    switch command {
    case .search: return beginSearch(in: context)
    case .results: return leaveFieldDown(in: context)
    case .accept: return search?.accept(context) == true ? wasTyped(in: context) : []
    case .keep:
      guard let text = search?.field.text, search?.isEmpty == false else {
        return [.say(Notice(context.words[.searchKeepNothing], kind: .note))]
      }
      focus = .asking(.search(text))
    case .look: return searches.marked.map { run($0, in: context) } ?? []
    case .forget: return searches.forget()
    case .elsewhere:
      guard search?.elsewhere != 0 else { return [.say(Notice(context.words[.elsewhereNone], kind: .note))] }
      return [.open(.elsewhere(filter.condition))]
    default: break
    }
    return []
  }

  // MARK: The line

  /// A search that stands already is gone on with.
  mutating func beginSearch(in context: Context) -> [Effect] {
    focus = .field
    guard search == nil else { return [] }
    search = SearchLine(in: context)
    (before, lookedAt) = (window, nil)
    return (total == nil ? countAll() : []) + [.wish(.loadSavedSearches)]
  }

  /// A search for words that are there already: what is found has the focus.
  mutating func beginSearchAside(in context: Context) -> [Effect] {
    aside.map { beginSearch(for: $0, in: context) } ?? []
  }

  /// Where there is none yet.
  /// - Parameter isBegun: it is gone on with.
  mutating func beginSearch(for text: String, isBegun: Bool = false, in context: Context) -> [Effect] {
    guard search == nil else { return [] }
    let effects = beginSearch(in: context)
    search?.write(text, isBegun: isBegun, context)
    if !isBegun { focus = .list }
    return effects + wasTyped(in: context) + (isBegun ? [] : lookElsewhere())
  }

  /// The words of the search, where there are some.
  var seeking: String? { search.flatMap { $0.isEmpty ? nil : $0.field.text } }

  /// All that is in this place, whatever is looked for.
  var whole: EntryFilter { EntryFilter(place: filter.place, order: filter.order) }

  /// More than anybody writes.
  static let mostOfAll = 1_000_000

  mutating func countAll() -> [Effect] { counting.ask(.count(whole, most: Self.mostOfAll)) }

  mutating func type(_ input: Input, in context: Context) -> [Effect] {
    guard search?.take(input, context) == true else { return [] }
    return wasTyped(in: context)
  }

  /// What is found shows at once, and names are asked for where one is being typed.
  mutating func wasTyped(in context: Context) -> [Effect] {
    let names = search?.askForNames().map(Effect.wish)
    return find(search?.condition ?? .everything, filling: context.size.rows) + (names.map { [$0] } ?? [])
  }

  /// Where nothing is asked for, the whole list is back, where one was in it.
  private mutating func find(_ condition: Condition, filling rows: Int = 100) -> [Effect] {
    guard condition != filter.condition else { return [] }
    filter.condition = condition
    unseen = condition == .everything ? [] : Set(chosen.keys)
    (changed, origin, written) = ([:], nil, nil)
    sought = Sought(condition)
    search?.missing = nil
    search?.elsewhere = 0
    guard condition == .everything else {
      // What fills the screen, and no more: the next letter is on its way.
      return window.load(filter, .start, marking: .first, limit: rows / 2 + 6)
    }
    search?.found = nil
    return showWhole()
  }

  private mutating func showWhole() -> [Effect] {
    if let before { window.restore(before) }
    guard let head = unfound else { return window.reload(filter) }
    unfound = nil
    window.mark(head.id)
    return window.load(filter, .around(head), marking: .entry(head.id))
  }

  /// Small results count themselves, and the first rows mostly come with their number; otherwise the journal counts, as
  /// far as anybody wants to know.
  mutating func count(_ page: HeadsPage) -> [Effect] {
    guard search != nil, filter.condition != .everything else { return [] }
    let found = page.count ?? (page.isStart && page.isEnd ? FoundCount(page.heads.count) : nil)
    guard let found else { return counting.ask(.count(filter, most: FoundCount.most)) }
    search?.found = found
    return []
  }

  /// A name that nobody has is better told than a bare 0.
  func askWhyNothing(_ page: HeadsPage) -> [Effect] {
    let isNothing = page.heads.isEmpty && page.isStart && page.isEnd
    guard search != nil, isNothing, filter.condition != .everything else { return [] }
    return [.wish(.findMissing(filter))] + lookElsewhere()
  }

  /// Asked for when nobody types: each letter would have to read all there is.
  private func lookElsewhere() -> [Effect] {
    isTrash || filter.condition == .everything ? [] : [.wish(.findElsewhere(filter.condition))]
  }

  mutating func take(_ count: FoundCount, of counted: EntryFilter) -> [Effect] {
    guard case .count(counted, _) = counting.underWay else { return [] }
    let effects = counting.wasAnswered()
    if counted == whole {
      total = count.count
    } else if counted == filter {
      search?.found = count
    }
    return effects
  }

  mutating func take(_ names: [String], for kind: NameKind, _ prefix: String, in context: Context) -> [Effect] {
    let goesOn = search?.whenTheyCome == .goOn
    let isTaken = search?.offer(names, for: kind, prefix, context) == true
    if goesOn, search?.whenTheyCome == nil { return leaveFieldDown(in: context) }
    return isTaken ? wasTyped(in: context) : []
  }

  // MARK: Out of it

  /// To what was found; below an empty line to the searches that were kept.
  private mutating func leaveFieldDown(in context: Context) -> [Effect] {
    if search?.waitsToGoOn() == true { return [] }
    search?.takeWhatIsMeant(context)
    search?.closeNames()
    guard search?.isEmpty == true else { return finishTyping(in: context) }
    if searches.isEmpty { return endSearch() }
    focus = .saved
    return []
  }

  mutating func leaveField(in context: Context) -> [Effect] {
    if search?.completion != nil {
      search?.closeNames()
      return []
    }
    return search?.isEmpty == false ? finishTyping(in: context) : endSearch()
  }

  /// To what was found. A term that was still being typed means what it says from now on, as it does where the search
  /// is kept, counted, and in the shell.
  mutating func finishTyping(in context: Context) -> [Effect] {
    focus = .list
    search?.finish(context)
    return find(search?.condition ?? .everything) + lookElsewhere()
  }

  /// - Parameter head: what one looked at last; nil leads to where one was before.
  mutating func endSearch(at head: EntryHead? = nil) -> [Effect] {
    (focus, unfound) = (.list, unfound ?? head)
    search = nil
    let effects = find(.everything)
    (before, unfound, lookedAt) = (nil, nil, nil)
    return effects
  }

  // MARK: Kept searches

  private mutating func run(_ saved: SavedSearch, in context: Context) -> [Effect] {
    search?.write(saved.text, context)
    focus = .list
    return find(search?.condition ?? .everything) + lookElsewhere()
  }

  /// They stand in place of the list while the line is empty.
  var showsSaved: Bool { (focus == .field || focus == .saved) && search?.isEmpty == true && !searches.isEmpty }

  mutating func pointAtSaved(_ event: MouseEvent, in rect: Rect, _ context: Context) -> [Effect] {
    let before = searches.marked
    var isOnRow = false
    searches.move { isOnRow = $0.handle(event, in: SavedSearches.listRect(in: rect)) }
    guard isOnRow, event.action == .press else { return [] }
    let hadFocus = focus == .saved
    focus = .saved
    return hadFocus && before == searches.marked ? look(.look, in: context) : []
  }

  mutating func pointAtSearch(_ event: MouseEvent, in rect: Rect, _ context: Context) -> [Effect] {
    guard event.action == .press || focus == .field else { return [] }
    focus = .field
    _ = search?.take(.mouse(event), in: SearchLine.fieldRect(in: rect), context)
    return []
  }
}
