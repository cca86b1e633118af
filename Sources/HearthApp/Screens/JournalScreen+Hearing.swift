import Canvas
import FoundationEssentials
import HearthContent
import HearthCore

/// What happened, and what it means for the list.
extension JournalScreen {
  mutating func hear(_ event: Event, in context: Context) -> [Effect] {
    let isBack = isJustShown
    isJustShown = event == .shown
    switch event {
    case .shown: return hasChanged() + showAgain() + beginSearchAside(in: context)
    case .saved(let entry):
      noteChange([entry.id], .writing)
      return hasChanged() + comeBack(toWritten: entry.head, isShown: isBack)
    case .headsLoaded(let asked, let place, let page): return take(page, at: place, of: asked, in: context)
    case .allHeadsLoaded(let asked, let heads, let isMore):
      return markAll(heads, isMore: isMore, of: asked, in: context)
    case .counted(let counted, let count):
      let effects = take(count, of: counted)
      if isToEmpty, counted == whole { offerToEmpty(count.count, in: context) }
      return effects
    case .missingFound(filter, let part): search?.missing = part
    case .foundElsewhere(filter.condition, let found): search?.elsewhere = found.count
    case .daysLoaded(let range, let days): return calendar.take(days, in: range)
    case .entryLoaded(let entry, _, _): return preview.take(entry, of: entry.id)
    case .entryMissing(let id):
      if id == toEdit { toEdit = nil }
      return preview.take(nil, of: id)
    case .pageFound(let id, let page) where id == toEdit:
      toEdit = nil
      return [.open(.compose(page))]
    case .namesFound(let kind, let prefix, let names):
      return take(names, for: kind, prefix, in: context)
    case .savedSearchesLoaded(let loaded): return take(loaded)
    case .placeFound(let found) where aside == nil && !isTrash:
      return found.place.seeking.map { beginSearch(for: $0, isBegun: found.place.isSeekBegun, in: context) } ?? []
    case .searchAsked: return beginSearch(in: context)
    case .dayAsked: focus = .asking(.day(in: context))
    case .dayChosen(let day): return go(to: day...day)
    case .refused: giveUp()
    default: return hearChange(event, in: context)
    }
    return []
  }

  private mutating func hearChange(_ event: Event, in context: Context) -> [Effect] {
    switch event {
    case .made(let change): return wasMade(change)
    case .takenBack(let done): return done?.kind == .search ? [.wish(.loadSavedSearches)] : wasTakenBack(done)
    case .searchKept(let search, let other): return SavedSearches.wasKept(search, inPlaceOf: other, context.words)
    case .foundDays(let asked, let month, let days): return found.take(days, month, asked)
    case .neighbourLoaded(let head?, _): return comeBack(to: head)
    case .notesTaken(1...): return reload()
    case .trashEmptied(let count, let unfinished):
      gone = GoneEntries()
      return isTrash ? trashWasEmptied(count, unfinished, in: context) : []
    case .erased:
      (chosen, gone) = ([:], GoneEntries())
      return reload()
    case .exported(let count, let path) where isExporting: return wasExported(count, to: path, in: context)
    case .exportRefused(let problem) where isExporting: return exportFailed(problem, in: context)
    default: break
    }
    return []
  }

  /// What one wrote or read last is marked when one comes back.
  private mutating func comeBack(to head: EntryHead) -> [Effect] {
    if window.mark(head.id) || showsPart || !window.isLoaded { return [] }
    return window.load(filter, .around(head), marking: .entry(head.id))
  }

  /// Not all that is in the Journal.
  private var showsPart: Bool { isTrash || search != nil }

  private mutating func showAgain() -> [Effect] { written == nil ? window.reload(filter) : seekWritten() }

  /// Where only a part is shown, what was written may not be of it: it is looked for once one is back.
  private mutating func comeBack(toWritten head: EntryHead, isShown: Bool) -> [Effect] {
    guard showsPart, window.isLoaded, !window.mark(head.id) else { return comeBack(to: head) }
    written = WrittenEntry(head: head)
    return isShown ? seekWritten() : []
  }

  private mutating func seekWritten() -> [Effect] {
    guard let head = written?.head else { return [] }
    written?.before = window
    return window.load(filter, .around(head), marking: .entry(head.id))
  }

  /// What was written and is not in this list is told, with the way to it; the list stays where it was.
  private mutating func tellUnfound(_ page: HeadsPage, at place: ListPlace, _ words: Words) -> [Effect] {
    guard let sought = written, let before = sought.before, place == .around(sought.head) else { return [] }
    written = nil
    if page.contains(sought.head.id) { return [] }
    unfound = sought.head
    return goBack(to: before) + [
      .sayMore(words[isTrash || aside != nil ? .journalWrittenElsewhere : .searchMissesWritten])
    ]
  }

  private mutating func take(
    _ page: HeadsPage, at place: ListPlace, of asked: EntryFilter, in context: Context
  ) -> [Effect] {
    guard let effects = window.take(page, at: place, of: asked, now: filter) else { return [] }
    for head in page.heads where chosen[head.id] != nil { chosen[head.id] = head }
    if asked == filter { unseen.subtract(page.heads.map(\.id)) }
    if case .after = place { return effects }
    if case .before = place { return effects }
    guard asked == filter else { return effects }
    unseen.formUnion(chosen.values.filter { page.lacks($0.id, on: $0.day, filter.order) }.map(\.id))
    return effects + count(page) + askWhyNothing(page) + tellLeft(page, at: place, context.words)
      + tellUnfound(page, at: place, context.words)
  }

