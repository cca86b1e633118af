/// How a line is wrapped at one width. It follows the edits of the line: a key costs a few rows, however long the
/// line is.
struct Wrapping: Sendable {
  let width: Int
  /// UTF-8 offsets; they tile the line.
  private(set) var rows: [Range<Int>]

  init(_ text: String, width: Int) {
    self.width = width
    rows = wrap(text, width: width)
  }

  /// Wraps anew from two rows before an edit to where the rows fall as they did.
  /// - Parameters:
  ///   - range: what was replaced, in the text before.
  ///   - length: bytes that stand there now.
  ///   - text: the line as it is now.
  mutating func follow(replacing range: Range<Int>, withLength length: Int, in text: String) {
    let shift = length - range.count
    let first = firstRow(movedBy: range, in: text)
    let start = rows[first].lowerBound
    var next = rows.firstIndex { $0.lowerBound >= range.upperBound } ?? rows.count
    var ahead = 2
    while true {
      next = min(next + ahead, rows.count)
      let end = next < rows.count ? rows[next].lowerBound + shift : text.utf8.count
      let piece = wrap(text[bytes: start..<end], width: width).map { $0.moved(by: start) }
      if next == rows.count {
        return rows.replaceSubrange(first..., with: piece)
      }
      if let (new, old) = meeting(of: piece, past: range.upperBound, shift: shift, in: text) {
        return rows.replaceSubrange(first..., with: piece[..<new] + rows[old...].map { $0.moved(by: shift) })
      }
      ahead *= 2
    }
  }

  /// The first row that an edit can change. It starts two rows before the row of the edit: a shorter word may fit into
  /// the row before, and a narrower character may let the word stay in the one before that.
  private func firstRow(movedBy range: Range<Int>, in text: String) -> Int {
    let edited = rows.lastIndex { $0.lowerBound < range.lowerBound } ?? 0
    return rows[..<max(0, edited - 1)].lastIndex { beginsPlainly($0, in: text) } ?? 0
  }

  /// A row of the new ones, and the one of the old at the same place, from which on nothing differs.
  private func meeting(
    of piece: [Range<Int>], past edit: Int, shift: Int, in text: String
  ) -> (new: Int, old: Int)? {
    for (new, row) in piece.enumerated().dropFirst() where row.lowerBound - shift >= edit {
      let old = rows.firstIndex { $0.lowerBound >= row.lowerBound - shift }
      if let old, rows[old].lowerBound == row.lowerBound - shift, beginsPlainly(row, in: text) { return (new, old) }
    }
    return nil
  }

  /// Whether a row can be wrapped without knowing what came before it. After a sign that is not certain: a hyphen, say,
  /// parts a word but not a number.
  private func beginsPlainly(_ row: Range<Int>, in text: String) -> Bool {
    let index = text.utf8.index(text.startIndex, offsetBy: row.lowerBound)
    return index < text.endIndex && text.unicodeScalars[index].properties.isAlphabetic
  }
}

extension String {
  /// A part by UTF-8 offsets.
  subscript(bytes range: Range<Int>) -> Substring {
    let start = utf8.index(startIndex, offsetBy: range.lowerBound)
    return self[start..<utf8.index(start, offsetBy: range.count)]
  }
}

extension Range<Int> {
  fileprivate func moved(by count: Int) -> Range<Int> { lowerBound + count..<upperBound + count }
}
