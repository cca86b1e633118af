/// How far one has come, in words first: `step 3 of 6  ━━━───`. The bar is left out where there is no room.
package struct Progress: Equatable, Sendable {
  /// How much is behind one.
  package var done: Int
  /// How much there is.
  package var total: Int
  /// The same in words, `step 3 of 6`.
  package var words: String

  /// - Parameters:
  ///   - done: from 0 to `total`.
  ///   - words: say the same for those who do not see the bar.
  package init(done: Int, total: Int, words: String) {
    self.total = max(0, total)
    self.done = max(0, min(done, self.total))
    self.words = words
  }

  private static let longestBar = 20

  /// Draws it on the first row.
  package func draw(on frame: inout Frame, in rect: Rect) {
    guard !rect.isEmpty else { return }
    let used = frame.put(words.truncated(to: rect.columns), at: rect.origin, style: .dim)
    let columns = min(total, Self.longestBar)
    guard columns > 0, used + 2 + columns <= rect.columns else { return }
    let filled = done * columns / total
    var bar = Line(String(repeating: "━", count: filled), .accent)
    bar.append(String(repeating: "─", count: columns - filled), .dim)
    bar.draw(on: &frame, at: rect.dropLeft(used + 2).origin)
  }
}
