/// A question that one's days may answer: do these two go together?
package struct PatternQuestion: Hashable, Sendable {
  /// Measures; `minutes` is one of them.
  package let x, y: Measure.ID

  package init(_ x: Measure.ID, _ y: Measure.ID) { (self.x, self.y) = (x, y) }

  /// Minutes with others, of all moments of a day.
  package static let minutes: Measure.ID = "moment/minutes"
  /// Of those, the minutes of moments with attention, presence or something shared, and all others.
  package static let quality: Measure.ID = "moment/minutes/quality"
  package static let otherTime: Measure.ID = "moment/minutes/other"
  /// Minutes online in which one only looked on.
  package static let passive: Measure.ID = Moment.Number.passive.measure
  /// What is added up over a day, on which none of it is 0.
  static let addedUp: Set<Measure.ID> = [minutes, quality, otherTime, passive]
  /// More than these are never asked at once: with every question chance has one more way to look like something.
  package static let most = 6

  /// Those a person can choose from.
  package static let offered: [PatternQuestion] = [
    PatternQuestion(minutes, "mood"), PatternQuestion(quality, "mood"), PatternQuestion(otherTime, "mood"),
    PatternQuestion("closeness", "mood"), PatternQuestion("sleep", "mood"), PatternQuestion("energy", "mood"),
    PatternQuestion(minutes, "energy"), PatternQuestion("contact", "lonely"),
    PatternQuestion("closeness", "lonely"), PatternQuestion("sleep", "energy"), PatternQuestion("had", "mood"),
    PatternQuestion("calm-alone", "mood"), PatternQuestion(passive, "mood"),
  ]

  /// Where the answers to one of its measures are found.
  package static func part(of measure: Measure.ID) -> ChartNotes.Part {
    switch measure {
    case quality: .minutes(ofQuality: true)
    case otherTime: .minutes(ofQuality: false)
    default: .totals(measure)
    }
  }

  /// Ticks that mark a day of the body: ill, in pain, hormones. Such days can be left out.
  package static let bodyDay: [Measure.ID] = ["body/ill", "body/pain", "body/hormones"]
}

extension PatternQuestion: LosslessStringConvertible {
  /// `sleep mood`
  package var description: String { "\(x) \(y)" }

  /// Nil for anything but two names.
  package init?(_ text: String) {
    let names = text.split(separator: " ").map(String.init)
    guard names.count == 2, names[0] != names[1] else { return nil }
    self.init(names[0], names[1])
  }
}
