import Canvas
import FoundationEssentials
import HearthContent
import HearthCore

@testable import HearthApp

/// Journals with something in the weeks before, for what Today says by itself.
@MainActor enum Weeks {
  static let today = Stamp(Story.evening, in: Story.zone).day(endingAt: .four)

  /// One reading a day, the last of them so many days ago.
  static func readings(_ measure: Measure.ID, _ values: [Double], endingAgo: Int = 1) -> [Reading] {
    values.enumerated().map { index, value in
      let day = today.adding(days: index - values.count + 1 - endingAgo)
      return Reading(
        source: Story.id(9000 + index), measure: measure, value: value, stamp: Stamp(Story.evening, in: Story.zone),
        day: day)
    }
  }

  static func heavy(_ columns: Int = 80, _ rows: Int = 24, settings: Settings = Settings()) -> Story {
    story(columns, rows, settings: settings) { $0.readings = readings("lonely", Array(repeating: 8, count: 14)) }
  }

  static func story(
    _ columns: Int = 80, _ rows: Int = 24, settings: Settings = Settings(), with entries: [Entry]? = nil,
    _ change: (inout MemoryJournal.State) -> Void = { _ in }
  ) -> Story {
    let journal = MemoryJournal(entries: entries ?? Samples.entries, settings: settings)
    journal.prepare { state in
      state.practices.practices = Shelf().practices
      change(&state)
    }
    return Story(journal, size: Size(columns: columns, rows: rows))
  }

  static func checkIn(_ answers: [Measure.ID: Double], ago: Int = 0) -> CheckIn {
    CheckIn(
      id: Story.id(8000 + ago), stamp: Stamp(Story.evening, in: Story.zone), day: today.adding(days: -ago),
      answers: answers, createdAt: Story.evening)
  }

  static func moments(_ count: Int, _ kind: Moment.Kind = .hello, ago: Int = 2) -> [Moment] {
    (0..<count).map { number in
      Moment(
        id: Story.id(7000 + number), stamp: Stamp(Story.evening, in: Story.zone), day: today.adding(days: -ago),
        kind: kind, createdAt: Story.evening)
    }
  }
}
