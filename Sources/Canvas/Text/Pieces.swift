extension [String] {
  /// Rows of pieces, as many in each as have room, with a sign between them that neither begins nor ends a row. A
  /// piece longer than a row is wrapped.
  package func flowed(to columns: Int, between sign: String = " · ") -> [String] {
    reduce(into: [String]()) { rows, piece in
      let joined = (rows.last.map { $0 + sign } ?? "") + piece
      if !rows.isEmpty, TextWidth.columns(of: joined) <= columns {
        rows[rows.count - 1] = joined
      } else {
        rows += piece.wrappedHolding(to: Swift.max(1, columns))
      }
    }
  }
}

extension String {
  /// The same text with plain spaces in place of those that hold words together.
  package var unheld: String { replacing("\u{a0}", with: " ") }

  /// Rows in which no-break spaces hold, where a row has room for what they hold; shown with plain spaces.
  package func wrappedHolding(to columns: Int) -> [String] {
    let holds = split(separator: " ").allSatisfy { TextWidth.columns(of: $0) <= columns }
    return (holds ? self : unheld).wrapped(to: Swift.max(1, columns)).map(\.unheld)
  }
}
