import HearthCore

/// What stands beside the entries of the made-up journal: who is in it, moments with them, check-ins, practices.
package struct DemoLife: Sendable {
  package private(set) var preferences = Preferences()
  /// What was answered about being with somebody, by their id.
  package let bonds: [Person.ID: [BondAnswer]]

  /// What a check-in asks there, by the ids of its fields.
  package static let checkInFields = ["mood", "energy", "wanted", "had", "lonely", "closeness", "alone", "sleep"]

  private let zone: Zone
  private let calendar: DemoCalendar
  private let now: Instant
  private let dayEnd: DayEnd
  private var ids = Dice(seed: 2)

  /// - Parameters:
  ///   - entries: of the same two years: what they say of a day is what a check-in says of it.
  ///   - now: nothing is later than this.
  package init(beside entries: [Entry], endingAt now: Instant, in zone: Zone, dayEnd: DayEnd = .four) {
    let shelf = DemoShelf.builtIn
    let calendar = DemoCalendar(today: Stamp(now, in: zone).day(endingAt: dayEnd))
    (self.zone, self.calendar, self.now, self.dayEnd) = (zone, calendar, now, dayEnd)
    let today = calendar.storyDay(of: calendar.days.upperBound)
    let people = shelf.people.filter { $0.from.map { $0 <= today } ?? true }.map(\.person)
    bonds = shelf.bonds.reduce(into: [:]) { all, bond in
      guard let person = people.first(where: { $0.name == bond.name }) else { return }
      all[person.id, default: []] += bond.placed(in: calendar)
    }
    preferences.people = people
    preferences.touchpoints = shelf.touchpoints.compactMap { $0.placed(in: calendar, among: people) }
    let days = days(of: shelf)
    preferences.moments = moments(shelf.contacts, on: days)
    preferences.runs = runs(shelf.runs, on: days, shelf.tides)
    preferences.checkIns = checkIns(on: days, shelf.tides, entries)
  }

  private func days(of shelf: DemoShelf) -> [DemoDay] {
    let silences = shelf.lines.filter { $0.part == .silence }
    return (calendar.days.lowerBound.number...calendar.days.upperBound.number).map(Day.init).map { day in
      let story = calendar.storyDay(of: day)
      return DemoDay(real: day, story: story, isSilent: silences.contains { $0.fits(day, storyDay: story) })
    }
  }

  /// Nil where it is still to come.
  private func stamp(_ day: Day, _ minute: Int) -> Stamp? {
    let stamp = zone.stamp(of: day, minute: minute)
    return stamp.instant <= now ? stamp : nil
  }

  // MARK: Moments, practices, check-ins

  private mutating func moments(_ contacts: [DemoContact], on days: [DemoDay]) -> [Moment] {
    var contacts = contacts
    var moments: [Moment] = []
    for day in days {
      var dice = day.dice(3)
      for place in contacts.indices
      where contacts[place].occasion.takesPlace(on: day, today: calendar.days.upperBound, &dice) {
        let late = contacts[place].occasion.isOnce ? 0 : Int.random(in: -12...18, using: &dice)
        guard let stamp = stamp(day.real, contacts[place].occasion.minute + late) else { continue }
        moments.append(contacts[place].moment(at: stamp, on: day.real, id: Entry.ID(from: &ids), &dice))
      }
    }
    return moments
  }

  private mutating func runs(_ runs: [DemoRun], on days: [DemoDay], _ tides: [DemoTide]) -> [KeptRun] {
    let practices = Practice.builtIn(Set(runs.map(\.practice)))
    var runs = runs
    var kept: [KeptRun] = []
    for day in days {
      var dice = day.dice(4)
      for place in runs.indices
      where runs[place].occasion.takesPlace(on: day, today: calendar.days.upperBound, &dice) {
        guard let stamp = stamp(day.real, runs[place].occasion.minute), let practice = practices[runs[place].practice]
        else { continue }
        let lift = Int(((DemoTide.on(day.story, in: tides)[.mood] - 3.5) * 1.8).rounded())
        let setting = DemoRun.Setting(stamp: stamp, day: day.real, now: now, lift: lift, zone: zone)
        kept.append(runs[place].kept(of: practice, id: Entry.ID(from: &ids), setting, &dice))
      }
    }
    return kept
  }

  private mutating func checkIns(on days: [DemoDay], _ tides: [DemoTide], _ entries: [Entry]) -> [CheckIn] {
    let moments = Dictionary(grouping: preferences.moments, by: \.day)
    let moods = Dictionary(grouping: entries, by: \.day).mapValues { $0.compactMap(\.mood) }
    var source = DemoCheckIns()
    return days.flatMap { day in
      let ground = DemoCheckIns.Ground(
        tide: DemoTide.on(day.story, in: tides), isWeekend: day.real.weekday >= 6, moments: moments[day.real] ?? [],
        moods: moods[day.real] ?? [])
      return source.answers(ground, isToday: day.real == calendar.days.upperBound, day.dice(5)).compactMap {
        minute, answers in
        stamp(day.real, minute).map {
          CheckIn(id: Entry.ID(from: &ids), stamp: $0, day: day.real, answers: answers, createdAt: $0.instant)
        }
      }
    }
  }
}
