import Canvas

/// What stands before a field, and tells what is typed in it: `/` what a list is filtered by, `›` one line of text.
enum FieldSign: String {
  case filter = "/"
  case text = "›"
}

extension Field {
  func draw(_ sign: FieldSign, on frame: inout Frame, in rect: Rect) {
    guard !rect.isEmpty else { return }
    frame.put(sign.rawValue, in: rect, style: .accent)
    draw(on: &frame, in: rect.dropLeft(2))
  }
}
