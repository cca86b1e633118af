extension Step {
  /// How long from now, where nobody says otherwise.
  package enum Wait: Hashable, Sendable {
    /// 1 to 1440.
    case minutes(Int)
    /// 1 to 730.
    case days(Int)
    /// Until the day that an earlier step, by its id, was answered with.
    case dayOf(String)
  }

  /// A question that comes back later.
  package struct Later: Hashable, Sendable {
    package let wait: Wait
    /// What can be answered then. Without any it is a reminder, which is only seen.
    package let options: [Option]
    /// What an answer offers, by the id of its option; as `Practice.Ending.offers`.
    package let offers: [String: [String]]

    package init(wait: Wait, options: [Option] = [], offers: [String: [String]] = [:]) {
      self.wait = wait
      self.options = options
      self.offers = offers
    }
  }
}

/// When something comes back: at a time, or at any time of a day.
package enum Due: Hashable, Sendable {
  case at(Instant)
  case on(Day)
}
