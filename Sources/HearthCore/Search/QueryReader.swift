/// Understands the pieces of a search, one after the other.
///
///     all    = { either }
///     either = term { OR term }
///     term   = { "-" | NOT } ( word | "quoted" | key:value | "(" all ")" )
struct QueryReader {
  let dates: DateLanguage
  private let isBeingTyped: Bool
  private let tokens: [QueryToken]
  /// Characters of the text.
  private let end: Int
  private var place = 0
  private var terms = 0
  /// Parentheses that are open but read as if they were not there.
  private var ignored = 0
  private var mistakes: [Query.Mistake] = []

  init(_ text: String, dates: DateLanguage, isBeingTyped: Bool) {
    tokens = QueryLexer.tokens(of: text)
    end = text.count
    self.dates = dates
    self.isBeingTyped = isBeingTyped
  }

  /// Parentheses within each other, and terms: more than anybody needs, and few enough for any stack and any index.
  private static let deepest = 16
  private static let mostTerms = 128

  var mistakesInOrder: [Query.Mistake] { mistakes.sorted { $0.range.lowerBound < $1.range.lowerBound } }

  mutating func whole() -> Condition { all(depth: 0) ?? .everything }

  mutating func note(_ kind: Query.Mistake.Kind, at token: QueryToken) {
    mistakes.append(Query.Mistake(kind, at: token.range))
  }

  /// Whether the text ends with it while it is being typed, so that it may go on.
  func isUnfinished(_ token: QueryToken) -> Bool {
    isBeingTyped && token.range.upperBound == end && token.ending != .quoted
  }

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
    if terms == Self.mostTerms + 1 { mistakes.append(Query.Mistake(.tooMuch, at: token.range.lowerBound..<end)) }
    return nil
  }

  private mutating func group(openedBy token: QueryToken, depth: Int) -> Condition? {
    guard depth <= Self.deepest else {
      if ignored == 0 { note(.deepParentheses, at: token) }
      ignored += 1
      return nil
    }
    if let close = current, close.kind == .close {
      mistakes.append(Query.Mistake(.nothingToFind("()"), at: token.range.lowerBound..<close.range.upperBound))
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
