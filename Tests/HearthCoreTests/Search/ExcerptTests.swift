import HearthCore
import Testing

@Suite struct ExcerptTests {
  private func excerpt(_ text: String, _ word: String, limit: Int) -> String {
    Sought(.words(word, isBegun: true)).excerpt(of: text, limit: limit)
  }

  @Test(arguments: [
    ("One two three four five six seven eight nine ten", "six", "…five six seven eight nine ten"),
    ("One two three four five six seven eight nine ten", "five", "…four five six seven eight…"),
    ("One two three four five six seven eight nine ten", "one", "One two three four five six…"),
    ("One two three four five six seven eight nine ten", "ten", "…nine ten"),
    ("One two three four five six seven eight nine ten", "two", "One two three four five six…"),
    ("One two three", "three", "One two three"), ("One\n\n two\t three ", "two", "One two three"),
    ("One two three four five six seven eight", "nothing", "One two three four five six…"),
    ("\n\n  One", "one", "One"), ("", "one", ""), ("   ", "one", ""),
    ("今天我们去了运河边散步然后喝茶聊天直到晚上很晚才回家睡觉第二天早上又去了", "聊天", "…了运河边散步然后喝茶聊天直到晚上很晚才回家睡觉第二天早上…"),
    ("Somethingverylongwithoutanyblankatallinit", "some", "Somethingverylongwithoutanybl…"),
    ("a b c d e f g h i j k (canal) l m n o p q r s t u v w", "canal", "…h i j k (canal) l m n o p q…"),
  ])
  func `one line around what was found`(_ text: String, _ word: String, _ expected: String) {
    #expect(excerpt(text, word, limit: 30) == expected)
  }

  @Test(arguments: 0..<200)
  func `it never grows beyond its limit, and shows what was found`(_ seed: Int) {
    var dice = Dice(seed: UInt64(seed))
    let pieces = ["a", "long", "tea", " ", "  ", "\n", "茶", "👨‍👩‍👧", "e\u{301}", ".", "walked"]
    let text = (0..<dice.number(below: 200)).map { _ in dice.pick(pieces) }.joined()
    let limit = 20 + dice.number(below: 40)
    let sought = Sought(.words("tea", isBegun: true))
    let excerpt = sought.excerpt(of: text, limit: limit)
    #expect(excerpt.count <= limit)
    #expect(!excerpt.contains(where: \.isNewline) && !excerpt.contains("  "))
    #expect(sought.ranges(in: text).isEmpty || !sought.ranges(in: excerpt).isEmpty)
    let shown = excerpt.drop { $0 == "…" }.prefix { $0 != "…" }
    #expect(text.split(whereSeparator: \.isWhitespace).joined(separator: " ").contains(shown))
  }

  @Test(arguments: 2...6)
  func `even where there is hardly room`(_ limit: Int) {
    #expect(excerpt("One two three four", "three", limit: limit).count <= limit)
  }
}
