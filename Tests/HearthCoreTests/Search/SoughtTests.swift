import Testing

@testable import HearthCore

@Suite struct SoughtTests {
  /// The text with what was found in brackets.
  private func marked(_ text: String, _ search: String) -> String {
    let sought = Sought(Query.reading(search, dates: .at()).condition)
    return sought.ranges(in: text).reversed().reduce(into: text) { marked, range in
      marked.insert("]", at: range.upperBound)
      marked.insert("[", at: range.lowerBound)
    }
  }

  @Test(arguments: [
    ("By the canal, canals", "canal", "By the [canal], [canal]s"), ("By the canal", "can", "By the [can]al"),
    ("By the canal", "anal", "By the canal"), ("canals", "\"canal\"", "canals"),
    ("a canal.", "\"canal\"", "a [canal]."),
    ("CANAL", "canal", "[CANAL]"), ("canal", "CANAL", "[canal]"),
    ("Café, CAFE\u{301}", "cafe", "[Café], [CAFE\u{301}]"),
    ("cafe", "café", "[cafe]"), ("the e\u{301}clair", "e", "the [e\u{301}]clair"),
    ("Ångström", "angstrom", "[Ångström]"),
    ("Straße", "straße", "[Straße]"), ("Øre", "ore", "[Øre]"), ("die Straße", "stras", "die [Straß]e"),
    ("die Straße!", "strasse", "die [Straße]!"), ("STRASSE", "straß", "[STRASS]E"), ("Łódź", "lo", "[Łó]dź"),
    ("Мой ёж", "ёж", "Мой [ёж]"), ("Мои\u{306} ёж", "мой", "[Мои\u{306}] ёж"), ("καλημέρα", "ΚΑΛΗΜΕ", "[καλημέ]ρα"),
    ("þæœ", "\"thaeoe\"", "[þæœ]"), ("ΚΑΛΗΜΕΡΑ λόγος", "λόγοσ", "ΚΑΛΗΜΕΡΑ [λόγος]"),
    ("Привет, мир", "привет", "[Привет], мир"), ("İstanbul", "istanbul", "[İstanbul]"),
    ("a long way", "\"long way\"", "a [long way]"), ("long, long way", "\"long way\"", "long, [long way]"),
    ("long —\n way", "\"long way\"", "[long —\n way]"), ("long ways", "\"long way\"", "long ways"),
    ("way long", "\"long way\"", "way long"), ("a long wander", "long-wa", "a [long wa]nder"),
    ("don’t go", "don't", "[don’t] go"), ("well-being", "being", "well-[being]"),
    ("well being", "well-being", "[well being]"),
    ("a a a b", "\"a a b\"", "a [a a b]"), ("今天很高兴", "高兴", "今天很[高兴]"), ("今天很高兴", "兴高", "今天很高兴"),
    ("hello世界again", "世界", "hello[世界]again"), ("hello世界again", "again", "hello世界[again]"),
    ("カフェで", "カフェ", "[カフェ]で"), ("สวัสดีครับ", "สดี", "สวั[สดี]ครับ"), ("안녕하세요", "안녕", "[안녕]하세요"),
    ("क्षमा", "क", "[क्ष]मा"), ("tea 👩‍🍳 tea", "tea", "[tea] 👩‍🍳 [tea]"),
    ("tea and milk", "tea OR milk", "[tea] and [milk]"), ("tea and milk", "tea -milk", "[tea] and milk"),
    ("tea and milk", "NOT (tea OR milk)", "tea and milk"), ("long way", "way long", "[long] [way]"),
    ("walking", "walk walking", "[walking]"), ("a long way", "\"long way\" way", "a [long way]"),
    ("#walk and walk", "tag:walk", "[#walk] and walk"), ("#walk/canal #walking", "#walk", "[#walk/canal] #walking"),
    ("#Walk, (#walk)", "#walk", "[#Walk], ([#walk])"),
    ("tea with @Jon and @Jonas", "with:jon", "tea with [@Jon] and @Jonas"),
    ("@Jon's tea", "with:Jon tea", "[@Jon]'s [tea]"), ("#tea", "tea #tea", "[#tea]"),
    ("jon@jon.se", "with:jon", "jon@jon.se"),
    ("tea", "mood:1", "tea"), ("", "tea", ""), ("tea\0tea", "tea", "[tea]\0[tea]"), ("te\u{AD}a", "tea", "te\u{AD}a"),
  ])
  func `what is sought is marked where the index finds it`(_ text: String, _ search: String, _ expected: String) {
    #expect(marked(text, search) == expected)
  }

  @Test func `a name that is still being typed is marked as far as it goes`() {
    let sought = Sought(.all([.tag("wal", isBegun: true), .person("jo", isBegun: true)]))
    let text = "#walk @Jonas #wide"
    #expect(sought.ranges(in: text).map { String(text[$0]) } == ["#walk", "@Jonas"])
  }

  @Test(
    arguments: [
      (.everything, true), (.starred, true), (.not(.words("tea", isBegun: true)), true),
      (.words("!", isBegun: true), true),
      (.words("tea", isBegun: false), false), (.any([.starred, .tag("tea", isBegun: false)]), false),
    ] as [(Condition, Bool)])
  func `what stands beside the text is not sought in it`(_ condition: Condition, _ isEmpty: Bool) {
    #expect(Sought(condition).isEmpty == isEmpty)
  }

  @Test(arguments: 0..<200)
  func `places are in order, apart, and of whole characters`(_ seed: Int) {
    var dice = Dice(seed: UInt64(seed))
    let pieces = [
      "a", "b", "é", "e\u{301}", " ", "-", "茶", "ก", "ี", "क्", "ष", "👨‍👩‍👧", "\u{301}", "#a", "@b", "\r\n", "\n", "ß",
    ]
    let text = (0..<60).map { _ in dice.pick(pieces) }.joined()
    let words = (0..<3).map { _ in
      Condition.words(dice.pick(pieces) + dice.pick(pieces), isBegun: dice.number(below: 2) == 0)
    }
    let ranges = Sought(.any(words + [.tag("a", isBegun: true)])).ranges(in: text)
    let whole = Set(text.indices).union([text.endIndex])
    #expect(ranges.allSatisfy { !$0.isEmpty && whole.contains($0.lowerBound) && whole.contains($0.upperBound) })
    #expect(zip(ranges, ranges.dropFirst()).allSatisfy { $0.upperBound <= $1.lowerBound })
  }
}
