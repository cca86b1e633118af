import FoundationEssentials

/// A touchpoint with whom it is with, and when there was last a real contact.
package struct Rhythm: Hashable, Sendable {
  package var touchpoint: Touchpoint
  /// Nil where it is with nobody in particular.
  package let person: Person?
  /// With that person, in whatever way.
  package let lastContact: Day?

  package init(_ touchpoint: Touchpoint, with person: Person? = nil, lastContact: Day? = nil) {
    self.touchpoint = touchpoint
    self.person = person
    self.lastContact = lastContact
  }

  /// From when on it is counted: the last real contact, or the day on which it was thought of.
  package var since: Day { [lastContact, touchpoint.doneOn].compactMap(\.self).max() ?? touchpoint.startedOn }

  /// When it is hoped for next. A day of the year that has passed is not looked back on: the next one is a year later.
  package func next(on today: Day) -> Day {
    guard let yearly = touchpoint.yearly else { return since.adding(days: touchpoint.hopedDays) }
    let earliest = touchpoint.doneOn.map { $0.adding(days: Self.notice + 1) } ?? touchpoint.startedOn
    return yearly.next(from: max(today, earliest))
  }

  /// Days before a ritual of the year on which it is first told.
  package static let notice = 14

  /// It is never told of by itself.
  package var isAtRest: Bool { touchpoint.isAtRest || person?.isQuiet == true }

  /// Whether it is told of on a day: never about someone who rests, is remembered or set aside, not while it sleeps, and
  /// not where the calendar has gone back.
  package func isDue(on today: Day) -> Bool {
    guard !isAtRest, touchpoint.sleepsUntil.map({ today >= $0 }) ?? true
    else { return false }
    let next = next(on: today)
    return today >= (touchpoint.yearly == nil ? next : next.adding(days: -Self.notice))
  }
}

extension [Rhythm] {
  /// How many are told of at once.
  package static var most: Int { 3 }

  /// What is told of on a day, by one's own wish: what matters on time first, then what was hoped for earliest.
  package func due(on today: Day) -> [Rhythm] {
    let due = filter { $0.isDue(on: today) }.sorted { first, second in
      if first.touchpoint.isTimeKept != second.touchpoint.isTimeKept { return first.touchpoint.isTimeKept }
      let (one, other) = (first.next(on: today), second.next(on: today))
      if one != other { return one < other }
      return first.touchpoint.id.uuidString < second.touchpoint.id.uuidString
    }
    return Array(due.prefix(Self.most))
  }
}
