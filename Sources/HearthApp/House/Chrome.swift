import Canvas
import HearthContent
import HearthCore

/// What stands around every screen: the top line, the key bar, the rules between; and where the body lies.
///
/// Small terminals lose the rules first, then the key bar; the top line keeps the way out.
struct Chrome {
  let header: Header
  /// The keys of the screen, and of the house.
  private let own: KeyRows
  private let house: KeyRows
  let status: Line?
  private let words: Words
  private let room: Room
  let whole: Rect

  /// - Parameters:
  ///   - top: what lies over the screen and has the keys; the screen itself where nothing does.
  ///   - hasJournal: whether there is one to be seen.
  ///   - hasRooms: whether one can go to a room from here.
  init(
    _ screen: any Screen, under top: (any Screen)? = nil, in context: Context, hasJournal: Bool = true,
    hasRooms: Bool = true
  ) {
    let top = top ?? screen
    header = screen.header(in: context)
    own = top.keyRows(in: context.keymap)
    let hinted =
      top.takes == .text
      ? HouseCommand.whileTyping
      : !hasJournal
        ? HouseCommand.hintedWithoutJournal : hasRooms ? HouseCommand.hinted : HouseCommand.hintedWithoutRooms
    house = hinted.rows.changed(by: context.keymap, where: top.takes)
    let answering = context.size.columns >= 60 ? top.answering : nil
    status = top.status(in: context) ?? answering.map { Line(context.words[.keyAnswering, ["keys": $0.keys]], .dim) }
    words = context.words
    room = context.room
    whole = Rect(context.size)
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

  /// Whether a person would see the same: what makes it up is compared, because it is drawn with every key and hardly ever differs.
  func looksLike(_ other: Chrome) -> Bool {
    own === other.own && house === other.house && whole == other.whole && header == other.header
      && status == other.status && room == other.room
  }

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
    let place = place(of: notice, on: frame)
    // What is left beside it would look like part of it; but beside one row the rule stands.
    if place.rows > 1 || !hasRules {
      frame.fill(Rect(column: 0, row: place.row, columns: whole.columns, rows: place.rows))
    }
    notice.draw(on: &frame, in: place)
  }

  /// Clear of the line one types on, or has marked: above it, or in what is left below where that is more.
  private func place(of notice: Notice, on frame: Frame) -> Rect {
    let rect = whole.inset(columns: 1)
    let end = whole.rows - (hasRules ? 1 : 0)
    let rows = min(notice.height(columns: rect.columns, isSmall: !hasRules), end)
    let lowest = Rect(column: rect.column, row: end - rows, columns: rect.columns, rows: rows)
    guard let typed = frame.cursor?.row, lowest.row <= typed, typed < end else { return lowest }
    let (above, below) = (whole.dropTop(1).top(typed - 1).bottom(rows), whole.top(end).dropTop(typed + 1))
    return (above.rows >= min(rows, below.rows) ? above : below).inset(columns: 1)
  }

  // MARK: The top line

  /// `^Q leave` and `^G support`, each with the columns it stands in; the first alone where there is no room for both.
  private var wayOut: [(command: HouseCommand, text: String, place: Rect)] {
    var rest = whole.top(1).dropRight(1)
    let parts = HouseCommand.wayOut.map { ($0.command, "\($0.keys[0].label) \(words[$0.hint ?? $0.label])") }
    let columns = parts.reduce(0) { $0 + TextWidth.columns(of: $1.1) + 2 }
    return (columns + 6 <= rest.columns + 1 ? parts : [parts[0]]).reversed().map { command, text in
      let place = rest.right(TextWidth.columns(of: text))
      rest = rest.dropRight(place.columns + 2)
      return (command, text, place)
    }
  }

  private func drawHeader(on frame: inout Frame) {
    let wayOut = wayOut
    let place = rectBefore(wayOut)
    switch header {
    case .tabs: tabs.draw(on: &frame, in: place)
    case .title(let title, let role):
      frame.put(shown(title, place.columns - 2), at: Point(column: 2, row: 0), style: Style(role))
    }
    for part in wayOut { frame.put(part.text, at: part.place.origin, style: .dim, limit: part.place.columns) }
  }

  /// As much of a title as has room: what stands behind a gap, such as the time, goes before half a word does.
  private func shown(_ title: String, _ columns: Int) -> String {
    guard TextWidth.columns(of: title) > columns, let gap = title.firstRange(of: "  ") else {
      return title.truncatedAtWord(to: columns)
    }
    return String(title[..<gap.lowerBound]).truncatedAtWord(to: columns)
  }

  /// What the way out leaves of the top line.
  private func rectBefore(_ wayOut: [(command: HouseCommand, text: String, place: Rect)]) -> Rect {
    let start = wayOut.map(\.place.column).min() ?? whole.columns
    return whole.top(1).left(start - 1).dropLeft(1)
  }

  private var tabs: Tabs {
    Tabs(
      names: Room.allCases.map { words[$0.name] }, digits: Room.allCases.map { "\($0.rawValue)" },
      current: Room.allCases.firstIndex(of: room) ?? 0)
  }

  private func rule(on frame: inout Frame, row: Int) {
    frame.fill(Rect(column: 0, row: row, columns: whole.columns, rows: 1), with: "─", style: .border)
  }

  // MARK: The bottom lines

  /// The keys of the screen, those of the house, and those of the screen that can wait.
  private var hinted: [(row: KeyRow, item: KeyBar.Item)] {
    func items(_ rows: KeyRows) -> [(row: KeyRow, item: KeyBar.Item)] {
      zip(rows.hinted, rows.bar).map { (row: $0, item: $1) }
    }
    let own = items(own)
    return own.filter { !$0.row.isLate } + items(house) + own.filter { $0.row.isLate }
  }

  /// In a room, where nothing leads back, help keeps its place.
  private var keyBar: KeyBar {
    let hinted = hinted
    let keepsHelp = header == .tabs && !own.bar.contains(where: \.isWayBack)
    let help = keepsHelp ? hinted.firstIndex { $0.row.choice == .house(.help) } : nil
    return KeyBar(hinted.map(\.item), keeping: help)
  }

  private var barRect: Rect { Rect(column: 1, row: whole.rows - 1, columns: max(0, whole.columns - 2), rows: 1) }

  // MARK: The mouse

  enum Target: Equatable {
    case room(Room)
    case key(Choosable)
  }

  func target(at point: Point) -> Target? {
    if point.row == 0, header == .tabs, let index = tabs.index(at: point, in: rectBefore(wayOut)) {
      return .room(Room.allCases[index])
    }
    if let part = wayOut.first(where: { $0.place.contains(point) }) { return .key(.house(part.command)) }
    if hasKeyBar, let index = keyBar.index(at: point, in: barRect, status: status) {
      return .key(hinted[index].row.choice)
    }
    return nil
  }
}
