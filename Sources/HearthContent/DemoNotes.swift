import HearthCore

/// Writes the short notes of the made-up journal from lines that fit a day. No line is used twice.
struct DemoNotes {
  private var lines: [DemoLine]
  private let silences: [DemoLine]
  private var dice: Dice
  private let calendar: DemoCalendar

  init(_ lines: [DemoLine], in calendar: DemoCalendar, seed: UInt64) {
    dice = Dice(seed: seed)
    silences = lines.filter { $0.part == .silence }
    self.lines = lines.filter { $0.part != .silence }.shuffled(using: &dice)
    self.calendar = calendar
  }

  /// So many notes, each on a day of its own: first on those of `days` that are preferred, then on any.
  mutating func pages(_ count: Int, on days: [Day], preferring preferred: [Day]) -> [DemoPage] {
    let first = Set(preferred)
    let others = days.filter { !first.contains($0) }.shuffled(using: &dice)
    var pages: [DemoPage] = []
    for day in days.filter(first.contains) + others where pages.count < count && !isSilent(day) {
      if let page = page(on: day) { pages.append(page) }
    }
    return pages
  }

  private func isSilent(_ day: Day) -> Bool {
    silences.contains { $0.fits(day, storyDay: calendar.storyDay(of: day)) }
  }

  /// An answer, something that stands by itself, or what the day was like; nil where no line is left for it.
  private mutating func page(on day: Day) -> DemoPage? {
    let wish = dice.throwHundred()
    if wish < 46, let answer = draw(day, where: { $0.prompt != nil }) { return page(on: day, of: [answer]) }
    if wish < 58, let whole = draw(day, where: { $0.part == .whole && $0.prompt == nil }) {
      return page(on: day, of: [whole])
    }
    return plainDay(day)
  }

  private mutating func plainDay(_ day: Day) -> DemoPage? {
    let wish = dice.throwHundred()
    let opening = wish < 75 ? draw(day) { $0.part == .opening } : nil
    let detail = wish >= 15 || opening == nil ? draw(day) { $0.part == .detail } : nil
    return page(on: day, of: [opening, detail].compactMap(\.self))
  }

  private mutating func draw(_ day: Day, where isWanted: (DemoLine) -> Bool) -> DemoLine? {
    let storyDay = calendar.storyDay(of: day)
    return lines.firstIndex { isWanted($0) && $0.fits(day, storyDay: storyDay) }.map { lines.remove(at: $0) }
  }

  private mutating func page(on day: Day, of lines: [DemoLine]) -> DemoPage? {
    guard let last = lines.last else { return nil }
    let separator = dice.throwHundred() < 55 ? "\n\n" : " "
    return DemoPage(
      day: day, weekday: nil, minute: minute(last), text: lines.map(\.text).joined(separator: separator),
      mood: mood(last), isStarred: dice.throwHundred() < 8, prompt: last.prompt)
  }

  private mutating func minute(_ line: DemoLine) -> Int {
    line.isMorning ? Int.random(in: 350...490, using: &dice) : Int.random(in: 1090...1370, using: &dice)
  }

  /// About half of them have one, mostly the usual one of the line.
  private mutating func mood(_ line: DemoLine) -> Mood? {
    guard let usual = line.mood, dice.throwHundred() < 48 else { return nil }
    switch dice.throwHundred() {
    case ..<15: return Mood(rawValue: usual.rawValue - 1)
    case 85...: return Mood(rawValue: usual.rawValue + 1)
    default: return usual
    }
  }
}
