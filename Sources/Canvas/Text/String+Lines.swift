extension StringProtocol {
  /// The lines between line feeds, also empty ones. The carriage return that Windows puts before each goes with it.
  package var shownLines: [Substring] {
    // A return and a feed are one character to Swift, and no line feed.
    Substring(self).utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map { line in
      Substring(line.last == UInt8(ascii: "\r") ? line.dropLast() : line)
    }
  }
}
