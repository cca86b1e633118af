import Foundation
import GRDB
import HearthCore
import Testing

@testable import HearthStorage

struct SearchTests {
  @Test(arguments: [
    ("Long õde to the sea", "ode", true), ("Long o\u{303}de to the sea", "ode", true), ("an ode", "õde", true),
    ("TEA at the canal", "tea", true), ("tea", "TEA", true), ("teacup", "tea", true), ("tea", "teacup", false),
    ("Straße", "straße", true), ("Straße", "STRASSE", true), ("strasse", "straße", true), ("STRAẞE", "stras", true),
    ("Łódź", "lodz", true), ("lodz", "ŁÓDŹ", true), ("Smørrebrød", "smorrebrod", true), ("Æon", "aeo", true),
    ("œuvre", "oeuvre", true), ("Þórður", "thordur", true), ("ılık", "ilik", true), ("Đà Nẵng", "da nang", true),
    ("ΚΑΛΗΜΕΡΑ", "καλημερα", true), ("Привет, мир", "привет мир", true),
    ("Мой ёж", "мои\u{306}", true), ("Мои\u{306} е\u{308}ж", "мой ёж", true), ("ЁЖ", "еж", true), ("Її", "ії", true),
    ("Καλημέρα", "καλημερα", true), ("Καλημε\u{301}ρα", "καλημέρα", true), ("ΚΑΛΗΜΈΡΑ", "καλημέρα", true),
    ("tea at the canal", "canal tea", true), ("tea at the canal", "canal coffee", false),
    ("tea at the canal", "te canal", false), ("don't go", "don't", true), ("well-being", "well-being", true),
    ("well-being", "being", true), ("今天很高兴", "高兴", true), ("今天很高兴", "兴高", false),
    ("今天很高兴", "今天 高", true), ("hello世界again", "世界", true), ("hello世界again", "hello", true),
    ("ありがとう、カフェ", "がと", true), ("ありがとう、カフェ", "カフェ", true), ("สวัสดีครับ", "สดี", true), ("สวัสดีครับ", "ดีส", false),
    ("ສະບາຍດີ", "ບາຍ", true), ("សួស្តី", "ស្តី", true), ("안녕하세요", "안녕", true), ("𠮷野家", "野家", true),
    ("title\n\nbody word", "title word", true), ("one\0two", "two", true), ("one\0two", "one\0two", true),
    ("AND OR NOT NEAR", "not and", true), ("a \"quoted\" word", "\"quoted\"", true), ("tea", "tea !!!", false),
    ("tea", "tea*", true), ("tea", "title:tea", false), ("a tea", "^tea", true), ("tea", "(tea", true),
    ("tea", "!!!", false), ("tea", "\0", false), ("tea 🍵", "🍵", false), ("v2.0 in 2026", "2026", true),
    ("a \u{E065} b", "\u{E065}", true), ("tea", "\u{E065}", false), ("tea", "tea\" OR \"x", false),
  ])
  func `words are found as people mean them`(_ text: String, _ words: String, _ isFound: Bool) throws {
    let vault = try Vault.inMemory()
    _ = try vault.save(.sample(1, text), now: .start)
    #expect(try vault.find(words).map(\.id) == (isFound ? [.number(1)] : []))
  }

  @Test(arguments: [
    (Condition.person("zoe", isBegun: false), true), (.person("Zoë", isBegun: false), true),
    (.person("zo", isBegun: true), true), (.person("zoé", isBegun: false), false),
    (.person("zo", isBegun: false), false),
    (.tag("cafe", isBegun: false), true), (.tag("caf", isBegun: true), true), (.tag("câfe", isBegun: false), false),
    (.tag("lodz", isBegun: false), true), (.tag("łodz", isBegun: false), false), (.tag("caf", isBegun: false), false),
  ])
  func `a name typed without accents means those that have some too`(_ asked: Condition, _ isFound: Bool) throws {
    let vault = try Vault.inMemory()
    _ = try vault.save(.sample(1, "Tea with @Zoë #café/au #łódź"), now: .start)
    _ = try vault.save(.sample(2, "Tea with @Jon #tea"), now: .start)
    #expect(try vault.heads(EntryFilter(where: asked), limit: 9).map(\.id) == (isFound ? [.number(1)] : []))
  }

