/// The words of the mood scale, and moods as a person types them.
package struct MoodScale: Hashable, Sendable {
  /// Names in the form in which they are compared, from the lowest mood up.
  private let names: [String]
  private let others: [String]

  /// - Parameters:
  ///   - names: from the lowest mood up; empty to accept only numbers.
  ///   - others: alternative names from the lowest up, tried where `names` has no match.
  package init(_ names: [String] = [], or others: [String] = []) {
    self.names = names.map(Self.bare)
    self.others = others.map(Self.bare)
  }

  /// `4`, `low`, `Very low`, `very-low`.
  package func mood(_ typed: some StringProtocol) -> Mood? {
    if typed.count == 1, let number = typed.first?.wholeNumberValue { return Mood(rawValue: number) }
    let bare = Self.bare(typed)
    return (names.firstIndex(of: bare) ?? others.firstIndex(of: bare)).flatMap { Mood(rawValue: $0 + 1) }
  }

  /// `4`, `low`, `2..4`, `..low`, `3..`, the lower one first or not; `2-4` says the same.
  package func range(_ typed: String) -> ClosedRange<Int>? {
    if let mood = mood(typed) { return mood.rawValue...mood.rawValue }
    let dotted = typed.replacing("…", with: "..").replacing("–", with: "..")
    let ends = (dotted.contains("..") ? dotted : dotted.replacing("-", with: ".."))
      .split(separator: "..", omittingEmptySubsequences: false)
    guard ends.count == 2, !ends.allSatisfy(\.isEmpty), let first = ends[0].isEmpty ? 1 : mood(ends[0])?.rawValue,
      let last = ends[1].isEmpty ? 5 : mood(ends[1])?.rawValue
    else { return nil }
    return min(first, last)...max(first, last)
  }

  /// Whether typing could go on to name a mood, or a range of moods.
  func mayBegin(_ typed: String) -> Bool {
    let last = Self.bare(typed.split(separator: "..").last ?? "").replacing(".", with: "")
    return last.isEmpty || mood(last) != nil || (names + others).contains { $0.hasPrefix(last) }
  }

  private static func bare(_ name: some StringProtocol) -> String {
    name.lowercased().filter { !$0.isWhitespace && $0 != "-" }
  }
}
