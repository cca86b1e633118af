extension Array {
  /// The element at an index; nil outside of the array.
  package subscript(safe index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}
