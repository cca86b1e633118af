/// A search within a text: what is looked for and where it was found.
package struct Finding: Equatable, Sendable {
  /// As typed; `FoldedText` says what counts as the same.
  package let query: String
  let needle: FoldedText
  /// Where the cursor stood when the search began.
  let origin: TextPosition
  /// All places, in order.
  fileprivate(set) var matches: [Range<TextPosition>] = []
  /// The place that is shown, counted from 0; nil when there is none.
  package fileprivate(set) var current: Int?
  fileprivate var revision: Int?

  fileprivate init(_ query: String, from origin: TextPosition) {
    self.query = query
    needle = FoldedText(query)
    self.origin = origin
  }

  /// How many places there are.
  package var count: Int { matches.count }
}

extension TextLine {
  /// Where `needle` is found, whole characters only.
  func ranges(of needle: FoldedText) -> [Range<Int>] { ranges(of: needle, in: 0..<count) }

  /// The same in a part of the line.
  func ranges(of needle: FoldedText, in part: Range<Int>) -> [Range<Int>] {
    FoldedText(self[part]).ranges(of: needle)
      .map { $0.lowerBound + part.lowerBound..<$0.upperBound + part.lowerBound }
      .filter { boundary(from: $0.lowerBound) == $0.lowerBound && boundary(from: $0.upperBound) == $0.upperBound }
  }
}

extension TextBuffer {
  fileprivate func matches(of needle: FoldedText) -> [Range<TextPosition>] {
    guard !needle.scalars.isEmpty else { return [] }
    return lines.enumerated().flatMap { index, line in
      line.ranges(of: needle).map {
        TextPosition(line: index, offset: $0.lowerBound)..<TextPosition(line: index, offset: $0.upperBound)
      }
    }
  }

  /// Searches without regard to case and accents, as one types: selects the first place from where the search began,
  /// going on at the start after the end. An empty query goes back to where it began.
  mutating func find(_ query: String, continuing last: Finding?) -> Finding {
    var finding = Finding(query, from: last?.origin ?? selection?.lowerBound ?? cursor)
    finding.search(in: self)
    let first = finding.matches.firstIndex { $0.lowerBound >= finding.origin }
    show(first ?? finding.matches.indices.first, of: &finding)
    if finding.matches.isEmpty { place(at: finding.origin) }
    return finding
  }

  /// Selects the next place after the cursor, or the one before, around the ends of the text.
  mutating func step(_ finding: inout Finding, forward: Bool) {
    if finding.revision != revision { finding.search(in: self) }
    let place = selection ?? cursor..<cursor
    let matches = finding.matches
    let next =
      forward
      ? matches.firstIndex { $0.lowerBound >= place.upperBound } ?? matches.indices.first
      : matches.lastIndex { $0.upperBound <= place.lowerBound } ?? matches.indices.last
    show(next, of: &finding)
  }

  private mutating func show(_ index: Int?, of finding: inout Finding) {
    finding.current = index
    if let index { select(finding.matches[index]) }
  }
}

extension Finding {
  fileprivate mutating func search(in buffer: TextBuffer) {
    matches = buffer.matches(of: needle)
    revision = buffer.revision
  }
}
