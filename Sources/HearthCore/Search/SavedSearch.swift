/// A search under a name.
package struct SavedSearch: Hashable, Sendable {
  /// One line, unique whatever its case.
  package let name: String
  /// As it was typed.
  package let text: String

  package init(name: String, text: String) {
    self.name = name
    self.text = text
  }
}
