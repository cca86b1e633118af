/// A line that Today may say once in a while about what the last weeks looked like. It names no cause and no verdict, and
/// nothing waits for an answer to it.
package enum QuietNote: String, CaseIterable, Hashable, Sendable {
  /// The last two weeks looked heavy: there are people to talk to.
  case heavy
  /// More is wanted than had for two weeks, though the mood says all is well.
  case wideGap
  /// Time alone was pushed, and numb, again and again.
  case pushedAlone

  /// Days before the same one may come again.
  package static let rest = 30
  /// So many logged days are looked at, and none that lies further back than `horizon`.
  static let days = 14
  static let horizon = 42
  /// Of those, on so many.
  static let most = 10

  /// Those that the last days give reason for, the weightiest first. Days on which nothing was logged count neither way.
  package static func called(for days: RecentDays) -> [QuietNote] {
    allCases.filter { note in
      switch note {
      case .heavy: days.isHeavy
      case .wideGap: days.hasWideGap
      case .pushedAlone: days.wasPushedAlone
      }
    }
  }
}

/// What was answered lately, each on the same days up to today.
package struct RecentDays: Hashable, Sendable {
  /// Mood 1–5; lonely, wanted and had 0–10; calm alone −3…3; alone 0 (pushed) to 2 (chosen).
  package let mood, lonely, wanted, had, calmAlone, alone: DaySeries

  package init(
    mood: DaySeries, lonely: DaySeries, wanted: DaySeries, had: DaySeries, calmAlone: DaySeries, alone: DaySeries
  ) {
    (self.mood, self.lonely, self.wanted, self.had) = (mood, lonely, wanted, had)
    (self.calmAlone, self.alone) = (calmAlone, alone)
  }

  /// Wanted less had, where both were answered.
  private func gap(on day: Int) -> Double? {
    wanted.values[day].flatMap { wanted in had.values[day].map { wanted - $0 } }
  }

  /// The last logged days that lie near enough, newest first.
  private func last(where isLogged: (Int) -> Bool) -> [Int] {
    Array(mood.values.indices.suffix(QuietNote.horizon).reversed().filter(isLogged).prefix(QuietNote.days))
  }

  /// All right or good, where a mood was noted.
  private func isFine(_ day: Int) -> Bool { (mood.values[day] ?? 0) >= 3.5 }

  private func isFrequent(_ days: [Int], _ isSo: (Int) -> Bool) -> Bool { days.count(where: isSo) >= QuietNote.most }

  /// Lonely 7 or more, or wanted 5 or more above had, on ten of the last fourteen logged days; or the lowest mood on ten
  /// of fourteen. Of a day that felt fine the gap alone says nothing of weight: that is `hasWideGap`.
  var isHeavy: Bool {
    let lonelyDays = last { lonely.values[$0] != nil || gap(on: $0) != nil }
    let moodDays = last { mood.values[$0] != nil }
    return isFrequent(lonelyDays) { (lonely.values[$0] ?? 0) >= 7 || (!isFine($0) && (gap(on: $0) ?? 0) >= 5) }
      || isFrequent(moodDays) { (mood.values[$0] ?? 5) < 1.5 }
  }

  var hasWideGap: Bool {
    let days = last { gap(on: $0) != nil && mood.values[$0] != nil }
    return isFrequent(days) { (gap(on: $0) ?? 0) >= 4 && isFine($0) }
  }

  /// Three times or more within two weeks' days, pushed into it and numb.
  var wasPushedAlone: Bool {
    let days = last { alone.values[$0] != nil && calmAlone.values[$0] != nil }
    return days.count { (alone.values[$0] ?? 2) < 0.5 && (calmAlone.values[$0] ?? 0) <= -1 } >= 3
  }
}

/// Which notes were said when, and which rest for good.
package struct QuietNoteHistory: Hashable, Sendable {
  private var said: [QuietNote: Day] = [:]
  private var silenced: Set<QuietNote> = []
  /// The day on which one was answered: no other comes in its place.
  private var answeredOn: Day?

  package init() {}

  /// The note for a day, at most one: the one already shown that day while it is still a candidate, else the first
  /// candidate that was neither silenced nor shown in the last `QuietNote.rest` days.
  /// - Parameter called: the candidates, most important first.
  package func note(of called: [QuietNote], on day: Day) -> QuietNote? {
    if answeredOn == day { return nil }
    let today = QuietNote.allCases.first { said[$0] == day && !silenced.contains($0) }
    if let today { return called.contains(today) ? today : nil }
    return called.first { !silenced.contains($0) && isRested($0, on: day) }
  }

  /// After the clock was set back, a note dated in the future counts as not rested.
  private func isRested(_ note: QuietNote, on day: Day) -> Bool {
    said[note].map { day.number - $0.number >= QuietNote.rest } ?? true
  }

  /// Records that a note is shown.
  package mutating func saying(_ note: QuietNote, on day: Day) { said[note] = day }

  /// Postpones a note by `QuietNote.rest` days, and ends the notes of the day.
  package mutating func put(off note: QuietNote, on day: Day) { (said[note], answeredOn) = (day, day) }

  /// Never shows this note again, and no other on that day.
  package mutating func silence(_ note: QuietNote, on day: Day) {
    silenced.insert(note)
    (said[note], answeredOn) = (nil, day)
  }

  private static let answered = "answered"

  /// The stored form, on one line.
  package var text: String {
    let notes = QuietNote.allCases.compactMap { note in
      if silenced.contains(note) { return "\(note.rawValue)=never" }
      return said[note].map { "\(note.rawValue)=\($0.number)" }
    }
    return (notes + [answeredOn.map { "\(Self.answered)=\($0.number)" }].compactMap(\.self)).joined(separator: " ")
  }

  /// Notes with an unreadable date count as never shown.
  package init(text: String) {
    for part in text.split(separator: " ") {
      let pair = part.split(separator: "=").map(String.init)
      if pair.count == 2, pair[0] == Self.answered { answeredOn = Int(pair[1]).map { Day(number: $0) } }
      guard pair.count == 2, let note = QuietNote(rawValue: pair[0]) else { continue }
      if pair[1] == "never" { silenced.insert(note) }
      if let number = Int(pair[1]) { said[note] = Day(number: number) }
    }
  }
}
