extension Practice {
  /// What has to be so about the answers for a step to be asked, or an ending to come.
  ///
  /// The name in it is the id of a step, or of one item of a step. A step that is not asked counts as not answered,
  /// whatever was answered before it fell away.
  package indirect enum Condition: Hashable, Sendable {
    /// One of these was answered: the id of an option, any of several ticks, a number. `Answer.noAnswer` and
    /// `Answer.unsaidName` stand for what they say.
    case `is`(String, [String])
    /// A number was answered, and it is this or more.
    case atLeast(String, Int)
    case atMost(String, Int)
    /// Of all items in these tiers, so many or more have one of these answers.
    case count(tiers: [String], answers: [String], atLeast: Int)
    /// All of them; holds where there is none.
    case all([Condition])
    /// At least one of them; does not hold where there is none.
    case any([Condition])
    case not(Condition)

    /// The steps and items it asks about.
    package var names: [String] {
      switch self {
      case .is(let name, _), .atLeast(let name, _), .atMost(let name, _): [name]
      case .count: []
      case .all(let parts), .any(let parts): parts.flatMap(\.names)
      case .not(let part): part.names
      }
    }

    /// The tiers it counts.
    package var tiers: [String] {
      switch self {
      case .is, .atLeast, .atMost: []
      case .count(let tiers, _, _): tiers
      case .all(let parts), .any(let parts): parts.flatMap(\.tiers)
      case .not(let part): part.tiers
      }
    }
  }
}
