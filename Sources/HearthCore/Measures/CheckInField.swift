/// One thing a check-in can ask: a scale, a choice in words, or things to tick.
package struct CheckInField: Hashable, Sendable, Identifiable {
  /// Where it stands among the others.
  package enum Group: String, CaseIterable, Hashable, Sendable { case now, others, alone, feelings, body, own }

  package enum Kind: Hashable, Sendable {
    case scale(Measure)
    /// Each value of the measure has a word; the person picks the word.
    case choice(Measure)
    /// Each is 1 where it is ticked, and has no reading where it is not.
    case ticks([Measure])
  }

  package let id: String
  package let title: String
  package let group: Group
  package let kind: Kind
  /// Asked as long as the person has chosen nothing else.
  package let isFirst: Bool

  package init(id: String, title: String, group: Group, kind: Kind, isFirst: Bool = false) {
    self.id = id
    self.title = title
    self.group = group
    self.kind = kind
    self.isFirst = isFirst
  }

  /// Every measure an answer to it can be a reading of.
  package var measures: [Measure] {
    switch kind {
    case .scale(let measure), .choice(let measure): [measure]
    case .ticks(let measures): measures
    }
  }
}
