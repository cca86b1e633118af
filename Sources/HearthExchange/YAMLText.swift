/// Writes single YAML values in quotes, so that no name is taken for a number, a date or a `no`.
enum YAMLText {
  /// What JSON writes is YAML too, but for a few characters that YAML counts as not printable.
  static func quoted(_ text: String) -> String {
    let json = JSONText.quoted(text).text
    guard json.unicodeScalars.contains(where: isUnprintable) else { return json }
    return json.unicodeScalars.map { isUnprintable($0) ? escaped($0) : String($0) }.joined()
  }

  /// On one line.
  static func list(_ texts: [String]) -> String { "[" + texts.map(quoted).joined(separator: ", ") + "]" }

  private static func isUnprintable(_ scalar: Unicode.Scalar) -> Bool {
    [0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF].contains(scalar.value)
  }

  private static func escaped(_ scalar: Unicode.Scalar) -> String {
    "\\u" + String(scalar.value, radix: 16, uppercase: true)
  }
}
