import HearthCore

/// A moment with others in the made-up journal, once or again and again.
struct DemoContact: Hashable, Sendable {
  let occasion: DemoOccasion
  private let kind: Moment.Kind
  private let with: [String]
  private let medium: Moment.Medium?
  /// The least and the most.
  private let minutes: ClosedRange<Int>?
  /// One is drawn; what is usual stands there more often.
  private let felt: [Int]
  private let marks: [Moment.Mark]
  private let numbers: [Moment.Number: ClosedRange<Int>]
  /// Each is used once at most.
  private(set) var lines: [String]

  /// As it was on one day.
  mutating func moment(at stamp: Stamp, on day: Day, id: Moment.ID, _ dice: inout Dice) -> Moment {
    let hasLine = occasion.isOnce || dice.falls(20)
    var moment = Moment(
      id: id, stamp: stamp, day: day, kind: kind, with: with, medium: medium,
      minutes: minutes.map { occasion.isOnce ? $0.lowerBound : Int.random(in: $0, using: &dice) / 5 * 5 },
      felt: felt.randomElement(using: &dice), marks: marks.filter { _ in occasion.isOnce || dice.falls(40) },
      line: hasLine && !lines.isEmpty ? lines.removeFirst() : "", createdAt: stamp.instant)
    for number in Moment.Number.allCases {
      moment.numbers[number] = numbers[number].map { Int.random(in: $0, using: &dice) }
    }
    return moment
  }
}

extension DemoContact {
  private static let fields: Set = [
    "moment", "with", "medium", "minutes", "felt", "marks", "numbers", "line", "lines",
  ]

  /// Reads one stanza.
  static func reading(_ stanza: Stanza) throws(ContentProblem) -> DemoContact {
    if let odd = stanza.unknownFields(besides: fields.union(DemoOccasion.fields)).first { throw odd }
    guard let kind: Moment.Kind = try stanza.choice("moment") else { throw stanza.problem(.missing, "moment") }
    let marks = try stanza.texts("marks")
    let known = marks.compactMap(Moment.Mark.init)
    if known.count < marks.count { throw stanza.problem(.oddValue, "marks") }
    return DemoContact(
      occasion: try DemoOccasion(stanza), kind: kind, with: try stanza.texts("with"),
      medium: try stanza.choice("medium"), minutes: try stanza.span("minutes", in: Moment.minutesRange),
      felt: try stanza.numbers("felt", in: Moment.feltRange), marks: known, numbers: try numbers(stanza),
      lines: try stanza.texts("line") + stanza.texts("lines"))
  }

  private static func numbers(_ stanza: Stanza) throws(ContentProblem) -> [Moment.Number: ClosedRange<Int>] {
    guard let map = try stanza.map("numbers") else { return [:] }
    var numbers: [Moment.Number: ClosedRange<Int>] = [:]
    for name in map.names {
      guard let number = Moment.Number(rawValue: name) else { throw map.problem(.unknownField, name) }
      numbers[number] = try map.span(name, in: number.range)
    }
    return numbers
  }
}

extension Stanza {
  /// One number, or two between which it lies; nil where the field is not there.
  func span(_ name: String, in range: ClosedRange<Int>) throws(ContentProblem) -> ClosedRange<Int>? {
    let numbers = try numbers(name, in: range)
    guard let first = numbers.first, let last = numbers.last else { return nil }
    guard numbers.count <= 2, first <= last else { throw problem(.oddValue, name) }
    return first...last
  }
}
