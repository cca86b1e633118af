/// What of typing may be shown before it is taken, at the cursor of a frame: letters and spaces.
///
/// Whoever draws the frame promises: when they have been taken, the next frame is this one after ``Frame/show(_:)``. So a
/// picture still depends on state alone, and a letter need not wait for it.
package struct LocalEcho: Hashable, Sendable {
  /// How many of them may follow, at least 1.
  package let columns: Int
  /// The uptime in milliseconds at which all that was typed is to be taken at the latest.
  package let until: Int

  package init(columns: Int, until: Int) { (self.columns, self.until) = (columns, until) }

  /// Whether a byte may be shown: a letter of ASCII, or a space.
  package static func shows(_ byte: UInt8) -> Bool { byte == 0x20 || (0x61...0x7A).contains(byte | 0x20) }
}

extension Frame {
  /// Shows a letter at the cursor, and the cursor behind it, where ``echo`` allows it.
  package mutating func show(_ letter: UInt8) {
    guard let echo, LocalEcho.shows(letter), let cursor else { return }
    put(String(UnicodeScalar(letter)), at: cursor)
    self.cursor = Point(column: cursor.column + 1, row: cursor.row)
    self.echo = echo.columns > 1 ? LocalEcho(columns: echo.columns - 1, until: echo.until) : nil
  }
}
