import Canvas
import HearthCore

extension KeyPress {
  /// The number of a plain digit; nil for any other key.
  var digit: Int? {
    guard case .character(let character) = key, modifiers.isEmpty, character.isASCIIDigit else { return nil }
    return character.wholeNumberValue
  }

  var isDigit: Bool { digit != nil }
}

extension Input {
  var isDigit: Bool { if case .key(let key) = self { key.isDigit } else { false } }
}
