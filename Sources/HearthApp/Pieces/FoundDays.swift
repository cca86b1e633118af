import HearthCore

/// On which days of a month something is found, also where their rows are not in memory.
struct FoundDays: Equatable {
  private struct Question: Equatable {
    let month: ClosedRange<Day>
    let filter: EntryFilter
  }

  private var asked: Question?
  private var answered: Question?
  private var days: Set<Int> = []
  private var request = LatestRequest()

  init() {}

  /// By their numbers; nil where that is not known.
  func days(_ month: ClosedRange<Day>, _ filter: EntryFilter) -> Set<Int>? {
    answered == Question(month: month, filter: filter) ? days : nil
  }

  /// Asks where it is not known.
  mutating func need(_ month: ClosedRange<Day>, _ filter: EntryFilter) -> [Effect] {
    let question = Question(month: month, filter: filter)
    if asked == question { return [] }
    asked = question
    return request.ask(.findDays(filter, month))
  }

  /// Something may have changed: what is shown stays until the days come anew.
  mutating func forget() { asked = nil }

  /// What was asked for does not come.
  mutating func giveUp() { request.giveUp() }

  mutating func take(_ found: Set<Day>, _ month: ClosedRange<Day>, _ filter: EntryFilter) -> [Effect] {
    guard request.underWay == .findDays(filter, month) else { return [] }
    (answered, days) = (Question(month: month, filter: filter), Set(found.map(\.number)))
    return request.wasAnswered()
  }
}
