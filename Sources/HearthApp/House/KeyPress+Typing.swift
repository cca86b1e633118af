import Canvas
import HearthCore

extension KeyPress {
  var isDigit: Bool {
    if case .character(let character) = key { return modifiers.isEmpty && character.isASCIIDigit }
    return false
  }

  /// A letter, a digit, a sign or a blank, with nothing held down beside it: what is text where one types.
  var isPlainCharacter: Bool {
    if case .character = key { return modifiers.isEmpty }
    return false
  }
}
