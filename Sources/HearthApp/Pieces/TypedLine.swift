import Canvas

/// A line in which something unseen is typed, at the foot of what is said about it. Where there is little room the line
/// and what is said right below it stay, and the text above is cut.
struct TypedLine {
  let field: SecretText
  /// What is said below it.
  var said: Line?
  var asCode = false
  var isFocused = true

  func draw(below text: [Line], on frame: inout Frame, in body: Rect) {
    let rest = Flow(body).rest
    let columns = max(1, rest.columns)
    let gap = body.rows >= 10 ? 1 : 0
    let foot = said.map { [$0].wrapped(to: max(1, columns - 2)) } ?? []
    let room = max(0, rest.rows - 2 * gap - 1 - foot.count)
    let rows = text.filter { gap > 0 || !$0.isEmpty }.wrapped(to: columns).prefix(room)
    rows.draw(on: &frame, in: rest)
    let place = rest.dropTop(rows.count + gap)
    field.draw(on: &frame, in: place.top(1), asCode: asCode, isFocused: isFocused)
    foot.draw(on: &frame, in: place.dropTop(1 + gap).dropLeft(2))
  }
}

extension [Line] {
  /// A heading and paragraphs, a free line before each.
  static func page(_ heading: String, _ paragraphs: [String]) -> [Line] {
    [Line(heading, .heading)] + .paragraphs(paragraphs)
  }

  static func paragraphs(_ texts: [String]) -> [Line] { texts.flatMap { [Line(), Line($0)] } }

  /// What is listed below a paragraph.
  static func rows(_ texts: [String]) -> [Line] {
    texts.map { text in
      var line = Line("  " + text)
      line.hang = 2
      return line
    }
  }
}
