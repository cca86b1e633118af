/// An answer of the terminal to a question, without the Esc at its beginning and without its end:
/// `]11;rgb:1c1c/1c1c/1c1c`.
enum TerminalAnswer {
  /// Whether an answer may go on like this after its first byte, `]` or `P`.
  static func mayBegin(_ first: UInt8, _ second: UInt8) -> Bool {
    let signs: String.UTF8View = first == UInt8(ascii: "P") ? ">!$+|=?".utf8 : "".utf8
    return ControlSequence.isDigit(second) || signs.contains(second)
  }

  /// What it says; nil when nothing that matters here.
  static func input(_ bytes: [UInt8]) -> Input? {
    let text = String(decoding: bytes, as: UTF8.self)
    guard text.hasPrefix("]11;") else { return nil }
    return background(text.dropFirst(4)).map(Input.background)
  }

  /// A colour such as `rgb:ffff/8000/0000`, in one to four hexadecimal digits each, is dark or light by how bright
  /// it looks.
  private static func background(_ colour: Substring) -> Background? {
    guard let colon = colour.firstIndex(of: ":"), ["rgb", "rgba"].contains(colour[..<colon]) else { return nil }
    let parts = colour[colour.index(after: colon)...].split(separator: "/", omittingEmptySubsequences: false)
    let levels = parts.compactMap(permille)
    guard levels.count == parts.count, levels.count >= 3 else { return nil }
    return 299 * levels[0] + 587 * levels[1] + 114 * levels[2] < 500_000 ? .dark : .light
  }

  private static func permille(_ digits: Substring) -> Int? {
    guard (1...4).contains(digits.count), digits.allSatisfy(\.isHexDigit), let value = Int(digits, radix: 16) else {
      return nil
    }
    return value * 1000 / ((1 << (4 * digits.count)) - 1)
  }
}
