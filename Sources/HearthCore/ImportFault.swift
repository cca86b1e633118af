/// What is wrong with a document that was to be taken in. It names members and signs, never what a journal would hold.
package enum ImportFault: Error, Hashable, Sendable {
  package enum Place: Hashable, Sendable {
    /// From 1.
    case line(Int)
    /// By its place among the entries, from 1.
    case entry(Int)
    /// By its name.
    case member(String)
  }

  /// What a member has to be.
  package enum Kind: Hashable, Sendable {
    case id, day, date
    /// A date that says where on the clock it is.
    case stamp
    case zone, text, texts, truth, mood
    /// A whole number within the range of its name.
    case number
    /// A month and a day of it.
    case yearDay
  }

  // The writing
  case noDocument, endsEarly, goesOn
  /// A list in a list, and so on, deeper than any document of a journal.
  case tooDeep
  case nameMissing
  case nameTwice(String)
  case signMissing(Unicode.Scalar)
  case noValue, noNumber
  case textUnended, textNotUTF8, controlCharacter
  /// Half of two signs that make one character together.
  case halfCharacter
  case digitsMissing
  /// A backslash before a sign that stands for nothing.
  case oddBackslash(Unicode.Scalar)

  // The document
  /// None of the forms that are read.
  case formUnknown
  case schemaMissing
  case schemaLater(Int)
  case entriesMissing

  /// Two of a list have one id, or one name.
  case sameID, sameName

  // An entry
  case noObject
  /// That of an earlier entry, by its number.
  case idTaken(Int)
  case missing(String)
  case odd(String, Kind)

  // Text and pages
  /// A date that cannot be read, where an entry begins.
  case oddEntryDate
  /// Text before the first entry.
  case noEntry
  case noFrontMatter, frontMatterUnended
  /// SQLite would end the text there.
  case textHasNUL

  // The journal as a whole: one of a list is none of what it has to be
  case noNames, oddSpan, oddSearch, oddPerson, oddTouchpoint, oddBondAnswer, oddCheckIn, oddMoment, oddRun, oddSetting,
    oddCheck
  /// A setting or a measure, by its name.
  case outOfRange(String)
  /// A measure that its practice does not have, by its name.
  case unknown(String)
}
