import Canvas
import HearthContent
import HearthCore

/// What does not come back by itself: for one entry, with the people and the time it speaks of, or everything there is.
///
/// Only what the journal has confirmed is shown as done.
package struct HushedScreen: Screen {
  package static let title = Word.hushedTitle

  /// The entry it is about; nil for all there is.
  private(set) var head: EntryHead?
  /// Nil until it is here.
  private(set) var hushed: Hushed?
  /// What can be marked, from top to bottom. What was let go stays, to be marked again.
  private(set) var rows: [Row] = []
  private var list = ListView<Row>()
  /// A time that is being named; nil while none is.
  private(set) var naming: Field?
  /// Why it could not be read.
  private(set) var trouble: String?

  enum Row: Hashable {
    case entry
    case person(String)
    case span(HushedSpan)
    /// Opens the line in which a time is named.
    case another
  }

  init(_ head: EntryHead?) { self.head = head }

  // MARK: Commands

  package enum Command: Hashable, Sendable { case mark, up, down, take, leave, back }

  package var takes: Takes { naming == nil ? .nothing : .text }
  package var floats: Bool { true }
  package static var tables: [KeyTable] {
    listing(.nothing, [onList]) + listing(.text, [onName])
  }

  package var bindings: Bindings<Command> { naming == nil ? Self.onList : Self.onName }

  private static let onList: Bindings<Command> = [
    Binding("Space Enter", Command.mark, .listMark, hint: .keyMark), Binding("Up k", .up, .listUp),
    Binding("Down j", .down, .listDown), Binding("Esc", .back, .houseBack, hint: .keyDone),
  ]
  private static let onName: Bindings<Command> = [
    Binding("Enter", Command.take, .hushedTake, hint: .keyTake),
    Binding("Esc", .leave, .hushedLeave, hint: .keyBack),
  ]

  // MARK: Update

  package mutating func update(_ message: Message<Command>, in context: Context) -> [Effect] {
    switch message {
    case .command(let command): carryOut(command, in: context)
    case .input(let input): take(input, in: context)
    case .event(let event): hear(event, in: context)
    }
  }

  private mutating func carryOut(_ command: Command, in context: Context) -> [Effect] {
    list.fit(rows: places(in: Chrome.body(of: context.size), context).list.rows)
    switch command {
    case .mark: return mark(context)
    case .up: list.up()
    case .down: list.down()
    case .take: return takeName(in: context)
    case .leave: (naming, trouble) = (nil, nil)
    case .back: return [.close]
    }
    return []
  }

  private mutating func mark(_ context: Context) -> [Effect] {
    guard let row = list.selection else { return [] }
    switch row {
    case .entry: return head.map { [.wish(.make(.hush(!$0.isHushed, [$0.id])))] } ?? []
    case .person(let name): return [.wish(.make(.hushPerson(!isMarked(row), name)))]
    case .span(let span): return [.wish(.make(.hushSpan(!isMarked(row), span)))]
    case .another: naming = Field(placeholder: context.words[.hushedSpanHint])
    }
    return []
  }

  /// What cannot be read is explained and stays to be changed.
  private mutating func takeName(in context: Context) -> [Effect] {
    guard let typed = naming?.text, !typed.allSatisfy(\.isWhitespace) else {
      naming = nil
      return []
    }
    do throws(Problem) {
      let span = HushedSpan(try context.dates.span(typed))
      (naming, trouble) = (nil, nil)
      // It may lie elsewhere than the entry: without this nothing would show that it was taken.
      show(rows.filter { $0 != .another } + [.span(span)])
      return [.wish(.make(.hushSpan(true, span)))]
    } catch {
      trouble = context.words.sentence(error)
      return []
    }
  }

  private mutating func take(_ input: Input, in context: Context) -> [Effect] {
    if naming?.handle(input) == true { trouble = nil }
    guard naming == nil, case .mouse(let event) = input else { return [] }
    return list.opens(with: event, in: places(in: Chrome.body(of: context.size), context).list) ? mark(context) : []
  }

  private mutating func hear(_ event: Event, in context: Context) -> [Effect] {
    switch event {
    case .shown: return [.wish(.loadHushed)]
    case .hushedLoaded(let loaded): show(loaded, in: context)
    case .made(.hush(let isOn, let ids)) where head.map { ids.contains($0.id) } == true: head?.isHushed = isOn
    case .made(.hushPerson), .made(.hushSpan): return [.wish(.loadHushed)]
    case .takenBack: return [.wish(.loadHushed)] + (head.map { [.wish(.loadEntry($0.id))] } ?? [])
    case .entryLoaded(let entry, _, _) where entry.id == head?.id: head = entry.head
    default: break
    }
    return []
  }

  // MARK: What can be marked

  private func isMarked(_ row: Row) -> Bool {
    switch row {
    case .entry: head?.isHushed == true
    case .person(let name): hushed?.holds(person: name) == true
    case .span(let span): hushed?.spans.contains(span) == true
    case .another: false
    }
  }

  /// What is new comes above the line that names another time.
  private mutating func show(_ loaded: Hushed, in context: Context) {
    hushed = loaded
    let known = rows.isEmpty ? offered(in: context) : rows.filter { $0 != .another }
    let people = head == nil ? loaded.people : []
    let spans = loaded.spans.filter { span in head.map { span.days.contains($0.day) } ?? true }
    show(known + people.map(Row.person) + spans.map(Row.span))
  }

  private mutating func show(_ things: [Row]) {
    rows = things.uniqued() + [.another]
    list.show(rows.map { .init($0) })
  }

  /// What an entry speaks of: itself, its people, its week, month and year.
  private func offered(in context: Context) -> [Row] {
    guard let head else { return [] }
    return [.entry] + head.people.map(Row.person) + Self.spans(around: head.day, context).map { .span($0.span) }
  }

  private static func spans(around day: Day, _ context: Context) -> [(span: HushedSpan, said: Word)] {
    let year = day.parts.year
    let week = day.adding(days: -(day.weekday - context.config.weekStart).flooredRemainder(7))
    let first = Day(year: year, month: 1, day: 1) ?? day
    let last = Day(year: year, month: 12, day: 31) ?? day
    return [
      (HushedSpan(week...week.adding(days: 6)), .hushedWeek),
      (HushedSpan(day.month...day.lastOfMonth), .hushedMonth),
      (HushedSpan(first...last), .hushedYear),
    ]
  }

  private func label(of row: Row, _ context: Context) -> String {
    switch row {
    case .entry: return context.words[.hushedEntry]
    case .person(let name): return context.words[.hushedPerson, ["name": name]]
    case .another: return context.words[.hushedSpan]
    case .span(let span):
      let days = context.words.days(span.days)
      let said = head.flatMap { head in Self.spans(around: head.day, context).first { $0.span == span }?.said }
      return said.map { context.words[$0, ["days": days]] } ?? days
    }
  }

  // MARK: Draw

  private struct Places {
    let box: Rect
    let said: [String]
    let list, foot: Rect
  }

  /// Where there is no room for all, what is said goes.
  private func places(in body: Rect, _ context: Context) -> Places {
    let width = min(64, body.columns)
    let room = max(1, Box.inner(of: body.centred(columns: width, rows: body.rows)).columns)
    let said = context.words[hushed != nil && rows == [.another] ? .hushedNone : .hushedSays].wrapped(to: room)
    let foot = naming == nil ? 0 : 1 + (trouble?.wrapped(to: room).count ?? 0)
    let needed = max(1, rows.count) + foot
    let box = body.centred(columns: width, rows: min(body.rows, needed + said.count + 3))
    let inner = Box.inner(of: box)
    let isSaid = inner.rows >= needed + said.count + 1
    let rest = inner.dropTop(isSaid ? said.count + 1 : 0)
    return Places(box: box, said: isSaid ? said : [], list: rest.dropBottom(foot), foot: rest.bottom(foot))
  }

  package func draw(on frame: inout Frame, in body: Rect, _ context: Context) {
    let places = places(in: body, context)
    let inner = Box.draw(on: &frame, in: places.box, title: context.words[name])
    for (row, line) in places.said.enumerated() {
      frame.put(line, at: inner.dropTop(row).origin, style: .dim, limit: inner.columns)
    }
    list.draw(on: &frame, in: places.list) { index, isMarked, frame, place in
      drawRow(rows[index], isFocused: isMarked, on: &frame, in: place, context)
    }
    drawFoot(on: &frame, in: places.foot)
  }

  private func drawRow(_ row: Row, isFocused: Bool, on frame: inout Frame, in place: Rect, _ context: Context) {
    let isTicked = isMarked(row)
    let sign = row == .another ? " + " : isTicked ? "[✓]" : "[ ]"
    frame.put(sign, at: place.origin, style: isTicked ? .accent : .dim, limit: place.columns)
    frame.put(
      label(of: row, context).truncated(to: place.columns - 4), at: place.dropLeft(4).origin,
      style: isFocused || isTicked ? .text.with(.bold) : .text)
  }

  private func drawFoot(on frame: inout Frame, in rect: Rect) {
    guard let naming, !rect.isEmpty else { return }
    let lines = trouble?.wrapped(to: max(1, rect.columns)) ?? []
    for (row, line) in lines.prefix(rect.rows - 1).enumerated() {
      frame.put(line, at: rect.dropTop(row + 1).origin, style: .error, limit: rect.columns)
    }
    naming.draw(.text, on: &frame, in: rect.top(1))
  }
}

extension Words {
  /// A stretch of days: `2026`, `March 2026`, or its first and last day.
  fileprivate func days(_ days: ClosedRange<Day>) -> String {
    let (first, last) = (days.lowerBound, days.upperBound)
    let year = first.parts.year
    if first == Day(year: year, month: 1, day: 1), last == Day(year: year, month: 12, day: 31) { return String(year) }
    if first == first.month, last == first.adding(months: 1).adding(days: -1) { return monthAndYear(first) }
    if first == last { return date(first) }
    return self[.hushedDays, ["first": date(first), "last": date(last)]]
  }
}
