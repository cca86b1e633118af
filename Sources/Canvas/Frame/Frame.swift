/// A picture of the whole screen: rows of cells, and the place of the cursor.
///
/// Screens draw the whole of it from their state; a display shows what changed. Nothing here fails: what lies
/// outside the frame is clipped, and what covers half of a wide character blanks its other half.
package struct Frame: Sendable {
  package let size: Size
  /// Where the cursor stands, also while it is hidden: screen readers follow it. Nil leaves it at the top left.
  package var cursor: Point?
  /// Whether the cursor is seen: only where one types.
  package var cursorVisible = false
  /// What may be shown of typing before it is taken; nil where nothing may. It is not seen, and two frames may look the same without it.
  package var echo: LocalEcho?

  private var cells: [Cell]
  /// What cells with combining marks show.
  private var glyphs: [Glyph] = []

  /// An empty frame.
  package init(size: Size) {
    self.size = Size(columns: max(0, size.columns), rows: max(0, size.rows))
    cells = Array(repeating: .blank(), count: self.size.columns * self.size.rows)
  }

  /// An empty frame.
  package init(columns: Int, rows: Int) { self.init(size: Size(columns: columns, rows: rows)) }

  /// The whole of it, to lay out in.
  package var bounds: Rect { Rect(size) }
}

// MARK: Reading

extension Frame {
  /// The cells of a row from left to right; the slice starts anywhere, not at 0.
  package func row(_ row: Int) -> ArraySlice<Cell> {
    cells[row * size.columns..<(row + 1) * size.columns]
  }

  /// What a cell of this frame shows. For the right half of a wide character that is a blank.
  package func glyph(of cell: Cell) -> Glyph {
    if let place = cell.tablePlace { return glyphs[place] }
    return Glyph(cell.width == 0 ? " " : Unicode.Scalar(cell.glyph) ?? "�", width: max(1, cell.width))
  }

  /// The columns of a row that look different in another frame of the same size, cut at whole characters of both;
  /// nil when none do.
  package func change(inRow row: Int, since other: Frame) -> Range<Int>? {
    let start = row * size.columns
    guard var (first, last) = ends(ofChangeIn: start..<start + size.columns, since: other) else { return nil }
    first -= start
    last -= start
    while first > 0, cells[start + first].width == 0 || other.cells[start + first].width == 0 { first -= 1 }
    while last + 1 < size.columns, cells[start + last + 1].width == 0 || other.cells[start + last + 1].width == 0 {
      last += 1
    }
    return first..<last + 1
  }

  /// The first and the last place that look different. Most rows of most frames are as they were: those are known by their numbers.
  private func ends(ofChangeIn places: Range<Int>, since other: Frame) -> (Int, Int)? {
    if hasSameBits(places, as: other) { return nil }
    guard let first = places.first(where: { !looksTheSame(at: $0, in: other) }),
      let last = places.last(where: { !looksTheSame(at: $0, in: other) })
    else { return nil }
    return (first, last)
  }

  /// As plain numbers and without a branch, so that the processor takes several at once: this looks at the whole screen with every
  /// key. Cells of the glyph table never count as the same here.
  private func hasSameBits(_ places: Range<Int>, as other: Frame) -> Bool {
    cells.withUnsafeBytes { mine in
      other.cells.withUnsafeBytes { theirs in
        mine.withMemoryRebound(to: UInt64.self) { mine in
          theirs.withMemoryRebound(to: UInt64.self) { theirs in
            var difference: UInt64 = 0
            for place in places { difference |= (mine[place] ^ theirs[place]) | (mine[place] & Cell.tableBits) }
            return difference == 0
          }
        }
      }
    }
  }

  private func looksTheSame(at place: Int, in other: Frame) -> Bool {
    let (mine, theirs) = (cells[place], other.cells[place])
    if mine.tablePlace == nil, theirs.tablePlace == nil { return mine == theirs }
    return mine.style == theirs.style && glyph(of: mine) == other.glyph(of: theirs)
  }
}

