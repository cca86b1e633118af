/// Who was there, from when to when.
extension ChartMaker {
  /// How much there was is not told: nobody stands beside another by number.
  var years: Drawn {
    let stretches = stretches(.month, most: 60)
    let lives = notes.presences.compactMap { Life($0, in: notes.days) }.sorted()
    let points = lives.map { ChartSheet.Point($0.days, [.init($0.label, Double($0.years.count))]) }
    let rows = lives.map { life in stretches.map(life.presence) }
    return (.presences(lives.map(\.label), rows, stretches), points, [], lives.count)
  }
}

/// Somebody, as far as they were there in the days that are shown.
private struct Life: Comparable {
  let label: ChartLabel
  let days: ClosedRange<Day>
  /// Within them, the first and the last that was noted of every four weeks.
  private let noted: [ClosedRange<Day>]
  private let name: String

  /// Nil where nothing was noted of them in these days.
  init?(_ presence: ChartNotes.Presence, in days: ClosedRange<Day>) {
    noted = presence.stretches.filter { $0.overlaps(days) }
    guard let first = noted.first, let last = noted.last else { return nil }
    self.days = first.lowerBound...last.upperBound
    name = presence.name
    label = presence.isRemembered ? .remembered(name) : .named(name)
  }

  /// The calendar years in which something was noted.
  var years: Set<Int> { Set(noted.flatMap { [$0.lowerBound, $0.upperBound] }.map(\.parts.year)) }

  func presence(in stretch: ClosedRange<Day>) -> ChartSheet.Presence {
    if noted.contains(where: { stretch.contains($0.lowerBound) || stretch.contains($0.upperBound) }) { return .noted }
    return days.overlaps(stretch) ? .between : .none
  }

  /// Those who came first, first.
  static func < (one: Life, other: Life) -> Bool {
    (one.days.lowerBound, one.name) < (other.days.lowerBound, other.name)
  }
}
