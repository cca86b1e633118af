import Canvas
import HearthContent
import HearthCore

/// What can be done, found by a few letters, each with its key; Enter does it. As *help* it lists the keys of the place one is in.
package struct PaletteScreen: Screen {
  package enum Kind: Hashable, Sendable { case everything, help }

  package static let title = Word.housePalette

  let kind: Kind
  private let heading: String
  private let rows: [KeyRow]
  private var names: [String]
  /// The ids of practices, whose names stand behind those of `rows`: found by what is typed.
  private var practices: [String] = []
  var query: Field
  /// Place in `found`.
  var marked = 0

  /// - Parameters:
  ///   - rows: the commands of the screen below and of the house.
  ///   - place: what the screen below is called.
  init(_ kind: Kind, rows: [KeyRow], place: String, in context: Context) {
    self.kind = kind
    self.rows = kind == .help ? rows.filter { !$0.keys.isEmpty } : Self.commands(of: rows)
    names = self.rows.map { row in
      let own = row.choice == .house(.check) ? context.settings.checkName : nil
      return own ?? context.words[row.label]
    }
    heading = kind == .help ? context.words[.helpTitle, ["place": place]] : context.words[.paletteTitle]
    query = Field(placeholder: context.words[kind == .help ? .helpPlaceholder : .palettePlaceholder])
  }

  /// Each command once, whatever number of keys it has, and not the way to where one is.
  private static func commands(of rows: [KeyRow]) -> [KeyRow] {
    var seen: Set<Choosable> = [.house(.palette)]
    return rows.filter { seen.insert($0.choice).inserted }
  }

  /// Places in `rows`, the best fit first and of equals the shortest; all in their own order while nothing is typed.
  var found: [Int] {
    if query.isEmpty { return Array(rows.indices) }
    return names.indices.compactMap { index in score(of: index).map { (index, $0) } }
      .sorted { ($1.1, names[$0.0].count, $0.0) < ($0.1, names[$1.0].count, $1.0) }.map(\.0)
  }

  /// A key typed as it is shown finds its command first.
  private func score(of index: Int) -> Int? {
    let isKey =
      !query.text.isEmpty && rows.indices.contains(index) && rows[index].keys.contains { $0.label == query.text }
    return isKey ? 1000 : Fuzzy.score(query.text, in: names[index])
  }

  // MARK: Commands

  package enum Command: Hashable, Sendable { case run, up, down, close }

  package var takes: Takes { .text }
  package var floats: Bool { true }
  package var bindings: Bindings<Command> { Self.keys }

  private static let keys: Bindings<Command> = [
    Binding("Enter", .run, .paletteRun, hint: .keyRun), Binding("Up", .up, .listUp),
    Binding("Down", .down, .listDown), Binding("Esc", .close, .houseBack, hint: .keyBack),
  ]

  // MARK: Update

  package mutating func update(_ message: Message<Command>, in context: Context) -> [Effect] {
    switch message {
    case .command(.run): return found.indices.contains(marked) ? run(found[marked]) : []
    case .command(.up): marked = max(0, marked - 1)
    case .command(.down): marked = max(0, min(found.count - 1, marked + 1))
    case .command(.close): return [.close]
    case .input(let input): if query.handle(input) { marked = 0 }
    // Where there is no journal to be seen, nothing can be kept either.
    case .event(.shown) where kind == .everything && rows.contains { $0.choice == .house(.practice) }:
      return [.wish(.loadPracticeTitles)]
    case .event(.practiceTitlesLoaded(let titles)): add(titles)
    case .event: break
    }
    return []
  }

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

  package func draw(on frame: inout Frame, in body: Rect, _ context: Context) {
    let found = found
    let rect = body.centred(columns: min(68, body.columns), rows: min(body.rows, max(found.count, 1) + 4))
    var inner = Box.draw(on: &frame, in: rect, title: heading)
    query.draw(on: &frame, in: inner.top(1), isFocused: true)
    inner = inner.dropTop(inner.rows > 3 ? 2 : 1)
    let first = max(0, min(marked - inner.rows / 2, found.count - inner.rows))
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
    frame.put(keys, at: rect.dropLeft(rect.columns - width).origin, style: Style(.key))
  }
}
