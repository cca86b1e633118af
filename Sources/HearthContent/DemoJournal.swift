import HearthCore

/// Two years in the life of somebody who does not exist, for those who want to look around first.
///
/// Most of it is written by hand, the rest put together from lines that fit the day. The same time always gives the same
/// entries, whoever asks.
package enum DemoJournal {
  /// How many entries there are.
  package static let count = 400

  /// The entries, oldest first: the last one at `now` at the latest, the first at most two years before it.
  ///
  /// - Parameter ids: draws the id of each.
  package static func entries(
    endingAt now: Instant, in zone: Zone, dayEnd: DayEnd = .four, ids: () -> Entry.ID
  ) -> [Entry] {
    let today = Stamp(now, in: zone).day(endingAt: dayEnd)
    return pages(until: today)
      .map { page in (page, zone.stamp(of: page.day, minute: page.minute)) }
      .sorted { $0.1.instant < $1.1.instant }
      .filter { $0.1.instant <= now }
      .suffix(count)
      .map { page, stamp in Entry(page, at: stamp, dayEnd: dayEnd, id: ids()) }
  }

  /// By hand as many as there are, and notes on other days so that all are enough, also where those of today are still
  /// to come.
  private static func pages(until today: Day) -> [DemoPage] {
    let shelf = DemoShelf.builtIn
    let calendar = DemoCalendar(today: today)
    let pages = shelf.pages.compactMap { $0.placed(in: calendar) }.filter { calendar.days.contains($0.day) }
    let written = Set(pages.map(\.day))
    let free = (calendar.days.lowerBound.number..<today.number).map(Day.init).filter { !written.contains($0) }
    let lately = (1...3).map { today.adding(days: -$0) }
    let broughtBack = Memory.days(before: today, earliest: calendar.days.lowerBound).map(\.day)
    var notes = DemoNotes(shelf.lines, in: calendar, seed: 1)
    let earlier = pages.count { $0.day < today }
    return pages + notes.pages(count - earlier, on: free, preferring: lately + broughtBack)
  }
}

extension Zone {
  /// What a clock on the wall shows; where it never showed it, the moment after.
  func stamp(of day: Day, minute: Int) -> Stamp {
    switch meaning(of: day, minute: minute) {
    case .once(let instant), .twice(let instant, _), .never(let instant): Stamp(instant, in: self)
    }
  }
}

extension Entry {
  fileprivate init(_ page: DemoPage, at stamp: Stamp, dayEnd: DayEnd, id: ID) {
    self.init(
      id: id, stamp: stamp, day: stamp.day(endingAt: dayEnd), createdAt: stamp.instant, modifiedAt: stamp.instant,
      text: page.text, mood: page.mood, isStarred: page.isStarred, prompt: page.prompt)
  }
}
