/// What a person has pinned on Support, in their own words. Each may be empty.
package struct OwnSupport: Hashable, Sendable {
  /// Who is steady, and how they are reached.
  package var people: String
  package var helps: String
  package var reasons: String

  package init(people: String = "", helps: String = "", reasons: String = "") {
    self.people = people
    self.helps = helps
    self.reasons = reasons
  }
}
