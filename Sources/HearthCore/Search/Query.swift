/// What a person typed to find something, and what was understood of it.
///
///     canal "long way" with:Jon (tea OR coffee) -work tag:walk mood:1..2 from:2026-01 to:2026-03
///
/// Terms side by side all have to hold. `OR` binds closer than that: `tea OR coffee canal` asks for the canal and one
/// of the two. `-` and `NOT` leave out. Any text whatever can be read: what makes no sense is left out of the condition
/// and told as a mistake.
package struct Query: Hashable, Sendable {
  /// As it was typed.
  package let text: String
  /// What was understood; everything where there was nothing.
  package let condition: Condition
  /// In the order of the text.
  package let mistakes: [Mistake]

  /// - Parameters:
  ///   - dates: reads what follows `from:`, `to:` and `on:`.
  ///   - moods: reads what follows `mood:`.
  ///   - isBeingTyped: the last term may go on: it means every name that begins so, and what is only unfinished there
  ///     is no mistake yet.
  package static func reading(
    _ text: String, dates: DateLanguage, moods: MoodScale = MoodScale(), isBeingTyped: Bool = false
  ) -> Query {
    // Where nothing else is looked for, `on:last week` can mean only one thing.
    let plain = joining([text], dates: dates, moods: moods)
    var reader = QueryReader(plain, dates: dates, moods: moods, isBeingTyped: isBeingTyped)
    let condition = reader.whole()
    return Query(text: text, condition: condition, mistakes: reader.mistakesInOrder)
  }

  /// What stands before the colon of a term, in any case.
  package enum Key: String, Hashable, Sendable, CaseIterable {
    case tag, with, mood, from, to, on, prompt, starred
  }

  /// Something that was not understood, and where it stands.
  package struct Mistake: Hashable, Sendable {
    /// In characters of the text.
    package let range: Range<Int>
    /// What is the matter.
    package let kind: Kind

    /// - Parameter range: in characters of the text.
    package init(_ kind: Kind, at range: Range<Int>) {
      self.range = range
      self.kind = kind
    }

    /// With what was typed, where a sentence about it needs that.
    package enum Kind: Hashable, Sendable {
      /// A quotation that nothing closes; it is read to the end of the text.
      case openQuote
      /// Read as closed at the end of the text.
      case openParenthesis
      /// It closes nothing.
      case strayParenthesis
      /// Too many within each other; the innermost are read as if they were not there.
      case deepParentheses
      /// Nothing stands before it or after it.
      case strayOR
      /// `tag:`, `NOT`, `-`: nothing stands after it.
      case nothingAfter(String)
      /// What stands before a colon and is no ``Key``.
      case unknownKey(String)
      /// A term as it was typed, and the one that means it here: `is:starred`, `starred:`.
      case otherwise(String, meant: String)
      /// A value of several words: the term as it is understood, `from:"last week"`.
      case bareWords(String)
      /// Neither a mood nor two with `..` between them.
      case oddMood(String)
      /// Neither a date nor a stretch of days, or none that exists.
      case oddDate(String)
      /// A date that can be read in two ways, both in ISO 8601.
      case ambiguousDate(String, first: String, second: String)
      /// Neither `yes` nor `no` after `starred:`.
      case oddStar(String)
      /// Holds neither letter nor digit.
      case nothingToFind(String)
      /// More terms than are looked for; the rest is left out.
      case tooMuch
    }
  }
}
