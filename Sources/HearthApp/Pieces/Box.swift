import Canvas
import HearthContent

/// What floats over a page: a rounded box with a title, or on a tiny terminal, where a border would take all the room, a bare area.
enum Box {
  /// - Returns: where to draw inside it.
  @discardableResult
  static func draw(on frame: inout Frame, in rect: Rect, title: String) -> Rect {
    if hasBorder(rect) { frame.box(rect, title: title) } else { frame.fill(rect) }
    return inner(of: rect)
  }

  /// The part inside it.
  static func inner(of rect: Rect) -> Rect { hasBorder(rect) ? rect.inset(columns: 2, rows: 1) : rect }

  private static func hasBorder(_ rect: Rect) -> Bool { rect.rows >= 5 && rect.columns >= 12 }
}
