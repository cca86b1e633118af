extension Moment {
  /// What it was. Those that begin with `micro/` are the small ones of a day.
  package enum Kind: String, CaseIterable, Hashable, Sendable, Codable {
    case hello = "micro/hello"
    case question = "micro/question"
    case kindness = "micro/kindness"
    case coworker = "micro/coworker"
    case neighbour = "micro/neighbour"
    case smile = "micro/smile"
    case till = "micro/till"
    case conversation, shared, parallel, online, community
    case gaveHelp = "gave-help"
    case askedHelp = "asked-help"
    /// Kept a distance that protects.
    case distance
    case conflict

    package var isMicro: Bool { rawValue.hasPrefix("micro/") }
    /// Whether it counts as contact: a distance that was kept is none.
    package var isContact: Bool { self != .distance }
    package static let micro = allCases.filter(\.isMicro)
    package static let larger = allCases.filter { !$0.isMicro }
  }

  /// How people reached each other.
  package enum Medium: String, CaseIterable, Hashable, Sendable, Codable {
    case inPerson = "in-person"
    case video, call, voice, text, letter, post
  }

  /// What can be ticked about it.
  package enum Mark: String, CaseIterable, Hashable, Sendable, Codable {
    case attention, presence
    case sharedMeaning = "shared-meaning"
    case seen, understood, valued, safe
    case bothWays = "both-ways"
    case myself
    case onGuard = "on-guard"
    case goingOver = "going-over"
    /// Ready to defend oneself.
    case defending
    case gaveHelp = "gave-help"
    case reassurance
    case newPlace = "new-place"
    /// Time online that came on top of time with people, or took its place.
    case added, replaced

    /// The measure it is a reading of.
    package var measure: Measure.ID { "moment/\(rawValue)" }

    /// Those whose weeks can be looked at one by one; time of good quality has a chart of its own.
    package static let charted: [Mark] = [
      .seen, .understood, .valued, .safe, .reassurance, .bothWays, .myself, .onGuard, .goingOver, .defending, .newPlace,
    ]
  }

  /// What can be said of it in numbers.
  package enum Number: String, CaseIterable, Hashable, Sendable, Codable, CodingKeyRepresentable {
    case tensionBefore = "tension-before"
    case tensionAfter = "tension-after"
    case belongingBefore = "belonging-before"
    case belongingAfter = "belonging-after"
    /// Closed off to open.
    case openness
    /// Minutes of only looking on, online.
    case passive

    /// The measure it is a reading of.
    package var measure: Measure.ID { "moment/\(rawValue)" }

    /// What it can be: steps of a scale, or minutes of a day.
    package var range: ClosedRange<Int> {
      switch self {
      case .tensionBefore, .tensionAfter, .belongingBefore, .belongingAfter: 0...10
      case .openness: -3...3
      case .passive: 0...1440
      }
    }
  }
}
