import HearthCore

extension Words {
  /// `all right`, or what the person calls it.
  package func mood(_ mood: Mood) -> String { allMoods[mood.rawValue - 1] }

  /// The five of them, from the lowest up.
  package var allMoods: [String] { moodNames.count == 5 ? moodNames : Self.moods.map { self[$0] } }

  /// Moods as they may be typed: numbers, these words, and the usual ones, which may stand in a search that was kept.
  package var moods: MoodScale { MoodScale(allMoods, or: Self.moods.map { self[$0] }) }

  private static let moods: [Word] = [.mood1, .mood2, .mood3, .mood4, .mood5]
}