extension Frame: Equatable {
  /// Whether a person would see the same.
  package static func == (left: Frame, right: Frame) -> Bool {
    guard left.size == right.size, left.cursor == right.cursor, left.cursorVisible == right.cursorVisible else {
      return false
    }
    if left.glyphs == right.glyphs { return left.cells == right.cells }
    return left.cells.indices.allSatisfy { left.looksTheSame(at: $0, in: right) }
  }
}

// MARK: Drawing

extension Frame {
  /// Draws text on one row, clipped to the frame and to `limit` columns. A wide character that fits only by half is
  /// left out.
  ///
  /// - Returns: The columns that were used, those outside the frame included.
  @discardableResult
  package mutating func put(
    _ text: some StringProtocol, at point: Point, style: Style = .text, limit: Int? = nil
  ) -> Int {
    put(String(text), at: point, style: style, limit: limit)
  }

  /// The same for a `String`. Calls from other modules use this overload, which needs no generic dispatch.
  @discardableResult
  package mutating func put(_ text: String, at point: Point, style: Style = .text, limit: Int? = nil) -> Int {
    let room = min(size.columns - point.column, limit ?? .max)
    guard room > 0, point.row >= 0, point.row < size.rows else {
      return min(TextWidth.columns(of: text), max(0, limit ?? .max))
    }
    if let used = putPlain(text, at: point, style, room) { return used }
    var pen = Pen(row: point.row, start: point.column, end: point.column + room, style: style)
    Clusters.walk(text) { draw($0, with: &pen) }
    blankRightHalf(at: pen.column, row: point.row)
    return pen.column - point.column
  }

  /// The same on the first row of a part, clipped to it: nothing where the part is empty.
  @discardableResult
  package mutating func put(_ text: String, in rect: Rect, style: Style = .text) -> Int {
    rect.isEmpty ? 0 : put(text, at: rect.origin, style: style, limit: rect.columns)
  }

  /// Text in which every byte is a character of one column: most of what there is, and ten times as fast.
  /// - Returns: nil where it is no such text.
  private mutating func putPlain(_ text: String, at point: Point, _ style: Style, _ room: Int) -> Int? {
    guard point.column >= 0 else { return nil }
    let start = point.row * size.columns + point.column
    let used = text.utf8.withContiguousStorageIfAvailable { bytes -> Int? in
      guard bytes.allSatisfy({ $0 &- 0x20 < 0x5F }) else { return nil }
      let count = min(bytes.count, room)
      guard count > 0 else { return 0 }
      if cells[start].width == 0 { blankLeftHalf(of: start) }
      for place in 0..<count { cells[start + place] = Cell(scalar: UInt32(bytes[place]), style: style) }
      return count
    }
    guard let used = used ?? nil else { return nil }
    blankRightHalf(at: point.column + used, row: point.row)
    return used
  }

  /// Where a text is being drawn.
  private struct Pen {
    let row: Int
    var column: Int
    let end: Int
    let style: Style

    init(row: Int, start: Int, end: Int, style: Style) {
      (self.row, column, self.end, self.style) = (row, start, end, style)
    }
  }

  /// - Returns: False when there is no more room.
  private mutating func draw(_ cluster: Cluster, with pen: inout Pen) -> Bool {
    switch cluster.content {
    case .scalar(let scalar):
      return draw(Glyph(scalar, width: UInt8(TextWidth.columns(of: scalar))), with: &pen)
    case .character(let character):
      var hasRoom = true
      TextWidth.forEachGlyph(of: character) { if hasRoom { hasRoom = draw($0, with: &pen) } }
      return hasRoom
    }
  }

  private mutating func draw(_ glyph: Glyph, with pen: inout Pen) -> Bool {
    let width = Int(glyph.width)
    guard pen.column + width <= pen.end else { return false }
    if pen.column >= 0 {
      place(glyph, at: pen.column, row: pen.row, style: pen.style)
    } else if pen.column + width > 0 {
      place(Glyph(" "), at: 0, row: pen.row, style: pen.style)
    }
    pen.column += width
    return pen.column < pen.end
  }

