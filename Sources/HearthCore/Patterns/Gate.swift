/// When something may be said about two series, and how firmly.
package enum PatternLevel: Int, Comparable, CaseIterable, Hashable, Sendable {
  /// Fewer than 14 days to compare: charts only.
  case charts
  /// Fewer than 30 days, or a span of fewer than 42: too early to tell.
  case early
  /// Something was written on fewer than half of the days: only that is said.
  case thin
  /// Looked for, not found.
  case unclear
  /// There may be a pattern.
  case maybe
  /// A fairly steady pattern.
  case steady

  package static func < (lower: PatternLevel, higher: PatternLevel) -> Bool { lower.rawValue < higher.rawValue }
}

extension PatternLevel {
  /// What one look at the numbers allows.
  /// - Parameters:
  ///   - sameDayPairs: days on which both were logged; for a lag there are fewer to compare.
  ///   - isDiscovery: whether its p stands among those chosen together (`discoveries`).
  package init(_ found: Association, sameDayPairs: Int, isDiscovery: Bool) {
    let coverage = found.days == 0 ? 0 : Double(sameDayPairs) / Double(found.days)
    if sameDayPairs < 14 {
      self = .charts
    } else if found.days < DaySeries.daysForResiduals || found.pairs < 30 {
      self = .early
    } else if coverage < 0.5 {
      self = .thin
    } else {
      self = Self.tested(found, isDiscovery)
    }
  }

  /// Weaker links, and those that chance brings about more easily, are never spoken of, whatever else holds.
  static let (leastLink, mostChance) = (0.20, 0.05)

  private static func tested(_ found: Association, _ isDiscovery: Bool) -> PatternLevel {
    guard found.isVaried, isDiscovery, let rho = found.rho, let p = found.p, let shiftP = found.shiftP else {
      return .unclear
    }
    if found.pairs >= 60, abs(rho) >= leastLink, p < 0.01, shiftP <= 0.05, found.isSteady { return .steady }
    return abs(rho) >= 0.30 && p < mostChance && shiftP < 0.10 ? .maybe : .unclear
  }

  /// Which of several p values, looked at together, may count: the largest i with p₍ᵢ₎ ≤ q·i/m and all below it
  /// (Benjamini & Hochberg 1995). What has no p is not among them.
  /// - Parameter q: of those that count, how many may be false.
  package static func discoveries(_ values: [Double?], q: Double = 0.10) -> [Bool] {
    let sorted = values.compactMap(\.self).sorted()
    let last = sorted.indices.last { sorted[$0] <= q * Double($0 + 1) / Double(sorted.count) }
    guard let limit = last.map({ sorted[$0] }) else { return values.map { _ in false } }
    return values.map { $0.map { $0 <= limit } ?? false }
  }
}

/// What was seen of one question at weekly looks: something is said only after three of them in a row, and unsaid only
/// after two that failed, so that it does not flicker and chance has less of one.
package struct PatternMemory: Hashable, Sendable {
  /// What may be said now: `unclear`, `maybe` or `steady`.
  package private(set) var said: PatternLevel
  /// The week of the last look, counted from the first Monday of 1970.
  package private(set) var week: Int?
  /// Looks in a row that allowed it, and that did not.
  private var passes: [PatternLevel: Int]
  private var failures: [PatternLevel: Int]

  package init() { (said, passes, failures) = (.unclear, [:], [:]) }

  /// A look at the numbers; a second one in the same week changes nothing.
  package mutating func look(_ level: PatternLevel, on day: Day) {
    let week = (day.number + 3).flooredQuotient(7)
    guard self.week.map({ week > $0 }) ?? true else { return }
    self.week = week
    for asked in [PatternLevel.maybe, .steady] {
      let passed = level >= asked
      passes[asked] = passed ? (passes[asked] ?? 0) + 1 : 0
      failures[asked] = passed ? 0 : (failures[asked] ?? 0) + 1
    }
    said = [.steady, .maybe].first(where: mayBeSaid) ?? .unclear
  }

  private func mayBeSaid(_ level: PatternLevel) -> Bool {
    if passes[level, default: 0] >= 3 { return true }
    return said >= level && failures[level, default: 0] < 2
  }
}

extension PatternMemory {
  /// One line of text, to be kept; read back by `init(text:)`.
  package var text: String {
    let counts = [PatternLevel.maybe, .steady].flatMap { [passes[$0] ?? 0, failures[$0] ?? 0] }
    return ([said.rawValue, week ?? -1] + counts).map(String.init).joined(separator: " ")
  }

  /// Nil for what is no such line.
  package init?(text: String) {
    let numbers = text.split(separator: " ").compactMap { Int($0) }
    guard numbers.count == 6, let said = PatternLevel(rawValue: numbers[0]),
      numbers[2...].allSatisfy({ (0..<Int(Int32.max)).contains($0) })
    else { return nil }
    self.said = said
    week = numbers[1] < 0 ? nil : numbers[1]
    passes = [.maybe: numbers[2], .steady: numbers[4]]
    failures = [.maybe: numbers[3], .steady: numbers[5]]
  }
}
