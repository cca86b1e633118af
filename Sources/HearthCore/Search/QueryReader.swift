/// Understands the pieces of a search, one after the other.
///
///     all    = { either }
///     either = term { OR term }
///     term   = { "-" | NOT } ( word | "quoted" | key:value | "(" all ")" )
struct QueryReader {
  let dates: DateLanguage
  let moods: MoodScale
  private let isBeingTyped: Bool
  private let tokens: [QueryToken]
  /// Characters of the text.
  private let end: Int
  private var place = 0
  private var terms = 0
  /// Parentheses that are open but read as if they were not there.
  private var ignored = 0
  private var mistakes: [Query.Mistake] = []

  init(_ text: String, dates: DateLanguage, moods: MoodScale, isBeingTyped: Bool) {
    tokens = QueryLexer.tokens(of: text)
    end = text.count
    self.dates = dates
    self.moods = moods
    self.isBeingTyped = isBeingTyped
  }

  /// Parentheses within each other, and terms: more than anybody needs, and few enough for any stack and any index.
  private static let deepest = 16
  private static let mostTerms = 128

  var mistakesInOrder: [Query.Mistake] { mistakes.sorted { $0.range.lowerBound < $1.range.lowerBound } }

  mutating func whole() -> Condition { all(depth: 0) ?? .everything }

  mutating func note(_ kind: Query.Mistake.Kind, at token: QueryToken) { note(kind, at: token.range) }

  mutating func note(_ kind: Query.Mistake.Kind, at range: Range<Int>) {
    mistakes.append(Query.Mistake(kind, at: range))
  }

  /// Whether the text ends with it while it is being typed, so that it may go on.
  func isUnfinished(_ token: QueryToken) -> Bool {
    isBeingTyped && token.range.upperBound == end && token.ending != .quoted
  }

  /// The plain words after the term that is being read, at most three, and where each ends.
  var wordsAhead: [(text: String, end: Int)] {
    var words: [(text: String, end: Int)] = []
    for token in tokens[place...].prefix(3) {
      guard case .word(let text) = token.kind else { break }
      words.append((text, token.range.upperBound))
    }
    return words
  }

  /// The quotation right after a piece, without a blank between, and where it ends.
  func quotation(after token: QueryToken) -> (text: String, end: Int)? {
    guard let current, case .quoted(let text) = current.kind, current.range.lowerBound == token.range.upperBound else {
      return nil
    }
    return (text, current.range.upperBound)
  }

  /// Passes over so many of them, which belong to the term.
  mutating func skip(_ words: Int) { place += words }

  private var current: QueryToken? { place < tokens.count ? tokens[place] : nil }

  /// Whether nothing follows that could be a term.
  private var isAtEnd: Bool { current == nil || current?.kind == .close }

  // MARK: Structure

  private mutating func all(depth: Int) -> Condition? {
    var parts: [Condition] = []
    while let token = current {
      if token.kind == .close {
        if ignored == 0, depth > 0 { break }
        closeNothing(token)
      } else if let part = either(depth: depth) {
        parts.append(part)
      }
    }
    return parts.first.map { parts.dropFirst().reduce($0) { $0.and($1) } }
  }

  private mutating func closeNothing(_ token: QueryToken) {
    place += 1
    if ignored > 0 { ignored -= 1 } else { note(.strayParenthesis, at: token) }
  }

  private mutating func either(depth: Int) -> Condition? {
    skipStrayORs()
    var choices = [term(depth: depth)]
    while let or = current, or.kind == .or {
      place += 1
      skipStrayORs()
      if isAtEnd {
        if current != nil || !isUnfinished(or) { note(.strayOR, at: or) }
      } else {
        choices.append(term(depth: depth))
      }
    }
    let understood = choices.compactMap { $0 }.flatMap(\.choices)
    return understood.count > 1 ? .any(understood) : understood.first
  }

  private mutating func skipStrayORs() {
    while let token = current, token.kind == .or {
      if !isUnfinished(token) { note(.strayOR, at: token) }
      place += 1
    }
  }

  private mutating func term(depth: Int) -> Condition? {
    var isLeftOut = false
    while let token = current, case .not(let sign) = token.kind {
      place += 1
      isLeftOut.toggle()
      if isAtEnd || current?.kind == .or {
        if current != nil || !isUnfinished(token) { note(.nothingAfter(sign), at: token) }
        return nil
      }
    }
    return operand(depth: depth).map { isLeftOut ? $0.opposite : $0 }
  }

  private mutating func operand(depth: Int) -> Condition? {
    guard let token = current, token.kind != .close else { return nil }
    place += 1
    if token.kind == .open { return group(openedBy: token, depth: depth + 1) }
    terms += 1
    if terms <= Self.mostTerms { return condition(of: token) }
    if terms == Self.mostTerms + 1 { note(.tooMuch, at: token.range.lowerBound..<end) }
    return nil
  }

  private mutating func group(openedBy token: QueryToken, depth: Int) -> Condition? {
    guard depth <= Self.deepest else {
      if ignored == 0 { note(.deepParentheses, at: token) }
      ignored += 1
      return nil
    }
    if let close = current, close.kind == .close {
      note(.nothingToFind("()"), at: token.range.lowerBound..<close.range.upperBound)
    }
    let condition = all(depth: depth)
    if current != nil { place += 1 } else if !isBeingTyped { note(.openParenthesis, at: token) }
    return condition
  }
}

extension Condition {
  fileprivate var choices: [Condition] {
    if case .any(let choices) = self { return choices }
    return [self]
  }

  /// Holds where this does not.
  fileprivate var opposite: Condition {
    if case .not(let condition) = self { return condition }
    return .not(self)
  }
}
