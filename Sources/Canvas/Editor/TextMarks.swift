/// Finds `#tags` and `@people` in a line of text.
///
/// A mark stands at the start of a word, so that an address such as `a@b.se` holds none. A tag is letters, digits,
/// `_`, `-`, `/`; a person is letters, digits, `_`, `-`, and `'` or `.` inside, but `@Jon's` is Jon. Neither is without a
/// letter, and neither ends in a sign.
package enum TextMarks {
  /// What a mark names.
  package enum Kind: Hashable, Sendable, CaseIterable {
    case tag, person

    /// The character that opens it.
    package var sign: Character { self == .tag ? "#" : "@" }
  }

  /// One mark in a line.
  package struct Mark: Hashable, Sendable {
    /// UTF-8 offsets in the line, the sign included.
    package let range: Range<Int>
    package let kind: Kind
  }

  /// A mark that is being written.
  package struct Begun: Hashable, Sendable {
    package let kind: Kind
    /// What is written of its name, without the sign; at least one letter.
    package let prefix: String
  }

  /// All marks of a line, in order.
  package static func scan(_ line: String) -> [Mark] { scan(line, in: 0..<line.utf8.count) }

  /// The marks that begin in a part of a line.
  static func scan(_ line: String, in part: Range<Int>) -> [Mark] {
    var marks: [Mark] = []
    var rest = line[bytes: part]
    while let start = rest.utf8.firstIndex(where: isSign) {
      guard let kind = kind(at: start, in: line), let end = end(of: kind, from: start, in: line) else {
        rest = rest[line.utf8.index(after: start)...]
        continue
      }
      marks.append(Mark(range: offsets(start..<end, in: line), kind: kind))
      rest = rest[min(end, rest.endIndex)...]
    }
    return marks
  }

  /// The mark that is being written: it ends at `offset`, and no more of its word follows.
  package static func begun(in line: String, before offset: Int) -> Begun? {
    let end = line.utf8.index(line.startIndex, offsetBy: offset)
    guard let sign = line[..<end].utf8.suffix(longest).lastIndex(where: isSign), let kind = kind(at: sign, in: line)
    else { return nil }
    let name = line[line.index(after: sign)..<end]
    guard name.contains(where: \.isLetter), name.allSatisfy({ isPart($0, of: kind) }) else { return nil }
    guard end == line.endIndex || !isPart(line[end], of: kind) else { return nil }
    return Begun(kind: kind, prefix: String(name))
  }

  /// Bytes before the cursor in which the sign of an unfinished mark is looked for: nobody completes a longer name, and
  /// a key must not cost the whole paragraph.
  private static let longest = 200

  private static func isSign(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "#") || byte == UInt8(ascii: "@") }

  private static func offsets(_ range: Range<String.Index>, in line: String) -> Range<Int> {
    let start = line.utf8.distance(from: line.startIndex, to: range.lowerBound)
    return start..<(start + line.utf8.distance(from: range.lowerBound, to: range.upperBound))
  }

  /// What the sign here opens, if it is one and stands at the start of a word.
  private static func kind(at index: String.Index, in line: String) -> Kind? {
    guard let kind = Kind.allCases.first(where: { $0.sign == line[index] }) else { return nil }
    return index == line.startIndex || opensWord(line[line.index(before: index)]) ? kind : nil
  }

  private static func opensWord(_ character: Character) -> Bool {
    character.isWhitespace || "([{\"'“‘«¿¡—–-,;:".contains(character)
  }

  private static func end(of kind: Kind, from sign: String.Index, in line: String) -> String.Index? {
    var name = trimmed(line[line.index(after: sign)...].prefix { isPart($0, of: kind) })
    if kind == .person, name.hasSuffix("'s") || name.hasSuffix("’s") { name = trimmed(name.dropLast(2)) }
    return name.contains(where: \.isLetter) ? name.endIndex : nil
  }

  private static func trimmed(_ name: Substring) -> Substring {
    var name = name
    while let last = name.last, !canEnd(last) { name.removeLast() }
    return name
  }

  private static func canEnd(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || character == "_"
  }

  private static func isPart(_ character: Character, of kind: Kind) -> Bool {
    if canEnd(character) || character == "-" { return true }
    return kind == .tag ? character == "/" : "'’.".contains(character)
  }
}
