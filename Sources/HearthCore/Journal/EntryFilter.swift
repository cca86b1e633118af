/// Which entries are meant, and in what order they come: by day, then by instant.
package struct EntryFilter: Hashable, Sendable {
  package enum Place: Hashable, Sendable { case journal, trash }
  package enum Order: Hashable, Sendable { case newestFirst, oldestFirst }

  package var place: Place
  package var order: Order
  package var condition: Condition

  package init(
    place: Place = .journal, order: Order = .newestFirst, where condition: Condition = .everything
  ) {
    self.place = place
    self.order = order
    self.condition = condition
  }

  /// From one day to another, both included; nil for open.
  package static func days(from: Day? = nil, to: Day? = nil, order: Order = .newestFirst) -> EntryFilter {
    EntryFilter(order: order, where: .days(from: from, to: to))
  }
}
