/// What a terminal's keyboard sends.
enum Keyboard {
  /// The bytes of a key press: `x`, `Enter`, `C-s`, `A-z`, `S-Tab`, `C-S-Left`, `F1`. Nil for a key there is none of.
  static func bytes(of notation: String) -> [UInt8]? {
    var held: Set<Character> = []
    var key = Substring(notation)
    while key.count > 2, let first = key.first, "CAS".contains(first), key.dropFirst().first == "-" {
      held.insert(first)
      key = key.dropFirst(2)
    }
    return named(String(key), held) ?? lettered(key, held)
  }

  private static func named(_ key: String, _ held: Set<Character>) -> [UInt8]? {
    if key == "Tab", held.contains("S") { return Array("\u{1B}[Z".utf8) }
    if key == "Space", held.contains("C") { return [0x00] }
    if let plain = plain[key] { return (held.contains("A") ? [0x1B] : []) + plain }
    let modifier = 1 + (held.contains("S") ? 1 : 0) + (held.contains("A") ? 2 : 0) + (held.contains("C") ? 4 : 0)
    if let letter = arrows[key] {
      return Array((modifier == 1 ? "\u{1B}[\(letter)" : "\u{1B}[1;\(modifier)\(letter)").utf8)
    }
    if let number = numbered[key] {
      return Array((modifier == 1 ? "\u{1B}[\(number)~" : "\u{1B}[\(number);\(modifier)~").utf8)
    }
    return nil
  }

  private static func lettered(_ key: Substring, _ held: Set<Character>) -> [UInt8]? {
    guard key.count == 1, let character = key.first else { return nil }
    var bytes = Array(String(character).utf8)
    if held.contains("C") {
      guard let ascii = character.asciiValue, ascii >= 0x40 else { return nil }
      bytes = [ascii & 0x1F]
    }
    return held.contains("A") ? [0x1B] + bytes : bytes
  }

  private static let plain: [String: [UInt8]] = [
    "Enter": [0x0D], "Tab": [0x09], "Esc": [0x1B], "Backspace": [0x7F], "Space": [0x20],
  ]

  private static let arrows = [
    "Up": "A", "Down": "B", "Right": "C", "Left": "D", "End": "F", "Home": "H", "F1": "P", "F2": "Q", "F3": "R",
    "F4": "S",
  ]

  private static let numbered = [
    "Insert": 2, "Delete": 3, "PageUp": 5, "PageDown": 6, "F5": 15, "F6": 17, "F7": 18, "F8": 19, "F9": 20, "F10": 21,
    "F11": 23, "F12": 24,
  ]
}
