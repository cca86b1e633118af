extension Step {
  /// Something that can be chosen or ticked, or a sentence of a list that is answered.
  package struct Option: Hashable, Sendable, Identifiable {
    /// Unique in its step.
    package let id: String
    package let text: String

    package init(_ id: String, _ text: String) {
      self.id = id
      self.text = text
    }
  }
}
