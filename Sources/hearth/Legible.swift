import HearthCore

/// Text that a terminal shows and does not obey: control characters become `·`.
enum Legible {
  /// Lines may end as they do on Windows.
  static func text(_ text: String) -> String {
    cleaned(text.utf8.contains(0x0D) ? text.replacing("\r\n", with: "\n") : text, except: ["\n", "\t"])
  }

  /// On one line.
  static func line(_ text: String) -> String { cleaned(text, except: []) }

  private static func cleaned(_ text: String, except fine: Set<Unicode.Scalar>) -> String {
    func isOdd(_ scalar: Unicode.Scalar) -> Bool { scalar.isControl && !fine.contains(scalar) }
    guard text.unicodeScalars.contains(where: isOdd) else { return text }
    return String(String.UnicodeScalarView(text.unicodeScalars.map { isOdd($0) ? "·" : $0 }))
  }
}
