@testable import Canvas

/// What a person sees of something that draws itself, without the empty rows at the end.
func picture(_ columns: Int, _ rows: Int, _ draw: (inout Frame, Rect) -> Void) -> String {
  var frame = Frame(columns: columns, rows: rows)
  draw(&frame, frame.bounds)
  return frame.text().trimmedEnd
}

extension String {
  var trimmedEnd: String {
    var text = Substring(self)
    while text.last == "\n" { text.removeLast() }
    return String(text)
  }
}

extension Input {
  /// A key as bindings write it; a mistake in a test stops there.
  static func press(_ notation: String) -> Input {
    guard let press = KeyPress(notation) else { preconditionFailure("no such key: \(notation)") }
    return .key(press)
  }

  static func click(_ column: Int, _ row: Int) -> Input {
    .mouse(MouseEvent(.press, at: Point(column: column, row: row)))
  }

  static func wheel(_ action: MouseEvent.Action) -> Input {
    .mouse(MouseEvent(action, button: 0, at: Point(column: 0, row: 0)))
  }
}
