/// A name in all the ways in which it may be written: its words one after the other, whatever blanks, `_` or hyphens stand
/// between them, with either apostrophe, in capitals or small letters.
///
/// One of a single letter, which is also a word, counts only as it is.
package struct WrittenName: Sendable {
  /// Equal for two ways of writing one name.
  package let key: String
  private let words: [[String]]
  private let letter: Character?

  package init(_ name: String) {
    words = name.split(whereSeparator: \.isBetweenWords).map { $0.map(\.asCompared) }
    key = words.map { $0.joined() }.joined(separator: " ")
    letter = name.count == 1 ? name.first : nil
  }

  /// Where it ends at the beginning of a text, as a word of its own; nil where the text begins with anything else.
  package func end(in text: Substring) -> Substring.Index? {
    if words.isEmpty { return nil }
    if let letter, text.first != letter { return nil }
    var rest = text
    for (number, word) in words.enumerated() {
      if number > 0, !rest.drop(\.isBetweenWords) { return nil }
      for letter in word {
        guard rest.first?.asCompared == letter else { return nil }
        rest.removeFirst()
      }
    }
    return rest.first?.isWordPart == true ? nil : rest.startIndex
  }

  /// Whether it stands anywhere in a text.
  package func stands(in text: String) -> Bool {
    var before: Character?
    for place in text.indices {
      if before?.isWordPart != true, end(in: text[place...]) != nil { return true }
      before = text[place]
    }
    return false
  }
}

extension Character {
  /// Whether a word goes on with it.
  var isWordPart: Bool { isLetter || isNumber }

  fileprivate var isBetweenWords: Bool { isWhitespace || "_-\u{2010}\u{2011}".contains(self) }

  /// Without case, and with one kind of apostrophe.
  var asCompared: String { self == "’" || self == "\u{02BC}" ? "'" : lowercased() }
}

extension Substring {
  /// Takes away what stands in front and is so.
  /// - Returns: whether there was any of it.
  fileprivate mutating func drop(_ isSo: (Character) -> Bool) -> Bool {
    let rest = drop(while: isSo)
    defer { self = rest }
    return rest.startIndex > startIndex
  }
}
