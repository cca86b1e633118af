extension Frame {
  /// Says at the right edge of a part that there is more above it, and below it.
  package mutating func putArrows(in rect: Rect, above: Bool, below: Bool) {
    guard !rect.isEmpty else { return }
    if above { put("↑", at: rect.right(1).origin, style: .dim) }
    if below { put("↓", at: rect.bottom(1).right(1).origin, style: .dim) }
  }

  /// Empties a part and draws a box with rounded corners around it; too small for one, it is only emptied.
  ///
  /// - Parameter title: stands in the upper edge, cut where it does not fit.
  package mutating func box(_ rect: Rect, title: String = "", style: Style = .border) {
    fill(rect)
    guard rect.columns >= 2, rect.rows >= 2 else { return }
    fill(rect.top(1).inset(columns: 1), with: "─", style: style)
    fill(rect.bottom(1).inset(columns: 1), with: "─", style: style)
    fill(rect.left(1).inset(rows: 1), with: "│", style: style)
    fill(rect.right(1).inset(rows: 1), with: "│", style: style)
    put("╭", at: rect.origin, style: style)
    put("╮", at: rect.right(1).origin, style: style)
    put("╰", at: rect.bottom(1).origin, style: style)
    put("╯", at: rect.bottom(1).right(1).origin, style: style)
    if !title.isEmpty, rect.columns >= 8 {
      put(" \(title.truncated(to: rect.columns - 6)) ", at: rect.dropLeft(2).origin, style: .heading)
    }
  }
}
