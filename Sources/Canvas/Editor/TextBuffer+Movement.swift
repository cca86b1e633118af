extension TextBuffer {
  /// Moves the cursor. With `selecting` the selection grows or shrinks; else it ends, and moving left or right goes
  /// to its edge.
  package mutating func move(_ motion: Motion, selecting: Bool = false) {
    let edge = selecting ? nil : selectionEdge(towards: motion)
    place(edge.map { Caret(position: $0) } ?? destination(of: motion), selecting: selecting)
  }

  private func selectionEdge(towards motion: Motion) -> TextPosition? {
    switch motion {
    case .left: selection?.lowerBound
    case .right: selection?.upperBound
    default: nil
    }
  }

  /// Where a motion leads from the cursor.
  func destination(of motion: Motion) -> Caret {
    switch motion {
    case .up: destination(rowsDown: -1)
    case .down: destination(rowsDown: 1)
    case .pageUp: destination(rowsDown: -pageRows)
    case .pageDown: destination(rowsDown: pageRows)
    case .rowStart: rowStart
    case .rowEnd: rowEnd
    case .left: Caret(position: left)
    case .right: Caret(position: right)
    case .wordLeft: Caret(position: wordLeft)
    case .wordRight: Caret(position: wordRight)
    case .lineStart: Caret(position: lineStart)
    case .lineEnd: Caret(position: lineEnd)
    case .paragraphUp: Caret(position: paragraphUp)
    case .paragraphDown: Caret(position: paragraphDown)
    case .textStart: Caret(position: .start)
    case .textEnd: Caret(position: end)
    }
  }

  // MARK: In the line

  private var line: TextLine { lines[cursor.line] }

  private var lineStart: TextPosition { TextPosition(line: cursor.line, offset: 0) }

  private var lineEnd: TextPosition { TextPosition(line: cursor.line, offset: line.count) }

  private var left: TextPosition { back { $0.previous(before: $1) } }

  private var right: TextPosition { forth { $0.next(after: $1) } }

  private var wordLeft: TextPosition { back { $0.wordStart(before: $1) } }

  private var wordRight: TextPosition { forth { $0.wordEnd(after: $1) } }

  /// To a place earlier in the line; from its start to the end of the line before.
  private func back(_ place: (TextLine, Int) -> Int) -> TextPosition {
    cursor == lineStart ? endOfLineBefore : at(place(line, cursor.offset))
  }

  /// To a place later in the line; from its end to the start of the line after.
  private func forth(_ place: (TextLine, Int) -> Int) -> TextPosition {
    cursor == lineEnd ? startOfLineAfter : at(place(line, cursor.offset))
  }

  private func at(_ offset: Int) -> TextPosition { TextPosition(line: cursor.line, offset: offset) }

  private var endOfLineBefore: TextPosition {
    cursor.line == 0 ? .start : TextPosition(line: cursor.line - 1, offset: lines[cursor.line - 1].count)
  }

  private var startOfLineAfter: TextPosition {
    cursor.line == lines.count - 1 ? end : TextPosition(line: cursor.line + 1, offset: 0)
  }

  // MARK: Paragraphs

  /// The start of this paragraph, or of the one before.
  private var paragraphUp: TextPosition {
    let before = lines[..<cursor.line].lastIndex { $0.count > 0 } ?? 0
    return cursor.offset > 0 ? lineStart : TextPosition(line: before, offset: 0)
  }

  /// The start of the next paragraph.
  private var paragraphDown: TextPosition {
    let after = lines[(cursor.line + 1)...].firstIndex { $0.count > 0 }
    return after.map { TextPosition(line: $0, offset: 0) } ?? end
  }

  // MARK: Rows

  private var rowStart: Caret {
    let start = at(rows(of: cursor.line)[caretRow.row].lowerBound)
    return Caret(position: start == cursor ? lineStart : start)
  }

  private var rowEnd: Caret {
    let end = end(of: caretRow)
    return end.position == cursor ? Caret(position: lineEnd) : end
  }

  /// By rows, keeping the column; from the first row up leads to the start of the text, from the last down to its end.
  private func destination(rowsDown count: Int) -> Caret {
    let here = caretRow
    let there = row(here, down: count)
    guard there != here else { return Caret(position: count < 0 ? .start : end) }
    let goal = caret.goal ?? column(of: caret)
    var caret = caret(in: there, nearest: goal)
    caret.goal = goal
    return caret
  }
}
