import HearthCore

/// Answers the check-ins of the made-up journal: from how things stand on a day, who was there, and what was written.
struct DemoCheckIns {
  private var dice = Dice(seed: 0)
  /// What is left of yesterday's mood, and how yesterday ended.
  private var drift = 0.0
  private var wasHard = false

  /// What there is of a day.
  struct Ground {
    let tide: DemoTide
    let isWeekend: Bool
    let moments: [Moment]
    /// Of the entries of the day, in their order.
    let moods: [Mood]
  }

  /// Those of one day, as minutes after midnight and what was answered then.
  ///
  /// - Parameter dice: of that day.
  mutating func answers(
    _ ground: Ground, isToday: Bool, _ dice: Dice
  ) -> [(minute: Int, answers: [Measure.ID: Double])] {
    self.dice = dice
    return answers(ground, isToday: isToday)
  }

  private mutating func answers(
    _ ground: Ground, isToday: Bool
  ) -> [(minute: Int, answers: [Measure.ID: Double])] {
    drift = drift * 0.6 + noise(0.55)
    let day = figures(ground)
    wasHard = ground.moments.contains { $0.kind == .conflict || $0.felt == -2 }
    let isKept = dice.falls(Int(ground.tide[.kept])) || isToday
    let (isMorning, isTwice) = (dice.falls(12) || isToday, dice.falls(14) || isToday)
    let morning = (minute: Int.random(in: 425...470, using: &dice), answers: self.morning(day))
    let evening = (minute: Int.random(in: 1215...1355, using: &dice), answers: self.evening(day, ground))
    if !isKept { return [] }
    return isTwice ? [morning, evening] : isMorning ? [morning] : [evening]
  }

  /// How a day is, all in all.
  private struct Figures {
    var mood, sleep, energy, wanted, had, lonely, closeness: Double
  }

  private mutating func figures(_ ground: Ground) -> Figures {
    let tide = ground.tide
    let sleep = tide[.sleep] + noise(1.5) - (wasHard ? 2.2 : 0)
    let had = tide[.near] * 0.75 + company(ground.moments) + noise(1) - (ground.isWeekend ? 0 : 0.4)
    let wanted = tide[.wanted] + noise(1.3) + (ground.isWeekend ? 0.7 : 0)
    let warmth = ground.moments.reduce(0) { $0 + Double($1.felt ?? 0) }
    let felt = tide[.mood] + drift + 0.13 * (sleep - 6) + 0.1 * min(max(warmth, -3), 3)
    let written =
      ground.moods.isEmpty ? nil : ground.moods.map { Double($0.rawValue) }.reduce(0, +) / Double(ground.moods.count)
    let mood = written ?? felt
    return Figures(
      mood: mood, sleep: sleep, energy: tide[.energy] + 0.45 * (sleep - 6) + 0.7 * (mood - 3) + noise(1),
      wanted: wanted, had: had, lonely: 2.2 + 0.75 * (wanted - had) - 0.9 * (mood - 3) + noise(1),
      closeness: 3.2 + 0.9 * min(warmth, 4) + 0.25 * had + noise(1))
  }

  /// Small contacts count little, and an evening with somebody is not twice half an evening.
  private func company(_ moments: [Moment]) -> Double {
    moments.reduce(0) { sum, moment in
      if moment.kind == .distance { return sum }
      return sum + (moment.kind.isMicro ? 0.6 : 1.2 + min(Double(moment.minutes ?? 20) / 90, 2.4))
    }
  }

  // MARK: Answers

  private mutating func morning(_ day: Figures) -> [Measure.ID: Double] {
    [
      "mood": whole(day.mood + noise(0.3), 1...5), "sleep": whole(day.sleep, 0...10),
      "energy": whole(day.energy + noise(0.6), 0...10),
    ]
  }

  /// Not everything every time.
  private mutating func evening(_ day: Figures, _ ground: Ground) -> [Measure.ID: Double] {
    var answers: [Measure.ID: Double] = ["mood": whole(day.mood, 1...5)]
    let scales: [(Measure.ID, Double, Int)] = [
      ("energy", day.energy, 92), ("wanted", day.wanted, 94), ("had", day.had, 94), ("lonely", day.lonely, 84),
      ("closeness", day.closeness, 76), ("contact", day.had + noise(1.2), 66), ("sleep", day.sleep, 70),
    ]
    for (id, value, often) in scales where dice.falls(often) { answers[id] = whole(value, 0...10) }
    if dice.falls(48) {
      let pull = day.wanted - day.had + noise(1.4)
      answers["alone"] = pull > 2.4 ? 0 : pull > 0.2 ? 1 : 2
      answers["calm-alone"] = whole((day.mood - 3) * 1.2 + 0.5 - pull * 0.3 + noise(0.8), -3...3)
    }
    return answers.merging(ticks(day, ground)) { first, _ in first }
  }

  private mutating func ticks(_ day: Figures, _ ground: Ground) -> [Measure.ID: Double] {
    var ids: [Measure.ID] = []
    if dice.falls(45) { ids.append(feeling(day)) }
    if dice.falls(30) {
      let (moved, outside, meaning) = (dice.falls(60), dice.falls(65), dice.falls(40))
      if moved { ids.append("pillar/moved") }
      if outside { ids.append("pillar/outside") }
      if meaning { ids.append("pillar/meaning") }
      if !ground.moments.isEmpty { ids.append("pillar/people") }
    }
    return Dictionary(uniqueKeysWithValues: ids.map { ($0, 1) })
  }

  private mutating func feeling(_ day: Figures) -> Measure.ID {
    let names: [String] =
      switch (day.mood, day.energy) {
      case (3.5..., 6...): ["joyful", "curious", "playful", "proud"]
      case (3.5..., _): ["calm", "content", "grateful", "touched"]
      case (..<2.6, 5...): ["anxious", "restless", "irritated"]
      case (..<2.6, _): ["sad", "lonely", "tired", "empty"]
      default: ["calm", "tired", "content", "restless"]
      }
    return "feeling/\(names[Int.random(in: names.indices, using: &dice)])"
  }

  /// Around 0, mostly within this much.
  private mutating func noise(_ width: Double) -> Double {
    (dice.fraction() + dice.fraction() + dice.fraction() - 1.5) * width * 1.6
  }

  private func whole(_ value: Double, _ range: ClosedRange<Double>) -> Double {
    min(max(value.rounded(), range.lowerBound), range.upperBound)
  }
}
