/// A short list of names to choose from while one of them is being typed; it floats near the cursor.
package struct Completion: Equatable, Sendable {
  /// How many names are offered at most.
  package static let longest = 6

  /// The likeliest first, `longest` at most.
  package let candidates: [String]
  /// Place of the chosen one in `candidates`.
  private var chosen = 0
  /// The name that was accepted; nil before.
  package private(set) var accepted: String?
  /// Whether it was put away with Esc.
  package private(set) var isClosed = false

  /// - Parameter candidates: the likeliest first; only the first six are offered.
  package init(_ candidates: [String]) { self.candidates = Array(candidates.prefix(Self.longest)) }

  /// The name that Tab would accept.
  package var selected: String? { candidates.indices.contains(chosen) ? candidates[chosen] : nil }

  /// Another than the likeliest was chosen.
  package var wasMoved: Bool { chosen != 0 }

  /// Up and down choose, Tab accepts, Esc closes.
  /// - Returns: false for any other input, which belongs to the text.
  @discardableResult
  package mutating func handle(_ input: Input) -> Bool {
    guard case .key(let key) = input, key.modifiers.isEmpty, !candidates.isEmpty else { return false }
    switch key.key {
    case .up: chosen = (chosen + candidates.count - 1) % candidates.count
    case .down: chosen = (chosen + 1) % candidates.count
    case .tab: accepted = selected
    case .escape: isClosed = true
    default: return false
    }
    return true
  }

  // MARK: Drawing

  /// Draws it below a point, or above where there is more room; nothing where it would not fit.
  /// - Parameters:
  ///   - bounds: what it keeps within.
  ///   - point: the cursor.
  package func draw(on frame: inout Frame, in bounds: Rect, near point: Point?) {
    guard let point, let box = box(in: bounds, near: point) else { return }
    frame.box(box)
    let shown = box.rows - 2
    let first = max(0, min(chosen - shown + 1, candidates.count - shown))
    for row in 0..<shown { drawRow(first + row, on: &frame, in: box.inset(columns: 1, rows: 1).dropTop(row).top(1)) }
  }

  private func box(in bounds: Rect, near point: Point) -> Rect? {
    let below = bounds.endRow - point.row - 1
    let above = point.row - bounds.row
    let wanted = candidates.count + 2
    let isBelow = below >= wanted || below >= above
    let rows = min(wanted, isBelow ? below : above)
    let columns = min(bounds.columns, (candidates.map { TextWidth.columns(of: $0) }.max() ?? 0) + 4)
    guard rows > 2, columns > 4 else { return nil }
    let column = max(bounds.column, min(point.column - 1, bounds.endColumn - columns))
    return Rect(column: column, row: isBelow ? point.row + 1 : point.row - rows, columns: columns, rows: rows)
  }

  private func drawRow(_ index: Int, on frame: inout Frame, in row: Rect) {
    let isChosen = index == chosen
    if isChosen { frame.put("▌", at: row.origin, style: .accent) }
    frame.put(
      candidates[index].truncated(to: row.columns - 1), at: row.dropLeft(1).origin,
      style: isChosen ? .text.with(.bold) : .text)
  }
}
