import HearthCore

extension Words {
  /// Why nothing is found; nil for what is no reason by itself.
  package func sentence(missing part: Condition) -> String? {
    switch part {
    case .tag(let name, _): self[.missingTag, ["name": name]]
    case .person(let name, _): self[.missingPerson, ["name": Marks.written(name)]]
    case .prompt(let id): self[.missingPrompt, ["name": id]]
    case .words(let words, _): self[.missingWords, ["words": words]]
    case .days(let first?, let last?): self[.missingDays, ["first": first.description, "last": last.description]]
    default: nil
    }
  }

  /// What was not understood of a search.
  package func sentence(_ mistake: Query.Mistake) -> String {
    switch mistake.kind {
    case .openQuote: self[.mistakeOpenQuote]
    case .openParenthesis: self[.mistakeOpenParenthesis]
    case .strayParenthesis: self[.mistakeStrayParenthesis]
    case .deepParentheses: self[.mistakeDeepParentheses]
    case .strayOR: self[.mistakeStrayOR]
    case .nothingAfter(let what): self[.mistakeNothingAfter, ["what": what]]
    case .unknownKey(let key): self[.mistakeUnknownKey, ["key": key]]
    case .otherwise(let typed, let meant): self[.mistakeOtherwise, ["typed": typed, "meant": meant]]
    case .bareWords(let term): self[.mistakeBareWords, ["term": term]]
    case .oddMood(let mood): self[.mistakeOddMood, ["mood": mood]]
    case .oddDate(let date): self[.mistakeOddDate, ["date": date]]
    case .ambiguousDate(let date, let first, let second):
      self[.mistakeAmbiguousDate, ["date": date, "first": first, "second": second]]
    case .oddStar(let what): self[.mistakeOddStar, ["what": what]]
    case .nothingToFind(let what): self[.mistakeNothingToFind, ["what": what]]
    case .tooMuch: self[.mistakeTooMuch]
    }
  }
}
