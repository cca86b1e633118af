import Canvas

/// Where things stand in a room that lists what can be opened: the search line, the list, and from 100 columns on a
/// page about what is marked.
struct ListPlaces {
  let query, list, page: Rect
  private let rule: Rect

  init(in body: Rect, isSearching: Bool) {
    let isWide = body.columns >= 100
    let left = isWide ? body.left(body.columns / 2 - 2).dropLeft(2) : Flow(body).rest
    query = left.top(1)
    list = left.dropTop(isSearching ? 2 : body.rows >= 14 ? 1 : 0)
    page = isWide ? body.dropLeft(body.columns / 2 + 2).dropTop(1).dropRight(2) : body.left(0)
    rule = Rect(column: page.column - 3, row: body.row, columns: 1, rows: body.rows)
  }

  /// The page beside the list, where there is room for it. The cursor stays in the list.
  func draw(_ text: ScrollView, on frame: inout Frame) {
    guard !page.isEmpty else { return }
    frame.fill(rule, with: "│", style: .border)
    var text = text
    let cursor = frame.cursor
    text.fit(page.size)
    text.draw(on: &frame, in: page)
    frame.cursor = cursor
  }

  /// Says why the list is empty, in its place.
  func say(_ text: String, on frame: inout Frame) {
    for (row, line) in text.wrapped(to: max(1, list.columns)).prefix(list.rows).enumerated() {
      frame.put(line, at: list.dropTop(row).origin, style: .dim)
    }
  }
}
