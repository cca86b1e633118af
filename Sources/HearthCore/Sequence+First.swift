extension Sequence {
  /// What the first element gives that gives anything. Each is asked once: `lazy.compactMap(_:).first` asks the one it
  /// finds twice.
  package func firstNonNil<Value>(_ give: (Element) throws -> Value?) rethrows -> Value? {
    for element in self {
      if let value = try give(element) { return value }
    }
    return nil
  }
}
