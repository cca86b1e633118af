import Testing

@testable import HearthCore

/// Tuesday, 3 March 2026. What was understood is written `&` for all, `|` for any, `!` for left out, `*` for begun.
@Suite struct QueryTests {
  private func read(_ text: String, isBeingTyped: Bool = false, order: DateLanguage.Order = .unset) -> Query {
    Query.reading(text, dates: .at(order: order), moods: Self.moods, isBeingTyped: isBeingTyped)
  }

  private static let moods = MoodScale(["very low", "low", "so-so", "all right", "good"])

  @Test(arguments: [
    ("", "everything"), ("   ", "everything"),
    ("canal", "canal*"), ("Canal tea", "(Canal* & tea*)"), ("\"long way\"", "'long way'"),
    ("canal \"long way\" home", "(canal* & 'long way' & home*)"),
    ("don't", "don't*"), ("long-way", "long-way*"), ("“long way” „so“ «oui»", "('long way' & 'so' & 'oui')"),
    ("say\"long way\"now", "(say* & 'long way' & now*)"), ("今天", "今天*"), ("v2.0", "v2.0*"),

    ("tea OR coffee", "(tea* | coffee*)"), ("tea OR coffee OR milk", "(tea* | coffee* | milk*)"),
    ("tea OR coffee canal", "((tea* | coffee*) & canal*)"), ("canal tea OR coffee", "(canal* & (tea* | coffee*))"),
    ("(tea OR coffee) canal", "((tea* | coffee*) & canal*)"), ("tea OR (coffee canal)", "(tea* | (coffee* & canal*))"),
    ("(tea OR coffee) OR milk", "(tea* | coffee* | milk*)"), ("(tea canal) home", "(tea* & canal* & home*)"),
    ("((tea))", "tea*"), ("tea or coffee", "(tea* & or* & coffee*)"), ("tea AND coffee", "(tea* & coffee*)"),
    ("\"OR\"", "'OR'"), ("OREGON", "OREGON*"),

    ("-work", "!work*"), ("canal -work", "(canal* & !work*)"), ("NOT work", "!work*"), ("not work", "(not* & work*)"),
    ("-\"long way\"", "!'long way'"), ("-(tea OR coffee)", "!(tea* | coffee*)"), ("-(tea coffee)", "!(tea* & coffee*)"),
    ("NOT NOT tea", "tea*"), ("-(-tea)", "tea*"), ("NOT -tea", "tea*"), ("tea OR -coffee", "(tea* | !coffee*)"),
    ("long--way", "long--way*"), ("--way", "--way*"), ("-tag:work", "!#work"),

    ("tag:walk", "#walk"), ("tag:#walk", "#walk"), ("#walk", "#walk"), ("#Walk/Canal", "#walk/canal"),
    ("TAG:Walk", "#walk"), ("#2026", "#2026*"), ("tag:2026", "#2026"), ("#walk,", "#walk"),
    ("with:Jon", "@Jon"), ("with:@Jon", "@Jon"), ("@Jon", "@Jon"), ("@Jon's", "@Jon"),
    ("with:Aunt_Mia @Aunt_Mia", "(@Aunt Mia & @Aunt Mia)"),
    ("With:\"Anna Karin\" tea", "(@Anna Karin & tea*)"), ("with:Zoë", "@Zoë"), ("jon@example.org", "jon@example.org*"),
    ("prompt:glad-alone", "prompt glad-alone"), ("starred:", "starred"), ("starred:yes", "starred"),
    ("starred:No", "!starred"), ("starred: tea", "(starred & tea*)"),

    ("mood:4", "mood 4...4"), ("mood:2..4", "mood 2...4"), ("mood:..2", "mood 1...2"), ("mood:3..", "mood 3...5"),
    ("mood:4..2", "mood 2...4"), ("mood:1-2", "mood 1...2"), ("mood:1…2", "mood 1...2"), ("mood:\"1 \"", "mood 1...1"),
    ("mood:low", "mood 2...2"), ("mood:\"Very low\"", "mood 1...1"), ("mood:very-low", "mood 1...1"),
    ("mood:so-so", "mood 3...3"), ("mood:allright", "mood 4...4"), ("mood:low..good", "mood 2...5"),
    ("mood:..low", "mood 1...2"), ("mood:4-low", "mood 2...4"), ("mood:1–2", "mood 1...2"),

    ("from:2026-01", "2026-01-01..."), ("to:2026-03", "...2026-03-31"), ("on:2026-02", "2026-02-01...2026-02-28"),
    ("on:2026-02-14", "2026-02-14...2026-02-14"), ("from:\"last month\"", "2026-02-01..."),
    ("from:last-month", "2026-02-01..."), ("on:yesterday", "2026-03-02...2026-03-02"), ("to:2025", "...2025-12-31"),
    ("on:\"14 feb\"", "2026-02-14...2026-02-14"), ("on:14-feb", "2026-02-14...2026-02-14"),
    ("from:2026-01 to:2026-03", "(2026-01-01... & ...2026-03-31)"),

    ("9:30", "9:30*"), ("http://example.org", "http://example.org*"), ("So: tea", "(So:* & tea*)"), (":)tea", "tea*"),
    (
      "canal \"long way\" with:Jon (tea OR coffee) -work tag:walk mood:1..2 from:2026-01",
      "(canal* & 'long way' & @Jon & (tea* | coffee*) & !work* & #walk & mood 1...2 & 2026-01-01...)"
    ),
  ])
  func `a search means what one would expect`(_ text: String, _ meaning: String) {
    #expect(read(text).condition.shown == meaning)
  }

