/// The English words a typed date may hold. What is read is wider than what is written: `tues`, `sept`, `14th`.
enum DateWords {
  /// 1 is Monday.
  static func weekday(_ word: Substring) -> Int? { number(of: word, in: weekdays, alsoKnownAs: shortWeekdays) }

  /// 1 is January.
  static func month(_ word: Substring) -> Int? { number(of: word, in: months, alsoKnownAs: ["sept": 9]) }

  /// Whether a word is a weekday cut short. Alone these are common words of a text as well (`sat`, `sun`, `wed`).
  static func isShortWeekday(_ word: some StringProtocol) -> Bool {
    !weekdays.contains(word.lowercased()) && weekday(Substring(word.lowercased())) != nil
  }

  /// What stands between the two ends of a stretch.
  static func isUntil(_ word: Substring) -> Bool { ["to", "until", "till", "-", "–"].contains(word) }

  /// `3`, `a`, `ten`: how many of something, 1 to 9999.
  static func count(_ word: Substring) -> Int? {
    if word == "a" || word == "an" { return 1 }
    if let place = counts.firstIndex(of: String(word)) { return place + 1 }
    guard let number = number(word, digits: 1...4), number > 0 else { return nil }
    return number
  }

  /// `14`, `14th`, `1st`, `first`: a day of the month, 1 to 31.
  static func dayOfMonth(_ word: Substring) -> Int? {
    if let place = ordinals.firstIndex(of: String(word)) { return place + 1 }
    let digits = word.prefix(while: \.isASCIIDigit)
    guard let number = number(digits, digits: 1...2), (1...31).contains(number) else { return nil }
    let ending = word.dropFirst(digits.count)
    return ending.isEmpty || ending == ordinalEnding(number) ? number : nil
  }

  /// Whether something typed may yet become a date or a stretch of days: `2026-`, `feb`, `last mon`. Dashes may stand
  /// for blanks.
  static func mayBegin(_ typed: String) -> Bool {
    let words = typed.lowercased().split { $0.isWhitespace || $0 == "-" }
    let numbers = words.filter { $0.allSatisfy { $0.isASCIIDigit || "/.".contains($0) } }
    // A date in figures is whole with ten characters.
    if numbers.count == words.count { return typed.count < 10 }
    return words.allSatisfy { word in
      numbers.contains(word) || dayOfMonth(word) != nil
        || (weekdays + months + counts + ordinals + others).contains { $0.hasPrefix(word) }
    }
  }

  /// Digits only, and so many of them.
  static func number(_ word: some StringProtocol, digits: ClosedRange<Int>) -> Int? {
    digits.contains(word.count) && word.allSatisfy(\.isASCIIDigit) ? Int(word) : nil
  }

  /// Seconds after midnight.
  static func clock(_ word: Substring) -> Int? {
    switch word {
    case "noon": 12 * 3600
    case "midnight": 0
    default: nil
    }
  }

  private static let weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
  private static let shortWeekdays = ["tues": 2, "thur": 4, "thurs": 4]
  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
  ]
  private static let counts = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]
  private static let ordinals = [
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
  ]
  private static let others = [
    "today", "yesterday", "tomorrow", "this", "last", "next", "past", "the", "of", "in", "ago", "a", "an", "days",
    "weeks", "months", "years", "from", "to", "until", "before", "after", "half", "morning", "afternoon", "evening",
    "night", "tonight",
  ]

  /// A name in full, its first three letters, or one of the other short forms; a full stop may close it.
  private static func number(of word: Substring, in names: [String], alsoKnownAs others: [String: Int]) -> Int? {
    let bare = word.hasSuffix(".") ? word.dropLast() : word
    if let place = names.firstIndex(where: { $0 == bare || (bare.count == 3 && $0.hasPrefix(bare)) }) {
      return place + 1
    }
    return others[String(bare)]
  }

  private static func ordinalEnding(_ number: Int) -> String {
    switch (number / 10, number % 10) {
    case (1, _): "th"
    case (_, 1): "st"
    case (_, 2): "nd"
    case (_, 3): "rd"
    default: "th"
    }
  }
}
