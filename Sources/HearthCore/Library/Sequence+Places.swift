extension Sequence {
  /// Those with a place first, from the lowest; behind them the others. Where places are equal, or there are none, the order stays.
  package func inPlaces(_ place: (Element) -> Int?) -> [Element] {
    enumerated().sorted { (place($0.element) ?? .max, $0.offset) < (place($1.element) ?? .max, $1.offset) }.map(
      \.element)
  }
}
