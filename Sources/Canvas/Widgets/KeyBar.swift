/// The keys that matter now, on one line. What does not fit is left out from the right.
package struct KeyBar: Equatable, Sendable {
  /// A key and what it does.
  package struct Item: Equatable, Sendable {
    /// As a person reads it: `^S`.
    package let key: String
    /// What it does, in a word or two.
    package let label: String

    /// A key as a person reads it, and a word or two.
    package init(key: String, label: String) {
      self.key = key
      self.label = label
      columns = TextWidth.columns(of: key) + 1 + TextWidth.columns(of: label)
    }

    /// Both and the blank between.
    let columns: Int
  }

  /// The most important first.
  package var items: [Item]

  /// A bar of these keys.
  package init(_ items: [Item]) { self.items = items }

  /// Where the items begin that fit, the first first.
  private func starts(_ columns: Int) -> [Int] {
    var starts: [Int] = []
    var next = 0
    for item in items {
      guard next + item.columns <= columns else { break }
      starts.append(next)
      next += item.columns + 2
    }
    return starts
  }

  /// The status keeps its room, unless it would take more than the line.
  private func room(_ rect: Rect, _ status: Line?) -> Int {
    guard let status, !status.isEmpty, status.columns <= rect.columns else { return rect.columns }
    return rect.columns - status.columns - 2
  }

  /// The item at a point of the screen.
  /// - Parameters: the same with which it is drawn.
  package func index(at point: Point, in rect: Rect, status: Line? = nil) -> Int? {
    guard rect.contains(point), point.row == rect.row else { return nil }
    let column = point.column - rect.column
    return zip(items, starts(room(rect, status))).enumerated()
      .first { $0.element.1 <= column && column < $0.element.1 + $0.element.0.columns }?.offset
  }

  /// Draws it on the first row.
  /// - Parameter status: stands at the right end; the keys make room for it.
  package func draw(on frame: inout Frame, in rect: Rect, status: Line? = nil) {
    guard !rect.isEmpty else { return }
    for (item, start) in zip(items, starts(room(rect, status))) {
      let place = rect.dropLeft(start)
      let used = frame.put(item.key, at: place.origin, style: .key)
      frame.put(item.label, at: place.dropLeft(used + 1).origin, style: .bar)
    }
    guard let status, status.columns <= rect.columns else { return }
    status.draw(on: &frame, at: rect.right(status.columns).origin)
  }
}
