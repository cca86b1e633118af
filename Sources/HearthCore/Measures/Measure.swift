/// A named number over time: every scale, choice or tick that is kept is a `Reading` of one, so that it can be charted.
package struct Measure: Hashable, Sendable, Identifiable {
  /// How several values of a day become the day's one.
  package enum PerDay: String, CaseIterable, Hashable, Sendable { case mean, sum, last }

  package let id: String
  /// What it is called in a list or above a chart.
  package let title: String
  /// What is asked where it is answered; the title, where nothing else is.
  package let question: String
  /// The lowest and the highest value; whole steps between them.
  package let range: ClosedRange<Int>
  /// What the ends of the scale mean; nil where the number says it.
  package let low: String?
  package let high: String?
  /// A word for every value, from the lowest up; empty where only the ends have one.
  package let words: [String]
  /// How several answers of a day become one.
  package let perDay: PerDay

  /// - Parameter words: one for each value of the range, or none.
  package init(
    id: String, title: String, question: String? = nil, range: ClosedRange<Int> = 0...10, low: String? = nil,
    high: String? = nil, words: [String] = [], perDay: PerDay = .mean
  ) {
    self.id = id
    self.title = title
    self.question = question ?? title
    self.range = range
    self.low = low
    self.high = high
    self.words = words
    self.perDay = perDay
  }

  /// Whether it is one tick of several, which say something only where they stand together: what can be answered by a
  /// number is none.
  package static func isTick(_ id: ID) -> Bool {
    id.contains("/") && !Moment.Number.allCases.contains { $0.measure == id }
  }

  /// What a value is called; nil where it has no word of its own.
  package func word(for value: Int) -> String? {
    guard range.contains(value) else { return nil }
    let place = value - range.lowerBound
    if let word = words[safe: place] { return word }
    return value == range.lowerBound ? low : value == range.upperBound ? high : nil
  }
}
