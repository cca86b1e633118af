import HearthCore

extension Entry {
  /// Whether nothing at all differs. To Swift two forms of an é are the same; to whoever retyped one they are not.
  func isExactly(_ other: Entry) -> Bool { self == other && text.utf8.elementsEqual(other.text.utf8) }
}
