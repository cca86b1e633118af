extension Unicode.Scalar {
  /// Of the category Cc, which Unicode promises will stay these; its own tables take a fifth of the time of a long list.
  package var isControl: Bool { value < 0x20 || (0x7F...0x9F).contains(value) }
}

extension StringProtocol {
  /// For names and titles: without control characters, which no screen shows and a terminal might obey, as in what is
  /// pasted. Those that are white space become blanks. To refuse them would shut out a whole journal that comes in, for
  /// one name that an earlier Hearth let pass.
  package var withoutControls: String {
    guard unicodeScalars.contains(where: \.isControl) else { return String(self) }
    let shown = unicodeScalars.compactMap { scalar -> Unicode.Scalar? in
      guard scalar.isControl else { return scalar }
      return scalar.properties.isWhitespace ? " " : nil
    }
    return String(String.UnicodeScalarView(shown))
  }
}
