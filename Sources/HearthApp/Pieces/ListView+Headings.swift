import Canvas

/// Lists with headings among their rows.
extension ListView {
  /// Shows items. What has no row of its own is a heading, with an empty line above it but at the top.
  mutating func show<Item>(_ items: [Item], row: (Item) -> Row?) {
    show(items.enumerated().map { place, item in row(item) ?? Row(nil, height: place == 0 ? 1 : 2) })
  }
}

extension Frame {
  /// A heading begins to the left of its rows.
  mutating func putHeading(_ name: String, in place: Rect) {
    // Where the list is no wider than its margin there is nothing of the row to go back from.
    guard !place.isEmpty else { return }
    put(
      name, at: Point(column: place.column - 2, row: place.endRow - 1), style: .heading, limit: place.columns + 2)
  }

  /// A row, and at its right end, where there is room for it, what else is known.
  mutating func putRow(_ name: Line, right: String, in place: Rect) {
    let width = place.columns >= 34 ? TextWidth.columns(of: right) : 0
    name.truncated(to: max(0, place.columns - (width > 0 ? width + 2 : 0))).draw(on: &self, at: place.origin)
    put(right, at: place.right(width).origin, style: .dim, limit: width)
  }

  /// The same with a plain name, bold where it is marked.
  mutating func putRow(_ name: String, isMarked: Bool, right: String, in place: Rect) {
    putRow(Line(name, isMarked ? .text.with(.bold) : .text), right: right, in: place)
  }
}
