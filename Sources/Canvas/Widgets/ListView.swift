/// A list one moves through: rows of any height, one of them selected, scrolled so that some lines around it are in
/// sight.
///
/// It knows its rows by their ids: when they change, the selection stays with its row, or goes to the nearest that
/// is left. It remembers the height in which it was used last; drawn in another height, it shows the selection all
/// the same.
package struct ListView<ID: Hashable & Sendable>: Equatable, Sendable {
  /// One row: so many lines of the terminal. Without an id it is a heading, which is never selected.
  package struct Row: Equatable, Sendable {
    package let id: ID?
    /// Lines of the terminal, at least 1.
    package let height: Int

    /// A row of so many lines, at least one.
    package init(_ id: ID?, height: Int = 1) {
      self.id = id
      self.height = max(1, height)
    }
  }

  /// All rows from top to bottom.
  package private(set) var rows: [Row] = []
  /// The line at which each row begins, and after the last the number of all lines.
  private var starts = [0]
  /// The place of the selected row; nil only when there is nothing to select.
  package private(set) var selectedIndex: Int?
  /// The first line in sight.
  private var top = 0
  /// The height for which `top` was chosen; 0 before the first.
  private var height = 0

  /// A list of nothing.
  package init() {}

  /// A list of these rows; the first is selected.
  package init(_ rows: [Row]) { show(rows) }

  /// The selected row.
  package var selection: ID? { selectedIndex.flatMap { rows[$0].id } }
  /// Whether it has no rows at all.
  package var isEmpty: Bool { rows.isEmpty }
  /// How high it is as a whole.
  package var lineCount: Int { starts[rows.count] }

  // MARK: Changing

  /// Shows other rows; the selection stays.
  package mutating func show(_ rows: [Row]) {
    let place = selectedIndex.map { starts[$0] - top }
    let wanted = survivor(in: rows)
    self.rows = rows
    starts = rows.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.height) }
    selectedIndex = wanted ?? rows.firstIndex { $0.id != nil }
    // At the top it stays there: a heading that comes in above the selection is in sight.
    if let place, let selectedIndex, top > 0 { top = starts[selectedIndex] - place }
    follow()
  }

  /// Selects a row; false when it is not there.
  @discardableResult
  package mutating func select(_ id: ID) -> Bool {
    guard let index = rows.firstIndex(where: { $0.id == id }) else { return false }
    selectedIndex = index
    follow()
    return true
  }

  /// Where the selected row is among others: itself, or what followed it, or what came before.
  private func survivor(in others: [Row]) -> Int? {
    guard let selectedIndex else { return nil }
    // Mostly it is there, and nothing else needs to be looked for.
    if let place = others.firstIndex(where: { $0.id == rows[selectedIndex].id }) { return place }
    let places = Dictionary(others.enumerated().compactMap { place, row in row.id.map { ($0, place) } }) { first, _ in
      first
    }
    let nearest = rows[selectedIndex...].lazy + rows[..<selectedIndex].reversed()
    return nearest.lazy.compactMap { $0.id.flatMap { places[$0] } }.first
  }

  // MARK: Moving

  /// Selects another row; a page is as high as the list was shown last.
  package mutating func move(_ way: RowMove) {
    switch way {
    case .up: up()
    case .down: down()
    case .pageUp: page(-1)
    case .pageDown: page(1)
    case .first: home()
    case .last: end()
    }
  }

  /// Selects the row above.
  package mutating func up() { move(to: rows.indices.prefix(selectedIndex ?? 0).last { rows[$0].id != nil }) }

  /// Selects the row below.
  package mutating func down() {
    move(to: rows.indices.dropFirst((selectedIndex ?? -1) + 1).first { rows[$0].id != nil })
  }

  /// Selects the first row, and shows what stands above it.
  package mutating func home() {
    move(to: rows.firstIndex { $0.id != nil })
    top = 0
  }

  /// Selects the last row.
  package mutating func end() { move(to: rows.lastIndex { $0.id != nil }) }

  /// Moves by as many lines as are in sight, less one; and at least by one row.
  private mutating func page(_ direction: Int) {
    guard let selectedIndex else { return }
    let lines = direction * max(1, height - 1)
    top += lines
    let near = row(atLine: min(max(0, starts[selectedIndex] + lines), starts[rows.count] - 1))
    if near == selectedIndex { return direction < 0 ? up() : down() }
    let found = direction < 0 ? rows[...near].lastIndex { $0.id != nil } : rows[near...].firstIndex { $0.id != nil }
    if let found { move(to: found) } else { direction < 0 ? home() : end() }
  }

  private mutating func move(to index: Int?) {
    if let index { selectedIndex = index }
    follow()
  }

  /// Arrows, page keys, Home and End move; the wheel scrolls and takes the selection along; a click selects.
  ///
  /// - Parameter rect: the area it is drawn in.
  /// - Returns: false for input it does not use.
  @discardableResult
  package mutating func handle(_ input: Input, in rect: Rect) -> Bool {
    switch input {
    case .mouse(let event): handle(event, in: rect)
    case .key(let press) where press.modifiers.isEmpty: handle(press.key, rows: rect.rows)
    case .key, .paste, .focus, .background: false
    }
  }

  /// The wheel scrolls, and takes the selection along where it would go out of sight; a click with the first button
  /// selects.
  @discardableResult
  package mutating func handle(_ event: MouseEvent, in rect: Rect) -> Bool {
    fit(rows: rect.rows)
    guard rect.contains(event.at) else { return false }
    switch event.action {
    case .wheelUp: scrollBy(-3)
    case .wheelDown: scrollBy(3)
    case .press where event.button == 1:
      guard let index = index(at: event.at, in: rect), rows[index].id != nil else { return false }
      selectedIndex = index
    default: return false
    }
    return true
  }

  /// The same, for lists whose rows are opened: true for a click on the row that was selected already.
  package mutating func opens(with event: MouseEvent, in rect: Rect) -> Bool {
    let before = selection
    return handle(event, in: rect) && event.action == .press && before == selection
  }

  private mutating func handle(_ key: Key, rows: Int) -> Bool {
    fit(rows: rows)
    guard let way = RowMove(key) else { return false }
    move(way)
    return true
  }

  // MARK: Scrolling

  private static var context: Int { 3 }

  /// Takes over the height in which it is shown.
  package mutating func fit(rows: Int) {
    guard rows != height else { return }
    height = rows
    follow()
  }

  /// Lines that stay in sight around a row.
  private func context(of row: Int) -> Int {
    max(0, min(Self.context, (height - (starts[row + 1] - starts[row])) / 2))
  }

  /// Scrolls as little as is needed to see the selected row and some lines around it.
  private mutating func follow() {
    guard height > 0 else { return }
    if let selectedIndex {
      let context = context(of: selectedIndex)
      top = min(max(top, starts[selectedIndex + 1] + context - height), starts[selectedIndex] - context)
    }
    scroll(0)
  }

  /// Scrolls, and selects the nearest row that is in sight with the lines around it.
  private mutating func scrollBy(_ lines: Int) {
    scroll(lines)
    while let index = selectedIndex, top > 0, starts[index] < top + context(of: index),
      let next = rows.indices.dropFirst(index + 1).first(where: { rows[$0].id != nil })
    {
      selectedIndex = next
    }
    while let index = selectedIndex, top + height < starts[rows.count],
      starts[index + 1] > top + height - context(of: index),
      let next = rows.indices.prefix(index).last(where: { rows[$0].id != nil })
    {
      selectedIndex = next
    }
    follow()
  }

  private mutating func scroll(_ lines: Int) { top = max(0, min(top + lines, starts[rows.count] - height)) }

  private func row(atLine line: Int) -> Int {
    max(0, rows.indices.partitioningIndex { starts[$0] > line } - 1)
  }

  /// Whether there is nothing below its end that could show more rows.
  package var isFilled: Bool { lineCount >= height }

  /// Whether the last row is in sight, in that height.
  package func showsEnd(rows: Int) -> Bool { fitted(to: rows).top + rows >= lineCount }

  /// The row at a point of the screen; nil beside the list and below its end.
  package func index(at point: Point, in rect: Rect) -> Int? {
    let line = fitted(to: rect.rows).top + point.row - rect.row
    return rect.contains(point) && line < starts[rows.count] ? row(atLine: line) : nil
  }

  private func fitted(to rows: Int) -> ListView {
    var list = self
    list.fit(rows: rows)
    return list
  }

  // MARK: Drawing

  /// Draws the rows in sight. What is selected has a bar beside it, and the cursor stands there.
  ///
  /// - Parameters:
  ///   - isFocused: whether keys go to it; where they do not, the bar is dim.
  ///   - drawRow: draws the row of that index into a part that is two columns to the right of `rect`; whether it is
  ///     selected is told so that it can be bold. At the edges a part may lie in a frame of its own, to be cut.
  package func draw(
    on frame: inout Frame, in rect: Rect, isFocused: Bool = true, drawRow: (Int, Bool, inout Frame, Rect) -> Void
  ) {
    let list = fitted(to: rect.rows)
    guard !rect.isEmpty, !rows.isEmpty else { return }
    for index in list.row(atLine: list.top)...list.row(atLine: list.top + rect.rows - 1) {
      let place = Rect(
        column: rect.column, row: rect.row + starts[index] - list.top, columns: rect.columns, rows: rows[index].height)
      draw(index, on: &frame, in: place, within: rect, bar: isFocused ? .accent : .dim, drawRow)
    }
  }

  /// Says at the right edge that rows lie above those in sight, and below them.
  package func drawArrows(on frame: inout Frame, in rect: Rect) {
    frame.putArrows(in: rect, above: fitted(to: rect.rows).top > 0, below: !showsEnd(rows: rect.rows))
  }

  private func draw(
    _ index: Int, on frame: inout Frame, in place: Rect, within rect: Rect, bar: Style,
    _ drawRow: (Int, Bool, inout Frame, Rect) -> Void
  ) {
    let isSelected = index == selectedIndex
    let visible = place.intersection(rect)
    if visible == place {
      drawRow(index, isSelected, &frame, place.dropLeft(2))
    } else {
      var whole = Frame(size: place.size)
      drawRow(index, isSelected, &whole, whole.bounds.dropLeft(2))
      frame.put(whole.part(visible.row - place.row..<visible.endRow - place.row), at: visible.origin)
    }
    guard isSelected else { return }
    frame.fill(visible.left(1), with: "▌", style: bar)
    frame.cursor = visible.origin
  }
}