  @Test(arguments: [
    ("wal", "wal*"), ("#wal", "#wal*"), ("@Jo", "@Jo*"), ("tag:wal", "#wal*"), ("with:Jo", "@Jo*"),
    ("with:\"Anna K", "@Anna K*"), ("with:\"Anna K\"", "@Anna K"), ("#wal ", "#wal"), ("#wal tea", "(#wal & tea*)"),
    ("(#wal", "#wal*"), ("(#wal)", "#wal"), ("\"long wa", "'long wa'*"), ("\"long way\"", "'long way'"),
    ("-#wal", "!#wal*"), ("tea OR", "tea*"), ("tea -", "tea*"),
  ])
  func `the last term may go on while it is being typed`(_ text: String, _ meaning: String) {
    let query = read(text, isBeingTyped: true)
    #expect(query.condition.shown == meaning)
    #expect(query.mistakes == [])
  }

  @Test(arguments: [
    "tag:", "#", "@", "-", "tea -", "NOT", "tea OR", "OR", "(", "(tea", "\"", "\"tea", "mood:", "mood:.", "mood:..",
    "mood:2.",
    "from:", "from:2", "from:2026-", "from:2026-0", "from:la", "from:last-", "from:last-mo", "from:\"last mo", "on:feb",
    "on:14-f", "prompt:", "starred:", "starred:y", "starred:n", "with:@", "tag:\"", "(tea OR (coffee OR",
    "tags:", "mood:lo", "mood:very-", "mood:\"very lo", "mood:low.", "mood:low..g",
  ])
  func `what is only unfinished is no mistake yet`(_ text: String) {
    #expect(read(text, isBeingTyped: true).mistakes == [])
  }

