/// One line of text in which parts have their own styles.
package struct Line: Hashable, Sendable {
  /// A part in one style.
  package struct Span: Hashable, Sendable {
    package var text: String
    package var style: Style
  }

  /// The parts from left to right; neighbours differ in style, and none is empty.
  package private(set) var spans: [Span] = []
  /// Columns by which its rows after the first are indented where it is wrapped.
  package var hang = 0

  /// A line with nothing on it.
  package init() {}

  /// A line in one style. Line breaks do not break it.
  package init(_ text: String, _ style: Style = .text) { append(text, style) }

  /// Adds text at the end.
  package mutating func append(_ text: String, _ style: Style = .text) {
    guard !text.isEmpty else { return }
    if let last = spans.last, last.style == style {
      spans[spans.count - 1].text += text
    } else {
      spans.append(Span(text: text, style: style))
    }
  }

  /// Adds another line at the end, in its styles.
  package mutating func append(_ line: Line) {
    for span in line.spans { append(span.text, span.style) }
  }

  /// Without styles.
  package var text: String { spans.map(\.text).joined() }
  /// The columns that it takes.
  package var columns: Int { spans.reduce(0) { $0 + TextWidth.columns(of: $1.text) } }
  /// Whether there is nothing on it.
  package var isEmpty: Bool { spans.isEmpty }

  /// Draws it on one row, clipped to `limit` columns.
  /// - Returns: the columns that were used.
  @discardableResult
  package func draw(on frame: inout Frame, at point: Point, limit: Int = .max) -> Int {
    var used = 0
    for span in spans {
      let place = Point(column: point.column + used, row: point.row)
      used += frame.put(span.text, at: place, style: span.style, limit: limit - used)
    }
    return used
  }

  /// The line when it fits, else its beginning and `…` in the style of what was left out.
  package func truncated(to columns: Int) -> Line {
    guard self.columns > columns else { return self }
    var short = Line()
    for span in spans {
      let room = columns - short.columns
      let isCut = TextWidth.columns(of: span.text) >= room
      // A span that just fits would leave no room for the sign, and something follows it.
      short.append(isCut ? (span.text + " ").truncated(to: room) : span.text, span.style)
      if isCut { break }
    }
    return short
  }

  /// The rows of the line, broken as ``wrap(_:width:hang:)`` does, without the spaces at which they were broken. An
  /// indent that would leave less than half of the room is left out.
  package func wrapped(to columns: Int) -> [Line] {
    let hang = hang * 2 <= columns ? hang : 0
    var rest = LineRest(self)
    return wrap(text, width: columns, hang: hang).map { row in
      var line = Line(String(repeating: " ", count: row.lowerBound > 0 ? hang : 0))
      line.append(rest.take(row.count))
      line.dropTrailingSpaces()
      return line
    }
  }

  private mutating func dropTrailingSpaces() {
    while let last = spans.last, last.text.utf8.last == 0x20 {
      spans[spans.count - 1].text = last.text.withoutTrailingSpaces
      if spans[spans.count - 1].text.isEmpty { spans.removeLast() }
    }
  }
}

/// What is left of a line that is cut into pieces from its start.
private struct LineRest {
  private var spans: ArraySlice<Line.Span>
  /// Bytes of the first span that are gone.
  private var taken = 0

  init(_ line: Line) { spans = line.spans[...] }

  /// - Parameter bytes: in UTF-8, on the boundary of a character.
  mutating func take(_ bytes: Int) -> Line {
    var piece = Line()
    var wanted = bytes
    while wanted > 0, let span = spans.first {
      let utf8 = span.text.utf8
      let start = utf8.index(utf8.startIndex, offsetBy: taken)
      let count = min(wanted, utf8.count - taken)
      piece.append(String(span.text[start..<utf8.index(start, offsetBy: count)]), span.style)
      wanted -= count
      taken += count
      guard taken == utf8.count else { break }
      spans.removeFirst()
      taken = 0
    }
    return piece
  }
}

extension [Line] {
  /// The rows of all lines.
  package func wrapped(to columns: Int) -> [Line] { flatMap { $0.wrapped(to: columns) } }
}

extension Collection<Line> {
  /// Draws each on a row of its own, as many as there is room for.
  package func draw(on frame: inout Frame, in rect: Rect) {
    for (row, line) in prefix(rect.rows).enumerated() {
      line.draw(on: &frame, at: rect.dropTop(row).origin, limit: rect.columns)
    }
  }
}
