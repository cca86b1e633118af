/// The keys that matter now, on one line. What does not fit is left out from the right, the way back last of all.
package struct KeyBar: Equatable, Sendable {
  /// A key and what it does.
  package struct Item: Equatable, Sendable {
    /// As a person reads it: `^S`.
    package let key: String
    /// What it does, in a word or two.
    package let label: String
    /// Whether it leads out of where one is.
    package let isWayBack: Bool

    /// A key as a person reads it, and a word or two.
    package init(key: String, label: String, isWayBack: Bool = false) {
      self.key = key
      self.label = label
      self.isWayBack = isWayBack
      columns = TextWidth.columns(of: key) + 1 + TextWidth.columns(of: label)
    }

    /// Both and the blank between.
    let columns: Int
  }

  /// The most important first.
  package var items: [Item]

  /// The place of another item that is left out as late as the way back.
  private var keeping: Int?

  /// A bar of these keys.
  package init(_ items: [Item], keeping: Int? = nil) { (self.items, self.keeping) = (items, keeping) }

  /// The items that fit and where they begin, by their places.
  private func shown(_ columns: Int) -> [(place: Int, start: Int)] {
    var shown: [(place: Int, start: Int)] = []
    var (next, isFull) = (0, false)
    // What the way back takes, with the gap before it.
    func isKept(_ place: Int) -> Bool { items[place].isWayBack || place == keeping }
    let back = items.indices.first(where: isKept).map { items[$0].columns } ?? 0
    var kept = back > 0 && back <= columns ? back + 2 : 0
    for (place, item) in items.enumerated() {
      if isKept(place) { kept = 0 } else if isFull { continue }
      guard next + item.columns + kept <= columns else {
        isFull = true
        continue
      }
      shown.append((place, next))
      next += item.columns + 2
    }
    return shown
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
    return shown(room(rect, status)).first { $0.start <= column && column < $0.start + items[$0.place].columns }?.place
  }

  /// Draws it on the first row.
  /// - Parameter status: stands at the right end; the keys make room for it.
  package func draw(on frame: inout Frame, in rect: Rect, status: Line? = nil) {
    guard !rect.isEmpty else { return }
    for (index, start) in shown(room(rect, status)) {
      let (item, place) = (items[index], rect.dropLeft(start))
      let used = frame.put(item.key, at: place.origin, style: .key)
      frame.put(item.label, at: place.dropLeft(used + 1).origin, style: .bar)
    }
    guard let status, status.columns <= rect.columns else { return }
    status.draw(on: &frame, at: rect.right(status.columns).origin)
  }
}
