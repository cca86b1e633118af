import FoundationEssentials
import HearthCore

/// Check-ins and moments nobody gave, seven of each a day, for measuring charts: as many days back as it takes.
struct SyntheticAnswers {
  let checkIns: [CheckIn]
  let moments: [Moment]

  private static let perDay = 7

  /// - Parameters:
  ///   - numbers: which of them, from the newest on.
  ///   - last: the day of the newest.
  init(_ numbers: Range<Int>, endingOn last: Day, seed: UInt64) {
    var dice = Dice(seed: seed &+ UInt64(numbers.lowerBound))
    var (checkIns, moments): ([CheckIn], [Moment]) = ([], [])
    for number in numbers {
      let day = last.adding(days: -(number / Self.perDay))
      let stamp = Stamp(Instant(seconds: day.number * 86_400 + (8 + 2 * (number % Self.perDay)) * 3600), in: .utc)
      let answers: [Measure.ID: Double] = [
        "mood": Double(Int.random(in: 1...5, using: &dice)), "energy": Double(Int.random(in: 0...10, using: &dice)),
        "wanted": Double(Int.random(in: 0...10, using: &dice)), "had": Double(Int.random(in: 0...10, using: &dice)),
      ]
      checkIns.append(
        CheckIn(id: UUID(dice.next(), dice.next()), stamp: stamp, day: day, answers: answers, createdAt: stamp.instant))
      moments.append(
        Moment(
          id: UUID(dice.next(), dice.next()), stamp: stamp, day: day,
          kind: dice.falls(40) ? .hello : .conversation, medium: Moment.Medium.allCases.randomElement(using: &dice),
          minutes: Int.random(in: 1...60, using: &dice), felt: Int.random(in: Moment.feltRange, using: &dice),
          marks: dice.falls(30) ? [.presence] : [], createdAt: stamp.instant))
    }
    (self.checkIns, self.moments) = (checkIns, moments)
  }
}
