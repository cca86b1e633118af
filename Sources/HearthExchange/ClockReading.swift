import HearthCore

/// A date and an hour as a clock shows them, year first and without an offset.
struct ClockReading {
  private let day: Day
  /// After midnight.
  private let second: Int

  /// `2026-03-01 09:00`, also with `/` or `.`, with `T`, seconds, or `AM` and `PM`. Without an hour it is nine in the
  /// morning, as jrnl has it. Nil for anything else, also for what no calendar or clock has.
  init?(_ text: some StringProtocol) {
    let parts = text.split { $0 == "T" || $0.isWhitespace }
    guard (1...3).contains(parts.count), let day = Self.day(parts[0]) else { return nil }
    guard let second = parts.count == 1 ? 9 * 3600 : Self.second(parts[1], half: parts.count == 3 ? parts[2] : nil)
    else { return nil }
    (self.day, self.second) = (day, second)
  }

  /// The first where the clocks show it twice; where they jump over it, the moment after the jump.
  func stamp(in zone: Zone) -> Stamp {
    switch zone.meaning(of: day, minute: second / 60) {
    case .once(let instant), .twice(let instant, _): Stamp(instant.adding(seconds: second % 60), in: zone)
    case .never(let instant): Stamp(instant, in: zone)
    }
  }

  /// To the minute, for whoever compares.
  var minute: String { "\(day) \((second / 3600).digits(2)):\((second / 60 % 60).digits(2))" }

  private static func day(_ text: some StringProtocol) -> Day? {
    let fields = text.split(omittingEmptySubsequences: false) { "-/.".contains($0) }
    let numbers = fields.compactMap { field in field.allSatisfy(\.isASCIIDigit) ? Int(field) : nil }
    guard numbers.count == 3, fields.count == 3, fields[0].count == 4, fields[1].count <= 2, fields[2].count <= 2
    else { return nil }
    return Day(year: numbers[0], month: numbers[1], day: numbers[2])
  }

  /// - Parameter half: which of the day a clock of twelve hours means.
  private static func second(_ text: some StringProtocol, half: (some StringProtocol)?) -> Int? {
    let fields = text.split(separator: ":", omittingEmptySubsequences: false)
    let numbers = fields.compactMap { field in
      (1...2).contains(field.count) && field.allSatisfy(\.isASCIIDigit) ? Int(field) : nil
    }
    guard (2...3).contains(fields.count), numbers.count == fields.count, let hour = hour(numbers[0], half: half),
      numbers[1] < 60, numbers.count == 2 || numbers[2] < 60
    else { return nil }
    return hour * 3600 + numbers[1] * 60 + (numbers.count == 3 ? numbers[2] : 0)
  }

  private static func hour(_ number: Int, half: (some StringProtocol)?) -> Int? {
    switch half?.lowercased() {
    case nil: number < 24 ? number : nil
    case "am"? where (1...12).contains(number): number % 12
    case "pm"? where (1...12).contains(number): number % 12 + 12
    default: nil
    }
  }
}
