extension Practice {
  /// What can come after a practice beside another one, as a file names it.
  package enum Place: String, CaseIterable, Hashable, Sendable {
    case support, write
    case checkIn = "checkin"
    case moment, people
    /// The relationship check.
    case relationship
  }

  /// What stands at the end, where its condition holds.
  package struct Ending: Hashable, Sendable {
    /// Nil holds always.
    package let when: Condition?
    /// The name of one of the practice's pages.
    package let page: String
    /// What could come next: ids of practices, or a `Place`. One that nobody knows, or that the person has hidden, is
    /// left out.
    package let offers: [String]

    package init(when: Condition? = nil, page: String, offers: [String] = []) {
      self.when = when
      self.page = page
      self.offers = offers
    }
  }
}
