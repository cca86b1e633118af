/// Names in a row, one of them current: it is bold and underlined. Where there is room, each has the digit that goes
/// there, for which they stand closer together if need be.
///
/// Where not all names fit, only the current one is shown.
package struct Tabs: Equatable, Sendable {
  /// From left to right.
  package var names: [String]
  /// One for each name; empty for none.
  package var digits: [String]
  /// The place of the current name.
  package var current: Int

  /// Names, their digits, and the place of the current one.
  package init(names: [String], digits: [String] = [], current: Int) {
    self.names = names
    self.digits = digits
    self.current = current
  }

  private struct Tab {
    let index: Int
    let digit: String
    let name: String
    let start: Int
    var end: Int { start + TextWidth.columns(of: digit + name) }
  }

  /// The fullest form that fits.
  private func layout(_ columns: Int) -> [Tab] {
    let hasDigits = digits.count == names.count && !digits.isEmpty
    let forms = (hasDigits ? [(true, 2), (true, 1)] : []) + [(false, 2), (false, 1)]
    for (hasDigits, gap) in forms {
      let all = tabs(names.indices, hasDigits: hasDigits, gap: gap)
      if fits(all, columns) { return all }
    }
    return names.indices.contains(current) ? tabs(current..<current + 1, hasDigits: false, gap: 2) : []
  }

  private func fits(_ tabs: [Tab], _ columns: Int) -> Bool { tabs.last.map { $0.end <= columns } ?? true }

  private func tabs(_ indices: Range<Int>, hasDigits: Bool, gap: Int) -> [Tab] {
    var start = 0
    return indices.map { index in
      let tab = Tab(index: index, digit: hasDigits ? digits[index] + " " : "", name: names[index], start: start)
      start = tab.end + gap
      return tab
    }
  }

  /// The name at a point of the screen.
  /// - Parameter rect: the same in which it is drawn.
  package func index(at point: Point, in rect: Rect) -> Int? {
    guard rect.contains(point), point.row == rect.row else { return nil }
    let column = point.column - rect.column
    return layout(rect.columns).first { $0.start <= column && column < $0.end }?.index
  }

  /// Draws them on the first row.
  package func draw(on frame: inout Frame, in rect: Rect) {
    guard !rect.isEmpty else { return }
    for tab in layout(rect.columns) {
      let room = rect.columns - tab.start
      let place = rect.dropLeft(tab.start).origin
      let used = frame.put(tab.digit, at: place, style: .dim, limit: room)
      let style = tab.index == current ? Style.accent.with([.bold, .underline]) : .bar
      frame.put(
        tab.name.truncated(to: room - used), at: Point(column: place.column + used, row: place.row), style: style)
    }
  }
}
