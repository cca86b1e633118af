/// Recent answers and moments, as far as Today's own remarks depend on them.
package struct Lately: Hashable, Sendable {
  /// Readings of `QuietNote.measures`, for the days of `QuietNote.span`.
  package var readings: [Reading]
  /// What was answered today, the last answer to each question.
  package var answers: [Measure.ID: Double]
  /// Moments of the last seven days.
  package var moments: [Moment]
  /// How many three-part talks were finished in the last seven days.
  package var guided: Int
  /// The last day of the past month on which the question of the month was answered.
  package var monthlyAnswered: Day?
  /// Something was kept today.
  package var hasToday: Bool
  /// Something was kept since Today last invited.
  package var hasSinceInvited: Bool
  /// Something was kept in the days before today whose silence would make a coming back, from the shell perhaps.
  package var hasBefore = false
  /// Whether the relationship check was opened or kept today; nothing is suggested then.
  package var isGuarded: Bool
  /// Whether suggestions about at least one person are switched off; then no suggestion involves a person.
  package var hasFlagged: Bool

  package init(
    readings: [Reading] = [], answers: [Measure.ID: Double] = [:], moments: [Moment] = [], guided: Int = 0,
    hasToday: Bool = false, hasSinceInvited: Bool = false, isGuarded: Bool = false, hasFlagged: Bool = false
  ) {
    self.readings = readings
    self.answers = answers
    self.moments = moments
    self.guided = guided
    self.hasToday = hasToday
    self.hasSinceInvited = hasSinceInvited
    self.isGuarded = isGuarded
    self.hasFlagged = hasFlagged
  }

  /// The last answers to each question of check-ins, in the order of time.
  package static func answers(of checkIns: [CheckIn]) -> [Measure.ID: Double] {
    checkIns.reduce(into: [:]) { $0.merge($1.answers) { $1 } }
  }

  /// The daily values that quiet notes are decided by; several answers of a day become their mean, as on charts.
  package func days(upTo day: Day) -> RecentDays {
    let span = QuietNote.span(upTo: day)
    let all = Dictionary(grouping: readings, by: \.measure)
    func series(_ id: Measure.ID) -> DaySeries {
      DaySeries(all[id] ?? [], over: span, by: .mean)
    }
    return RecentDays(
      mood: series("mood"), lonely: series("lonely"), wanted: series("wanted"), had: series("had"),
      calmAlone: series("calm-alone"), alone: series("alone"))
  }

  /// On how many of the last seven days there was time alone that was chosen.
  package func daysChosenAlone(upTo day: Day) -> Int {
    let week = day.adding(days: 1 - Marker.days)...day
    return Set(readings.filter { $0.measure == "alone" && $0.value == 2 && week.contains($0.day) }.map(\.day)).count
  }
}

extension QuietNote {
  /// The measures that quiet notes depend on.
  package static let measures = ["mood", "lonely", "wanted", "had", "calm-alone", "alone"]
  /// The days that quiet notes look at, up to and including `day`.
  package static func span(upTo day: Day) -> ClosedRange<Day> { day.adding(days: -horizon)...day }
}
