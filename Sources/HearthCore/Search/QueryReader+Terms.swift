extension QueryReader {
  /// What one piece asks for; nil where it asks for nothing.
  mutating func condition(of token: QueryToken) -> Condition? {
    if token.ending == .unclosed, !isUnfinished(token) { note(.openQuote, at: token) }
    return switch token.kind {
    case .word(let text): word(text, token)
    case .quoted(let text): words(text, isBegun: isUnfinished(token), token)
    case .keyed(let key, let value): keyed(key, value.trimmed, token)
    case .open, .close, .or, .not: nil
    }
  }

  // MARK: Words

  private mutating func word(_ text: String, _ token: QueryToken) -> Condition? {
    if text.hasPrefix("#"), let name = Marks.tags(in: text).first { return .tag(name, isBegun: isUnfinished(token)) }
    if text.hasPrefix("@"), let name = Marks.people(in: text).first {
      return .person(name, isBegun: isUnfinished(token))
    }
    if let key = text.unknownKey {
      noteKey(key, of: text, at: token.range)
    } else if text.dropLast().allSatisfy(\.isLetter), text.count > 1, text.last == ":",
      let (value, end) = quotation(after: token)
    {
      skip(1)
      noteKey(String(text.dropLast()), of: "\(text)\"\(value)\"", at: token.range.lowerBound..<end)
    } else {
      return words(text, isBegun: true, token)
    }
    return nil
  }

  private mutating func noteKey(_ key: String, of term: String, at range: Range<Int>) {
    note(meant(by: term, key).map { .otherwise(term, meant: $0) } ?? .unknownKey(key), at: range)
  }

  /// What is called otherwise in other places: `is:starred`, `person:Jon`.
  private func meant(by text: String, _ key: String) -> String? {
    let value = String(text.dropFirst(key.count + 1))
    switch key.lowercased() {
    case "is", "has", "star":
      if key.lowercased() == "star" || value.lowercased().hasPrefix("star") { return "starred:" }
      return value.lowercased() == "mood" ? "mood:1..5" : nil
    case "before": return bare(value).flatMap { Self.until($0.lowerBound.adding(days: -1)) }
    case "after": return bare(value).flatMap { Self.from($0.upperBound.adding(days: 1)) }
    case let other: return Self.otherKeys[other].map { "\($0.rawValue):\(value)" }
    }
  }

  /// Days, with or without quotes around them.
  private func bare(_ value: String) -> ClosedRange<Day>? { try? dates.span(value.filter { $0 != "\"" }) }

  /// To the end of a day, said as its year or its month where it is the last of one.
  private static func until(_ day: Day) -> String? {
    guard Day.calendar.contains(day) else { return nil }
    return "to:" + short(day, endsMonth: day.adding(days: 1).parts.day == 1, endsYear: day.adding(days: 1).isNewYear)
  }

  private static func from(_ day: Day) -> String? {
    guard Day.calendar.contains(day) else { return nil }
    return "from:" + short(day, endsMonth: day.parts.day == 1, endsYear: day.isNewYear)
  }

  private static func short(_ day: Day, endsMonth: Bool, endsYear: Bool) -> String {
    String(day.description.prefix(endsYear ? 4 : endsMonth ? 7 : 10))
  }

  private static let otherKeys: [String: Query.Key] = [
    "tags": .tag, "label": .tag, "person": .with, "people": .with, "who": .with, "moods": .mood, "since": .from,
    "until": .to, "date": .on, "day": .on, "month": .on, "year": .on,
    "question": .prompt,
  ]

  private mutating func words(_ text: String, isBegun: Bool, _ token: QueryToken) -> Condition? {
    if IndexWords.hasAny(text) { return .words(text, isBegun: isBegun) }
    // Of a quotation mark that stands alone, that is told.
    if !text.isEmpty || token.ending != .unclosed { noteNothing(in: text, token) }
    return nil
  }

  /// What begins with a sign may go on with letters.
  private mutating func noteNothing(in text: String, _ token: QueryToken) {
    if !isUnfinished(token) || !text.allSatisfy(\.isASCII) { note(.nothingToFind(text), at: token) }
  }

  // MARK: Keys

  private mutating func keyed(_ key: Query.Key, _ value: String, _ token: QueryToken) -> Condition? {
    if value.isEmpty, key != .starred {
      if !isUnfinished(token) { note(.nothingAfter("\(key.rawValue):"), at: token) }
      return nil
    }
    if isOfBareWords(key, value, token) { return nil }
    switch key {
    case .tag: return name(value, after: "#", token).map { .tag($0.lowercased(), isBegun: isUnfinished(token)) }
    case .with: return name(value, after: "@", token).map { .person($0, isBegun: isUnfinished(token)) }
    case .mood: return mood(value, token)
    case .from: return span(value, token).map { .days(from: $0.lowerBound, to: nil) }
    case .to: return span(value, token).map { .days(from: nil, to: $0.upperBound) }
    case .on: return span(value, token).map { .days(from: $0.lowerBound, to: $0.upperBound) }
    case .prompt: return .prompt(value)
    case .starred: return starred(value.lowercased(), token)
    }
  }

  /// A name may be given with its sign.
  private mutating func name(_ value: String, after sign: Character, _ token: QueryToken) -> String? {
    let name = value.first == sign ? String(value.dropFirst()) : value
    if IndexWords.hasAny(name) { return sign == "@" ? Marks.spoken(name) : name }
    noteNothing(in: value, token)
    return nil
  }

  private mutating func mood(_ value: String, _ token: QueryToken) -> Condition? {
    if let range = moods.range(value) { return .mood(range) }
    if !isUnfinished(token) || !moods.mayBegin(value) { note(.oddMood(value), at: token) }
    return nil
  }

  /// Whether a date or a mood goes on in the words after it: `from:last week`, `mood:very low`. Those are not looked
  /// for either: they would leave out what was meant.
  private mutating func isOfBareWords(_ key: Query.Key, _ value: String, _ token: QueryToken) -> Bool {
    guard token.ending == .bare else { return false }
    let words = wordsAhead
    for count in stride(from: words.count, to: 0, by: -1) {
      let whole = ([value] + words.prefix(count).map(\.text)).joined(separator: " ").filter { $0 != "'" }
      guard key.holds(whole, dates, moods) else { continue }
      skip(count)
      note(.bareWords(key.term(quoting: whole)), at: token.range.lowerBound..<words[count - 1].end)
      return true
    }
    return false
  }

  private mutating func starred(_ value: String, _ token: QueryToken) -> Condition? {
    switch value {
    case "", "yes": return .starred
    case "no": return .not(.starred)
    default:
      let isBegun = isUnfinished(token) && ["yes", "no"].contains { $0.hasPrefix(value) }
      if !isBegun { note(.oddStar(value), at: token) }
      return nil
    }
  }

  /// Whole days. Outside quotes dashes may stand for blanks: `last-month`.
  private mutating func span(_ value: String, _ token: QueryToken) -> ClosedRange<Day>? {
    do throws(Problem) {
      return try dates.span(value)
    } catch .dateAmbiguous(_, let first, let second) {
      note(.ambiguousDate(value, first: first, second: second), at: token)
    } catch {
      if let span = try? dates.span(value.replacing("-", with: " ")) { return span }
      if !isUnfinished(token) || !DateWords.mayBegin(value) { note(.oddDate(value), at: token) }
    }
    return nil
  }
}

extension Day {
  fileprivate var isNewYear: Bool { parts.month == 1 && parts.day == 1 }
}

extension String {
  /// What stands before a colon as a key would: letters, with something directly after. `9:30`, `http://x` and `So:`
  /// are what they look like.
  fileprivate var unknownKey: String? {
    guard let colon = firstIndex(of: ":"), colon > startIndex, self[..<colon].allSatisfy(\.isLetter),
      let next = self[index(after: colon)...].first, next.isLetter || next.isNumber || "#@".contains(next)
    else { return nil }
    return String(self[..<colon])
  }
}
