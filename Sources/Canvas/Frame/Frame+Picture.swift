extension Frame {
  /// The picture as text: rows joined by line breaks, without the spaces at their ends.
  package func text() -> String {
    (0..<size.rows).map { text(ofRow: $0) }.joined(separator: "\n")
  }

  /// One row, from 0 at the top, without the spaces at its end.
  package func text(ofRow row: Int) -> String {
    var line = String.UnicodeScalarView()
    for cell in self.row(row) where cell.width > 0 {
      let glyph = glyph(of: cell)
      line.append(glyph.base)
      for place in 0..<4 {
        if glyph.marks[place] != 0, let mark = Unicode.Scalar(glyph.marks[place]) { line.append(mark) }
      }
    }
    return String(line).withoutTrailingSpaces
  }
}
