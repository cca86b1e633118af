import HearthCore
import Testing

@testable import Canvas

struct WrapTests {
  private func rows(_ text: String, _ width: Int) -> [String] {
    let bytes = Array(text.utf8)
    return wrap(text, width: width).map { String(decoding: bytes[$0], as: UTF8.self) }
  }

  @Test(arguments: [
    ("one two three", 8, ["one two ", "three"]),
    ("one two   three", 7, ["one two   ", "three"]),
    ("", 5, [""]),
    ("   ", 2, ["   "]),
    ("a well-known and/or day–night thing", 7, ["a well-", "known ", "and/or ", "day–", "night ", "thing"]),
    ("on 2026-03-02 it was -5", 8, ["on ", "2026-03-", "02 it ", "was -5"]),
    ("unbreakable", 4, ["unbr", "eaka", "ble"]),
    ("10\u{A0}km far", 6, ["10\u{A0}km ", "far"]),
    ("no\u{2060}-\u{2060}break", 4, ["no\u{2060}-\u{2060}b", "reak"]),
    ("我想回家。你呢？", 8, ["我想回", "家。你", "呢？"]),
    ("「行く」と", 6, ["「行", "く」と"]),
    ("キャット", 6, ["キャッ", "ト"]),
    ("go (now) there", 6, ["go ", "(now) ", "there"]),
    ("well …then", 6, ["well ", "…then"]),
    ("she said :-) yes", 9, ["she ", "said :-) ", "yes"]),
    ("👩‍💻👩‍💻👩‍💻", 4, ["👩‍💻👩‍💻", "👩‍💻"]),
    ("-- --option", 6, ["-- ", "--opti", "on"]),
    ("中", 1, ["中"]),
    ("see (https://example.org/path)", 22, ["see ", "(https://example.org/", "path)"]),
  ])
  func `rows end where a reader expects it`(_ text: String, width: Int, expected: [String]) {
    #expect(rows(text, width) == expected)
  }

  private static let nasty = [
    "Walked the long way by the canal with Jon. We said almost nothing…",
    "naïve cafe\u{301}s — “quoted” (and bracketed [twice]) well-known/unknown, 3,5 %",
    "我想回家。「你呢？」他说：「不、不！」ちょっと待って、キャット・ー々",
    "👨‍👩‍👧‍👦👍🏽❤️🇩🇪🇫🇷 1️⃣ क्षि नि สวัสดีครับ السلام עֲלֵיכֶם 한국어 문장",
    "supercalifragilisticexpialidocious\u{A0}10\u{A0}km\u{2060}word\u{200B}zero  double   spaces ",
    "\t\u{1B}[31m\r\n\u{7F}\u{85}\u{301}\u{300}", "))))((((----////....    ", "\u{3000}全角　空白\u{3000}",
    "\u{200D}\u{FE0F}", "a\u{300}\u{301}\u{302}\u{303}\u{304}\u{305}",
  ]

  @Test(arguments: nasty, 1...20)
  func `rows join to the text and keep to the width`(_ text: String, width: Int) {
    let rows = rows(text, width)
    #expect(rows.joined() == text)
    for row in rows {
      let seen = row.withoutTrailing(" \u{3000}\t")
      #expect(TextWidth.columns(of: seen) <= width || seen.count == 1, "\(row)")
    }
  }

  @Test(arguments: nasty, [0, -4])
  func `no width is too small`(_ text: String, width: Int) {
    #expect(rows(text, width) == rows(text, 1))
  }

  @Test(arguments: 1...6)
  func `rows of any text tile it on the boundaries of characters`(_ seed: Int) {
    var dice = Dice(seed: UInt64(seed))
    for _ in 0..<200 {
      let text = dice.text(scalars: dice.number(below: 30))
      let ranges = wrap(text, width: 1 + dice.number(below: 12))
      #expect(ranges.first?.lowerBound == 0 && ranges.last?.upperBound == text.utf8.count)
      #expect(zip(ranges, ranges.dropFirst()).allSatisfy { $0.upperBound == $1.lowerBound && !$0.isEmpty })
      #expect(rows(text, 5).map(\.count).reduce(0, +) == text.count)
    }
  }

  @Test func `a text of several lines keeps its empty ones`() {
    #expect("one two\n\nthree".wrapped(to: 4) == ["one", "two", "", "thre", "e"])
  }

  @Test(arguments: [
    ("canal", 5, "canal"), ("canal walk", 8, "canal w…"), ("canal walk", 7, "canal…"), ("canal", 1, "…"),
    ("canal", 0, ""),
    ("中文字", 5, "中文…"), ("中文字", 4, "中…"), ("👩‍💻👩‍💻", 3, "👩‍💻…"), ("e\u{301}e\u{301}e\u{301}", 2, "e\u{301}…"),
    ("", 0, ""),
    ("x", -1, ""), ("a\tbc", 5, "a…"), ("a\tbc", 7, "a\tbc"),
  ])
  func `what does not fit ends in an ellipsis`(_ text: String, width: Int, expected: String) {
    #expect(text.truncated(to: width) == expected)
  }

  @Test func `padding counts columns`() {
    #expect("中".padded(to: 4) == "中  ")
    #expect("7".paddedLeft(to: 3) == "  7")
    #expect("long".padded(to: 2) == "long")
  }
}

extension String {
  fileprivate func withoutTrailing(_ characters: String) -> String {
    String(reversed().drop { characters.contains($0) }.reversed())
  }
}
