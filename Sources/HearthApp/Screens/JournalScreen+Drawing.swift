import Canvas
import HearthContent
import HearthCore

/// Where everything stands, and how it looks.
extension JournalScreen {
  /// What has no room is empty: the preview first, then the calendar, then headings and excerpts.
  struct Places {
    var search = nowhere
    /// What was not understood of the search; in the trash that nothing goes by itself.
    var said = nowhere
    var saved = nowhere
    var calendar = nowhere
    var list: Rect
    var preview = nowhere
    var foot = nowhere
    var form: ListWindow.Form

    private static let nowhere = Rect(column: 0, row: 0, columns: 0, rows: 0)
  }

  func places(in body: Rect, _ context: Context) -> Places {
    let isWide = body.columns >= 100 && body.rows >= 8
    let isRoomy = body.rows >= 12
    let all = isWide ? body.inset(columns: 1) : Flow(body).rest
    var places = Places(
      list: all, form: .init(hasMonths: false, hasExcerpts: body.rows >= 5, columns: 0, lead: 0))
    places.foot = all.bottom(footHeight(columns: all.columns, context.words))
    places.list = all.dropBottom(places.foot.rows)
    if search != nil {
      placeSearch(in: &places, isRoomy: isRoomy, context)
    } else if isTrash, isRoomy, !window.heads.isEmpty {
      (places.said, places.list) = (places.list.dropTop(1).top(1), places.list.dropTop(3))
    }
    if showsSaved {
      places.saved = places.list.left(76)
      return places
    }
    if isWide {
      // Beyond what reads well of a text, the room is the list's.
      let columns = min(76, max(body.columns >= 120 ? 50 : 48, places.list.columns - 79))
      places.preview = places.list.dropLeft(columns + 3).left(76)
      places.list = places.list.left(columns)
    }
    if body.rows >= 20, !isTrash, !isEmpty {
      places.calendar = places.list.top(body.rows >= 28 ? 8 : 5)
      places.list = places.list.dropTop(places.calendar.rows + 1)
      // A heading that is scrolled away is told by the calendar; without it each row tells its month.
      places.form.hasMonths = true
    }
    places.form.columns = places.list.columns - 2
    places.form.lead = EntryLine.lead(
      in: places.form.columns, places.form.hasMonths ? .dayOfMonth(isTold: true) : .day, context.words)
    return places
  }

  /// Nothing was ever written here.
  private var isEmpty: Bool { window.heads.isEmpty && search == nil }

  private func placeSearch(in places: inout Places, isRoomy: Bool, _ context: Context) {
    places.search = places.list.top(1).left(76)
    let below = places.list.dropTop(1).dropLeft(2).left(74)
    let said = mistake(context)?.wrapped(to: max(1, below.columns)).count ?? 0
    places.said = below.top(min(said, max(2, below.rows - 4)))
    places.list = places.list.dropTop(1 + max(places.said.rows, isRoomy ? 1 : 0))
  }

  private func footHeight(columns: Int, _ words: Words) -> Int {
    switch focus {
    case .marking(let line): line.height(columns: columns, words)
    case .asking(let line): line.height(columns: columns, words)
    case .list, .calendar, .field, .saved, .deciding: 0
    }
  }

  // MARK: Draw

  package func draw(on frame: inout Frame, in body: Rect, _ context: Context) {
    let places = places(in: body, context)
    if !places.preview.isEmpty { drawPreview(on: &frame, in: places.preview, context) }
    calendar.draw(on: &frame, in: places.calendar, isFocused: false, found: foundDays, context)
    if places.saved.isEmpty {
      drawList(on: &frame, places, context)
    } else {
      searches.draw(on: &frame, in: places.saved, isFocused: focus == .saved, context.words)
    }
    if focus == .calendar { calendar.draw(on: &frame, in: places.calendar, isFocused: true, found: foundDays, context) }
    drawSaid(on: &frame, in: places.said, context)
    search?.draw(
      on: &frame, in: places.search, isTyping: focus == .field, of: total, order: context.words[orderWord], context)
    if focus == .field { search?.completion?.draw(on: &frame, in: body, near: frame.cursor) }
    switch focus {
    case .marking(let line): line.draw(on: &frame, in: places.foot, context)
    case .asking(let line): line.draw(on: &frame, in: places.foot, context)
    case .deciding(let decision): decision.draw(on: &frame, in: body)
    case .list, .calendar, .field, .saved: break
    }
  }

