/// Something that came in through the terminal.
package enum Input: Hashable, Sendable {
  case key(KeyPress)
  /// Text that was pasted: lines end in `\n`, and the only other control characters are tabs. It is text, whatever
  /// it says: no key binding runs on it. A paste of more than ``Paste/largestPiece`` bytes comes in several.
  case paste(String)
  case mouse(MouseEvent)
  /// The window of the terminal gained or lost the focus.
  case focus(Bool)
  /// The terminal's answer to the question for its background colour.
  case background(Background)
}

/// Whether the terminal draws on dark or on light.
package enum Background: Hashable, Sendable, CaseIterable {
  case dark, light
}
