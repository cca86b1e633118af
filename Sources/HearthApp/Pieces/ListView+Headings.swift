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
    put(
      name, at: Point(column: place.column - 2, row: place.endRow - 1), style: .heading, limit: place.columns + 2)
  }
}
