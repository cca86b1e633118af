import HearthContent
import HearthCore

/// What the world is asked for about charts.
package enum ChartWish: Equatable, Sendable {
  /// Which measures there are, and since when.
  case list
  case draw(ChartRequest)
  /// What may be said of the chosen questions. Looking is remembered.
  case look(on: Day)
  /// Asks these from now on, at most six, and looks.
  case ask([PatternQuestion], on: Day)
  /// Days of illness, pain or hormones count no more, or again; what was found before is forgotten.
  case leaveOutBodyDays(Bool, on: Day)
}

/// A chart, and the days it is to show.
package struct ChartRequest: Hashable, Sendable {
  package var chart: Chart
  package var span: ChartSpan
  /// The last day.
  package var last: Day
  /// Which of the chart's variants.
  package var variant: Int
  /// Where a week begins, 1 (Monday) to 7.
  package var weekStart: Int

  package init(_ chart: Chart, span: ChartSpan, last: Day, variant: Int = 0, weekStart: Int = 1) {
    (self.chart, self.span, self.last, self.variant, self.weekStart) = (chart, span, last, variant, weekStart)
  }
}

/// What was found for them.
package enum ChartEvent: Equatable, Sendable {
  case listed(ChartShelf)
  case drawn(ChartRequest, ChartSheet)
  case looked([PatternQuestion], PatternBoard)
}

/// What there is to be drawn.
package struct ChartShelf: Equatable, Sendable {
  /// Every measure that is known: its name, range and words.
  package var measures: [Measure]
  /// Those that have answers and no chart of the house, in their order.
  package var own: [Measure.ID]
  /// The practice that asks for a measure, where no check-in does.
  package var askedBy: [Measure.ID: PracticeName] = [:]
  /// The first day that has anything; nil where none has.
  package var first: Day?

  package init(measures: [Measure] = [], own: [Measure.ID] = [], first: Day? = nil) {
    (self.measures, self.own, self.first) = (measures, own, first)
  }

  /// - Parameters:
  ///   - known: all measures that a content file describes.
  ///   - answered: ids of those with answers.
  ///   - askedBy: the practice that asks for a measure, where no check-in does.
  package init(
    known: [Measure], answered: [Measure.ID], askedBy: [Measure.ID: PracticeName] = [:], first: Day?
  ) {
    // Ticks of one question are read where they are shown together; what nobody describes has no scale.
    let answered = Set(answered)
    self.init(
      measures: known,
      own: known.map(\.id).filter { answered.contains($0) && !Chart.shown.contains($0) && !Measure.isTick($0) }
        .uniqued(),
      first: first)
    self.askedBy = askedBy
  }
}
