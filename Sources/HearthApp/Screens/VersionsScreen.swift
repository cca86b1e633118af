import Canvas
import HearthContent
import HearthCore

/// How an entry read at other times: what each change took out and put in. An earlier version can be put back, and the
/// one that gives way to it is kept as well.
package struct VersionsScreen: Screen {
  package static let title = Word.versionsTitle

  private(set) var head: EntryHead
  /// As it is now; nil until it is here.
  private(set) var entry: Entry?
  /// Those before it, the last first.
  private(set) var earlier: [Revision] = []
  /// Versions by their place in time, the first being 0, so that a new one moves none.
  var list = ListView<Int>()
  var text = ScrollView()
  /// The whole of the marked version is shown instead of what changed.
  private(set) var showsWhole = false

  init(_ head: EntryHead) { self.head = head }

  /// The place of the marked one in `earlier`; nil where that is the entry as it is now.
  private var marked: Int? {
    list.selectedIndex.flatMap { earlier.indices.contains($0 - 1) ? $0 - 1 : nil }
  }

  package var awaits: Bool { entry == nil }

  // MARK: Commands

  package enum Command: Hashable, Sendable {
    case restore, toggle, up, down, first, last, pageUp, pageDown, back
  }

  package var bindings: Bindings<Command> { entry != nil && marked == nil ? Self.onNow : Self.onEarlier }

  private static let onNow: Bindings<Command> = [
    Binding("Up k", Command.up, .listUp), Binding("Down j", .down, .listDown), Binding("Home g", .first, .listTop),
    Binding("End G", .last, .listBottom), Binding("PgUp", .pageUp, .readPageUp),
    Binding("PgDn Space", .pageDown, .readPageDown), Binding("Esc", .back, .versionsBack, hint: .keyBack),
  ]
  private static let onEarlier: Bindings<Command> =
    [
      Binding("r", Command.restore, .versionsRestore, hint: .keyPutBack),
      Binding("Tab", .toggle, .versionsToggle, hint: .keyWhole),
    ] + onNow

  package func header(in context: Context) -> Header {
    .title("\(context.words[.versionsTitle]): \(head.title.isEmpty ? context.words[.entryUntitled] : head.title)")
  }

  package func status(in context: Context) -> Line? {
    text.isAtEnd ? nil : Line(context.words[.listMore], .dim)
  }

  // MARK: Update

  package mutating func update(_ message: Message<Command>, in context: Context) -> [Effect] {
    let places = places(in: Chrome.body(of: context.size))
    list.fit(rows: places.list.rows)
    text.fit(places.text.size)
    switch message {
    case .command(let command): return carryOut(command, page: max(1, places.text.rows - 1), in: context)
    case .input(let input): take(input, in: places, context)
    case .event(let event): return hear(event, in: context)
    }
    return []
  }

  private mutating func carryOut(_ command: Command, page: Int, in context: Context) -> [Effect] {
    switch command {
    case .restore: return restore()
    case .toggle: showsWhole.toggle()
    case .up: list.up()
    case .down: list.down()
    case .first: list.home()
    case .last: list.end()
    case .pageUp, .pageDown:
      text.scroll(command == .pageUp ? -page : page)
      return []
    case .back: return [.close]
    }
    showMarked(in: context)
    return []
  }

  private func restore() -> [Effect] {
    guard let version = marked.map({ earlier[$0] }) else { return [] }
    return [.wish(.make(.version(text: version.text, addedTags: version.addedTags, head.id)))]
  }

  private mutating func take(_ input: Input, in places: Places, _ context: Context) {
    guard case .mouse(let event) = input else { return }
    if list.handle(event, in: places.list) { showMarked(in: context) } else { text.handle(input, in: places.text) }
  }

  private mutating func hear(_ event: Event, in context: Context) -> [Effect] {
    switch event {
    case .versionsLoaded(let loaded, let versions) where loaded.id == head.id: show(loaded, versions, in: context)
    case .made(let change) where change.ids.contains(head.id): return [.wish(.loadVersions(head.id))]
    case .shown, .takenBack: return [.wish(.loadVersions(head.id))]
    case .entryMissing(head.id): return [.close]
    case .refused where entry == nil: return [.close]
    default: break
    }
    return []
  }

  /// At first the last change is shown; later the marked version stays marked.
  private mutating func show(_ loaded: Entry, _ versions: [Revision], in context: Context) {
    let isFirst = entry == nil
    (head, entry, earlier) = (loaded.head, loaded, versions)
    list.show((0...versions.count).reversed().map { .init($0) })
    if isFirst { list.select(versions.count - 1) }
    showMarked(in: context)
  }

  private mutating func showMarked(in context: Context) {
    text = ScrollView(lines(context))
    text.fit(places(in: Chrome.body(of: context.size)).text.size)
  }

  // MARK: What is read

  private func lines(_ context: Context) -> [Line] {
    guard let entry, !earlier.isEmpty else { return [Line(context.words[.versionsNone], .dim)] }
    guard let marked else { return Self.whole(entry.text, entry.addedTags) }
    let version = earlier[marked]
    if showsWhole { return Self.whole(version.text, version.addedTags) }
    let next = marked == 0 ? (entry.text, entry.addedTags) : (earlier[marked - 1].text, earlier[marked - 1].addedTags)
    let tags = WhatChanged(from: Self.line(of: version.addedTags), to: Self.line(of: next.1))
    let words = WhatChanged(from: version.text, to: next.0)
    if tags.isEmpty && words.isEmpty { return [Line(context.words[.versionsSame], .dim)] }
    return (tags.isEmpty ? [] : tags.shown + [Line()]) + words.shown
      + [Line(), Line(context.words[.versionsLegend], .dim)]
  }

  private static func whole(_ text: String, _ addedTags: [String]) -> [Line] {
    let tags = addedTags.isEmpty ? [] : [Line(line(of: addedTags), .tag), Line()]
    return tags + Markdown(text).lines
  }

  private static func line(of tags: [String]) -> String { tags.map { "#" + $0 }.joined(separator: " ") }

  // MARK: Draw

  private struct Places {
    let list: Rect
    /// Between the two where they stand side by side.
    let border: Rect
    let text: Rect
  }

  /// Side by side from 100 columns, else the list above.
  private func places(in body: Rect) -> Places {
    if body.columns >= 100 {
      let left = min(48, body.columns * 2 / 5)
      let list = body.inset(columns: 2).left(left - 4)
      return Places(
        list: list.dropTop(1), border: body.dropLeft(left).left(1), text: body.dropLeft(left + 3).dropTop(1).left(78))
    }
    let rest = Flow(body).rest.dropTop(body.rows >= 14 ? 1 : 0)
    let list = rest.top(min(max(1, list.rows.count), max(1, rest.rows / 3)))
    return Places(
      list: list, border: rest.left(0), text: rest.dropTop(list.rows + (rest.rows > list.rows + 3 ? 1 : 0)))
  }

  package func draw(on frame: inout Frame, in body: Rect, _ context: Context) {
    guard entry != nil else { return }
    let places = places(in: body)
    text.draw(on: &frame, in: places.text)
    frame.fill(places.border, with: "│", style: .border)
    if earlier.isEmpty { return }
    list.draw(on: &frame, in: places.list) { index, isMarked, frame, place in
      drawRow(index, isMarked: isMarked, on: &frame, in: place, context)
    }
  }

  private func drawRow(_ index: Int, isMarked: Bool, on frame: inout Frame, in place: Rect, _ context: Context) {
    guard let written = index == 0 ? entry?.modifiedAt : earlier[index - 1].writtenAt else { return }
    let width = 11 + 1 + context.words.clockColumns + 2
    var line = Line(when(written, context).padded(to: width), isMarked ? .text.with(.bold) : .text)
    line.append(index == 0 ? context.words[.versionsNow] : fate(of: earlier[index - 1], context), .dim)
    line.truncated(to: place.columns).draw(on: &frame, at: place.origin, limit: place.columns)
  }

  private func when(_ instant: Instant, _ context: Context) -> String {
    let stamp = Stamp(instant, in: context.zone)
    let day = context.words.shortDay(stamp.calendarDay, today: context.today)
    return "\(day.padded(to: 11)) \(context.words.clock(stamp))"
  }

  /// What took its place, and when.
  private func fate(of version: Revision, _ context: Context) -> String {
    let day = Stamp(version.replacedAt, in: context.zone).calendarDay
    let said: Word =
      switch version.reason {
      case .edit: .versionsEdited
      case .imported: .versionsImported
      case .restored: .versionsRestored
      }
    return context.words[said, ["when": context.words.shortDay(day, today: context.today)]]
  }
}
