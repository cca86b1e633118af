/// One line that says how something went. A sign says the kind, beside its colour.
package struct Notice: Hashable, Sendable {
  /// Whether it went well.
  package enum Kind: Hashable, Sendable { case result, trouble }

  /// What is said.
  package var text: String
  package var kind: Kind

  /// A line that says a result, or what went wrong.
  package init(_ text: String, kind: Kind = .result) {
    self.text = text
    self.kind = kind
  }

  /// Draws it on the first row, over what stands there, cut where it does not fit.
  package func draw(on frame: inout Frame, in rect: Rect) {
    guard !rect.isEmpty else { return }
    let style = kind == .trouble ? Style.error : .notice
    let text = " \(kind == .trouble ? "!" : "✓") \(text) "
    frame.put(text.truncated(to: rect.columns), at: rect.origin, style: style)
  }
}
