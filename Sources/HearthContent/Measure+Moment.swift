import HearthCore

extension Moment.Number {
  /// What it is called.
  package var word: Word {
    switch self {
    case .tensionBefore: .numberTensionBefore
    case .tensionAfter: .numberTensionAfter
    case .belongingBefore: .numberBelongingBefore
    case .belongingAfter: .numberBelongingAfter
    case .openness: .numberOpenness
    case .passive: .numberPassive
    }
  }

  /// As it is charted: minutes of a day add up, all else is a mean.
  fileprivate func charted(_ words: Words) -> Measure {
    Measure(id: measure, title: words[word], range: range, perDay: self == .passive ? .sum : .mean)
  }
}

extension Measure {
  /// What can be said of a moment in numbers.
  static let ofMoments = Moment.Number.allCases.map { $0.charted(Words()) }
}
