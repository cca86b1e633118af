import Foundation
import HearthCore

/// A diary nobody kept: mood, and six things that one may ask about beside it. How they hang together is known, so that
/// what the patterns page says of them can be counted as right or wrong.
struct SyntheticDiary {
  /// How its days are made. In each, a day is like the one before (φ = 0.5), and three of ten were not written.
  enum Kind: String, CaseIterable {
    /// Nothing has to do with anything.
    case unrelated
    /// Nothing has, but everything is higher on Saturdays and Sundays.
    case weekends
    /// Nothing has, but everything drifts the same way.
    case drift
    /// The first of the six goes with mood, 0.5; the others do not.
    case linked
    /// The same, 0.35.
    case faint
  }

  /// Looks at it, a week between each and the next. The first is the earliest that may find anything.
  static let looks = 20
  static let questions = (1...PatternQuestion.most).map { PatternQuestion("thing-\($0)", "mood") }
  private static let firstLook = 42
  private static let start = Day(number: 20_000)

  private let totals: [Measure.ID: [ChartNotes.DayTotal]]

  init(_ kind: Kind, seed: UInt64) {
    var dice = Dice(seed: seed)
    let length = Self.firstLook + 7 * (Self.looks - 1)
    let mood = Self.days(length, &dice)
    let things = Self.questions.indices.map { place in
      let own = Self.days(length, &dice)
      return place == 0 ? zip(mood, own).map { kind.link * $0 + (1 - kind.link * kind.link).squareRoot() * $1 } : own
    }
    let written = (0..<length).map { _ in !dice.falls(30) }
    func kept(_ values: [Double], _ step: (Double) -> Double) -> [ChartNotes.DayTotal] {
      values.indices.filter { written[$0] }.map { day in
        let value = step(values[day] + kind.shared(on: Self.start.adding(days: day), of: Double(day) / Double(length)))
        return .init(day: Self.start.adding(days: day), count: 1, sum: value, last: value)
      }
    }
    var totals = ["mood": kept(mood) { min(max((3 + 1.25 * $0).rounded(), 1), 5) }]
    for (question, values) in zip(Self.questions, things) {
      totals[question.x] = kept(values) { min(max((5 + 2 * $0).rounded(), 0), 10) }
    }
    self.totals = totals
  }

  /// Each day half of what the day before was, and chance; its spread is 1.
  private static func days(_ count: Int, _ dice: inout Dice) -> [Double] {
    var value = dice.normal()
    return (0..<count).map { _ in
      defer { value = 0.5 * value + 0.75.squareRoot() * dice.normal() }
      return value
    }
  }

  /// What the page says at each look, as it would to somebody who opens it once a week.
  func boards() -> [PatternBoard] {
    var memory: [String: PatternMemory] = [:]
    return (0..<Self.looks).map { look in
      let today = Self.start.adding(days: Self.firstLook + 7 * look - 1)
      var notes = ChartNotes(days: Self.start...today)
      notes.totals = totals
      return PatternBoard(
        Self.questions, of: notes, on: today, remembering: &memory, shifting: .whereItDecides)
    }
  }
}

extension SyntheticDiary.Kind {
  /// How the first thing goes with mood.
  var link: Double {
    switch self {
    case .linked: 0.5
    case .faint: 0.35
    default: 0
    }
  }

  /// What everything has in common on a day.
  /// - Parameter share: how much of the diary lies before it.
  fileprivate func shared(on day: Day, of share: Double) -> Double {
    switch self {
    case .weekends: day.weekday >= 6 ? 0.8 : 0
    case .drift: 1.5 * (share - 0.5)
    default: 0
    }
  }
}

extension Dice {
  /// Drawn from the bell curve, around 0 with a spread of 1 (Box & Muller).
  fileprivate mutating func normal() -> Double {
    (-2 * log(1 - fraction())).squareRoot() * cos(2 * .pi * fraction())
  }
}
