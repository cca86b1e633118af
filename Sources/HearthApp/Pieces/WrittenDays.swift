import Canvas
import HearthContent
import HearthCore

/// On which days something was written and how they were, as far as a calendar has asked.
struct WrittenDays: Equatable {
  private var days: [Day: DaySummary] = [:]
  /// How a calendar shows them, by the number of the day.
  private var marks: [Int: DayMark] = [:]
  private var asked: ClosedRange<Day>?
  private var request = LatestRequest()

  init() {}

  /// Nil where nothing was written.
  subscript(day: Day) -> DaySummary? { days[day] }

  /// How a calendar shows them, by the number of the day.
  /// - Parameter found: where days are looked for, those that were found; the others are only told.
  func marks(found: Set<Int>?) -> [Int: DayMark] {
    guard let found else { return marks }
    return Dictionary(uniqueKeysWithValues: marks.map { ($0, found.contains($0) ? $1 : DaySummary.notFound) })
  }

  /// Asks for these days where they are not known.
  /// - Parameter more: what is asked for along with them, so that one can go on from there.
  mutating func need(_ range: ClosedRange<Day>, with more: ClosedRange<Day>? = nil) -> [Effect] {
    if let asked, asked.contains(range.lowerBound), asked.contains(range.upperBound) { return [] }
    let wanted = more ?? range
    asked = wanted
    return request.ask(.loadDays(wanted))
  }

  /// Something may have changed: what is shown stays until the days come anew.
  mutating func forget() { asked = nil }

  /// What was asked for does not come.
  mutating func giveUp() { request.giveUp() }

  mutating func take(_ found: [DaySummary], in range: ClosedRange<Day>) -> [Effect] {
    guard request.underWay == .loadDays(range) else { return [] }
    let isCurrent = request.isCurrent
    let effects = request.wasAnswered()
    guard isCurrent else { return effects }
    days = Dictionary(found.map { ($0.day, $0) }) { first, _ in first }
    marks = Dictionary(found.map { ($0.day.number, $0.mark) }) { first, _ in first }
    return effects
  }

  /// What the signs mean, a line each: in so many columns all that a sign stands for, or the first of it.
  static func legend(_ words: Words, isOfFound: Bool = false, in columns: Int) -> [Line] {
    let written = sign(DaySummary.written, words[isOfFound ? .calendarFound : .calendarWritten])
    let moods = [[5, 4], [3], [2, 1]].map { $0.compactMap(Mood.init(rawValue:)) }
    let whole = moods.map { $0.map(words.mood).joined(separator: ", ") }
    let hasRoom = whole.allSatisfy { TextWidth.columns(of: $0) + 2 <= columns }
    let signs = zip(moods, whole).map { moods, whole in
      sign(DayMark(Glyphs.sign(of: moods[0]), Glyphs.style(of: moods[0])), hasRoom ? whole : words.mood(moods[0]))
    }
    return [written] + signs + (isOfFound ? [sign(DaySummary.notFound, words[.calendarNotFound])] : [])
  }

  private static func sign(_ mark: DayMark, _ meaning: String) -> Line {
    var line = Line(String(mark.glyph), mark.style)
    line.append(" \(meaning)", .dim)
    return line
  }
}

extension DaySummary {
  static let written = DayMark("▪", .accent)
  /// Written, but not what is looked for.
  static let notFound = DayMark("·", .dim)

  /// The mean of its moods where some were set, else that something was written.
  var mark: DayMark {
    guard let meanMood else { return Self.written }
    return DayMark(Glyphs.sign(of: meanMood), Glyphs.style(of: meanMood))
  }

  /// The one nearest to the mean.
  var meanMood: Mood? { mood.flatMap { Mood(rawValue: Int($0.rounded())) } }
}
