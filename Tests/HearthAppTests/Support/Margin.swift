import Canvas

/// A frame larger than the part that is drawn into, filled with a sign that nothing draws: shows what is drawn outside.
struct Margin {
  var frame: Frame
  let part: Rect
  private static let sign: Character = "▚"

  init(around size: Size) {
    frame = Frame(columns: size.columns + 7, rows: size.rows + 5)
    part = Rect(column: 3, row: 2, columns: size.columns, rows: size.rows)
    frame.fill(frame.bounds, with: Self.sign)
    frame.fill(part)
  }

  /// Whether everything around the part is as it was.
  var isIntact: Bool {
    (0..<frame.size.rows).allSatisfy { row in
      let cells = Array(frame.row(row))
      let isBeside = (part.row..<part.endRow).contains(row)
      let outside = isBeside ? cells[..<part.column] + cells[part.endColumn...] : cells[...]
      return outside.allSatisfy { $0.glyph == Self.sign.unicodeScalars.first?.value }
    }
  }
}
