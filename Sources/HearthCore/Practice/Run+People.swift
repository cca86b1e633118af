extension Run {
  /// The first name that was given in it; nil where none was.
  package var person: String? {
    for case .person(let name) in asked.map(\.answer) where !name.trimmed.isEmpty { return name.trimmed }
    return nil
  }
}
