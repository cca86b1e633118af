import Canvas

/// What floats over a page: a rounded box with a title, or on a tiny terminal, where a border would take all the room, a bare area.
enum Box {
  /// - Returns: where to draw inside it.
  static func draw(on frame: inout Frame, in rect: Rect, title: String) -> Rect {
    if rect.rows >= 5, rect.columns >= 12 { return Modal.drawBox(on: &frame, in: rect, title: title) }
    frame.fill(rect)
    return rect
  }
}