  @Test(arguments: [Condition.person("zoe", isBegun: false), .tag("cafe", isBegun: false)])
  func `where somebody is called just so, a name means nobody else`(_ asked: Condition) throws {
    let vault = try Vault.inMemory()
    _ = try vault.save(.sample(1, "Tea with @Zoë #café"), now: .start)
    _ = try vault.save(.sample(2, "Tea with @Zoe #cafe"), now: .start)
    #expect(try vault.heads(EntryFilter(where: asked), limit: 9).map(\.id) == [.number(2)])
  }

  @Test func `an index in one piece finds what it found in several`() throws {
    let vault = try Vault.inMemory()
    for number in 1...7 { _ = try vault.save(.sample(number, "tea \(number)"), now: .start) }
    let found = try vault.find("tea").map(\.id)
    #expect(try pieces(vault) ?? 0 > 1)
    vault.joinIndex()
    #expect(try pieces(vault) == 1)
    #expect(try vault.find("tea").map(\.id) == found)
  }

  private func pieces(_ vault: Vault) throws -> Int? {
    try vault.read { try Int.fetchOne($0, sql: "SELECT count(DISTINCT segid) FROM entryIndex_idx") }
  }

  @Test func `an index that grew with every save is joined little by little, and finds the same`() throws {
    let folder = try TestFolder()
    let vault = try folder.open()
    // Words of their own: small pieces SQLite joins by itself.
    for number in 1...255 {
      let words = (0..<60).map { "w\(number)x\($0)" }.joined(separator: " ")
      _ = try vault.save(.sample(number, "tea \(number) #t\(number % 7) \(words)"), now: .start)
    }
    let asked = ["tea", "tea 25", "te", "t3"]
    let found = try asked.map { try vault.find($0, limit: 300).map(\.id) }
    let many = try pieces(vault) ?? 0
    #expect(many > 8)
    #expect(try vault.hasIndexInManyPieces)
    while try vault.joinIndexFurther() {
      #expect(try asked.map { try vault.find($0, limit: 300).map(\.id) } == found)
    }
    #expect(try pieces(vault) ?? 9 <= 4)
    #expect(try !vault.hasIndexInManyPieces)
    #expect(try asked.map { try vault.find($0, limit: 300).map(\.id) } == found)
    #expect(try vault.verify().allSatisfy(\.isFine))
  }

  @Test(arguments: [
    ("canal", ["canal"]), ("今天很高兴", ["今", "天", "很", "高", "兴"]), ("hello世again", ["hello", "世", "again"]),
    ("émile", ["émile"]),
    ("안녕", ["안녕"]), ("สว", ["ส", "ว"]), ("𠮷a", ["𠮷", "a"]),
  ])
  func `scripts without spaces are cut into characters`(_ token: String, _ pieces: [String]) {
    #expect(JournalTokenizer.pieces(of: token) == pieces)
  }

