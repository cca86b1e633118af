/// A box in the middle of the screen: a title, some lines, and a choice below them. Arrows and Tab move, Enter chooses.
///
/// Where not all lines have room, page keys go through them, and up and down where these are not needed for the choices. The
/// last line stays: it says what can be taken back.
package struct Modal: Equatable, Sendable {
  /// In the upper edge.
  package let title: String
  /// Wrapped where they do not fit.
  package let lines: [Line]
  /// From left to right; may be empty.
  package let choices: [String]
  /// The place of the mark in `choices`.
  package private(set) var marked = 0
  /// The place of the choice that was made; nil before.
  package private(set) var chosen: Int?
  /// How far what is said has been read.
  private var said = ScrolledRows()

  /// A box with a title in its edge; the mark stands on the first choice, or on another.
  package init(title: String, lines: [Line], choices: [String] = [], marked: Int = 0) {
    self.title = title
    self.lines = lines
    self.choices = choices
    self.marked = max(0, min(marked, choices.count - 1))
  }

  // MARK: Taking in

  /// - Parameter bounds: the area it is centred in; if given, a click chooses, and what has no room can be scrolled.
  /// - Returns: false for input it does not use, such as Esc.
  @discardableResult
  package mutating func handle(_ input: Input, in bounds: Rect? = nil) -> Bool {
    switch input {
    case .key(let press): return bounds.map { scroll(press, in: $0) } == true || handle(press)
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

  private mutating func scroll(_ press: KeyPress, in bounds: Rect) -> Bool {
    let inner = Self.inner(of: box(in: bounds))
    let text = text(in: inner)
    let isFree = choiceRows(inner.columns) == 1
    return said.handle(press, byRow: isFree, through: text.lines.count, in: text.room)
  }

  // MARK: Layout

  /// What is said above the choices: lines that may be scrolled, the rows they have, and what always stands below them.
  private func text(in inner: Rect) -> (lines: [Line], room: Int, last: [Line]) {
    let columns = max(1, inner.columns)
    let all = lines.wrapped(to: columns)
    let room = max(0, inner.rows - choiceRows(inner.columns))
    guard all.count > room, let end = lines.last else { return (all, room, []) }
    let last = [end].wrapped(to: columns)
    return last.count < room ? (all.dropLast(last.count), room - last.count, last) : (all, room, [])
  }

  private static let measure = 64

  /// The box, in the middle of `bounds`.
  package func box(in bounds: Rect) -> Rect {
    let widest = max(lines.map(\.columns).max() ?? 0, choiceColumns - 2, TextWidth.columns(of: title) + 2)
    let columns = min(widest + 4, Self.measure, bounds.columns)
    let text = lines.wrapped(to: max(1, columns - 4)).count
    return bounds.centred(columns: columns, rows: text + 2 + (choices.isEmpty ? 0 : choiceRows(columns - 4) + 1))
  }

  private var choiceColumns: Int { choices.reduce(0) { $0 + TextWidth.columns(of: $1) + 4 } }

  /// The choices stand beside each other, or below each other where there is no room.
  private func choiceRows(_ columns: Int) -> Int {
    choiceColumns - 2 <= columns ? min(1, choices.count) : choices.count
  }

  private func choicePlaces(in inner: Rect) -> [Rect] {
    let rows = choiceRows(inner.columns)
    // Where they stand below each other and not all have room, the marked one is among those in sight.
    let hidden = max(0, min(marked, rows - inner.rows))
    var rest = inner.bottom(rows)
    return choices.indices.map { index in
      let columns = TextWidth.columns(of: choices[index]) + 2
      if rows > 1, index < hidden { return rest.top(0) }
      defer { rest = rows > 1 ? rest.dropTop(1) : rest.dropLeft(columns + 2) }
      return rest.top(1).left(columns)
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
    let box = box(in: bounds)
    let inner = Self.drawBox(on: &frame, in: box, title: title)
    let text = text(in: inner)
    // What only tells takes no keys.
    said.draw(text.lines, on: &frame, in: inner.top(text.room), of: choices.isEmpty ? nil : box)
    text.last.draw(on: &frame, in: inner.dropTop(text.room))
    for (index, place) in choicePlaces(in: inner).enumerated() where !place.isEmpty {
      drawChoice(index, on: &frame, in: place)
    }
  }

  private func drawChoice(_ index: Int, on frame: inout Frame, in place: Rect) {
    if index == marked {
      frame.put("▌", at: place.origin, style: .accent)
      (frame.cursor, frame.cursorVisible) = (place.origin, false)
    }
    let style = index == marked ? Style.text.with(.bold) : .text
    frame.put(choices[index], at: place.dropLeft(2).origin, style: style, limit: place.columns - 2)
  }
}
