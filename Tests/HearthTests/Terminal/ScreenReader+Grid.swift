extension ScreenReader.Grid {
  /// The rows as text, each without its trailing spaces.
  var lines: [String] { cells.indices.map(line) }

  private func line(_ row: Int) -> String {
    String(cells[row].map(\.text).joined().reversed().drop(while: { $0 == " " }).reversed())
  }

  /// Writes one character where the cursor is, and moves it on.
  mutating func put(_ scalar: Unicode.Scalar, pen: ScreenReader.Pen) -> [String] {
    let width = scalar.screenColumns
    guard width > 0 else {
      joinToLast(scalar)
      return []
    }
    var lost: [String] = []
    if isAtEdge || cursor.column + width > columns {
      cursor.column = 0
      isAtEdge = false
      lost = lineFeed()
    }
    clearHalves(from: cursor.column, count: width)
    for offset in 0..<min(width, columns - cursor.column) {
      cells[cursor.row][cursor.column + offset] = .init(text: offset == 0 ? String(scalar) : "", pen: pen)
    }
    isAtEdge = cursor.column + width >= columns
    cursor.column = min(cursor.column + width, columns - 1)
    return lost
  }

  /// A mark goes onto the character before it.
  private mutating func joinToLast(_ scalar: Unicode.Scalar) {
    var column = isAtEdge ? cursor.column : cursor.column - 1
    while column > 0, cells[cursor.row][column].text.isEmpty { column -= 1 }
    guard column >= 0 else { return }
    cells[cursor.row][column].text.unicodeScalars.append(scalar)
  }

  /// Overwriting one half of a wide character makes the other half a space.
  mutating func clearHalves(from column: Int, count: Int) {
    if column < columns, cells[cursor.row][column].text.isEmpty, column > 0 {
      cells[cursor.row][column - 1].text = " "
      cells[cursor.row][column].text = " "
    }
    let end = column + count
    if end < columns, cells[cursor.row][end].text.isEmpty { cells[cursor.row][end].text = " " }
  }

  /// Goes down a row, scrolling at the bottom.
  ///
  /// - Returns: The rows that left the top of the screen, as text.
  mutating func lineFeed() -> [String] {
    guard cursor.row == scrolls.upperBound else {
      cursor.row = min(cursor.row + 1, rows - 1)
      return []
    }
    let lost = scrolls.lowerBound == 0 ? [line(0)] : []
    scroll(scrolls, by: 1, pen: .init())
    return lost
  }

  /// Goes up a row, scrolling at the top.
  mutating func reverseLineFeed() {
    if cursor.row == scrolls.lowerBound {
      scroll(scrolls, by: -1, pen: .init())
    } else {
      cursor.row = max(cursor.row - 1, 0)
    }
  }

  /// Moves the rows of `range` up, or down when `count` is negative; empty rows come in.
  mutating func scroll(_ range: ClosedRange<Int>, by count: Int, pen: ScreenReader.Pen) {
    let empty = Array(repeating: ScreenReader.Cell(pen: pen), count: columns)
    let distance = min(abs(count), range.count)
    if count > 0 {
      cells.removeSubrange(range.lowerBound..<range.lowerBound + distance)
      cells.insert(contentsOf: repeatElement(empty, count: distance), at: range.upperBound + 1 - distance)
    } else {
      cells.removeSubrange(range.upperBound + 1 - distance..<range.upperBound + 1)
      cells.insert(contentsOf: repeatElement(empty, count: distance), at: range.lowerBound)
    }
  }

  /// Makes cells of the cursor's row empty.
  mutating func erase(_ range: Range<Int>, pen: ScreenReader.Pen) {
    let range = range.clamped(to: 0..<columns)
    guard !range.isEmpty else { return }
    clearHalves(from: range.lowerBound, count: range.count)
    for column in range { cells[cursor.row][column] = .init(pen: pen) }
  }

  /// Makes whole rows empty.
  mutating func eraseRows(_ range: Range<Int>, pen: ScreenReader.Pen) {
    for row in range.clamped(to: 0..<rows) {
      cells[row] = Array(repeating: .init(pen: pen), count: columns)
    }
  }

  /// Opens `count` empty cells at the cursor; the row's end falls off.
  mutating func insertCells(_ count: Int, pen: ScreenReader.Pen) {
    let count = min(count, columns - cursor.column)
    cells[cursor.row].insert(contentsOf: repeatElement(.init(pen: pen), count: count), at: cursor.column)
    cells[cursor.row].removeLast(count)
  }

  /// Takes `count` cells out at the cursor; the rest of the row moves up to it.
  mutating func deleteCells(_ count: Int, pen: ScreenReader.Pen) {
    let count = min(count, columns - cursor.column)
    cells[cursor.row].removeSubrange(cursor.column..<cursor.column + count)
    cells[cursor.row].append(contentsOf: repeatElement(.init(pen: pen), count: count))
  }

  /// Moves the cursor, keeping it on the screen.
  mutating func move(row: Int, column: Int) {
    cursor.row = min(max(row, 0), rows - 1)
    cursor.column = min(max(column, 0), columns - 1)
    isAtEdge = false
  }

  /// Cuts or pads at the right and at the bottom.
  mutating func resize(to size: ScreenSize) {
    columns = size.columns
    cells = (0..<size.rows).map { row in
      let old = row < rows ? cells[row].prefix(columns) : []
      return old + Array(repeating: ScreenReader.Cell(), count: columns - old.count)
    }
    scrolls = 0...size.rows - 1
    move(row: cursor.row, column: cursor.column)
  }
}

extension Unicode.Scalar {
  /// How many columns a terminal gives this character: what every common terminal agrees on, no finer.
  var screenColumns: Int {
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: break
    }
    if (0x1F1E6...0x1F1FF).contains(value) { return 1 }
    return properties.isEmojiPresentation || Self.wide.contains { $0.contains(value) } ? 2 : 1
  }

  /// East Asian wide and full-width characters, by block.
  private static let wide: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xA000...0xA4CF,
    0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6,
    0x1F300...0x1F320, 0x1F330...0x1F393, 0x20000...0x3FFFD,
  ]
}