  @Test(
    arguments: [
      ("tea \"long way", [(.openQuote, 4..<13)]), ("with:\"Anna", [(.openQuote, 0..<10)]),
      ("(tea OR coffee", [(.openParenthesis, 0..<1)]),
      ("((tea", [(.openParenthesis, 0..<1), (.openParenthesis, 1..<2)]),
      ("tea)", [(.strayParenthesis, 3..<4)]), ("()", [(.nothingToFind("()"), 0..<2)]),
      ("smile :)", [(.nothingToFind(":"), 6..<7), (.strayParenthesis, 7..<8)]),
      ("OR tea", [(.strayOR, 0..<2)]), ("tea OR", [(.strayOR, 4..<6)]), ("tea OR OR milk", [(.strayOR, 7..<9)]),
      ("(tea OR) milk", [(.strayOR, 5..<7)]), ("NOT OR tea", [(.nothingAfter("NOT"), 0..<3)]),
      ("tag: tea", [(.nothingAfter("tag:"), 0..<4)]), ("With:\"\"", [(.nothingAfter("with:"), 0..<7)]),
      ("AND", [(.nothingAfter("AND"), 0..<3)]), ("AND AND", [(.nothingAfter("AND"), 4..<7)]),
      ("tea NOT", [(.nothingAfter("NOT"), 4..<7)]), ("(NOT)", [(.nothingAfter("NOT"), 1..<4)]),
      ("tags:walk", [(.otherwise("tags:walk", meant: "tag:walk"), 0..<9)]),
      ("place:home", [(.unknownKey("place"), 0..<10)]),
      ("person:@Jon", [(.otherwise("person:@Jon", meant: "with:@Jon"), 0..<11)]),
      ("mood:9", [(.oddMood("9"), 0..<6)]), ("mood:grand", [(.oddMood("grand"), 0..<10)]),
      ("mood:1..9", [(.oddMood("1..9"), 0..<9)]),
      ("mood:..", [(.oddMood(".."), 0..<7)]), ("mood:lo tea", [(.oddMood("lo"), 0..<7)]),
      ("is:starred", [(.otherwise("is:starred", meant: "starred:"), 0..<10)]),
      ("before:2026", [(.otherwise("before:2026", meant: "to:2025"), 0..<11)]),
      ("before:2026-03", [(.otherwise("before:2026-03", meant: "to:2026-02"), 0..<14)]),
      ("before:2026-03-12", [(.otherwise("before:2026-03-12", meant: "to:2026-03-11"), 0..<17)]),
      ("after:2026", [(.otherwise("after:2026", meant: "from:2027"), 0..<10)]),
      ("after:2026-11-21", [(.otherwise("after:2026-11-21", meant: "from:2026-11-22"), 0..<16)]),
      ("after:soon", [(.unknownKey("after"), 0..<10)]), ("is:trashed", [(.unknownKey("is"), 0..<10)]),
      ("has:photo", [(.unknownKey("has"), 0..<9)]), ("has:tag", [(.unknownKey("has"), 0..<7)]),
      ("has:mood", [(.otherwise("has:mood", meant: "mood:1..5"), 0..<8)]),
      ("tea since:2026", [(.otherwise("since:2026", meant: "from:2026"), 4..<14)]),
      ("canal \"", [(.openQuote, 6..<7)]), ("canal\"", [(.openQuote, 5..<6)]),
      ("from:last week tea", [(.bareWords("from:\"last week\""), 0..<14)]),
      ("tea on:feb 2026 milk", [(.bareWords("on:\"feb 2026\""), 4..<15)]),
      ("tea to:3 days ago", [(.bareWords("to:\"3 days ago\""), 4..<17)]),
      ("from:'last week'", [(.bareWords("from:\"last week\""), 0..<16)]),
      ("mood:very low tea", [(.bareWords("mood:\"very low\""), 0..<13)]),
      ("mood:1..2..3", [(.oddMood("1..2..3"), 0..<12)]), ("mood:12", [(.oddMood("12"), 0..<7)]),
      ("from:soon", [(.oddDate("soon"), 0..<9)]), ("on:2026-02-30", [(.oddDate("2026-02-30"), 0..<13)]),
      ("on:\"9am\"", [(.oddDate("9am"), 0..<8)]), ("starred:maybe", [(.oddStar("maybe"), 0..<13)]),
      ("to:03/04/2026", [(.ambiguousDate("03/04/2026", first: "2026-04-03", second: "2026-03-04"), 0..<13)]),
      ("tea !!!", [(.nothingToFind("!!!"), 4..<7)]),
      ("tea – \"…\"", [(.nothingToFind("–"), 4..<5), (.nothingToFind("…"), 6..<9)]),
      ("🍵 tea", [(.nothingToFind("🍵"), 0..<1)]),
      ("👨‍👩‍👧 )", [(.nothingToFind("👨‍👩‍👧"), 0..<1), (.strayParenthesis, 2..<3)]),
      ("with:@", [(.nothingToFind("@"), 0..<6)]),
    ] as [(String, [(Query.Mistake.Kind, Range<Int>)])])
  func `what makes no sense is told, with its place`(_ text: String, _ expected: [(Query.Mistake.Kind, Range<Int>)]) {
    #expect(read(text).mistakes == expected.map { Query.Mistake($0, at: $1) })
  }