  /// Writes a glyph that fits. The right half of what stood behind it is blanked by ``blankRightHalf(at:row:)``
  /// after the last.
  private mutating func place(_ glyph: Glyph, at column: Int, row: Int, style: Style) {
    let place = row * size.columns + column
    if cells[place].width == 0 { blankLeftHalf(of: place) }
    cells[place] = Cell(scalar: glyph.base.value, style: style, width: glyph.width)
    if glyph.hasMarks {
      cells[place].tablePlace = glyphs.count
      glyphs.append(glyph)
    }
    if glyph.width == 2 { cells[place + 1] = .rightHalf(style) }
  }

  /// What is left of a wide character when its right half goes.
  private mutating func blankLeftHalf(of place: Int) {
    if cells[place - 1].width == 2 { cells[place - 1] = .blank(cells[place - 1].style) }
  }

  /// Blanks a right half at `column` whose left half has just been overwritten.
  private mutating func blankRightHalf(at column: Int, row: Int) {
    guard column > 0, column < size.columns else { return }
    let place = row * size.columns + column
    if cells[place].width == 0, cells[place - 1].width != 2 { cells[place] = .blank(cells[place].style) }
  }

  /// Fills a part with one character. A wide one fills what it can, and a blank the rest.
  package mutating func fill(_ rect: Rect, with character: Character = " ", style: Style = .text) {
    let visible = rect.intersection(bounds)
    guard !visible.isEmpty else { return }
    if let scalar = character.unicodeScalars.first, character.unicodeScalars.count == 1,
      TextWidth.columns(of: scalar) == 1
    {
      return fill(visible, with: Cell(scalar: scalar.value, style: style))
    }
    let width = max(1, TextWidth.columns(of: character))
    var line = String(repeating: String(character), count: visible.columns / width)
    line += String(repeating: " ", count: visible.columns % width)
    for row in visible.row..<visible.endRow {
      put(line, at: Point(column: visible.column, row: row), style: style)
    }
  }

  /// The plain case of rules and empty areas: cells are written as they are.
  private mutating func fill(_ visible: Rect, with cell: Cell) {
    for row in visible.row..<visible.endRow {
      let start = row * size.columns
      if cells[start + visible.column].width == 0 { blankLeftHalf(of: start + visible.column) }
      for column in visible.column..<visible.endColumn { cells[start + column] = cell }
      blankRightHalf(at: visible.endColumn, row: row)
    }
  }

  /// Gives another style to what stands in a part.
  package mutating func style(_ rect: Rect, as style: Style) {
    let visible = rect.intersection(bounds)
    guard !visible.isEmpty else { return }
    for row in visible.row..<visible.endRow {
      for column in visible.column..<visible.endColumn { cells[row * size.columns + column].style = style }
    }
  }

  /// Lays another frame on top, its top left corner at `point`. A cursor it has becomes the cursor here.
  package mutating func put(_ frame: Frame, at point: Point) {
    for row in 0..<frame.size.rows where point.row + row >= 0 && point.row + row < size.rows {
      for (offset, cell) in frame.row(row).enumerated() {
        let column = point.column + offset
        guard column >= 0, column + Int(cell.width) <= size.columns, cell.width > 0 else { continue }
        place(frame.glyph(of: cell), at: column, row: point.row + row, style: cell.style)
        blankRightHalf(at: column + Int(cell.width), row: point.row + row)
      }
    }
    guard let theirs = frame.cursor else { return }
    cursor = Point(column: point.column + theirs.column, row: point.row + theirs.row)
    cursorVisible = frame.cursorVisible
  }

  /// Some of its rows, as a frame of their own without a cursor.
  func part(_ rows: Range<Int>) -> Frame {
    var part = Frame(columns: size.columns, rows: rows.count)
    part.cells = Array(cells[rows.lowerBound * size.columns..<rows.upperBound * size.columns])
    part.glyphs = glyphs
    return part
  }
}
