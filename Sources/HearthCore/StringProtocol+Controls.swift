extension StringProtocol {
  /// For names and titles: without control characters, which no screen shows and a terminal might obey, as in what is
  /// pasted. Those that are white space become blanks. To refuse them would shut out a whole journal that comes in, for
  /// one name that an earlier Hearth let pass.
  package var withoutControls: String {
    func isControl(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.generalCategory == .control }
    guard unicodeScalars.contains(where: isControl) else { return String(self) }
    let shown = unicodeScalars.compactMap { scalar -> Unicode.Scalar? in
      guard isControl(scalar) else { return scalar }
      return scalar.properties.isWhitespace ? " " : nil
    }
    return String(String.UnicodeScalarView(shown))
  }
}
