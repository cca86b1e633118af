/// Cuts a search into its pieces.
struct QueryLexer {
  private let characters: [Character]
  private var place = 0
  private var ending = QueryToken.Ending.bare

  private init(_ text: String) { characters = Array(text) }

  /// All pieces in order, but for `AND`, which says nothing that pieces side by side do not say.
  static func tokens(of text: String) -> [QueryToken] {
    var lexer = QueryLexer(text)
    var tokens: [QueryToken] = []
    while let token = lexer.next() { tokens.append(token) }
    let said = tokens.filter { $0.kind != .word("AND") }
    // Where nothing else was typed, it waits for something as `NOT` does.
    return said.isEmpty ? tokens.map { QueryToken(kind: .not("AND"), ending: $0.ending, range: $0.range) } : said
  }

  private var current: Character? { character(at: place) }
  private func character(at place: Int) -> Character? { place < characters.count ? characters[place] : nil }

  private mutating func next() -> QueryToken? {
    while let current, current.isWhitespace { place += 1 }
    guard let current else { return nil }
    let start = place
    ending = .bare
    return QueryToken(kind: kind(of: current), ending: ending, range: start..<place)
  }

  private mutating func kind(of first: Character) -> QueryToken.Kind {
    switch first {
    case "(", ")":
      place += 1
      return first == "(" ? .open : .close
    case "-" where leavesOut:
      place += 1
      return .not("-")
    default: return Self.quotes[first] == nil ? wordOrKey() : .quoted(quotation())
    }
  }

  /// A dash before a term; with a blank after it, or among others, it is only a dash.
  private var leavesOut: Bool {
    guard let next = character(at: place + 1) else { return false }
    return !next.isWhitespace && next != "-" && next != ")"
  }

  private mutating func wordOrKey() -> QueryToken.Kind {
    let start = place
    while let current, !endsWord(current) {
      place += 1
      if current == ":", let key = Query.Key(rawValue: text(start..<place - 1).lowercased()) {
        return .keyed(key, value())
      }
    }
    switch text(start..<place) {
    case "OR": return .or
    case "NOT": return .not("NOT")
    case let word: return .word(word)
    }
  }

  private mutating func value() -> String {
    if let current, Self.quotes[current] != nil { return quotation() }
    let start = place
    while let current, !endsWord(current) { place += 1 }
    return text(start..<place)
  }

  private func endsWord(_ character: Character) -> Bool {
    character.isWhitespace || character == "(" || character == ")" || Self.quotes[character] != nil
  }

  /// What opens a quotation, and what closes it.
  private static let quotes: [Character: String] = [
    "\"": "\"", "“": "”\"", "”": "”\"", "„": "“”\"", "«": "»", "»": "«",
  ]

  /// What stands between the mark that opens it and the one that closes it, or the end.
  private mutating func quotation() -> String {
    let closing = current.flatMap { Self.quotes[$0] } ?? ""
    place += 1
    let start = place
    while let current, !closing.contains(current) { place += 1 }
    let quoted = text(start..<place)
    ending = place < characters.count ? .quoted : .unclosed
    if ending == .quoted { place += 1 }
    return quoted
  }

  private func text(_ range: Range<Int>) -> String { String(characters[range]) }
}
