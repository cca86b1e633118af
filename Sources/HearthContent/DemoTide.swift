import HearthCore

/// How the life in the made-up journal stands on a day of the story.
struct DemoTide: Hashable, Sendable {
  enum Level: String, CaseIterable, Hashable, Sendable {
    /// 1–5.
    case mood
    /// 0–10: sleep and energy, company wanted, and how much of it there is without looking for it.
    case sleep, energy, wanted, near
    /// On how many of a hundred days a check-in is answered.
    case kept
  }

  let day: Day
  private let levels: [Level: Double]

  subscript(level: Level) -> Double { levels[level] ?? 0 }

  /// Reads one stanza; it has every level.
  static func reading(_ stanza: Stanza) throws(ContentProblem) -> DemoTide {
    let names = Set(Level.allCases.map(\.rawValue))
    if let odd = stanza.unknownFields(besides: names.union(["tide"])).first { throw odd }
    guard let day = try stanza.storyDay("tide") else { throw stanza.problem(.missing, "tide") }
    var levels: [Level: Double] = [:]
    for level in Level.allCases {
      guard let value = Double(try stanza.neededText(level.rawValue)) else {
        throw stanza.problem(.oddValue, level.rawValue)
      }
      levels[level] = value
    }
    return DemoTide(day: day, levels: levels)
  }

  /// Evenly between the two it lies between, and as the nearest before the first and after the last.
  /// - Parameter tides: in the order of their days.
  static func on(_ day: Day, in tides: [DemoTide]) -> DemoTide {
    let later = tides.firstIndex { $0.day >= day } ?? tides.count
    guard later > 0, later < tides.count else {
      return tides.isEmpty ? DemoTide(day: day, levels: [:]) : tides[min(later, tides.count - 1)]
    }
    let (before, after) = (tides[later - 1], tides[later])
    let share = Double(day.number - before.day.number) / Double(after.day.number - before.day.number)
    let levels = Level.allCases.map { ($0, before[$0] + (after[$0] - before[$0]) * share) }
    return DemoTide(day: day, levels: Dictionary(uniqueKeysWithValues: levels))
  }
}
