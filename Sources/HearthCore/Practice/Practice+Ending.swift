extension Practice {
  /// What stands at the end, where its condition holds.
  package struct Ending: Hashable, Sendable {
    /// Nil holds always.
    package let when: Condition?
    /// The name of one of the practice's pages.
    package let page: String
    /// What could come next: ids of practices, or `support`, `write`, `checkin`, `moment`, `people`,
    /// `relationship`. One that nobody knows, or that the person has hidden, is left out.
    package let offers: [String]

    package init(when: Condition? = nil, page: String, offers: [String] = []) {
      self.when = when
      self.page = page
      self.offers = offers
    }
  }
}
