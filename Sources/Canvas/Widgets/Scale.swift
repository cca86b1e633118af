/// A number in a range, or none yet, with words at both ends.
///
/// Left and right move, digits answer, `t` is ten, Backspace takes the answer back. Where the range goes below 0 the
/// digits count its steps, from 1 for the lowest.
package struct Scale: Equatable, Sendable {
  /// From the lowest answer to the highest.
  package let range: ClosedRange<Int>
  /// The answer; nil before there is one.
  package private(set) var value: Int?
  /// What the lower end means; may be empty.
  package let low: String
  /// What the upper end means; may be empty.
  package let high: String
  /// Columns that the lower word has where scales stand below each other, so that they begin in one column.
  package var lowColumns = 0

  /// - Parameter value: kept within the range.
  package init(range: ClosedRange<Int>, value: Int? = nil, low: String = "", high: String = "") {
    self.range = range
    self.low = low
    self.high = high
    self.value = value.map { Self.clamp($0, to: range) }
  }

  private static func clamp(_ value: Int, to range: ClosedRange<Int>) -> Int {
    min(max(value, range.lowerBound), range.upperBound)
  }

  // MARK: Taking in

  /// - Parameter rect: the area it is drawn in; if given, a click answers.
  /// - Returns: false for input it does not use: Enter, Tab, Esc, up and down, other letters.
  @discardableResult
  package mutating func handle(_ input: Input, in rect: Rect? = nil) -> Bool {
    switch input {
    case .key(let press) where press.modifiers.isEmpty: return handle(press.key)
    case .mouse(let event) where event.action == .press || event.action == .drag:
      guard let rect, let value = value(at: event.at, in: rect) else { return false }
      self.value = value
      return true
    case .key, .mouse, .paste, .focus, .background: return false
    }
  }

  private mutating func handle(_ key: Key) -> Bool {
    switch key {
    case .left, .character("-"): step(-1)
    case .right, .character("+"): step(1)
    case .home: value = range.lowerBound
    case .end: value = range.upperBound
    case .backspace, .delete: value = nil
    case .character(let character): return answer(character)
    default: return false
    }
    return true
  }

  /// The first step finds the middle.
  private mutating func step(_ by: Int) {
    let middle = range.lowerBound + (range.upperBound - range.lowerBound) / 2
    value = value.map { Self.clamp($0 + by, to: range) } ?? middle
  }

  /// The numbers that answer, ten by `t`.
  package var digits: ClosedRange<Int> { range.lowerBound < 0 ? 1...range.count : range }

  private mutating func answer(_ character: Character) -> Bool {
    guard let number = character == "t" ? 10 : character.isASCII ? character.wholeNumberValue : nil else {
      return false
    }
    let answer = range.lowerBound < 0 ? range.lowerBound + number - 1 : number
    guard range.contains(answer) else { return false }
    value = answer
    return true
  }

  // MARK: Layout

  /// Longer ranges share columns.
  private static let longestBar = 20
  private static let mostDots = 7

  private var steps: Int { range.upperBound - range.lowerBound + 1 }
  private var isDots: Bool { steps <= Self.mostDots }
  private var bodyColumns: Int { isDots ? 2 * steps - 1 : min(steps - 1, Self.longestBar) }
  /// Of three digits at most, a sign with them.
  private static let numberColumns = 3

  /// A bar gives way to the number, without which nobody could tell where it stands.
  private func bodyColumns(in columns: Int) -> Int {
    isDots ? bodyColumns : max(1, min(bodyColumns, columns - bodyStart(columns) - 2 - Self.numberColumns))
  }

  private var number: String {
    guard let value else { return "–" }
    let sign = value < 0 ? "−" : value > 0 && range.lowerBound < 0 ? "+" : ""
    return "\(sign)\(value.magnitude)"
  }

  /// The words at the ends need their room, or they are left out together.
  package func showsEnds(_ columns: Int) -> Bool {
    max(TextWidth.columns(of: low), lowColumns) + TextWidth.columns(of: high) + bodyColumns + 8 <= columns
  }

  private func bodyStart(_ columns: Int) -> Int {
    let low = max(showsEnds(columns) ? TextWidth.columns(of: low) : 0, lowColumns)
    return low > 0 && low + bodyColumns + 6 <= columns ? low + 2 : 0
  }

  private func value(at point: Point, in rect: Rect) -> Int? {
    let column = point.column - rect.column - bodyStart(rect.columns)
    let wide = bodyColumns(in: rect.columns)
    guard rect.contains(point), point.row == rect.row, column >= 0, column <= wide else { return nil }
    return Self.clamp(range.lowerBound + (isDots ? column / 2 : column * (steps - 1) / wide), to: range)
  }

  // MARK: Drawing

  /// Draws it on the first row: `low  ○ ○ ● ○ ○  high  3`, or with more than seven steps `low  ━━━━━━━───  high  7`.
  package func draw(on frame: inout Frame, in rect: Rect, isFocused: Bool = true) {
    guard !rect.isEmpty else { return }
    var line = Line()
    let showsEnds = showsEnds(rect.columns)
    let start = bodyStart(rect.columns)
    if start > 0 {
      let word = showsEnds ? low : ""
      line.append(String(repeating: " ", count: start - 2 - TextWidth.columns(of: word)) + word + "  ", .dim)
    }
    line.append(isDots ? dots(isFocused) : bar(isFocused, in: rect.columns))
    if showsEnds, !high.isEmpty { line.append("  \(high)", .dim) }
    line.append("  \(number)", value == nil ? .dim : .text.with(isFocused ? .bold : []))
    line.draw(on: &frame, at: rect.origin, limit: rect.columns)
    if isFocused { frame.cursor = rect.dropLeft(bodyStart(rect.columns) + cursorColumn(in: rect.columns)).origin }
  }

  private func cursorColumn(in columns: Int) -> Int {
    let offset = (value ?? range.lowerBound) - range.lowerBound
    return isDots ? 2 * offset : max(0, filled(in: columns) - 1)
  }

  private func dots(_ isFocused: Bool) -> Line {
    var line = Line()
    for step in range {
      line.append(step == value ? "●" : "○", step == value ? strong(isFocused) : .dim)
      if step < range.upperBound { line.append(" ") }
    }
    return line
  }

  private func filled(in columns: Int) -> Int {
    value.map { ($0 - range.lowerBound) * bodyColumns(in: columns) / (steps - 1) } ?? 0
  }

  private func bar(_ isFocused: Bool, in columns: Int) -> Line {
    let filled = filled(in: columns)
    var line = Line(String(repeating: "━", count: filled), strong(isFocused))
    line.append(String(repeating: "─", count: bodyColumns(in: columns) - filled), .dim)
    return line
  }

  private func strong(_ isFocused: Bool) -> Style { isFocused ? .accent.with(.bold) : .text }
}