  /// On which days of the month something was found, by their numbers; nil where nothing is looked for, and where that is
  /// not known of the whole month.
  private var foundDays: Set<Int>? {
    guard filter.condition != .everything else { return nil }
    let month = calendar.month
    guard window.holds(month, filter.order) else { return found.days(month, filter) }
    return Set(window.heads.lazy.map(\.day).filter { month.contains($0) }.map(\.number))
  }

  private func drawPreview(on frame: inout Frame, in rect: Rect, _ context: Context) {
    guard let marked else { return }
    frame.fill(Rect(column: rect.column - 2, row: rect.row, columns: 1, rows: rect.rows), with: "│", style: .border)
    preview.draw(marked, on: &frame, in: rect, context)
  }

  private func drawSaid(on frame: inout Frame, in rect: Rect, _ context: Context) {
    let said = search == nil ? context.words[.trashNeverEmpties] : mistake(context) ?? ""
    for (row, line) in said.wrapped(to: max(1, rect.columns)).prefix(rect.rows).enumerated() {
      frame.put(line, at: rect.dropTop(row).origin, style: search == nil ? .dim : .error, limit: rect.columns)
    }
  }

  /// The first thing that was not understood.
  private func mistake(_ context: Context) -> String? {
    search?.mistake.map { context.words.sentence($0) }
  }

  // MARK: The list

  private func drawList(on frame: inout Frame, _ places: Places, _ context: Context) {
    guard !window.heads.isEmpty else { return drawEmpty(on: &frame, in: places.list, context) }
    var window = window
    window.fit(rows: places.list.rows, places.form)
    // Where the keys go elsewhere, the bar is still seen, but does not shine.
    let isFocused = focus != .calendar && focus != .field
    window.list.draw(on: &frame, in: places.list, isFocused: isFocused) { index, isMarked, frame, place in
      switch window.rows[index] {
      case .month(let head): drawMonth(window.heads[head].day, on: &frame, in: place, context)
      case .entry(let head): drawEntry(window, head, isMarked: isMarked, on: &frame, in: place, context)
      }
    }
  }

  /// The year only where it is another.
  private func drawMonth(_ day: Day, on frame: inout Frame, in place: Rect, _ context: Context) {
    let isThisYear = day.parts.year == context.today.parts.year
    let name = isThisYear ? context.words.month(day.parts.month) : context.words.monthAndYear(day)
    frame.put(name, at: place.origin, style: .heading, limit: place.columns)
  }

  /// A day is told once, and where the mark is.
  private func drawEntry(
    _ window: ListWindow, _ index: Int, isMarked: Bool, on frame: inout Frame, in place: Rect, _ context: Context
  ) {
    let head = window.heads[index]
    if chosen[head.id] != nil {
      frame.put("✓", at: Point(column: place.column - 1, row: place.row), style: .accent.with(.bold))
    }
    let isTold = isMarked || !window.sharesDay(index)
    EntryLine(
      head, isMarked: isMarked, when: window.form.hasMonths ? .dayOfMonth(isTold: isTold) : .day, finding: sought
    ).draw(on: &frame, in: place, context)
  }

  /// What has it that is no entry.
  private func beside(_ words: Words) -> String? {
    guard let count = search?.elsewhere, count > 0 else { return nil }
    return focus == .field
      ? words.count(count, .searchBesideOneTyping, .searchBesideManyTyping)
      : words.count(count, .searchBesideOne, .searchBesideMany)
  }

  private func drawEmpty(on frame: inout Frame, in rect: Rect, _ context: Context) {
    guard window.isLoaded else { return }
    let found: Word = aside == nil ? .searchNothing : .searchNothingAside
    let said: Word = search != nil ? found : isTrash ? .journalEmptyTrash : .journalEmpty
    let place = rect.dropTop(rect.rows >= 8 && search == nil ? 1 : 0).left(76)
    let why = search?.unfinished(context).map { context.words.sentence($0) }
    let missing = aside == nil ? search?.missing.flatMap { context.words.sentence(missing: $0) } : nil
    let told = why.map { [$0] } ?? missing.map { [$0, context.words[.searchBack]] } ?? [context.words[said]]
    let all = told + [beside(context.words)].compactMap(\.self)
    for (row, line) in all.flatMap({ $0.wrapped(to: max(1, place.columns)) }).prefix(place.rows).enumerated() {
      frame.put(line, at: place.dropTop(row).origin, style: .dim, limit: place.columns)
    }
  }
}
