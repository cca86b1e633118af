/// Finds `#tags` and `@people` in a text.
///
/// A mark begins a word: the character before it is none, white space or an opening mark such as `(`; so neither
/// `a@b.se` nor `https://example.org/@jon` nor a heading `# So` holds one. A tag is letters, digits, `_`, `-`, `/`, and
/// not digits alone; a person is letters, digits, `_`, `-`, and `'` or `.` between letters, but `@Jon's` is Jon. In a
/// person's name `_` stands for a blank: `@Aunt_Mia` is Aunt Mia.
package enum Marks {
  package static func tags(in text: String) -> [String] {
    places(of: "#", in: text).map { $0.name.lowercased() }.uniqued()
  }
  package static func people(in text: String) -> [String] { places(of: "@", in: text).map(\.name).uniqued() }

  /// A tag as it was typed by itself, with or without its `#`: in lower case; nil where it is none.
  package static func tag(typed: String) -> String? {
    let bare = (typed.hasPrefix("#") ? String(typed.dropFirst()) : typed).lowercased()
    return tags(in: "#" + bare) == [bare] ? bare : nil
  }

  /// A person's name as it stands in a text, without the sign.
  package static func written(_ name: String) -> String {
    name.split(whereSeparator: \.isWhitespace).joined(separator: "_")
  }

  /// A person's name out of what was written of it.
  package static func spoken(_ written: String) -> String { written.replacing("_", with: " ") }

  /// Those that a text can name whole, as they are written there; `Mia (next door)` is none.
  package static func writable(_ names: [String]) -> [String] {
    names.filter { people(in: "@" + written($0)) == [$0] }.map(written)
  }

  /// A mark where it stands in a text.
  struct Place {
    /// Without the sign.
    let name: String
    /// From the sign to the end of the name.
    let range: Range<String.Index>
  }

  /// Both lists in order, each name once; tags are compared in lower case.
  package static func merged(_ first: [String], _ second: [String]) -> [String] {
    (first + second.map { $0.lowercased() }).uniqued()
  }

  /// In order, every one.
  /// - Parameter sign: `#` or `@`.
  static func places(of sign: Character, in text: String) -> [Place] {
    guard let byte = sign.asciiValue else { return [] }
    var found: [Place] = []
    var rest = text[...]
    // From sign to sign: a letter more costs nothing.
    while let start = rest.utf8.firstIndex(of: byte) {
      rest = text[text.utf8.index(after: start)...]
      let opens = start == text.startIndex || opensWord(text[text.index(before: start)])
      guard opens, text[start] == sign, let written = name(sign, rest) else { continue }
      let name = sign == "@" ? written.split(separator: "_").joined(separator: " ") : String(written)
      found.append(Place(name: name, range: start..<written.endIndex))
      rest = text[written.endIndex...]
    }
    return found
  }

  private static func opensWord(_ character: Character) -> Bool {
    character.isWhitespace || "([{\"'“‘«¿¡—–-,;:".contains(character)
  }

  private static func name(_ sign: Character, _ rest: Substring) -> Substring? {
    var name = trimmed(rest.prefix { isPart($0, of: sign) })
    if sign == "@", name.hasSuffix("'s") || name.hasSuffix("’s") { name = trimmed(name.dropLast(2)) }
    return name.contains(where: \.isLetter) ? name : nil
  }

  /// Without what only ends the sentence.
  private static func trimmed(_ name: Substring) -> Substring {
    var name = name
    while let last = name.last, !(last.isLetterOrNumber || last == "_") { name.removeLast() }
    return name
  }

  private static func isPart(_ character: Character, of sign: Character) -> Bool {
    if character.isLetterOrNumber || "_-".contains(character) { return true }
    return sign == "#" ? character == "/" : "'’.".contains(character)
  }
}

extension Character {
  /// The same as asking for both; those of ASCII, which nearly all are, without looking anything up.
  fileprivate var isLetterOrNumber: Bool {
    guard let byte = asciiValue else { return isLetter || isNumber }
    return UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte || UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte | 0x20
  }
}

extension Sequence where Element: Hashable {
  /// Each element once, where it first stands.
  package func uniqued() -> [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