  @Test(
    arguments: [
      ("mood:9", .oddMood("9")), ("from:xyz", .oddDate("xyz")), ("from:lastweek", .oddDate("lastweek")),
      ("on:2026-02-30", .oddDate("2026-02-30")), ("starred:maybe", .oddStar("maybe")), ("🍵", .nothingToFind("🍵")),
      ("tag: tea", .nothingAfter("tag:")), ("tea)", .strayParenthesis), ("place:home", .unknownKey("place")),
      ("tea from:last week", .bareWords("from:\"last week\"")), ("from:last ", .oddDate("last")),
    ] as [(String, Query.Mistake.Kind)])
  func `what no further key can mend is told while it is being typed`(_ text: String, _ kind: Query.Mistake.Kind) {
    #expect(read(text, isBeingTyped: true).mistakes.map(\.kind) == [kind])
  }

  @Test(arguments: [
    ("mood:9 tea", "tea*"), ("mood:9", "everything"), ("-mood:9", "everything"), ("tea OR mood:9", "tea*"),
    ("tea OR OR milk", "(tea* | milk*)"), ("OR tea", "tea*"), ("NOT OR tea", "tea*"), ("() tea", "tea*"),
    ("tea !!!", "tea*"), ("tea \"long way", "(tea* & 'long way')"), ("(tea OR coffee", "(tea* | coffee*)"),
    ("tea) milk", "(tea* & milk*)"), ("tags:walk", "everything"),
    ("place:home tea", "tea*"), ("is:starred", "everything"), ("tea from:last week", "tea*"),
    ("on:feb 2026 milk", "milk*"), ("tags:\"a b\" tea", "tea*"),
  ])
  func `the rest is found all the same`(_ text: String, _ meaning: String) {
    #expect(read(text).condition.shown == meaning)
  }

  @Test func `a date is read in the order that was set`() {
    #expect(read("on:03/04/2026", order: .dayFirst).condition.shown == "2026-04-03...2026-04-03")
  }

  @Test(arguments: ["on:last week", "mood:very low", "From:3 days ago"], [false, true])
  func `where nothing else is looked for, several words need no quotes`(_ text: String, isBeingTyped: Bool) {
    let quoted = text.replacing(":", with: ":\"") + "\""
    #expect(read(text, isBeingTyped: isBeingTyped).mistakes.isEmpty)
    #expect(read(text, isBeingTyped: isBeingTyped).condition == read(quoted).condition)
  }

  @Test func `the name of somebody who is known gets its quotes back`() {
    let joined = Query.joining(["with:Aunt Mia", "with:Jon tea"], dates: .at(), moods: Self.moods) { $0 == "Aunt Mia" }
    #expect(joined == "with:\"Aunt Mia\" with:Jon tea")
  }

  @Test(arguments: [
    (["canal", "from:last week"], "canal from:\"last week\""), (["mood:so so", "tea"], "mood:\"so so\" tea"),
    (["canal from:2026"], "canal from:2026"), (["from:2026 canal"], "from:2026 canal"),
    (["with:Jon tea"], "with:Jon tea"),
    (["from:\"last week\""], "from:\"last week\""),
  ])
  func `quotes that a shell has taken come back where they were plainly meant`(_ arguments: [String], _ text: String) {
    #expect(Query.joining(arguments, dates: .at(), moods: Self.moods) == text)
  }

  @Test(
    arguments: [
      ("foo:\"bar baz\" tea", .unknownKey("foo")),
      ("person:\"Ann Lee\"", .otherwise("person:\"Ann Lee\"", meant: "with:\"Ann Lee\"")),
    ] as [(String, Query.Mistake.Kind)])
  func `a key that is none is told also before a quotation`(_ text: String, _ kind: Query.Mistake.Kind) {
    #expect(read(text).mistakes.map(\.kind) == [kind])
  }

  @Test(arguments: ["Jon", "Ann \"Annie\" Lee", "Jo « »", "»\"Jo\""])
  func `a name is looked for as it is, whatever marks it has`(_ name: String) {
    let query = read(Query.Key.with.term(quoting: name))
    #expect(query.condition == .person(name, isBegun: false) && query.mistakes.isEmpty)
  }

  // MARK: Any text

