/// Which entries are meant. Every part narrows; none means all that are not in the trash, newest first.
package struct EntryFilter: Hashable, Sendable {
  package enum Place: Hashable, Sendable { case journal, trash }

  package var place: Place
  /// First and last day, both included.
  package var from: Day?
  package var to: Day?
  /// Without `#`, any case.
  package var tags: [String]
  /// Without `@`, any case.
  package var people: [String]
  package var onlyStarred: Bool

  package init(
    place: Place = .journal, from: Day? = nil, to: Day? = nil, tags: [String] = [], people: [String] = [],
    onlyStarred: Bool = false
  ) {
    self.place = place
    self.from = from
    self.to = to
    self.tags = tags
    self.people = people
    self.onlyStarred = onlyStarred
  }
}
