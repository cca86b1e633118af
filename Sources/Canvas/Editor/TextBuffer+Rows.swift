extension TextBuffer {
  /// The row on which the cursor is shown.
  var caretRow: TextRow { row(of: caret) }

  private func row(of caret: Caret) -> TextRow {
    let (line, offset) = (caret.position.line, caret.position.offset)
    let rows = rows(of: line)
    let row = rows.lastIndex { $0.lowerBound <= offset } ?? 0
    let isShownBefore = caret.clings && row > 0 && rows[row].lowerBound == offset
    return TextRow(line: line, row: isShownBefore ? row - 1 : row)
  }

  /// The column at which the cursor is shown, from 0.
  func column(of caret: Caret) -> Int {
    let row = row(of: caret)
    let start = rows(of: row.line)[row.row].lowerBound
    return TextWidth.columns(of: lines[row.line][start..<caret.position.offset])
  }

  /// The place in a row that is nearest to a column, from the left.
  func caret(in row: TextRow, nearest column: Int) -> Caret {
    let end = end(of: row)
    let line = lines[row.line]
    var offset = rows(of: row.line)[row.row].lowerBound
    var columns = 0
    while offset < end.position.offset {
      let next = line.next(after: offset)
      columns += TextWidth.columns(of: line[offset..<next])
      guard columns <= column else { return Caret(position: TextPosition(line: row.line, offset: offset)) }
      offset = next
    }
    return end
  }

  /// The end of a row: before the space at which it was wrapped, or after its last character.
  func end(of row: TextRow) -> Caret {
    let rows = rows(of: row.line)
    let line = lines[row.line]
    let end = rows[row.row].upperBound
    guard row.row < rows.count - 1 else { return Caret(position: TextPosition(line: row.line, offset: end)) }
    let last = line.previous(before: end)
    let hasSpace = line[last..<end].first?.isWhitespace == true && last > rows[row.row].lowerBound
    return Caret(position: TextPosition(line: row.line, offset: hasSpace ? last : end), clings: !hasSpace)
  }

  // MARK: From row to row

  /// The last row of the text.
  var lastRow: TextRow { TextRow(line: lines.count - 1, row: rows(of: lines.count - 1).count - 1) }

  /// A row further down, or up where `count` is negative; the first or the last where the text ends before.
  func row(_ row: TextRow, down count: Int) -> TextRow {
    count < 0 ? self.row(row, up: -count) : self.row(row, downBy: count)
  }

  private func row(_ row: TextRow, downBy count: Int) -> TextRow {
    var (row, left) = (row, count)
    while true {
      let last = rows(of: row.line).count - 1
      if row.row + left <= last || row.line == lines.count - 1 {
        return TextRow(line: row.line, row: min(row.row + left, last))
      }
      left -= last - row.row + 1
      row = TextRow(line: row.line + 1, row: 0)
    }
  }

  private func row(_ row: TextRow, up count: Int) -> TextRow {
    var (row, left) = (row, count)
    while row.row < left, row.line > 0 {
      left -= row.row + 1
      row = TextRow(line: row.line - 1, row: rows(of: row.line - 1).count - 1)
    }
    return TextRow(line: row.line, row: max(0, row.row - left))
  }
}
