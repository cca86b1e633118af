import Canvas

/// A room whose list is narrowed by what is typed into a line above it.
protocol SearchedRoom {
  /// Nil while nothing is looked for.
  var query: Field? { get set }
  /// Opens what is marked.
  func open() -> [Effect]
  /// Shows what the query leaves.
  mutating func show(in context: Context)
}

extension SearchedRoom {
  /// Closes the search line, so that keys are commands again on return.
  mutating func openAndLeaveQuery(in context: Context) -> [Effect] {
    let effects = open()
    if query != nil, !effects.isEmpty {
      query = nil
      show(in: context)
    }
    return effects
  }
}
