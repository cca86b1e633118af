import Canvas
import HearthCore

extension KeyPress {
  /// The number of a plain digit; nil for any other key.
  var digit: Int? {
    guard case .character(let character) = key, modifiers.isEmpty, character.isASCIIDigit else { return nil }
    return character.wholeNumberValue
  }

  var isDigit: Bool { digit != nil }

  /// A letter, a digit, a sign or a blank, with nothing held down beside it: what is text where one types.
  var isPlainCharacter: Bool {
    if case .character = key { return modifiers.isEmpty }
    return false
  }
}

extension Input {
  var isDigit: Bool { if case .key(let key) = self { key.isDigit } else { false } }
}
