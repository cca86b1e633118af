/// A few words that say how something went, in a line or up to three. A sign says the kind, beside its colour.
package struct Notice: Hashable, Sendable {
  /// Whether it went well; a note tells of neither.
  package enum Kind: Hashable, Sendable { case result, note, trouble }

  /// What is said.
  package var text: String
  package var kind: Kind

  /// A line that says a result, or what went wrong.
  package init(_ text: String, kind: Kind = .result) {
    self.text = text
    self.kind = kind
  }

  private var sign: String {
    switch kind {
    case .result: "✓"
    case .note: "·"
    case .trouble: "!"
    }
  }

  private static let most = 3

  /// The rows it takes in so many columns, three at most: what went wrong is to be read whole.
  /// - Parameter isSmall: whether there are few rows in all; then a result takes two.
  package func height(columns: Int, isSmall: Bool = false) -> Int {
    rows(columns: columns, most: isSmall && kind != .trouble ? 2 : Self.most).count
  }

  /// What has no room is told by an ellipsis.
  private func rows(columns: Int, most: Int) -> [String] {
    let width = max(1, columns - 2)
    let all = "\(sign) \(text)".wrapped(to: width)
    guard all.count > most, most > 0 else { return all }
    return all.prefix(most - 1) + [(all[most - 1] + " " + all[most]).truncated(to: width)]
  }

  /// Draws it over what stands in the rectangle.
  package func draw(on frame: inout Frame, in rect: Rect) {
    guard !rect.isEmpty else { return }
    let rows = rows(columns: rect.columns, most: min(rect.rows, Self.most))
    // Beside one row stands the rule; beside several what they lie over would show.
    let width = rows.count == 1 ? TextWidth.columns(of: rows[0]) : rect.columns - 2
    for (index, row) in rows.enumerated() {
      let line = " \(row.padded(to: width)) ".truncated(to: rect.columns)
      frame.put(line, at: rect.dropTop(index).origin, style: kind == .trouble ? .error : .notice)
    }
  }
}
