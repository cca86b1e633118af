/// Something written on this day at another time, brought back on Today.
package struct Memory: Hashable, Sendable {
  package let head: EntryHead
  package let distance: Distance

  package init(_ head: EntryHead, _ distance: Distance) {
    self.head = head
    self.distance = distance
  }

  /// How long ago: the same day a week, a month, half a year or some years before.
  package enum Distance: Hashable, Sendable, Comparable {
    case week, month, sixMonths
    /// 1 and up.
    case years(Int)

    package var isYears: Bool { if case .years = self { true } else { false } }
  }
}

/// A stretch of time out of which nothing comes back by itself.
package struct HushedSpan: Hashable, Sendable, Comparable {
  package let days: ClosedRange<Day>

  package init(_ days: ClosedRange<Day>) { self.days = days }

  /// By its first day, then by its last.
  package static func < (earlier: HushedSpan, later: HushedSpan) -> Bool {
    (earlier.days.lowerBound, earlier.days.upperBound) < (later.days.lowerBound, later.days.upperBound)
  }
}

/// Everything a person does not want brought back by itself, but for single entries.
package struct Hushed: Hashable, Sendable {
  /// Names, as first written, in the order of the alphabet.
  package var people: [String]
  /// What those people are also called.
  package var otherNames: Set<String>
  /// Earliest first.
  package var spans: [HushedSpan]

  package init(people: [String] = [], otherNames: Set<String> = [], spans: [HushedSpan] = []) {
    self.people = people
    self.otherNames = otherNames
    self.spans = spans
  }

  /// Whether the person of that name does not come back by themselves.
  /// - Parameter name: any of theirs, in any case.
  package func holds(person name: String) -> Bool {
    (people + otherNames).contains { $0.lowercased() == name.lowercased() }
  }
}
