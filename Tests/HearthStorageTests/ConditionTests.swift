import Foundation
import HearthCore
import Testing

@testable import HearthStorage

/// What the index finds, beside what is found by looking at each entry.
struct ConditionTests {
  private static let words = ["tea", "teapot", "canal", "café", "rain", "今天", "long", "way", "don't", "x"]
  private static let names = ["walk", "walk/canal", "work", "walker", "tea"]
  private static let people = ["Jon", "jon-eric", "Ana"]

  // MARK: A journal and questions to it, by chance

  private static func entry(_ number: Int, _ dice: inout Dice) -> Entry {
    var text: [String] = []
    for _ in 0..<Int.random(in: 1...6, using: &dice) { text.append(words.randomElement(using: &dice) ?? "") }
    if Bool.random(using: &dice) { text.append("#" + (names.randomElement(using: &dice) ?? "")) }
    if Bool.random(using: &dice) { text.append("@" + (people.randomElement(using: &dice) ?? "")) }
    let stamp = Stamp(.start.adding(seconds: number * 30_000), in: .utc)
    return .sample(
      number, text.joined(separator: " "), at: stamp, tags: number % 3 == 0 ? ["work"] : [],
      mood: Mood(rawValue: Int.random(in: 0...5, using: &dice)), isStarred: Int.random(in: 0...4, using: &dice) == 0,
      prompt: ["why", "why-not", nil].randomElement(using: &dice) ?? nil)
  }

  private static func condition(_ depth: Int, _ dice: inout Dice) -> Condition {
    if depth > 0, Int.random(in: 0...2, using: &dice) > 0 {
      let parts = (0..<Int.random(in: 0...3, using: &dice)).map { _ in condition(depth - 1, &dice) }
      switch Int.random(in: 0...2, using: &dice) {
      case 0: return .all(parts)
      case 1: return .any(parts)
      default: return .not(condition(depth - 1, &dice))
      }
    }
    return leaf(&dice)
  }

  private static func leaf(_ dice: inout Dice) -> Condition {
    let isBegun = Bool.random(using: &dice)
    switch Int.random(in: 0...8, using: &dice) {
    case 0: return .starred
    case 1: return .mood(Int.random(in: 1...3, using: &dice)...Int.random(in: 3...5, using: &dice))
    case 2: return .prompt(Bool.random(using: &dice) ? "why" : "wh")
    case 3: return .tag(["walk", "Walk/canal", "w", "none"].randomElement(using: &dice) ?? "", isBegun: isBegun)
    case 4: return .person(["jon", "ANA", "j", "none"].randomElement(using: &dice) ?? "", isBegun: isBegun)
    case 5, 6:
      let days = [nil] + (0...15).map { Optional(Day(number: 20_515 + $0)) }
      return .days(from: days.randomElement(using: &dice) ?? nil, to: days.randomElement(using: &dice) ?? nil)
    default:
      let words = ["t", "tea", "TEAPOT", "cafe", "天", "long way", "don't", "don", "\"", "💛", "tea\0rain", "way #walk"]
      return .words(words.randomElement(using: &dice) ?? "", isBegun: isBegun)
    }
  }

  private static func journal(_ dice: inout Dice) throws -> (Vault, [Entry]) {
    let vault = try Vault.inMemory()
    var entries: [Entry] = []
    for number in (0..<40).shuffled(using: &dice) { entries.append(entry(number, &dice)) }
    for entry in entries { _ = try vault.save(entry, now: .start) }
    let trashed = entries.filter { _ in Int.random(in: 0...3, using: &dice) == 0 }.map(\.id)
    try vault.make(.trash(trashed), now: .start)
    return (vault, try entries.compactMap { try vault.entry($0.id) }.sorted { $0.stamp.instant > $1.stamp.instant })
  }

  // MARK: What holds of them

  @Test(arguments: 1...4)
  func `what is found is what a reader would find, in every order, place and piece`(_ seed: UInt64) throws {
    var dice = Dice(seed: seed)
    let (vault, entries) = try ConditionTests.journal(&dice)
    for turn in 0..<120 {
      let condition = ConditionTests.condition(turn % 5, &dice)
      for place in [EntryFilter.Place.journal, .trash] {
        let found = entries.filter { ($0.trashedAt == nil) == (place == .journal) && condition.holds(for: $0) }
        let numbers = found.map(\.head.number)
        try look(for: numbers, EntryFilter(place: place, where: condition), vault)
        try look(for: numbers.reversed(), EntryFilter(place: place, order: .oldestFirst, where: condition), vault)
      }
    }
  }

