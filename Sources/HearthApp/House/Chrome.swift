import Canvas
import HearthContent
import HearthCore

/// What stands around every screen: the top line, the key bar, the rules between; and where the body lies.
///
/// Small terminals lose the rules first, then the key bar; the top line keeps the way out.
struct Chrome {
  let header: Header
  let rows: [KeyRow]
  let status: Line?
  let context: Context
  let whole: Rect
  private let wayOut: [(command: HouseCommand, text: String, place: Rect)]

  init(_ screen: any Screen, in context: Context) {
    header = screen.header(in: context)
    rows = screen.hintRows + (screen.takes == .text ? HouseCommand.hintsWhileTyping : HouseCommand.hints)
    status = screen.status(in: context)
    self.context = context
    whole = Rect(context.size)
    wayOut = Self.wayOut(in: whole.top(1), context.words)
  }

  private var hasRules: Bool { Self.hasRules(whole.size) }
  private var hasKeyBar: Bool { Self.hasKeyBar(whole.size) }
  private static func hasRules(_ size: Size) -> Bool { size.rows >= 10 }
  private static func hasKeyBar(_ size: Size) -> Bool { size.rows >= 4 }

  /// Where a screen draws itself in a terminal of that size.
  static func body(of size: Size) -> Rect {
    let rules = hasRules(size) ? 1 : 0
    return Rect(size).dropTop(1 + rules).dropBottom(rules + (hasKeyBar(size) ? 1 : 0))
  }

  var body: Rect { Self.body(of: whole.size) }

  func draw(on frame: inout Frame) {
    drawHeader(on: &frame)
    if hasRules { rule(on: &frame, row: 1) }
    guard hasKeyBar else { return }
    let bar = whole.rows - 1
    if hasRules { rule(on: &frame, row: bar - 1) }
    keyBar.draw(on: &frame, in: barRect, status: status)
  }

  /// Over everything else: where the lower rule is, and above it as far as the words need.
  func say(_ notice: Notice, on frame: inout Frame) {
    guard hasKeyBar else { return }
    let end = whole.rows - (hasRules ? 1 : 0)
    let rect = whole.inset(columns: 1)
    let rows = min(notice.height(columns: rect.columns), end)
    notice.draw(on: &frame, in: Rect(column: rect.column, row: end - rows, columns: rect.columns, rows: rows))
  }

  // MARK: The top line

  /// `^Q leave` and `^G support`, each with the columns it stands in; the first alone where there is no room for both.
  private static func wayOut(in line: Rect, _ words: Words) -> [(command: HouseCommand, text: String, place: Rect)] {
    var rest = line.dropRight(1)
    let always = HouseCommand.always.filter { [.leaveNow, .support].contains($0.command) }
    let parts = always.map { ($0.command, "\($0.keys[0].label) \(words[$0.hint ?? $0.label])") }
    let columns = parts.reduce(0) { $0 + TextWidth.columns(of: $1.1) + 2 }
    return (columns + 6 <= line.columns ? parts : [parts[0]]).reversed().map { command, text in
      let place = rest.right(TextWidth.columns(of: text))
      rest = rest.dropRight(place.columns + 2)
      return (command, text, place)
    }
  }

  private func drawHeader(on frame: inout Frame) {
    switch header {
    case .tabs: tabs.draw(on: &frame, in: tabsRect)
    case .title(let title, let role):
      frame.put(title.truncated(to: tabsRect.columns - 2), at: Point(column: 2, row: 0), style: Style(role))
    }
    for part in wayOut { frame.put(part.text, at: part.place.origin, style: .dim, limit: part.place.columns) }
  }

  /// What the way out leaves of the top line.
  private var tabsRect: Rect {
    let start = wayOut.map(\.place.column).min() ?? whole.columns
    return whole.top(1).left(start - 1).dropLeft(1)
  }

  private var tabs: Tabs {
    Tabs(
      names: Room.allCases.map { context.words[$0.name] }, digits: Room.allCases.map { "\($0.rawValue)" },
      current: Room.allCases.firstIndex(of: context.room) ?? 0)
  }

  private func rule(on frame: inout Frame, row: Int) {
    frame.fill(Rect(column: 0, row: row, columns: whole.columns, rows: 1), with: "─", style: .border)
  }

  // MARK: The bottom lines

  private var keyBar: KeyBar {
    KeyBar(rows.map { KeyBar.Item(key: $0.keys.first?.label ?? "", label: context.words[$0.hint ?? $0.label]) })
  }

  private var barRect: Rect { Rect(column: 1, row: whole.rows - 1, columns: max(0, whole.columns - 2), rows: 1) }

  // MARK: The mouse

  enum Target: Equatable {
    case room(Room)
    case key(Choosable)
  }

  func target(at point: Point) -> Target? {
    if point.row == 0, header == .tabs, let index = tabs.index(at: point, in: tabsRect) {
      return .room(Room.allCases[index])
    }
    if let part = wayOut.first(where: { $0.place.contains(point) }) { return .key(.house(part.command)) }
    if hasKeyBar, let index = keyBar.index(at: point, in: barRect, status: status) { return .key(rows[index].choice) }
    return nil
  }
}
