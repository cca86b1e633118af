/// A way to move in a text, or a stretch of it to erase.
package enum Motion: Hashable, Sendable, CaseIterable {
  case left, right
  case wordLeft, wordRight
  /// By rows as they are displayed; the column is kept.
  case up, down
  case pageUp, pageDown
  /// The start of the displayed row; from there, of the whole line.
  case rowStart
  /// The end of the displayed row; from there, of the whole line.
  case rowEnd
  case lineStart, lineEnd
  case paragraphUp, paragraphDown
  case textStart, textEnd
}
