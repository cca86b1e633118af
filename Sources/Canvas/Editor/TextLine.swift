/// One logical line of a text: what lies between two line breaks. It remembers how it was wrapped and counts its words.
///
/// Offsets are UTF-8 bytes from its start.
struct TextLine: Sendable {
  private(set) var text: String
  private(set) var words: Int
  private var wrapping: Wrapping?

  init(_ text: String) {
    self.text = text
    words = WordRules.count(in: text)
  }

  var count: Int { text.utf8.count }

  // MARK: Places

  func index(_ offset: Int) -> String.Index { text.utf8.index(text.startIndex, offsetBy: offset) }

  func offset(_ index: String.Index) -> Int { text.utf8.distance(from: text.startIndex, to: index) }

  subscript(range: Range<Int>) -> Substring { text[bytes: range] }

  /// The character boundary after `offset`, which is not the end.
  func next(after offset: Int) -> Int { self.offset(text.index(after: index(offset))) }

  /// The character boundary before `offset`, which is not the start.
  func previous(before offset: Int) -> Int { self.offset(text.index(before: index(offset))) }

  /// `offset` where it is a character boundary, else the end of the character around it: a mark typed after a letter
  /// becomes one character with it.
  func boundary(from offset: Int) -> Int {
    let index = index(min(offset, count))
    return String.Index(index, within: text) == nil ? self.offset(text.index(after: index)) : self.offset(index)
  }

  // MARK: Changing

  mutating func replace(_ range: Range<Int>, with new: String) {
    let around = spaced(range)
    let before = WordRules.count(in: String(self[around]))
    text.replaceSubrange(index(range.lowerBound)..<index(range.upperBound), with: new)
    let after = WordRules.count(in: String(self[around.lowerBound..<around.upperBound + new.utf8.count - range.count]))
    words += after - before
    wrapping?.follow(replacing: range, withLength: new.utf8.count, in: text)
  }

  /// From the space before a range to the space after it: what is changed between changes no word outside.
  private func spaced(_ range: Range<Int>) -> Range<Int> {
    let space = UInt8(ascii: " ")
    let before = text.utf8[..<index(range.lowerBound)].lastIndex(of: space)
    let after = text.utf8[index(range.upperBound)...].firstIndex(of: space)
    return (before.map(offset) ?? 0)..<(after.map(offset) ?? count)
  }

  // MARK: Rows

  /// Remembers the rows for this width.
  mutating func layOut(width: Int) {
    if !isLaidOut(width: width) { wrapping = Wrapping(text, width: width) }
  }

  func isLaidOut(width: Int) -> Bool { wrapping?.width == width }

  /// The rows, which tile the line: remembered, or worked out anew.
  func rows(width: Int) -> [Range<Int>] {
    if let wrapping, wrapping.width == width { return wrapping.rows }
    return wrap(text, width: width)
  }
}

extension TextLine: Equatable {
  /// The same text; how it was wrapped does not matter.
  static func == (first: TextLine, second: TextLine) -> Bool {
    first.text.utf8.elementsEqual(second.text.utf8)
  }
}
