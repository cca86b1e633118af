import Canvas
import HearthContent

/// What is looked for in a text, at the foot of its page, and how often it was found.
struct FindLine: Equatable {
  var field: Field

  init(_ words: Words) { field = Field(placeholder: words[.composeFindWhat]) }

  func draw(_ finding: Finding?, on frame: inout Frame, in rect: Rect, _ words: Words) {
    let label = frame.put(words[.composeFindLabel] + " ", in: rect, style: .dim)
    let count = finding.map { found($0, words) } ?? ""
    let tail = TextWidth.columns(of: count)
    field.draw(on: &frame, in: rect.dropLeft(label).dropRight(tail + 1))
    frame.put(count, in: rect.right(tail), style: .dim)
  }

  private func found(_ finding: Finding, _ words: Words) -> String {
    guard let current = finding.current, finding.count > 1 else {
      return words.count(finding.count, .composeFoundOne, .composeFoundMany)
    }
    return words[.composeFoundAt, ["i": String(current + 1), "n": String(finding.count)]]
  }
}
