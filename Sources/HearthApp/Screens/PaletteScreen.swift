import Canvas
import HearthContent
import HearthCore

/// What can be done, found by a few letters, each with its key; Enter does it. As *help* it lists the keys of the place one is in.
package struct PaletteScreen: Screen {
  package enum Kind: Hashable, Sendable { case everything, help }

  package static let title = Word.housePalette

  let kind: Kind
  private let heading: String
  /// What is good to know before the keys.
  private let said: String?
  private let rows: [KeyRow]
  private var names: [String]
  /// Words beside its name by which a row is found.
  private let others: [Int: String]
  /// The ids of practices, whose names stand behind those of `rows`: found by what is typed.
  private var practices: [String] = []
  var query: Field
  /// Place in `found`.
  var marked = 0
  /// Enter came while nothing was found: what is found as soon as more is known is done then.
  var isAwaited = false
  /// The first row in sight since a click: what was clicked stays under the pointer.
  private var held: Int?

  /// - Parameters:
  ///   - rows: the commands of the screen below and of the house.
  ///   - place: what the screen below is called.
  ///   - answering: how it is answered.
  init(_ kind: Kind, rows: [KeyRow], place: String, answering: Answering? = nil, in context: Context) {
    said = kind == .help ? answering?.told(context.words) : nil
    self.kind = kind
    self.rows = kind == .help ? rows.filter { !$0.keys.isEmpty } : Self.commands(of: rows)
    let checkName = context.settings.checkName
    names = self.rows.map { ($0.choice == .house(.check) ? checkName : nil) ?? context.words[$0.label] }
    let others = self.rows.map { row -> String? in
      if row.choice == .house(.check), checkName != nil { return nil }
      return row.choice.others.map { context.words[$0] }.joined(separator: " ")
    }
    self.others = Dictionary(
      uniqueKeysWithValues: others.enumerated().compactMap { place, words in words.map { (place, $0) } })
    heading = kind == .help ? context.words[.helpTitle, ["place": place]] : context.words[.paletteTitle]
    query = Field(placeholder: context.words[kind == .help ? .helpPlaceholder : .palettePlaceholder])
  }

  /// Each command once, whatever number of keys it has, and not the way to where one is.
  private static func commands(of rows: [KeyRow]) -> [KeyRow] {
    var seen: Set<Word> = [.housePalette]
    return rows.filter { seen.insert($0.label).inserted }
  }

  /// Places in `rows`, the best fit first; all in their own order while nothing is typed.
  ///
  /// Where a word asks for help, what merely holds its letters stays away: `abuse` leads to no talk between two.
  var found: [Int] {
    if query.isEmpty { return Array(rows.indices) }
    let scores = names.indices.compactMap { index in score(of: index).map { (index, $0) } }
    let asksForHelp = scores.contains { $0.1 == Fuzzy.otherWord }
    return scores.filter { !asksForHelp || $0.1 >= Fuzzy.leastOfWords }.sorted { order(of: $0) < order(of: $1) }
      .map(\.0)
  }

  /// Of equals people to call first, whatever they are called, then the shortest.
  private func order(of found: (index: Int, score: Int)) -> (Int, Int, Int, Int) {
    let isSupport = rows.indices.contains(found.index) && rows[found.index].choice == .house(.support)
    return (-found.score, isSupport ? 0 : 1, names[found.index].count, found.index)
  }

  /// A key typed as it is shown finds its command first.
  private func score(of index: Int) -> Int? {
    let isKey =
      !query.text.isEmpty && rows.indices.contains(index) && rows[index].keys.contains { $0.label == query.text }
    return isKey ? 10_000 : Fuzzy.score(query.text, in: names[index], also: others[index] ?? "")
  }

  // MARK: Commands

  package enum Command: Hashable, Sendable { case run, up, down, pageUp, pageDown, close }

  package var takes: Takes { .text }
  package var floats: Bool { true }
  package static var tables: [KeyTable] {
    listing(.text, [keys])
  }

  package var bindings: Bindings<Command> { Self.keys }

  private static let keys: Bindings<Command> = [
    Binding("Enter", .run, .paletteRun, hint: .keyRun), Binding("Up", .up, .listUp),
    Binding("Down", .down, .listDown), Binding("PgUp", .pageUp, .listPageUp),
    Binding("PgDn", .pageDown, .listPageDown), Binding("Esc", .close, .houseBack, hint: .keyBack),
  ]

  package func status(in context: Context) -> Line? {
    let rows = places(in: Chrome.body(of: context.size)).list.rows
    return first(of: found.count, rows: rows) + rows < found.count ? Line(context.words[.listMore], .dim) : nil
  }

  // MARK: Update

  package mutating func update(_ message: Message<Command>, in context: Context) -> [Effect] {
    switch message {
    case .command(.run):
      isAwaited = found.isEmpty
      return runMarked()
    case .command(.up): mark(by: -1)
    case .command(.down): mark(by: 1)
    case .command(.pageUp): mark(by: 1 - places(in: Chrome.body(of: context.size)).list.rows)
    case .command(.pageDown): mark(by: places(in: Chrome.body(of: context.size)).list.rows - 1)
    case .command(.close): return [.close]
    case .input(.mouse(let event)) where event.action == .wheelUp: mark(by: -3)
    case .input(.mouse(let event)) where event.action == .wheelDown: mark(by: 3)
    case .input(.mouse(let event)) where event.action == .press: return point(event, in: context)
    case .input(let input): if query.handle(input) { (marked, held, isAwaited) = (0, nil, false) }
    // Where there is no journal to be seen, nothing can be kept either.
    case .event(.shown) where kind == .everything && rows.contains { $0.choice == .house(.practice) }:
      return [.wish(.practices(.titles))]
    case .event(.practiceTitlesLoaded(let titles)):
      add(titles)
      return runAwaited()
    case .event: break
    }
    return []
  }

  private mutating func mark(by rows: Int) {
    marked = max(0, min(found.count - 1, marked + rows))
    held = nil
  }

  /// A click marks, another does it, as in the lists.
  private mutating func point(_ event: MouseEvent, in context: Context) -> [Effect] {
    let list = places(in: Chrome.body(of: context.size)).list
    let first = first(of: found.count, rows: list.rows)
    let place = first + event.at.row - list.row
    guard event.button == 1, list.contains(event.at), found.indices.contains(place) else { return [] }
    if place == marked { return runMarked() }
    (marked, held) = (place, first)
    return []
  }

  /// Of keys that came in one piece with those that opened it.
  mutating func runAwaited() -> [Effect] {
    guard isAwaited, !found.isEmpty else { return [] }
    isAwaited = false
    return runMarked()
  }

  private func runMarked() -> [Effect] { found.indices.contains(marked) ? run(found[marked]) : [] }

  private mutating func add(_ titles: [String: String]) {
    guard kind == .everything, practices.isEmpty else { return }
    let sorted = titles.sorted { ($0.value, $0.key) < ($1.value, $1.key) }
    practices = sorted.map(\.key)
    names += sorted.map(\.value)
  }

  private func run(_ index: Int) -> [Effect] {
    if rows.indices.contains(index) { return [.run(rows[index].choice)] }
    return [.close, .open(.practice(.begin(practices[index - rows.count])))]
  }

  // MARK: Draw

  /// What is said before the keys has its place where there is room for both. The upper edge stays where it is while
  /// one types; only the lower one follows what is found.
  private func places(in body: Rect) -> (box: Rect, said: [String], list: Rect) {
    let width = min(68, body.columns)
    let wrapped = body.rows >= 14 ? said?.wrapped(to: max(1, width - 4)) ?? [] : []
    let all = wrapped.isEmpty ? [] : wrapped + [""]
    let whole = body.centred(columns: width, rows: min(body.rows, max(names.count, 1) + 4 + all.count))
    let lines = query.isEmpty ? all : []
    let box = whole.top(max(found.count, 1) + 4 + lines.count)
    return (box, lines, Box.inner(of: box).dropTop((Box.inner(of: whole).rows > 3 ? 2 : 1) + lines.count))
  }

  /// The first row in sight.
  private func first(of count: Int, rows: Int) -> Int {
    let wanted = held ?? marked - rows / 2
    return max(0, min(max(wanted, marked - rows + 1), marked, count - rows))
  }

  package func draw(on frame: inout Frame, in body: Rect, _ context: Context) {
    let found = found
    let places = places(in: body)
    let inner = places.list
    let whole = Box.draw(on: &frame, in: places.box, title: heading)
    query.draw(.filter, on: &frame, in: whole.top(1))
    for (row, text) in places.said.enumerated() {
      frame.put(text, at: whole.dropTop(2 + row).origin, style: .dim, limit: whole.columns)
    }
    let first = first(of: found.count, rows: inner.rows)
    for (line, index) in found.dropFirst(first).prefix(inner.rows).enumerated() {
      drawRow(index, isMarked: first + line == marked, on: &frame, in: inner.dropTop(line).top(1))
    }
    if found.isEmpty, inner.rows > 0 {
      frame.put(context.words[.paletteNothing], at: inner.origin, style: .dim, limit: inner.columns)
    }
  }

  private func drawRow(_ index: Int, isMarked: Bool, on frame: inout Frame, in rect: Rect) {
    let keys =
      !rows.indices.contains(index)
      ? "" : rows[index].keys.prefix(kind == .help ? 2 : 1).map(\.label).joined(separator: " ")
    let width = TextWidth.columns(of: keys)
    frame.put(isMarked ? "▌" : " ", at: rect.origin, style: .accent)
    let room = max(0, rect.columns - 4 - width)
    frame.put(
      names[index].truncated(to: room), at: rect.dropLeft(2).origin, style: isMarked ? .text.with(.bold) : .text,
      limit: room)
    frame.put(keys, in: rect.right(width), style: Style(.key))
  }
}

extension Choosable {
  /// Words beside its name by which it is looked for.
  fileprivate var others: [Word] {
    switch self {
    case .house(.support): [.findSupport, .findCountry]
    case .house(.check): [.findCheck]
    case .house(.leaveNow): [.findLeave]
    case .house(.undo): [.findUndo]
    case .house(.year), .screen(.journalYear): [.findYear]
    case .house(.search), .screen(.journalSearchTrash): [.findSearch]
    case .house(.trash): [.findBin]
    case .screen(.journalDate), .screen(.readDate): [.findDate]
    case .screen(.journalTrash), .screen(.readTrash): [.findTrash]
    case .house(.touchpoints): [.findTouchpoints]
    case .house(.report): [.findReport]
    case .house(.tags): [.findTags]
    case .house(.settings): [.findSettings]
    case .screen(.journalExport), .screen(.readExport): [.findExport]
    default: []
    }
  }
}
