/// A place between two characters of a text.
package struct TextPosition: Hashable, Comparable, Sendable {
  /// The logical line, from 0.
  package var line: Int
  /// UTF-8 bytes from the start of that line.
  package var offset: Int

  package init(line: Int, offset: Int) {
    self.line = line
    self.offset = offset
  }

  package static let start = TextPosition(line: 0, offset: 0)

  /// Earlier in the text.
  package static func < (first: TextPosition, second: TextPosition) -> Bool {
    (first.line, first.offset) < (second.line, second.offset)
  }

  /// Where a text that begins here ends.
  func advanced(past text: String) -> TextPosition {
    guard let newline = text.utf8.lastIndex(of: TextBuffer.newline) else {
      return TextPosition(line: line, offset: offset + text.utf8.count)
    }
    let lines = text.utf8.reduce(0) { $1 == TextBuffer.newline ? $0 + 1 : $0 }
    return TextPosition(line: line + lines, offset: text.utf8.distance(from: newline, to: text.endIndex) - 1)
  }
}

/// One row as it is displayed: a long line is wrapped into several.
struct TextRow: Hashable, Comparable, Sendable {
  var line: Int
  /// Counted from 0 within the line.
  var row: Int

  static func < (first: TextRow, second: TextRow) -> Bool {
    (first.line, first.row) < (second.line, second.row)
  }
}

/// Where the cursor stands, and what it remembers while it moves.
struct Caret: Hashable, Sendable {
  var position = TextPosition.start
  /// The other end of the selection.
  var anchor: TextPosition?
  /// Where a row ends without a space, its end and the start of the next row are one place in the text: this says
  /// that the cursor is shown at the end.
  var clings = false
  /// The column that moving up and down tries to keep.
  var goal: Int?
}
