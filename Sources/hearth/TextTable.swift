import Canvas

/// Rows of cells in columns, for reading in a terminal.
struct TextTable {
  private let rows: [[String]]

  /// - Parameter rows: one line each; cells on one line.
  init(_ rows: [[String]]) { self.rows = rows.map { $0.map(Legible.line) } }

  /// Two blanks between columns, none at the end of a line.
  var text: String {
    rows.map { row in
      let last = row.lastIndex { !$0.isEmpty } ?? 0
      let cells = row[...last].enumerated().map { $0 == last ? $1 : $1.padded(to: width(of: $0)) }
      return cells.joined(separator: "  ") + "\n"
    }.joined()
  }

  private func width(of column: Int) -> Int {
    rows.map { column < $0.count ? TextWidth.columns(of: $0[column]) : 0 }.max() ?? 0
  }
}
