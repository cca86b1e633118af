extension String {
  /// The rows of a text of one or more lines, each at most `width` columns, without the spaces at which they were
  /// broken.
  package func wrapped(to width: Int) -> [String] {
    var rows: [String] = []
    for line in shownLines {
      let bytes = line.utf8
      for row in wrap(line, width: width) {
        let start = bytes.index(bytes.startIndex, offsetBy: row.lowerBound)
        let end = bytes.index(start, offsetBy: row.count)
        rows.append(String(line[start..<end]).withoutTrailingSpaces)
      }
    }
    return rows
  }
}

extension StringProtocol {
  /// The text when it fits into `width` columns, else its beginning and `…`, which fit together.
  package func truncated(to width: Int) -> String {
    let text = String(self)
    // A character of many bytes takes few columns, and none but a tab more columns than bytes.
    guard text.utf8.count > width || text.utf8.contains(0x09), TextWidth.columns(of: text) > width else { return text }
    guard width > 0 else { return "" }
    return String(text.prefix(columns: width - 1)).withoutTrailingSpaces + "…"
  }

  /// The same without half a word before the `…`, where that leaves half of the room or more.
  package func truncatedAtWord(to width: Int) -> String {
    let short = truncated(to: width)
    let kept = short.dropLast()
    guard short.hasSuffix("…"), let next = dropFirst(kept.count).first, next != " ",
      let space = kept.lastIndex(of: " "), 2 * TextWidth.columns(of: kept[..<space]) >= width
    else { return short }
    let words = String(kept[..<space]).withoutTrailingSpaces
    return (words.last == "," ? String(words.dropLast()) : words) + "…"
  }

  /// The text with spaces at its end, to take at least `width` columns.
  package func padded(to width: Int) -> String { self + spaces(upTo: width) }

  /// The text with spaces before it, to take at least `width` columns: for numbers.
  package func paddedLeft(to width: Int) -> String { spaces(upTo: width) + self }

  private func spaces(upTo width: Int) -> String {
    String(repeating: " ", count: Swift.max(0, width - TextWidth.columns(of: self)))
  }

  /// As many whole characters from the start as fit into `width` columns.
  package func prefix(columns width: Int) -> SubSequence {
    var (bytes, left) = (0, width)
    Clusters.walk(String(self)) { cluster in
      left -= cluster.columns
      if left >= 0 { bytes = cluster.end }
      return left >= 0
    }
    return self[..<utf8.index(startIndex, offsetBy: bytes)]
  }

  var withoutTrailingSpaces: String {
    String(self[..<(lastIndex { $0 != " " }.map(index(after:)) ?? startIndex)])
  }
}
