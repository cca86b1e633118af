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
    if let key = text.unknownKey { note(.unknownKey(key), at: token) }
    return words(text, isBegun: true, token)
  }

  private mutating func words(_ text: String, isBegun: Bool, _ token: QueryToken) -> Condition? {
    if IndexWords.hasAny(text) { return .words(text, isBegun: isBegun) }
    noteNothing(in: text, token)
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
    if IndexWords.hasAny(name) { return name }
    noteNothing(in: value, token)
    return nil
  }

  /// `2..4`, `4`, `..2`, `3..`, the lower one first or not; `2-4` says the same.
  private mutating func mood(_ value: String, _ token: QueryToken) -> Condition? {
    let dotted = ["…", "–", "-"].reduce(value) { $0.replacing($1, with: "..") }
    let ends = dotted.split(separator: "..", omittingEmptySubsequences: false)
    let bounds = zip(ends, [1, 5]).compactMap { end, open in end.isEmpty ? open : Mood(digit: end)?.rawValue }
    if ends.count <= 2, bounds.count == ends.count, dotted != ".." {
      return .mood(min(bounds[0], bounds[bounds.count - 1])...max(bounds[0], bounds[bounds.count - 1]))
    }
    let signs = Mood(digit: dotted.prefix(1)) == nil ? dotted : String(dotted.dropFirst())
    if !isUnfinished(token) || ![".", ".."].contains(signs) { note(.oddMood(value), at: token) }
    return nil
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

extension Mood {
  fileprivate init?(digit: Substring) {
    guard let number = digit.first?.wholeNumberValue, digit.count == 1 else { return nil }
    self.init(rawValue: number)
  }
}

extension String {
  fileprivate var trimmed: String {
    let start = drop(while: \.isWhitespace)
    return String(start[..<(start.lastIndex { !$0.isWhitespace }.map(start.index(after:)) ?? start.startIndex)])
  }

  /// What stands before a colon as a key would: letters, with something directly after. `9:30`, `http://x` and `So:`
  /// are what they look like.
  fileprivate var unknownKey: String? {
    guard let colon = firstIndex(of: ":"), colon > startIndex, self[..<colon].allSatisfy(\.isLetter),
      let next = self[index(after: colon)...].first, next.isLetter || next.isNumber || "#@".contains(next)
    else { return nil }
    return String(self[..<colon])
  }
}
