import HearthCore

/// How a role is drawn, as a theme says it: `214`, `yellow bold`, `black on yellow`, `underline`, `"#e69f00"`.
package struct Ink: Hashable, Sendable {
  package enum Attribute: String, CaseIterable, Sendable { case bold, dim, italic, underline, reverse }

  /// Colours by their number in the terminal, -1 for its own.
  package private(set) var foreground = -1
  package private(set) var background = -1
  package private(set) var attributes: Set<Attribute> = []

  /// Reads a colour, `on` a colour, and attributes; each may be missing. Nil where that makes no sense, or where the
  /// terminal has too few colours for it.
  ///
  /// - Parameter colours: how many the terminal has: 0, 8, 16 or 256.
  package init?(_ text: String, colours: Int) {
    var words = text.lowercased().split(whereSeparator: \.isWhitespace)[...]
    if words.isEmpty { return nil }
    while let word = words.popFirst() {
      if let attribute = Attribute(rawValue: String(word)) {
        attributes.insert(attribute)
      } else if word == "on", let colour = words.popFirst().flatMap({ Ink.colour($0, of: colours) }) {
        background = colour
      } else if let colour = Ink.colour(word, of: colours) {
        foreground = colour
      } else {
        return nil
      }
    }
  }

  /// `none`, a number, a name, or `#rrggbb` where there are colours enough to come near it.
  private static func colour(_ word: Substring, of colours: Int) -> Int? {
    if word == "none" { return -1 }
    if word.first == "#" { return colours == 256 ? nearest(to: word.dropFirst()) : nil }
    let number = word.allSatisfy(\.isASCIIDigit) ? Int(word) : names.firstIndex(of: String(word))
    return number.flatMap { $0 < colours ? $0 : nil }
  }

  private static let names: [String] = {
    let plain = ["black", "red", "green", "yellow", "blue", "magenta", "cyan", "white"]
    return plain + plain.map { "bright-" + $0 }
  }()

  // MARK: Colours by their parts

  /// The number of the colour that is nearest to six hexadecimal digits. The first sixteen are left out: what they look
  /// like is each terminal's own affair.
  private static func nearest(to digits: Substring) -> Int? {
    guard digits.utf8.count == 6, digits.allSatisfy(\.isHexDigit), let wanted = Int(digits, radix: 16) else {
      return nil
    }
    let parts = [wanted >> 16, wanted >> 8 & 255, wanted & 255]
    func distance(_ number: Int) -> Int {
      zip(parts, Ink.parts(of: number)).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
    }
    return (16..<256).min { distance($0) < distance($1) }
  }

  /// Red, green and blue of the cube (16–231) and of the greys (232–255), 0 to 255 each.
  private static func parts(of number: Int) -> [Int] {
    if number >= 232 { return Array(repeating: 8 + 10 * (number - 232), count: 3) }
    let levels = [0, 95, 135, 175, 215, 255]
    return [(number - 16) / 36, (number - 16) / 6 % 6, (number - 16) % 6].map { levels[$0] }
  }
}
