extension TextArea {
  /// Draws what is in sight, and sets the cursor of the frame while it is focused.
  package func draw(on frame: inout Frame, in rect: Rect, isFocused: Bool = true) {
    guard !rect.isEmpty else { return }
    let shown = shape == rect.size ? self : fitted(to: rect.size)
    shown.drawLines(on: &frame, in: rect)
    guard isFocused else { return }
    frame.cursor = shown.cursorPoint(in: rect)
    frame.cursorVisible = frame.cursor != nil
  }

  /// How many letters and spaces could be typed here that change nothing but their own places: plain words at the end of
  /// their line. 0 where there is more to be seen of them.
  package func lettersAhead(in rect: Rect) -> Int {
    let line = buffer.lines[cursor.line]
    guard shape == rect.size, finding == nil, selection == nil, !hasTitle || cursor.line > 0,
      cursor.offset == line.count, line.text.utf8.last.map(LocalEcho.shows) ?? true, markBeforeCursor == nil,
      let point = cursorPoint(in: rect)
    else { return 0 }
    return max(0, rect.endColumn - 1 - point.column)
  }

  private func drawLines(on frame: inout Frame, in rect: Rect) {
    var point = rect.origin
    var line = top.line
    while point.row < rect.endRow, line < buffer.lines.count {
      let rows = buffer.rows(of: line)
      let shown = rows.dropFirst(line == top.line ? top.row : 0).prefix(rect.endRow - point.row)
      // What begins on the row before may go on in sight.
      let start = rows[max(0, shown.startIndex - 1)].lowerBound
      let ink = Ink(line, of: self, in: start..<(shown.last?.upperBound ?? start))
      for row in shown {
        ink.draw(row, on: &frame, at: point, limit: rect.columns)
        point.row += 1
      }
      line += 1
    }
  }

  /// Nil where one has scrolled away from the cursor.
  private func cursorPoint(in rect: Rect) -> Point? {
    let caret = buffer.caretRow
    guard caret >= top, let below = rowsBetween(top, caret, atMost: rect.rows - 1) else { return nil }
    // Spaces at the end of a row hang over its edge.
    let column = min(buffer.column(of: buffer.caret), rect.columns - 1)
    return Point(column: rect.column + column, row: rect.row + below)
  }

  private func rowsBetween(_ first: TextRow, _ second: TextRow, atMost most: Int) -> Int? {
    var between = second.row - first.row
    for line in first.line..<second.line {
      between += buffer.rows(of: line).count
      if between - second.row > most { return nil }
    }
    return between <= most ? between : nil
  }
}

/// One line of a text with what is laid over it: marks, found places, the selection.
private struct Ink {
  private let line: TextLine
  private let base: Style
  /// Later ones lie above.
  private var layers: [(range: Range<Int>, style: Style)]
  /// The line break belongs to the selection.
  private let selectsBreak: Bool

  /// - Parameter part: where marks and found places are looked for.
  init(_ number: Int, of area: TextArea, in part: Range<Int>) {
    let line = area.buffer.lines[number]
    self.line = line
    base = area.hasTitle && number == 0 ? .heading : .text
    layers = TextMarks.scan(line.text, in: part).map { ($0.range, $0.kind == .tag ? .tag : .person) }
    if let finding = area.finding { layers += line.ranges(of: finding.needle, in: part).map { ($0, .found) } }
    let whole = TextPosition(line: number, offset: 0)..<TextPosition(line: number + 1, offset: 0)
    guard let selected = area.selection?.clamped(to: whole), !selected.isEmpty else {
      selectsBreak = false
      return
    }
    selectsBreak = selected.upperBound == whole.upperBound
    layers.append((selected.lowerBound.offset..<(selectsBreak ? line.count : selected.upperBound.offset), .selected))
  }

  /// Draws a row of the line.
  func draw(_ row: Range<Int>, on frame: inout Frame, at point: Point, limit: Int) {
    var point = point
    let end = point.column + limit
    let here = layers.filter { $0.range.overlaps(row) }
    // Most rows of most texts.
    if here.isEmpty, !selectsBreak {
      frame.put(line[row], at: point, style: base, limit: limit)
      return
    }
    for piece in Self.pieces(of: row, cutBy: here.map(\.range)) {
      let style = here.last { $0.range.contains(piece.lowerBound) }?.style ?? base
      point.column += frame.put(line[piece], at: point, style: style, limit: end - point.column)
    }
    if selectsBreak, row.upperBound == line.count {
      frame.put(" ", at: point, style: .selected, limit: end - point.column)
    }
  }

  private static func pieces(of row: Range<Int>, cutBy ranges: [Range<Int>]) -> [Range<Int>] {
    let cuts = ranges.flatMap { [$0.lowerBound, $0.upperBound] }.filter { row.contains($0) && $0 > row.lowerBound }
    let places = [row.lowerBound] + Set(cuts).sorted() + [row.upperBound]
    return zip(places, places.dropFirst()).map { $0..<$1 }
  }
}
