/// A text to be read, with what Markdown there is in it shown gently: headings, emphasis, lists, quotations, code, and
/// `#tags` and `@people`.
///
/// Every character stays where it was written; only looks change, and the signs that ask for them are dimmed. What is
/// not plainly meant as Markdown, as a lone asterisk or an underscore in a word, is left alone.
package struct Markdown: Equatable, Sendable {
  /// The lines of the text. Lists and quotations keep their indent where they are wrapped.
  package private(set) var lines: [Line] = []

  /// One line without the signs that ask for emphasis: `*so*` is so.
  package static func plain(_ line: String) -> String {
    guard line.utf8.contains(where: { "*_`\\".utf8.contains($0) }) else { return line }
    var read = MarkdownLine(line, isCode: false)
    read.dropSigns()
    return String(decoding: read.bytes, as: UTF8.self)
  }

  /// - Parameters:
  ///   - found: places to be shown as found, in order, not overlapping.
  ///   - withoutSigns: leaves out the signs that ask for emphasis, as print does.
  package init(_ text: String, found: [Range<String.Index>] = [], withoutSigns: Bool = false) {
    let parts = text.shownLines
    var fence = Fence(lines: parts)
    var places = found[...]
    for part in parts {
      var line = MarkdownLine(String(part), isCode: fence.holds(part))
      places = places.drop { $0.upperBound <= part.startIndex }
      for place in places.prefix(while: { $0.lowerBound < part.endIndex }) {
        line.find(part.offsets(of: place.clamped(to: part.startIndex..<part.endIndex)))
      }
      if withoutSigns { line.dropSigns() }
      lines.append(line.line)
    }
  }
}

/// Lines between two of three backticks are code. One that nothing closes is none.
private struct Fence {
  private var left: Int
  private var isOpen = false

  init(lines: [Substring]) { left = lines.count(where: Fence.isFence) }

  private static func isFence(_ line: Substring) -> Bool { line.drop { $0 == " " }.hasPrefix("```") }

  /// Goes on to the next line.
  mutating func holds(_ line: Substring) -> Bool {
    guard Fence.isFence(line) else { return isOpen }
    left -= 1
    let wasOpen = isOpen
    isOpen = !isOpen && left > 0
    return wasOpen || isOpen
  }
}

extension Substring {
  /// UTF-8 offsets from its start.
  fileprivate func offsets(of range: Range<Index>) -> Range<Int> {
    let start = utf8.distance(from: startIndex, to: range.lowerBound)
    return start..<start + utf8.distance(from: range.lowerBound, to: range.upperBound)
  }
}
