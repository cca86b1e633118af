import HearthContent
import HearthCore

extension Moment {
  /// All that was noted of it but its line, in the order in which it is asked.
  package func told(_ words: Words) -> [String] {
    let names = with.isEmpty ? nil : with.joined(separator: ", ")
    let after = felt.map {
      words[.shellMomentFelt, ["felt": words[MomentRows.feelings[$0 - Moment.feltRange.lowerBound]]]]
    }
    let length = minutes.map { words.count($0, .shellMomentMinute, .shellMomentMinutes) }
    let first = [words[kind.word], names, after, medium.map { words[$0.word] }, length].compactMap(\.self)
    let numbers = Number.allCases.compactMap { number in
      self.numbers[number].map { "\(words[number.word]): \(words.number($0))" }
    }
    return first + marks.map { words[$0.word] } + numbers
  }
}
