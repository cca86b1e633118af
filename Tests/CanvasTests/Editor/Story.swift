import Pictures
import Testing

@testable import Canvas

// Stories about editing: a text with its cursor drawn as `|` and its selection as `[…]` with the cursor at one end of
// it, the keys, and what there is then.

extension TextBuffer {
  /// The text in a picture, with its cursor and selection.
  init(picture: String) {
    self.init(picture.filter { !"[|]".contains($0) })
    var positions: [Character: TextPosition] = [:]
    var plain = ""
    for character in picture {
      if "[|]".contains(character) {
        positions[character] = TextPosition.start.advanced(past: plain)
      } else {
        plain.append(character)
      }
    }
    let cursor = positions["|"] ?? .start
    if let start = positions["["], let end = positions["]"] { place(at: cursor == start ? end : start) }
    place(at: cursor, selecting: positions["["] != nil)
  }

  var picture: String {
    let start = text(in: .start..<(selection?.lowerBound ?? cursor))
    let end = text(in: (selection?.upperBound ?? cursor)..<self.end)
    guard let selection else { return start + "|" + end }
    let selected = selectedText
    return start + (cursor == selection.lowerBound ? "[|\(selected)]" : "[\(selected)|]") + end
  }
}

/// Inputs in key notation, separated by spaces. A word after `'` is typed letter by letter, `_` for the space bar.
func presses(_ notation: String) -> [Input] {
  notation.split(separator: " ").flatMap { word -> [Input] in
    if word.hasPrefix("'") { return word.dropFirst().map { .key(KeyPress(.character($0 == "_" ? " " : $0))) } }
    guard let key = KeyPress(String(word)) else {
      Issue.record("there is no key \(word)")
      return []
    }
    return [.key(key)]
  }
}

extension TextBuffer {
  /// What is left of a picture after some keys.
  static func after(_ picture: String, _ notation: String, width: Int = 80) -> String {
    var buffer = TextBuffer(picture: picture)
    buffer.width = width
    buffer.pageRows = 3
    for input in presses(notation) { _ = buffer.take(input) }
    return buffer.picture
  }
}

// MARK: Pictures

extension Frame {
  /// What is drawn by `draw` alone.
  static func drawn(_ columns: Int, _ rows: Int, _ draw: (inout Frame) -> Void) -> Frame {
    var frame = Frame(columns: columns, rows: rows)
    draw(&frame)
    return frame
  }

  /// The rows, with the cursor as `|` before the cell it stands on.
  var pictureWithCursor: String {
    picture { place, cell in
      let sign = cursor == place ? "|" : ""
      guard cell.width > 0 else { return sign }
      let glyph = glyph(of: cell)
      let marks = (0..<4).compactMap { glyph.marks[$0] == 0 ? nil : Unicode.Scalar(glyph.marks[$0]) }
      return sign + ([glyph.base] + marks).map { String(Character($0)) }.joined()
    }
  }

  /// The letters of the roles, one for each cell; a dot for plain text.
  var pictureOfRoles: String {
    picture { _, cell in
      if cell.style.role != .text { return String(cell.style.role.letter) }
      return cell.glyph == 0x20 ? " " : "."
    }
  }

  private func picture(_ draw: (Point, Cell) -> String) -> String {
    (0..<size.rows).map { row in
      self.row(row).enumerated().map { draw(Point(column: $0, row: row), $1) }.joined().withoutTrailingSpaces
    }.joined(separator: "\n")
  }
}

extension TextArea {
  /// What is drawn in a frame of this size.
  func drawn(_ columns: Int, _ rows: Int) -> Frame { Frame.drawn(columns, rows) { draw(on: &$0, in: $0.bounds) } }

  /// Takes keys in a frame of this size.
  mutating func press(_ notation: String, _ columns: Int, _ rows: Int) {
    for input in presses(notation) { handle(input, in: Rect(column: 0, row: 0, columns: columns, rows: rows)) }
  }
}
