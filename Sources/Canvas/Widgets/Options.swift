/// Answers one below the other, with a mark that moves among them: what ``Choice`` and ``Ticks`` have in common.
struct Options: Equatable, Sendable {
  let ids: [String]
  /// The place of the mark.
  private(set) var marked = 0

  init(_ ids: [String]) { self.ids = ids }

  mutating func mark(_ index: Int) { marked = max(0, min(index, ids.count - 1)) }

  // MARK: Taking in

  /// The answer that an input means by itself: its digit, or a click on it. Nil where there is none.
  ///
  /// - Parameter rect: the area the answers are drawn in; nil where clicks mean nothing.
  func index(meantBy input: Input, in rect: Rect?, sign: String, label: (Int) -> String) -> Int? {
    switch input {
    case .key(let press): index(ofDigit: press)
    case .mouse(let event) where event.action == .press:
      rect.flatMap { index(at: event.at, in: $0, sign: sign, label: label) }
    case .mouse, .paste, .focus, .background: nil
    }
  }

  /// 1 to 9, and 0 for the tenth.
  private func index(ofDigit key: KeyPress) -> Int? {
    guard case .character(let character) = key.key, key.modifiers.isEmpty, character.isASCII,
      let digit = character.wholeNumberValue
    else { return nil }
    let index = digit == 0 ? 9 : digit - 1
    return ids.indices.contains(index) ? index : nil
  }

  // MARK: Layout

  /// `▌ 1 ● ` before the words.
  private static let margin = 2
  private func indent(_ sign: String) -> Int { Self.margin + 2 + TextWidth.columns(of: sign) + 1 }

  private func rows(of index: Int, columns: Int, sign: String, label: (Int) -> String) -> [String] {
    label(index).wrapped(to: max(1, columns - indent(sign)))
  }

  /// The columns of the words; where not all of it has room, the arrows get the last one, with a blank before it.
  private func columns(in rect: Rect, _ sign: String, _ label: (Int) -> String) -> Int {
    height(columns: rect.columns, sign: sign, label: label) > rect.rows ? max(1, rect.columns - 2) : rect.columns
  }

  /// How many rows all answers take.
  func height(columns: Int, sign: String, label: (Int) -> String) -> Int {
    ids.indices.reduce(0) { $0 + rows(of: $1, columns: columns, sign: sign, label: label).count }
  }

  /// The part of each answer, scrolled so that the marked one is in sight; some may lie outside `rect`.
  private func places(in rect: Rect, sign: String, label: (Int) -> String) -> [Rect] {
    var next = 0
    let columns = columns(in: rect, sign, label)
    let places = ids.indices.map { index in
      let height = rows(of: index, columns: columns, sign: sign, label: label).count
      defer { next += height }
      return Rect(column: rect.column, row: rect.row + next, columns: rect.columns, rows: height)
    }
    guard next > rect.rows, places.indices.contains(marked) else { return places }
    let middle = places[marked].row - rect.row - (rect.rows - places[marked].rows) / 2
    let top = max(0, min(middle, next - rect.rows))
    return places.map { Rect(column: $0.column, row: $0.row - top, columns: $0.columns, rows: $0.rows) }
  }

  /// The answer at a point of the screen.
  private func index(at point: Point, in rect: Rect, sign: String, label: (Int) -> String) -> Int? {
    guard rect.contains(point) else { return nil }
    return places(in: rect, sign: sign, label: label).firstIndex { $0.contains(point) }
  }

  // MARK: Drawing

  /// - Parameter sign: what stands before an answer and tells whether it is chosen; all take the same columns.
  func draw(
    on frame: inout Frame, in rect: Rect, isFocused: Bool, sign: (Int) -> (text: String, isChosen: Bool),
    label: (Int) -> String
  ) {
    let width = sign(0).text
    let columns = columns(in: rect, width, label)
    let places = places(in: rect, sign: width, label: label)
    for (index, place) in places.enumerated() {
      let (text, isChosen) = sign(index)
      let style = isChosen ? Style.text.with(.bold) : .text
      for (row, words) in rows(of: index, columns: columns, sign: width, label: label).enumerated() {
        let line = place.dropTop(row).top(1)
        guard rect.contains(line.origin) else { continue }
        if row == 0 { drawHead(index, text, isChosen, on: &frame, in: line, isFocused: isFocused) }
        frame.put(words, at: line.dropLeft(indent(width)).origin, style: style, limit: columns - indent(width))
      }
    }
    let isAbove = places.first.map { $0.row < rect.row } ?? false
    frame.putArrows(in: rect, above: isAbove, below: places.last.map { $0.endRow > rect.endRow } ?? false)
  }

  private func drawHead(
    _ index: Int, _ sign: String, _ isChosen: Bool, on frame: inout Frame, in line: Rect, isFocused: Bool
  ) {
    if isFocused, index == marked {
      frame.put("▌", at: line.origin, style: .accent, limit: line.columns)
      frame.cursor = line.origin
    }
    let digit = index < 10 ? "\((index + 1) % 10)" : " "
    let used = frame.put(
      digit + " ", at: line.dropLeft(Self.margin).origin, style: .dim, limit: line.columns - Self.margin)
    frame.put(
      sign, at: line.dropLeft(Self.margin + used).origin, style: isChosen ? .accent : .dim,
      limit: line.columns - Self.margin - used)
  }
}