  @Test func `parentheses within parentheses are read as deep as anybody needs`() {
    let deep = String(repeating: "(", count: 10_000) + "tea OR milk" + String(repeating: ")", count: 10_000)
    let query = read(deep)
    #expect(query.condition.shown == "(tea* | milk*)")
    #expect(query.mistakes.map(\.kind) == [.deepParentheses])
    #expect(read(String(repeating: "-(", count: 10_000) + "tea").mistakes.count < 20)
    #expect(read(String(repeating: "NOT ", count: 10_000) + "tea").condition.shown == "tea*")
    #expect(read(String(repeating: "AND ", count: 10_000) + "tea").condition.shown == "tea*")
    #expect(read(String(repeating: ")", count: 10_000) + "tea").condition.shown == "tea*")
  }

  @Test func `of a page put into the field by mistake the beginning is looked for`() {
    let query = read((1...1000).map { "word\($0)" }.joined(separator: " "))
    guard case .all(let parts) = query.condition else { return #expect(Bool(false)) }
    #expect(parts.count == 128)
    #expect(query.mistakes.map(\.kind) == [.tooMuch])
    #expect(query.mistakes.last?.range.upperBound == query.text.count)
  }

  @Test(arguments: 0..<400)
  func `any text is understood or explained`(_ seed: Int) {
    var dice = Dice(seed: UInt64(seed))
    let text = (0..<dice.number(below: 40)).map { _ in dice.pick(Self.alphabet) }.joined()
    for isBeingTyped in [false, true] {
      let query = read(text, isBeingTyped: isBeingTyped)
      #expect(query == read(text, isBeingTyped: isBeingTyped))
      let starts = query.mistakes.map(\.range.lowerBound)
      #expect(starts == starts.sorted())
      #expect(query.mistakes.allSatisfy { !$0.range.isEmpty && $0.range.upperBound <= text.count })
      _ = Sought(query.condition).ranges(in: text)
    }
  }

  private static let alphabet = [
    "a", "Tea", "é", "茶", " ", " ", "\t", "\n", "\r\n", "\"", "“", "”", "«", "(", ")", "-", "--", ":", "..", ",", "'",
    "#",
    "@", "OR", " OR ", "NOT ", "AND", "tag:", "with:", "mood:", "from:", "to:", "on:", "prompt:", "starred:", "2026-02",
    "3", "9", "\0", "\u{301}", "👍🏽", "🇸🇪", "\u{202E}", "\u{200D}", "*", "^", "%", "_", "{", "NEAR", ";",
  ]

  @Test(arguments: 0..<50)
  func `the order of terms says nothing`(_ seed: Int) {
    var dice = Dice(seed: UInt64(seed))
    let terms = Self.terms.filter { _ in dice.number(below: 2) == 0 }
    let (one, other) = (terms.shuffled(using: &dice), terms.shuffled(using: &dice))
    #expect(parts(one) == parts(other))
    #expect(parts(one).count == terms.count)
  }

  private func parts(_ terms: [String]) -> Set<Condition> {
    let query = read(terms.joined(separator: " "))
    if case .all(let parts) = query.condition { return Set(parts) }
    return [query.condition]
  }

  private static let terms = [
    "canal", "\"long way\"", "with:Jon", "(tea OR coffee)", "-work", "tag:walk", "mood:1..2", "from:2026-01",
    "to:2026-03", "on:2026-02-14", "prompt:glad", "starred:", "#tea", "milk OR honey",
  ]
}

extension Condition {
  var shown: String {
    switch self {
    case .words(let words, let isBegun): isBegun ? (words.contains(" ") ? "'\(words)'*" : "\(words)*") : "'\(words)'"
    case .tag(let name, let isBegun): "#\(name)\(isBegun ? "*" : "")"
    case .person(let name, let isBegun): "@\(name)\(isBegun ? "*" : "")"
    case .mood(let moods): "mood \(moods)"
    case .days(let from, let to): "\(from?.description ?? "")...\(to?.description ?? "")"
    case .prompt(let id): "prompt \(id)"
    case .starred: "starred"
    case .all([]): "everything"
    case .all(let parts): "(\(parts.map(\.shown).joined(separator: " & ")))"
    case .any(let parts): "(\(parts.map(\.shown).joined(separator: " | ")))"
    case .not(let part): "!\(part.shown)"
    }
  }
}
