extension Array {
  /// The element at an index; nil outside of the array.
  package subscript(safe index: Int) -> Element? { indices.contains(index) ? self[index] : nil }

  /// The element at a place as people count them, from 1; nil where there is none.
  package func at(place: Int) -> Element? { place > 0 ? self[safe: place - 1] : nil }
}
