/// A box in the middle of the screen: a title, some lines, and a choice below them. Arrows and Tab move, Enter chooses.
package struct Modal: Equatable, Sendable {
  package let title: String
  package let lines: [Line]
  package let choices: [String]
  /// The place of the mark in `choices`.
  package private(set) var marked = 0
  /// The place of the choice that was made; nil before.
  package private(set) var chosen: Int?

  package init(title: String, lines: [Line], choices: [String] = [], marked: Int = 0) {
    self.title = title
    self.lines = lines
    self.choices = choices
    self.marked = max(0, min(marked, choices.count - 1))
  }

  // MARK: Taking in

  /// - Parameter bounds: what it is drawn in the middle of: with it, a click chooses.
  /// - Returns: false for what is none of its business, such as Esc.
  @discardableResult
  package mutating func handle(_ input: Input, in bounds: Rect? = nil) -> Bool {
    switch input {
    case .key(let press): return handle(press)
    case .mouse(let event) where event.action == .press:
      guard let bounds, let index = choice(at: event.at, in: bounds) else { return false }
      marked = index
      chosen = index
      return true
    case .mouse, .paste, .focus, .background: return false
    }
  }

  private mutating func handle(_ press: KeyPress) -> Bool {
    guard !choices.isEmpty else { return false }
    switch (press.key, press.modifiers) {
    case (.left, []), (.up, []), (.tab, .shift): marked = (marked + choices.count - 1) % choices.count
    case (.right, []), (.down, []), (.tab, []): marked = (marked + 1) % choices.count
    case (.enter, []): chosen = marked
    default: return false
    }
    return true
  }

  // MARK: Layout

  private static let measure = 64

  /// The box, in the middle of `bounds`.
  package func box(in bounds: Rect) -> Rect {
    let widest = max(lines.map(\.columns).max() ?? 0, choiceColumns, TextWidth.columns(of: title) + 2)
    let columns = min(widest + 4, Self.measure, bounds.columns)
    let text = lines.wrapped(to: max(1, columns - 4)).count
    return bounds.centred(columns: columns, rows: text + (choices.isEmpty ? 2 : 4))
  }

  private var choiceColumns: Int { choices.reduce(0) { $0 + TextWidth.columns(of: $1) + 4 } }

  /// Where the choices stand, on the last row within the box; those that do not fit beside each other are cut.
  private func choicePlaces(in inner: Rect) -> [Rect] {
    var rest = inner.bottom(1)
    return choices.map { choice in
      defer { rest = rest.dropLeft(TextWidth.columns(of: choice) + 4) }
      return rest.left(TextWidth.columns(of: choice) + 2)
    }
  }

  private func choice(at point: Point, in bounds: Rect) -> Int? {
    choicePlaces(in: Self.inner(of: box(in: bounds))).firstIndex { $0.contains(point) }
  }

  private static func inner(of box: Rect) -> Rect { box.inset(columns: 2, rows: 1) }

  // MARK: Drawing

  /// Draws an empty box with a title in its edge.
  /// - Returns: the part within it, with a column of space at both sides.
  package static func drawBox(on frame: inout Frame, in rect: Rect, title: String) -> Rect {
    frame.box(rect, title: title)
    return inner(of: rect)
  }

  /// Draws it in the middle of `bounds`, over what stands there.
  package func draw(on frame: inout Frame, in bounds: Rect) {
    let inner = Self.drawBox(on: &frame, in: box(in: bounds), title: title)
    let text = inner.dropBottom(choices.isEmpty ? 0 : 1)
    for (row, line) in lines.wrapped(to: max(1, inner.columns)).prefix(text.rows).enumerated() {
      line.draw(on: &frame, at: text.dropTop(row).origin, limit: text.columns)
    }
    for (index, place) in choicePlaces(in: inner).enumerated() where !place.isEmpty {
      drawChoice(index, on: &frame, in: place)
    }
  }

  private func drawChoice(_ index: Int, on frame: inout Frame, in place: Rect) {
    if index == marked {
      frame.put("▌", at: place.origin, style: .accent)
      frame.cursor = place.origin
    }
    let style = index == marked ? Style.text.with(.bold) : .text
    frame.put(choices[index], at: place.dropLeft(2).origin, style: style, limit: place.columns - 2)
  }
}
