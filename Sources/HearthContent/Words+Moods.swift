import HearthCore

extension Words {
  /// `all right`
  package func mood(_ mood: Mood) -> String { self[Self.moods[mood.rawValue - 1]] }

  /// Moods as they may be typed: numbers, and these words.
  package var moods: MoodScale { MoodScale(Self.moods.map { self[$0] }) }

  private static let moods: [Word] = [.mood1, .mood2, .mood3, .mood4, .mood5]
}
