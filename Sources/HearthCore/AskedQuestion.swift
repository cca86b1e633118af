/// A prompt with what became of it in a journal.
package struct AskedQuestion: Hashable, Sendable, Identifiable {
  package let prompt: Prompt
  /// The last day that it was the question of; nil where it never was.
  package let lastShown: Day?
  /// How many entries outside the trash answer it.
  package let answers: Int
  /// It is never to be asked again.
  package let isPutAside: Bool

  package var id: String { prompt.id }

  package init(_ prompt: Prompt, lastShown: Day? = nil, answers: Int = 0, isPutAside: Bool = false) {
    self.prompt = prompt
    self.lastShown = lastShown
    self.answers = answers
    self.isPutAside = isPutAside
  }
}

extension [AskedQuestion] {
  /// Those never shown first, then those that were not seen for the longest time; the rest as they stand.
  package var longestUnseenFirst: [AskedQuestion] {
    enumerated().sorted { one, other in
      let days = (one.element.lastShown?.number ?? .min, other.element.lastShown?.number ?? .min)
      return days.0 == days.1 ? one.offset < other.offset : days.0 < days.1
    }.map(\.element)
  }
}
