import Canvas
import HearthContent

/// A confirmation before an action whose full extent may not be in sight. The way back is marked at first.
struct Decision: Equatable {
  private var modal: Modal
  private let wish: Wish

  /// - Parameters:
  ///   - wish: what is wished where one goes on.
  ///   - back: what the way back is called.
  ///   - on: what going on is called.
  init(_ wish: Wish, title: String, says lines: [String], back: String, on: String) {
    self.wish = wish
    modal = Modal(title: title, lines: lines.map { Line($0) }, choices: [back, on])
  }

  /// - Parameter body: where it is drawn, for clicks.
  /// - Returns: what is wished now; nil while nothing is decided.
  mutating func take(_ input: Input, in body: Rect? = nil) -> [Effect]? {
    modal.handle(input, in: body)
    return modal.chosen.map { $0 == 1 ? [.wish(wish)] : [] }
  }

  func draw(on frame: inout Frame, in body: Rect) { modal.draw(on: &frame, in: body) }
}
