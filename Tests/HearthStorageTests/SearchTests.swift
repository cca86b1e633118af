import Foundation
import HearthCore
import Testing

@testable import HearthStorage

struct SearchTests {
  @Test(arguments: [
    ("Long õde to the sea", "ode", true), ("Long o\u{303}de to the sea", "ode", true), ("an ode", "õde", true),
    ("TEA at the canal", "tea", true), ("tea", "TEA", true), ("teacup", "tea", true), ("tea", "teacup", false),
    ("Straße", "straße", true), ("ΚΑΛΗΜΕΡΑ", "καλημερα", true), ("Привет, мир", "привет мир", true),
    ("tea at the canal", "canal tea", true), ("tea at the canal", "canal coffee", false),
    ("tea at the canal", "te canal", false), ("don't go", "don't", true), ("well-being", "well-being", true),
    ("well-being", "being", true), ("今天很高兴", "高兴", true), ("今天很高兴", "兴高", false),
    ("今天很高兴", "今天 高", true), ("hello世界again", "世界", true), ("hello世界again", "hello", true),
    ("ありがとう、カフェ", "がと", true), ("ありがとう、カフェ", "カフェ", true), ("สวัสดีครับ", "สดี", true), ("สวัสดีครับ", "ดีส", false),
    ("ສະບາຍດີ", "ບາຍ", true), ("សួស្តី", "ស្តី", true), ("안녕하세요", "안녕", true), ("𠮷野家", "野家", true),
    ("title\n\nbody word", "title word", true), ("one\0two", "two", true), ("one\0two", "one\0two", true),
    ("AND OR NOT NEAR", "not and", true), ("a \"quoted\" word", "\"quoted\"", true), ("tea", "tea !!!", true),
    ("tea", "tea*", true), ("tea", "title:tea", false), ("a tea", "^tea", true), ("tea", "(tea", true),
    ("tea", "!!!", false),
    ("tea", "   ", false), ("tea", "", false), ("tea 🍵", "🍵", false), ("v2.0 in 2026", "2026", true),
  ])
  func `words are found as people mean them`(_ text: String, _ words: String, _ isFound: Bool) throws {
    let vault = try Vault.inMemory()
    _ = try vault.save(.sample(1, text), now: .start)
    #expect(try vault.search(words, limit: 5).map(\.id) == (isFound ? [.number(1)] : []))
  }

  @Test(arguments: [
    ("canal", ["canal"]), ("今天很高兴", ["今", "天", "很", "高", "兴"]), ("hello世again", ["hello", "世", "again"]),
    ("émile", ["émile"]),
    ("안녕", ["안녕"]), ("สว", ["ส", "ว"]), ("𠮷a", ["𠮷", "a"]),
  ])
  func `scripts without spaces are cut into characters`(_ token: String, _ pieces: [String]) {
    #expect(JournalTokenizer.pieces(of: token) == pieces)
  }

  @Test func `the newest are found first, also those that were dated back`() throws {
    let vault = try Vault.inMemory()
    let days = ["2026-03-03", "2026-01-01", "1969-12-31", "1931-05-05", "2026-03-02", "1970-01-01", "0001-01-01"]
    for (number, day) in days.enumerated() {
      _ = try vault.save(.sample(number, at: .at("\(day)T12:00:00+00:00")), now: .start)
    }
    let expected = days.sorted(by: >)
    #expect(try vault.search("tea", limit: 9).map(\.day.description) == expected)
    #expect(try vault.search("tea", limit: 3).map(\.day.description) == Array(expected.prefix(3)))
    #expect(try vault.heads(limit: 9).map(\.day.description) == expected)
    #expect(try vault.verify().allSatisfy(\.isFine))
  }

  @Test func `the trash is not found, what comes out of it is`() throws {
    let vault = try Vault.inMemory()
    _ = try vault.save(.sample(1), now: .start)
    try vault.trash([.number(1)], now: .start)
    #expect(try vault.search("tea", limit: 5).isEmpty)
    var entry = try #require(try vault.entry(.number(1)))
    entry.text = "Coffee"
    _ = try vault.save(entry, now: .start)
    #expect(try vault.search("coffee", limit: 5).isEmpty)
    #expect(try vault.verify().allSatisfy(\.isFine))
    try vault.restore([.number(1)], now: .start)
    #expect(try vault.search("coffee", limit: 5).count == 1)
    #expect(try vault.search("tea", limit: 5).isEmpty)
    #expect(try vault.verify().allSatisfy(\.isFine))
  }

  @Test func `an edit is found by its new words only`() throws {
    let vault = try Vault.inMemory()
    var entry = try vault.save(.sample(1, "Tea at nine"), now: .start)
    entry.text = "Coffee at ten"
    _ = try vault.save(entry, now: .start)
    #expect(try vault.search("coffee", limit: 5).map(\.title) == ["Coffee at ten"])
    #expect(try vault.search("nine", limit: 5).isEmpty)
  }
}
