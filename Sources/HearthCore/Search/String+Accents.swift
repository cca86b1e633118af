extension String {
  /// In lower case as someone types it who has no accents at hand, letter by letter as texts are searched: `zoe` for
  /// `Zoë`, `lodz` for `Łódź`. What is no letter stays.
  package var withoutAccents: String {
    var plain = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      switch SearchLetter(scalar) {
      case .letter(let letter): plain.append(contentsOf: [letter].compactMap(Unicode.Scalar.init))
      case .pair(let first, let second): plain.append(contentsOf: [first, second].compactMap(Unicode.Scalar.init))
      case .accent: break
      case .gap: plain.append(scalar)
      }
    }
    return String(plain)
  }
}
