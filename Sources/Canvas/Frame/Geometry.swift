/// How large something is, in columns and rows of the terminal.
package struct Size: Hashable, Sendable {
  package var columns: Int
  package var rows: Int

  /// A size; negative ones are allowed and hold nothing.
  package init(columns: Int, rows: Int) {
    self.columns = columns
    self.rows = rows
  }
}

/// A place on the screen, counted from 0 at the top left. Places outside the screen are allowed: what is drawn there
/// is clipped.
package struct Point: Hashable, Sendable {
  package var column: Int
  package var row: Int

  /// A place.
  package init(column: Int, row: Int) {
    self.column = column
    self.row = row
  }
}

/// A part of the screen.
///
/// The verbs that cut parts off never give a part larger than the whole: asked for too much they give all, and the
/// rest is empty.
package struct Rect: Hashable, Sendable {
  package var column: Int
  package var row: Int
  /// Width; never below 0.
  package var columns: Int
  /// Height; never below 0.
  package var rows: Int

  /// A part; negative widths and heights become 0.
  package init(column: Int, row: Int, columns: Int, rows: Int) {
    self.column = column
    self.row = row
    self.columns = max(0, columns)
    self.rows = max(0, rows)
  }

  /// All of something of that size.
  package init(_ size: Size) { self.init(column: 0, row: 0, columns: size.columns, rows: size.rows) }

  /// The top left corner.
  package var origin: Point { Point(column: column, row: row) }
  /// Its width and height.
  package var size: Size { Size(columns: columns, rows: rows) }
  /// The first column to the right of it.
  package var endColumn: Int { column + columns }
  /// The first row below it.
  package var endRow: Int { row + rows }
  /// Whether nothing fits into it.
  package var isEmpty: Bool { columns == 0 || rows == 0 }

  /// Whether a place lies within it.
  package func contains(_ point: Point) -> Bool {
    point.column >= column && point.column < endColumn && point.row >= row && point.row < endRow
  }
}

// MARK: Cutting

extension Rect {
  /// The first rows.
  package func top(_ count: Int) -> Rect {
    Rect(column: column, row: row, columns: columns, rows: min(max(0, count), rows))
  }

  /// The last rows.
  package func bottom(_ count: Int) -> Rect { dropTop(rows - min(max(0, count), rows)) }

  /// The first columns.
  package func left(_ count: Int) -> Rect {
    Rect(column: column, row: row, columns: min(max(0, count), columns), rows: rows)
  }

  /// The last columns.
  package func right(_ count: Int) -> Rect { dropLeft(columns - min(max(0, count), columns)) }

  /// What is left below the first rows.
  package func dropTop(_ count: Int) -> Rect {
    let taken = min(max(0, count), rows)
    return Rect(column: column, row: row + taken, columns: columns, rows: rows - taken)
  }

  /// What is left above the last rows.
  package func dropBottom(_ count: Int) -> Rect { top(rows - max(0, count)) }

  /// What is left beside the first columns.
  package func dropLeft(_ count: Int) -> Rect {
    let taken = min(max(0, count), columns)
    return Rect(column: column + taken, row: row, columns: columns - taken, rows: rows)
  }

  /// What is left beside the last columns.
  package func dropRight(_ count: Int) -> Rect { left(columns - max(0, count)) }

  /// What is left inside a margin of so many columns at both sides, and so many rows above and below.
  package func inset(columns: Int = 0, rows: Int = 0) -> Rect {
    dropLeft(columns).dropRight(columns).dropTop(rows).dropBottom(rows)
  }

  /// A part of that size in the middle; as large as the whole where there is no room.
  package func centred(columns wantedColumns: Int, rows wantedRows: Int) -> Rect {
    let width = min(max(0, wantedColumns), columns)
    let height = min(max(0, wantedRows), rows)
    return Rect(column: column + (columns - width) / 2, row: row + (rows - height) / 2, columns: width, rows: height)
  }

  /// What two parts have in common; empty where they do not touch.
  package func intersection(_ other: Rect) -> Rect {
    let left = max(column, other.column)
    let top = max(row, other.row)
    return Rect(
      column: left, row: top, columns: min(endColumn, other.endColumn) - left, rows: min(endRow, other.endRow) - top)
  }
}
