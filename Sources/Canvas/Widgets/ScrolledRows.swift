/// Rows of text above something to answer, of which not all may have room: page keys go through them, and arrows say
/// that there is more.
///
/// It knows only how far one has gone: the rows come with each call, because they depend on where they are drawn.
package struct ScrolledRows: Equatable, Sendable {
  private var first = 0

  /// At the beginning.
  package init() {}

  /// - Parameters:
  ///   - byRow: whether up and down are free to go through them too.
  ///   - room: how many of the rows are in sight.
  /// - Returns: false for a key it does not use.
  package mutating func handle(_ press: KeyPress, byRow: Bool, through count: Int, in room: Int) -> Bool {
    guard press.modifiers.isEmpty, count > room, let way = RowMove(press.key) else { return false }
    switch way {
    case .pageUp, .pageDown: break
    case .up, .down: if !byRow { return false }
    case .first, .last: return false
    }
    first = max(0, min(top(of: count, in: room) + way.rows(page: max(1, room - 1)), count - room))
    return true
  }

  private func top(of count: Int, in room: Int) -> Int { max(0, min(first, count - room)) }

  /// - Parameters:
  ///   - rect: the rows in sight.
  ///   - box: what they stand in: the arrows are beside them where it has room; nil where no key goes through the rows.
  package func draw(_ rows: [Line], on frame: inout Frame, in rect: Rect, of box: Rect?) {
    let top = top(of: rows.count, in: rect.rows)
    rows.dropFirst(top).draw(on: &frame, in: rect)
    guard let box else { return }
    let columns = min(rect.columns + 1, box.endColumn - rect.column)
    let edge = Rect(column: rect.column, row: rect.row, columns: columns, rows: rect.rows)
    frame.putArrows(in: edge, above: top > 0, below: top + rect.rows < rows.count)
  }
}
