import Canvas

extension SecretText {
  /// Draws a line that says whether something is typed, and of a passphrase not how much. A code has a known length, so
  /// its groups are shown: one sees where one is.
  func draw(on frame: inout Frame, in rect: Rect, asCode: Bool = false, isFocused: Bool = true) {
    guard !rect.isEmpty else { return }
    let sign = asCode ? Self.groups(of: letters) : isEmpty ? "" : "• • • • • •"
    frame.put("›", at: rect.origin, style: isFocused ? .accent : .dim)
    let used = frame.put(sign, at: rect.dropLeft(2).origin, style: .dim, limit: rect.columns - 2)
    guard isFocused else { return }
    frame.cursor = Point(column: rect.column + 2 + used, row: rect.row)
    frame.cursorVisible = true
  }

  private static func groups(of letters: Int) -> String {
    (0..<letters).map { $0 % 4 == 0 && $0 > 0 ? " •" : "•" }.joined()
  }
}