  /// One word after the other up to sixteen, all of them together beyond.
  @Test(arguments: [1, 16, 17, 40])
  func `a long beginning finds whatever begins so`(_ count: Int) throws {
    let vault = try Vault.inMemory()
    for number in 1...count {
      let name = "warm\("abcdefghij".prefix(number % 7))\(number)"
      _ = try vault.save(.sample(number, "How \(name) it is #\(name)"), now: .start)
    }
    _ = try vault.save(.sample(99, "war, wart, #war"), now: .start)
    let asked: [Condition] = [
      .words("warm", isBegun: true), .words("how WÁRM", isBegun: true), .tag("warm", isBegun: true),
      .all([.words("how", isBegun: true), .words("warm", isBegun: true)]),
    ]
    for condition in asked { #expect(try vault.count(EntryFilter(where: condition)) == count, "\(condition)") }
    try vault.make(.trash([.number(1)]), now: .start)
    #expect(try vault.count(EntryFilter(where: asked[0])) == count - 1)
    #expect(try vault.count(EntryFilter(where: .words("warmest", isBegun: true))) == 0)
  }

  @Test func `the newest are found first, also those that were dated back`() throws {
    let vault = try Vault.inMemory()
    let days = ["2026-03-03", "2026-01-01", "1969-12-31", "1931-05-05", "2026-03-02", "1970-01-01", "0001-01-01"]
    for (number, day) in days.enumerated() {
      _ = try vault.save(.sample(number, at: .at("\(day)T12:00:00+00:00")), now: .start)
    }
    let expected = days.sorted(by: >)
    #expect(try vault.find("tea").map(\.day.description) == expected)
    #expect(try vault.find("tea", limit: 3).map(\.day.description) == Array(expected.prefix(3)))
    #expect(try vault.heads(limit: 9).map(\.day.description) == expected)
    #expect(try vault.verify().allSatisfy(\.isFine))
  }

  @Test func `the trash is not found, what comes out of it is`() throws {
    let vault = try Vault.inMemory()
    _ = try vault.save(.sample(1), now: .start)
    try vault.make(.trash([.number(1)]), now: .start)
    #expect(try vault.find("tea").isEmpty)
    var entry = try #require(try vault.entry(.number(1)))
    entry.text = "Coffee"
    _ = try vault.save(entry, now: .start)
    #expect(try vault.find("coffee").isEmpty)
    #expect(try vault.verify().allSatisfy(\.isFine))
    try vault.make(.restore([.number(1)]), now: .start)
    #expect(try vault.find("coffee").count == 1)
    #expect(try vault.find("tea").isEmpty)
    #expect(try vault.verify().allSatisfy(\.isFine))
  }

  @Test func `an edit is found by its new words only`() throws {
    let vault = try Vault.inMemory()
    var entry = try vault.save(.sample(1, "Tea at nine"), now: .start)
    entry.text = "Coffee at ten"
    _ = try vault.save(entry, now: .start)
    #expect(try vault.find("coffee").map(\.title) == ["Coffee at ten"])
    #expect(try vault.find("nine").isEmpty)
  }

  @Test(
    arguments: [
      (.words("canal", isBegun: false), "…as we walked by the canal in the rain"), (.starred, nil),
      (.words("title", isBegun: false), nil), (.not(.words("rain", isBegun: false)), nil),
      (.all([.words("rai", isBegun: true), .starred]), "…by the canal in the rain"),
    ] as [(Condition, String?)])
  func `a row shows the place where the words stand`(_ condition: Condition, _ end: String?) throws {
    let vault = try Vault.inMemory()
    let long = Array(repeating: "and so it went on", count: 30).joined(separator: " ")
    let text = "A title\n\n\(long) as we walked by the canal in the rain"
    var entry = try vault.save(.sample(1, text, isStarred: true), now: .start)
    if case .not = condition {
      entry.text = "A title\n\n\(long)"
      entry = try vault.save(entry, now: .start)
    }
    let excerpt = try #require(try vault.heads(EntryFilter(where: condition), limit: 1).first?.excerpt)
    if let end {
      #expect(excerpt.hasPrefix("…") && end.hasSuffix(excerpt.suffix(20)), "\(excerpt)")
    } else {
      #expect(excerpt.hasPrefix("and so it went on"), "\(excerpt)")
    }
  }

  @Test(arguments: [
    "Äpfel im Garten", "naïve e\u{301}lan", "Ελλάδα ΚΑΛΗΜΕΡΑ", "Привет, Ёлка", "שלום עליכם", "مرحبا بالعالم", "नमस्ते दुनिया",
    "สวัสดีครับ", "안녕하세요", "今天很高兴", "ありがとう、カフェ", "Việt Nam", "İstanbul ılık", "œuvre Straße", "２０２６ v2.0", "don't",
  ])
  func `what can be found can be shown, in every script`(_ text: String) throws {
    let vault = try Vault.inMemory()
    let tokens = try vault.queue.read { db in
      try db.makeTokenizer(JournalTokenizer.tokenizerDescriptor()).tokenize(document: text).map(\.token)
    }
    #expect(!tokens.isEmpty)
    for token in tokens { #expect(!Sought(.words(token, isBegun: false)).ranges(in: text).isEmpty, "\(token)") }
  }
}
