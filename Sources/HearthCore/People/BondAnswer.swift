import FoundationEssentials

/// What the bond check asks of being with one person. Its answers stay on that person's page, beside their own past: they
/// are no measures, and nothing is made of them.
package enum BondQuestion: String, CaseIterable, Hashable, Sendable {
  case trust, care, belonging, real
  /// After a fight, whether one comes back together.
  case repair
  /// Whether one can say no.
  case sayNo
  /// Whether one can be apart without it costing anything.
  case apart
  /// A bar of eleven steps.
  case closeness

  /// From never to always; closeness from far to near.
  package var range: ClosedRange<Int> { self == .closeness ? 0...10 : 0...4 }
}

/// One answer of the bond check.
package struct BondAnswer: Hashable, Sendable {
  package let question: BondQuestion
  /// Within the question's range.
  package let value: Int
  package let day: Day

  /// Nil for a value that the question does not have.
  package init?(_ question: BondQuestion, _ value: Int, on day: Day) {
    guard question.range.contains(value) else { return nil }
    self.question = question
    self.value = value
    self.day = day
  }
}

/// An answer with whom it is about, where it leaves that person's page: to go into another place with the journal.
package struct KeptBondAnswer: Hashable, Sendable {
  package let person: UUID
  package let answer: BondAnswer

  package init(_ answer: BondAnswer, about person: UUID) {
    self.answer = answer
    self.person = person
  }
}

/// The last answer to a question, and how it stands to the one before.
package struct BondState: Hashable, Sendable {
  package enum Course: Hashable, Sendable { case same, higher, lower }

  package let last: BondAnswer
  /// Nil where there was none before.
  package let before: BondAnswer?

  package var course: Course? {
    before.map { last.value == $0.value ? .same : last.value > $0.value ? .higher : .lower }
  }

  /// - Parameter answers: about one person, the newest first.
  package static func all(_ answers: [BondAnswer]) -> [BondState] {
    BondQuestion.allCases.compactMap { question in
      let own = answers.filter { $0.question == question }
      return own.first.map { BondState(last: $0, before: own.dropFirst().first) }
    }
  }
}
