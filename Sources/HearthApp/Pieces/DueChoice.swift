import Canvas
import HearthContent
import HearthCore

/// When something is to come back: a time of today in steps of five minutes, or a day.
struct DueChoice: Equatable {
  private(set) var due: Due

  init(_ due: Due) { self.due = due }

  /// One step earlier or later, but not into the past.
  mutating func change(by step: Int, in context: Context) {
    switch due {
    case .at(let instant):
      let earliest = context.now.adding(seconds: 60)
      due = .at(max(earliest, instant.adding(seconds: step * 300)))
    case .on(let day): due = .on(max(context.today.adding(days: 1), day.adding(days: step)))
    }
  }

  /// `at 21:24`, or `Tuesday, 10 March`.
  func said(in context: Context) -> String { context.words.due(due, in: context) }
}

extension Words {
  /// When something comes back, in words: `at 21:24`, `tomorrow, 07:10`, `Tuesday, 10 March`.
  func due(_ due: Due, in context: Context) -> String {
    switch due {
    case .at(let instant):
      let stamp = Stamp(instant, in: context.zone)
      guard stamp.calendarDay == context.stamp.calendarDay else { return context.when(stamp) }
      return self[.practiceAt, ["clock": clock(stamp)]]
    case .on(let day): return dayInWords(day, today: context.today)
    }
  }
}
