/// One line of text in which parts have their own styles.
package struct Line: Hashable, Sendable {
  /// A part in one style.
  package struct Span: Hashable, Sendable {
    package var text: String
    package var style: Style
  }

  /// The parts from left to right; neighbours differ in style, and none is empty.
  package private(set) var spans: [Span] = []

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

  /// The rows of the line, broken as ``wrap(_:width:)`` does, without the spaces at which they were broken.
  package func wrapped(to columns: Int) -> [Line] {
    let text = text
    return wrap(text, width: columns).map { row in
      let bytes = Array(text.utf8[row])
      let kept = bytes.lastIndex { $0 != 0x20 }.map { $0 + 1 } ?? 0
      return part(row.lowerBound..<row.lowerBound + kept)
    }
  }

  /// What lies between two offsets in the UTF-8 of ``text``.
  private func part(_ range: Range<Int>) -> Line {
    var part = Line()
    var start = 0
    for span in spans {
      let end = start + span.text.utf8.count
      let common = range.clamped(to: start..<end)
      part.append(String(span.text.utf8[common.lowerBound - start..<common.upperBound - start]), span.style)
      start = end
    }
    return part
  }
}

extension String.UTF8View {
  /// The bytes between two offsets, on the boundaries of scalars.
  fileprivate subscript(range: Range<Int>) -> Substring.UTF8View {
    let start = index(startIndex, offsetBy: range.lowerBound)
    return self[start..<index(start, offsetBy: range.count)]
  }
}

extension String {
  fileprivate init(_ bytes: Substring.UTF8View) { self = String(Substring(bytes)) }
}

extension [Line] {
  /// The rows of all lines.
  package func wrapped(to columns: Int) -> [Line] { flatMap { $0.wrapped(to: columns) } }
}
