import FoundationEssentials

/// What was taken back, with as much as names it on the page.
package struct TakenBack: Hashable, Sendable {
  package let kind: Change.Kind
  /// The entries that it was about, where it was about single ones.
  package let entries: Set<UUID>
  /// Whom it was about, by name.
  package let people: [String]
  /// What a practice or a search is called.
  package let name: String?
  /// The day under which a check-in or a moment lies.
  package let day: Day?
  /// The entry as it is now, where it was one.
  package var head: EntryHead?

  package init(
    _ kind: Change.Kind, of entries: Set<UUID> = [], about people: [String] = [], named name: String? = nil,
    on day: Day? = nil, head: EntryHead? = nil
  ) {
    (self.kind, self.entries, self.people, self.name, self.day, self.head) = (kind, entries, people, name, day, head)
  }

  /// What was made at once and goes back at once; nil where nothing did.
  package init?(_ parts: [TakenBack]) {
    guard let first = parts.first else { return nil }
    if parts.count == 1 {
      self = first
    } else {
      self.init(
        .several, of: parts.reduce(into: []) { $0.formUnion($1.entries) }, about: parts.flatMap(\.people).uniqued())
    }
  }
}