  private func look(for numbers: [Int], _ filter: EntryFilter, _ vault: Vault) throws {
    let all = try vault.heads(filter, limit: 100)
    #expect(all.map(\.number) == numbers, "\(filter)")
    #expect(try vault.count(filter) == numbers.count, "\(filter)")
    #expect(try vault.count(filter, most: 3) == min(numbers.count, 4), "\(filter)")
    var pieces: [Int] = []
    var cursor: HeadCursor?
    while true {
      let piece = try vault.heads(filter, after: cursor, limit: 5)
      guard let last = piece.last else { break }
      pieces += piece.map(\.number)
      cursor = HeadCursor(last)
    }
    #expect(pieces == numbers, "\(filter)")
    guard let middle = all.dropFirst(all.count / 2).first else { return }
    let before = try vault.heads(filter, before: HeadCursor(middle), limit: 4)
    #expect(before == Array(all.prefix(all.count / 2).suffix(4)), "\(filter)")
    #expect(
      try vault.heads(filter, from: middle.day, limit: 100) == Array(all.drop { $0.day != middle.day }), "\(filter)")
  }

  @Test func `what is told as missing finds nothing by itself, and nothing is told where something is found`() throws {
    var dice = Dice(seed: 7)
    let (vault, _) = try ConditionTests.journal(&dice)
    var told = 0
    for _ in 0..<300 {
      let filter = EntryFilter(where: .all((0..<3).map { _ in ConditionTests.leaf(&dice) }))
      guard let missing = try vault.missing(filter) else { continue }
      told += 1
      #expect(try vault.count(filter) == 0 && vault.count(EntryFilter(where: missing)) == 0, "\(filter)")
    }
    #expect(told > 20)
  }

  @Test func `the order of its parts does not matter`() throws {
    var dice = Dice(seed: 5)
    let (vault, _) = try ConditionTests.journal(&dice)
    for _ in 0..<60 {
      let parts = (0..<4).map { _ in ConditionTests.condition(2, &dice) }
      let shuffled = parts.shuffled(using: &dice)
      for (one, other) in [(Condition.all(parts), Condition.all(shuffled)), (.any(parts), .any(shuffled))] {
        #expect(
          try vault.heads(EntryFilter(where: one), limit: 100) == vault.heads(EntryFilter(where: other), limit: 100))
      }
    }
  }

  @Test(arguments: [0, 1, 7, 8, 9, 40, 400])
  func `no depth is too deep`(_ depth: Int) throws {
    var dice = Dice(seed: 6)
    let (vault, entries) = try ConditionTests.journal(&dice)
    var condition = Condition.words("tea", isBegun: true)
    for layer in 0..<depth {
      condition = layer % 2 == 0 ? .not(condition) : .any([.days(from: nil, to: Day(number: 20_510)), condition])
    }
    let expected = entries.filter { $0.trashedAt == nil && condition.holds(for: $0) }.map(\.id)
    #expect(try vault.heads(EntryFilter(where: condition), limit: 100).map(\.id) == expected)
  }

  @Test func `a whole page pasted into a search is no error`() throws {
    let vault = try Vault.inMemory()
    _ = try vault.save(.sample(), now: .start)
    let words = (0..<2_000).map { Condition.words("word\($0)", isBegun: true) }
    #expect(try vault.heads(EntryFilter(where: .all(words)), limit: 5).isEmpty)
    #expect(try vault.heads(EntryFilter(where: .any(words + [.words("tea", isBegun: false)])), limit: 5).count == 1)
    #expect(try vault.heads(EntryFilter(where: .all(words.map { .not($0) })), limit: 5).count == 1)
  }
}

extension Condition {
  /// The meaning of a condition, spelt out.
  fileprivate func holds(for entry: Entry) -> Bool {
    switch self {
    case .words(let words, let isBegun): Token.stand(Token.all(in: words), in: Token.all(in: entry.text), isBegun)
    case .tag(let name, true): entry.tags.contains { $0.hasPrefix(name.lowercased()) }
    case .tag(let name, false):
      entry.tags.contains { $0 == name.lowercased() || $0.hasPrefix(name.lowercased() + "/") }
    case .person(let name, true): entry.people.contains { $0.lowercased().hasPrefix(name.lowercased()) }
    case .person(let name, false): entry.people.contains { $0.lowercased() == name.lowercased() }
    case .mood(let moods): entry.mood.map { moods.contains($0.rawValue) } ?? false
    case .days(let from, let to): from.map { entry.day >= $0 } ?? true && to.map { entry.day <= $0 } ?? true
    case .prompt(let id): entry.prompt == id
    case .starred: entry.isStarred
    case .all(let parts): parts.allSatisfy { $0.holds(for: entry) }
    case .any(let parts): parts.contains { $0.holds(for: entry) }
    case .not(let part): !part.holds(for: entry)
    }
  }
}

/// Words as a person sees them: letters and digits, case and accents away, Chinese by the character.
private enum Token {
  static func all(in text: String) -> [String] {
    let plain = text.folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil)
    return plain.split { !$0.isLetter && !$0.isNumber }.flatMap { JournalTokenizer.pieces(of: String($0)) }
  }

  static func stand(_ wanted: [String], in text: [String], _ isBegun: Bool) -> Bool {
    guard let last = wanted.last, text.count >= wanted.count else { return false }
    return (0...text.count - wanted.count).contains { start in
      let piece = text[start..<start + wanted.count]
      let isEnd = isBegun ? piece.last?.hasPrefix(last) == true : piece.last == last
      return isEnd && piece.dropLast() == wanted.dropLast()
    }
  }
}
