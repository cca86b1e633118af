package import HearthCore

extension Vault {
  /// Why nothing is found: the first thing asked for that no entry of the place has, whatever else is asked for. Words
  /// are told only where something else is asked for too; days only where they end before they begin.
  package func missing(_ filter: EntryFilter) throws(Problem) -> Condition? {
    let parts = filter.condition.conjuncts
    if let days = Condition.endlessDays(parts) { return days }
    for part in parts where part.isName || parts.count > 1 && part.isWords {
      if try count(EntryFilter(place: filter.place, where: part), most: 0) == 0 { return part }
    }
    return nil
  }
}

extension Condition {
  fileprivate var isName: Bool {
    switch self {
    case .tag, .person, .prompt: true
    default: false
    }
  }

  fileprivate var isWords: Bool { if case .words = self { true } else { false } }

  /// The latest beginning and the earliest end that are asked for, where no day lies between them.
  fileprivate static func endlessDays(_ parts: [Condition]) -> Condition? {
    var (first, last): (Day?, Day?)
    for case .days(let from, let to) in parts {
      first = [first, from].compactMap(\.self).max()
      last = [last, to].compactMap(\.self).min()
    }
    guard let first, let last, first > last else { return nil }
    return .days(from: first, to: last)
  }
}
