import Canvas
import HearthContent
import HearthCore

/// Names the card that speaks of what one is on, in the last row, where there is room for it.
struct AboutLine: Equatable {
  let card: Card?

  /// - Parameter body: where the screen draws itself.
  private func place(in body: Rect) -> Rect? { card != nil && body.rows >= 14 ? Flow(body).rest.bottom(1) : nil }

  /// The rows it takes of it, with the gap above it.
  func rows(in body: Rect) -> Int { place(in: body) == nil ? 0 : 2 }

  func draw(on frame: inout Frame, in body: Rect, _ words: Words) {
    guard let place = place(in: body), let card else { return }
    let said = words[.cardAbout, ["title": card.title]]
    frame.put(said.truncated(to: place.columns), at: place.origin, style: .dim)
  }
}
