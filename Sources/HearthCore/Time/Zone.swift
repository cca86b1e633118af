/// A time zone as the journal needs it: a name to keep beside an entry, and how far local clocks stand from UTC.
///
/// The rules themselves come from outside (the system's zone database), so that the core stays pure.
package struct Zone: Sendable {
  /// IANA name (`Europe/Stockholm`), or an offset (`+02:00`) where no name is known.
  package let name: String
  private let offsetAt: @Sendable (Instant) -> Int

  /// - Parameter offsetAt: seconds east of UTC in force at an instant.
  package init(name: String, offsetAt: @escaping @Sendable (Instant) -> Int) {
    self.name = name
    self.offsetAt = offsetAt
  }

  package static let utc = Zone.fixed(seconds: 0)

  /// A zone that never changes its clocks. `seconds` east of UTC.
  package static func fixed(seconds: Int) -> Zone {
    Zone(name: seconds == 0 ? "UTC" : Stamp.offsetText(seconds)) { _ in seconds }
  }

  /// Seconds east of UTC.
  package func offset(at instant: Instant) -> Int { offsetAt(instant) }

  /// What a wall clock's reading means here.
  package enum Meaning: Equatable, Sendable {
    case once(Instant)
    /// The clocks go back over it: it happens twice; the first is the earlier.
    case twice(Instant, Instant)
    /// The clocks jump over it; `after` is the first instant past the gap.
    case never(after: Instant)
  }

  /// - Parameter minute: minutes after midnight, 0–1439.
  package func meaning(of day: Day, minute: Int) -> Meaning {
    let local = day.number * 86_400 + minute * 60
    // A change of clocks lies within a day of the reading, so the offsets a day before and after are the only
    // candidates.
    let before = offset(at: Instant(seconds: local - 86_400))
    let after = offset(at: Instant(seconds: local + 86_400))
    let found = Set([before, after]).map { Instant(seconds: local - $0) }
      .filter { offset(at: $0) == local - $0.seconds }.sorted()
    switch found.count {
    case 1: return .once(found[0])
    case 2: return .twice(found[0], found[1])
    default: return .never(after: firstInstant(from: Instant(seconds: local - max(before, after)), offset: after))
    }
  }

  /// The moment the clocks change to `offset`, found by halving: at most a day and a bit lies in question.
  private func firstInstant(from start: Instant, offset wanted: Int) -> Instant {
    var (low, high) = (start.seconds - 86_400, start.seconds + 86_400)
    while high - low > 1 {
      let middle = (low + high) / 2
      if offset(at: Instant(seconds: middle)) == wanted { high = middle } else { low = middle }
    }
    return Instant(seconds: high)
  }
}

extension Stamp {
  /// The zone whose clock it shows: where its rules are not known, or were others then, one that keeps its offset.
  ///
  /// - Parameters:
  ///   - here: the zone one is in.
  ///   - known: finds a zone by its name.
  package func zone(_ here: Zone, known: (String) -> Zone?) -> Zone {
    if zone == here.name { return here }
    if let found = known(zone), found.offset(at: instant) == offset { return found }
    return Zone(name: zone) { [offset] _ in offset }
  }
}

extension Zone: Equatable {
  package static func == (left: Zone, right: Zone) -> Bool { left.name == right.name }
}
