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
  /// Those before it, the last first, as many as were asked for.
  private(set) var earlier: [Revision] = []
  /// The first version of all is among them.
  private var isComplete = false
  /// The version before which more are on their way.
  private var asked: Revision.ID?
  var list = ListView<Row>()
  var text = ScrollView()
  private var compared = ComparedVersions()
  /// The whole of the marked version is shown instead of what changed.
  private(set) var showsWhole = false

  enum Row: Hashable {
    case now
    case earlier(Revision.ID)
  }

  /// The list stands beside the text.
  private var isBeside = false

  /// Versions asked for at a time.
  private static let portion = 100

  init(_ head: EntryHead) { self.head = head }

  /// The place of the marked one in `earlier`; nil where that is the entry as it is now.
  private var marked: Int? {
    list.selectedIndex.flatMap { earlier.indices.contains($0 - 1) ? $0 - 1 : nil }
  }

  package var awaits: Bool { entry == nil }

  // MARK: Commands

  package enum Command: Hashable, Sendable {
    case restore, toggle, back
    case move(RowMove)
  }

  package static var tables: [KeyTable] {
    listing(.nothing, [onNow, onEarlier])
  }

  package var bindings: Bindings<Command> { entry != nil && marked == nil ? Self.onNow : Self.onEarlier }

  private static let onNow: Bindings<Command> = [
    Binding("Up k", Command.move(.up), .listUp), Binding("Down j", .move(.down), .listDown),
    Binding("Home g", .move(.first), .listTop), Binding("End G", .move(.last), .listBottom),
    Binding("PgUp", .move(.pageUp), .readPageUp), Binding("PgDn Space", .move(.pageDown), .readPageDown),
    Binding("Esc", .back, .versionsBack, hint: .keyBack),
  ]
  private static let onEarlier: Bindings<Command> =
    [
      Binding("r", Command.restore, .versionsRestore, hint: .keyPutBack),
      Binding("Tab", .toggle, .versionsToggle, hint: .keyWhole),
    ] + onNow

  package func header(in context: Context) -> Header {
    .title("\(context.words[.versionsTitle]): \(head.title.isEmpty ? context.words[.entryUntitled] : head.shownTitle)")
  }

  package func status(in context: Context) -> Line? {
    text.isAtEnd ? nil : Line(context.words[.listMore], .dim)
  }

  // MARK: Update

  package mutating func update(_ message: Message<Command>, in context: Context) -> [Effect] {
    fitRows(in: Chrome.body(of: context.size))
    let places = places(in: Chrome.body(of: context.size))
    list.fit(rows: places.list.rows)
    text.fit(places.text.size)
    switch message {
    case .command(let command): return carryOut(command, in: context)
    case .input(let input): return take(input, in: places, context)
    case .event(let event): return hear(event, in: context)
    }
  }

  private mutating func carryOut(_ command: Command, in context: Context) -> [Effect] {
    switch command {
    case .restore: return restore(context.words)
    case .toggle: showsWhole.toggle()
    // Pages turn the text, all else goes through the list.
    case .move(let way) where [.pageUp, .pageDown].contains(way):
      text.scroll(way)
      return []
    case .move(let way): list.move(way)
    case .back: return [.close]
    }
    showMarked(in: context)
    return loadMore()
  }

  /// Before the last of the list comes into sight.
  private mutating func loadMore() -> [Effect] {
    guard !isComplete, asked == nil, let last = earlier.last, (marked ?? 0) >= earlier.count - 20 else { return [] }
    asked = last.id
    return [.wish(.loadVersions(head.id, before: last.id, limit: Self.portion))]
  }

  /// All that is shown already, and what came on top of it.
  private func reload() -> [Effect] {
    [.wish(.loadVersions(head.id, before: nil, limit: max(Self.portion, earlier.count + 1)))]
  }

  /// What reads as the entry does now changes nothing: then there is nothing for `u` to take back either.
  private func restore(_ words: Words) -> [Effect] {
    guard let entry, let version = marked.map({ earlier[$0] }) else { return [] }
    let change = Change.version(text: version.text, addedTags: version.addedTags, head.id)
    return [change.alters(entry) ? .wish(.make(change)) : .say(Notice(words[.noticeAsItWas]))]
  }

  private mutating func take(_ input: Input, in places: Places, _ context: Context) -> [Effect] {
    guard case .mouse(let event) = input else { return [] }
    guard list.handle(event, in: places.list) else {
      text.handle(input, in: places.text)
      return []
    }
    showMarked(in: context)
    return loadMore()
  }

  private mutating func hear(_ event: Event, in context: Context) -> [Effect] {
    switch event {
    case .versionsLoaded(let loaded, let versions, nil, let isEnd) where loaded.id == head.id:
      show(loaded, versions, isEnd, in: context)
    case .versionsLoaded(let loaded, let versions, let later, let isEnd) where loaded.id == head.id:
      if later == earlier.last?.id { append(versions, isEnd) }
    case .made(let change) where change.ids.contains(head.id): return reload()
    case .shown, .takenBack: return reload()
    case .entryMissing(head.id): return [.close]
    case .refused where entry == nil: return [.close]
    case .refused: asked = nil
    default: break
    }
    return []
  }

  /// At first the last change is shown; later the marked version stays marked.
  private mutating func show(_ loaded: Entry, _ versions: [Revision], _ isEnd: Bool, in context: Context) {
    let isFirst = entry == nil
    (head, entry, earlier) = (loaded.head, loaded, versions)
    (isComplete, asked, compared) = (isEnd, nil, ComparedVersions())
    showRows()
    if isFirst, let last = versions.first { list.select(.earlier(last.id)) }
    showMarked(in: context)
  }

  private mutating func append(_ versions: [Revision], _ isEnd: Bool) {
    earlier += versions
    (isComplete, asked) = (isEnd, nil)
    showRows()
  }

  /// Beside the text a row has no room for all of it: what became of a version stands below its date there.
  private mutating func showRows() {
    list.show([.init(.now)] + earlier.map { .init(.earlier($0.id), height: isBeside ? 2 : 1) })
  }

  private mutating func fitRows(in body: Rect) {
    guard isBeside != Self.isBeside(body) else { return }
    isBeside.toggle()
    if entry != nil { showRows() }
  }

  /// From 100 columns the list stands beside the text, else above it.
  private static func isBeside(_ body: Rect) -> Bool { body.columns >= 100 }

  private mutating func showMarked(in context: Context) {
    let key = ComparedVersions.Key(version: marked.map { earlier[$0].id }, isWhole: showsWhole)
    let lines = compared[key] ?? lines(context)
    compared.remember(lines, as: key)
    text = ScrollView(lines)
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
    /// Where it is said what is read below; empty where there is no room for it.
    let heading: Rect
    /// Between the two where they stand side by side.
    let border: Rect
    let text: Rect
  }

  private func places(in body: Rect) -> Places {
    if Self.isBeside(body) {
      let left = 48
      let list = body.inset(columns: 2).left(left - 4)
      let right = body.dropLeft(left + 3).dropTop(1).left(78)
      let heading = heading(of: right)
      return Places(
        list: list.dropTop(1), heading: heading, border: body.dropLeft(left).left(1),
        text: right.dropTop(heading.rows))
    }
    let rest = Flow(body, airyFrom: 14).rest
    let list = rest.top(min(max(1, earlier.count + 1), max(1, rest.rows / 3)))
    let below = rest.dropTop(list.rows + (rest.rows > list.rows + 3 ? 1 : 0))
    let heading = heading(of: below)
    return Places(list: list, heading: heading, border: rest.left(0), text: below.dropTop(heading.rows))
  }

  /// With an empty row below it where there is room.
  private func heading(of rect: Rect) -> Rect {
    rect.top(earlier.isEmpty || rect.rows < 4 ? 0 : rect.rows < 8 ? 1 : 2)
  }

  package func draw(on frame: inout Frame, in body: Rect, _ context: Context) {
    guard entry != nil else { return }
    let places = places(in: body)
    text.draw(on: &frame, in: places.text)
    frame.fill(places.border, with: "│", style: .border)
    if earlier.isEmpty { return }
    if !places.heading.isEmpty {
      frame.put(context.words[heading], at: places.heading.origin, style: .dim, limit: places.heading.columns)
    }
    list.draw(on: &frame, in: places.list) { index, isMarked, frame, place in
      drawRow(index, isMarked: isMarked, on: &frame, in: place, context)
    }
    list.drawArrows(on: &frame, in: places.list)
  }

  private var heading: Word {
    if marked == nil { return .versionsIsNow }
    return showsWhole ? .versionsIsWhole : .versionsIsChange
  }

  /// Whether it is the entry as it stands or an older version, since when it read so, and until when.
  private func drawRow(_ index: Int, isMarked: Bool, on frame: inout Frame, in place: Rect, _ context: Context) {
    let version = index == 0 ? nil : earlier[index - 1]
    guard let written = version?.writtenAt ?? entry?.modifiedAt else { return }
    let width = [0, earlier.count].map { TextWidth.columns(of: label($0, context.words)) }.max().map { $0 + 2 } ?? 0
    var line = Line(label(index, context.words).padded(to: width), index == 0 ? .accent : .dim)
    line.append(when(written, context), isMarked ? .text.with(.bold) : .text)
    let became = version.map { fate(of: $0, context) } ?? ""
    if place.rows > 1 {
      frame.put(became, at: place.dropTop(1).origin, style: .dim, limit: place.columns)
    } else if !became.isEmpty {
      line.append("  " + became, .dim)
      line.append(otherTitle(of: version), .dim)
    }
    line.truncated(to: place.columns).draw(on: &frame, at: place.origin, limit: place.columns)
  }

  /// An older one has the number by which `hearth versions` knows it too.
  private func label(_ index: Int, _ words: Words) -> String {
    index == 0 ? words[.versionsNow] : words[.versionsOlder, ["number": words.number(index)]]
  }

  /// How it begins, where that is not how the entry begins now.
  private func otherTitle(of version: Revision?) -> String {
    let title = version.map { Markdown.plain(Title.of($0.text)) } ?? ""
    return title.isEmpty || title == entry?.head.shownTitle ? "" : "  " + title
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