  /// An entry that was changed may not be what is looked for any more.
  private mutating func noteChange(_ ids: [UUID], _ kind: Change.Kind, to day: Day? = nil) {
    guard filter.condition != .everything else { return }
    let ids = Set(ids)
    for head in window.heads where ids.contains(head.id) {
      changed[head.id] = Altered(kind: kind, head: head, day: day ?? head.day)
    }
  }

  /// Where what was changed is not found any more, that is said: it would go out of the list without a word. Beyond the
  /// rows that came, nothing is known of it.
  private mutating func tellLeft(_ page: HeadsPage, at place: ListPlace, _ words: Words) -> [Effect] {
    let left = changed.values.filter { page.lacks($0.head.id, on: $0.day, filter.order) || place == .around($0.head) }
      .filter { !page.contains($0.head.id) }
    let origin = origin
    (changed, self.origin) = ([:], nil)
    if left.isEmpty { return [] }
    for one in left { gone.note(one.head, by: one.kind) }
    let said = Effect.say(Notice(words.count(left.count, .searchLeftOne, .searchLeftMany)))
    return (origin.map { goBack(to: $0, without: left.map(\.head.id)) } ?? []) + [said]
  }

  /// What was followed to where it is not found: the list stays where it was.
  private mutating func goBack(to origin: ListWindow, without ids: [UUID] = []) -> [Effect] {
    window.restore(origin)
    window.remove(ids)
    return window.reload(filter)
  }

  /// With the last of them forgotten there is nothing to stand in but the whole list, where `u` is at hand.
  private mutating func take(_ loaded: [SavedSearch]) -> [Effect] {
    searches.take(loaded)
    guard focus == .saved, searches.isEmpty else { return [] }
    if aside == nil { return endSearch() }
    focus = .field
    return []
  }

  // MARK: Changes

  /// What is shown stays until it comes anew.
  private mutating func hasChanged() -> [Effect] {
    preview.forget()
    calendar.forget()
    found.forget()
    total = nil
    return search == nil ? [] : countAll()
  }

  private mutating func reload() -> [Effect] { hasChanged() + window.reload(filter) }

  /// What leaves this list goes at once; what has another date is followed there.
  private mutating func wasMade(_ change: Change) -> [Effect] { hasChanged() + follow(change) }

  private mutating func follow(_ change: Change) -> [Effect] {
    switch change {
    case .trash(let ids) where !isTrash, .restore(let ids) where isTrash:
      noteFirstGone(Set(ids), by: change.kind)
      for id in ids { chosen[id] = nil }
      window.remove(ids)
      return window.reload(filter)
    case .restore(let ids): return window.reload(filter, marking: ids.first.map(ListWindow.Mark.entry))
    case .date(_, let day, let id) where window.contains(id): return follow(id, to: day)
    case .star(let isOn, let ids):
      noteChange(ids, change.kind)
      for id in ids { chosen[id]?.isStarred = isOn }
      return window.reload(filter)
    case .mood(let mood, let ids):
      noteChange(ids, change.kind)
      for id in ids { chosen[id]?.mood = mood }
      return window.reload(filter)
    case .forgetSearch: return [.wish(.loadSavedSearches)]
    default:
      noteChange(change.ids, change.kind)
      return window.reload(filter)
    }
  }

  /// To its new date.
  private mutating func follow(_ id: UUID, to day: Day) -> [Effect] {
    noteChange([id], .date, to: day)
    if let head = window.heads.first(where: { $0.id == id }) { gone.note(head, by: .date) }
    if !changed.isEmpty { origin = window }
    return window.load(filter, .day(day), marking: .entry(id))
  }

  /// Of many the first tells where they were.
  private mutating func noteFirstGone(_ ids: Set<UUID>, by kind: Change.Kind) {
    let listed = chosen.values.filter { ids.contains($0.id) && !unseen.contains($0.id) }
    let first = inOrder(window.heads.filter { ids.contains($0.id) } + listed).first
    if let first { gone.note(first, by: kind) }
  }

  /// What had gone is marked when it comes back, of several the topmost; of nothing else the list is led away.
  private mutating func wasTakenBack(_ done: TakenBack?) -> [Effect] {
    guard let done else { return reload() }
    let (known, changed) = (inOrder(gone.comeBack(by: done)).first, hasChanged())
    if let head = known ?? returned(by: done) {
      return changed + window.load(filter, .around(head), marking: .topmost(done.entries))
    }
    return changed + window.reload(filter, marking: bringsBack(done) ? .topmost(done.entries) : nil)
  }

  /// What this brought back into the whole list, also where it went in another sitting or out of sight.
  private func returned(by done: TakenBack) -> EntryHead? {
    filter.condition == .everything && bringsBack(done) ? done.head : nil
  }

  private func bringsBack(_ done: TakenBack) -> Bool {
    isTrash ? done.kind == .restore : [.trash, .date].contains(done.kind)
  }

  private mutating func trashWasEmptied(_ count: Int, _ unfinished: Int, in context: Context) -> [Effect] {
    chosen = [:]
    window.remove(window.heads.map(\.id))
    let (words, gone) = (context.words, context.words.count(count, .noticeGoneOne, .noticeGoneMany))
    let staying = unfinished > 0 ? [words.count(unfinished, .noticePageStaysOne, .noticePageStaysMany)] : []
    return reload() + [.say(Notice(([gone] + staying).joined(separator: " ")))]
  }

  private mutating func giveUp() {
    window.giveUp()
    preview.giveUp()
    calendar.giveUp()
    found.giveUp()
    counting.giveUp()
    search?.awaitNoNames()
    (toEdit, goal, isExporting, isToEmpty, isMarkingAll) = (nil, nil, false, false, false)
    (changed, origin, written) = ([:], nil, nil)
  }
}
