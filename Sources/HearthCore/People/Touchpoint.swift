import FoundationEssentials

/// A standing, low-effort contact with a rhythm. It begins anew with the last real contact.
package struct Touchpoint: Hashable, Sendable, Identifiable {
  package enum Kind: String, CaseIterable, Hashable, Sendable {
    case call, dinner, walk, lesson, ritual, own

    /// How many days lie between two of them, unless said otherwise.
    package var usualDays: Int {
      switch self {
      case .call, .walk, .lesson: 7
      case .dinner, .own: 30
      case .ritual: 365
      }
    }
  }

  /// A day of each year.
  package struct YearDay: Hashable, Sendable {
    /// 1–12, and a day of that month in a leap year.
    package let month, day: Int

    /// Nil for a day that no year has.
    package init?(month: Int, day: Int) {
      guard Day(year: 2000, month: month, day: day) != nil else { return nil }
      (self.month, self.day) = (month, day)
    }

    /// The first one on or after a day. The 29th of February is the 28th where there is none.
    package func next(from day: Day) -> Day {
      let year = day.parts.year
      let days = (year...year + 1).compactMap { year in
        Day(year: year, month: month, day: min(self.day, Day.length(ofMonth: month, year: year)))
      }
      return days.first { $0 >= day } ?? day
    }
  }

  package let id: UUID
  /// Of whom it is with; nil where it is with nobody in particular.
  package var person: UUID?
  package var title: String
  package var kind: Kind
  /// How many days can lie between two.
  package static let days = 1...3650

  /// Days between two, as one hopes; one of `days`.
  package var hopedDays: Int
  /// Days after which it would be a pity; nil where that does not matter.
  package var latestDays: Int?
  /// A ritual of each year.
  package var yearly: YearDay?
  /// A message that lies ready.
  package var draft: String
  package var isTimeKept: Bool
  /// Who or what it goes together with.
  package var companion: String
  /// Not shown before this day.
  package var sleepsUntil: Day?
  /// Meant for this day.
  package var plannedOn: Day?
  /// Let rest: it is not shown by itself any more.
  package var isAtRest: Bool
  package var startedOn: Day
  /// When it last took place.
  package var doneOn: Day?

  package init(
    id: UUID, person: UUID? = nil, title: String, kind: Kind, hopedDays: Int? = nil, latestDays: Int? = nil,
    yearly: YearDay? = nil, draft: String = "", isTimeKept: Bool = false, companion: String = "",
    sleepsUntil: Day? = nil, plannedOn: Day? = nil, isAtRest: Bool = false, startedOn: Day, doneOn: Day? = nil
  ) {
    self.id = id
    self.person = person
    self.title = title
    self.kind = kind
    self.hopedDays = min(max(hopedDays ?? kind.usualDays, Self.days.lowerBound), Self.days.upperBound)
    self.latestDays = latestDays
    self.yearly = yearly
    self.draft = draft
    self.isTimeKept = isTimeKept
    self.companion = companion
    self.sleepsUntil = sleepsUntil
    self.plannedOn = plannedOn
    self.isAtRest = isAtRest
    self.startedOn = startedOn
    self.doneOn = doneOn
  }

  // MARK: What is done with it

  /// Days for which *not now* leaves one in peace.
  package static let pause = 14

  package mutating func sleep(from today: Day) { sleepsUntil = today.adding(days: Self.pause) }

  /// Meant for today: nothing is asked again before tomorrow.
  package mutating func plan(for today: Day) { plannedOn = today }

  /// It took place. A day before the last one changes nothing.
  package mutating func happen(on day: Day) {
    doneOn = max(doneOn ?? day, day)
    (sleepsUntil, plannedOn) = (nil, nil)
  }
}

extension Touchpoint.YearDay: LosslessStringConvertible {
  /// `03-09`
  package var description: String { "\(month.digits(2))-\(day.digits(2))" }

  /// Reads `03-09` and `3-9`.
  package init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, let month = Int(parts[0]), let day = Int(parts[1]) else { return nil }
    self.init(month: month, day: day)
  }
}
