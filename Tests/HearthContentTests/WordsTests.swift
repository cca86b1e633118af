import Foundation
import HearthContent
import Testing

struct WordsTests {
  let words = Words()

  @Test func `names and sentences are in step from first to last`() {
    #expect(Word.allCases.first.map { words[$0] } == "Today")
    #expect(words[.problemDiskFull].hasPrefix("The disk is full"))
    #expect(words[.contentUnknownFile].hasSuffix("templates into templates/."))
    #expect(Word.allCases.filter { words[$0].isEmpty } == [])
  }

  @Test func `a gap is filled, and what fills it is left alone`() {
    #expect(words[.draftOffer, ["when": "{when}"]] == "You were writing, {when}. Your words are here.")
    #expect(words[.todayDraft, ["when": "yesterday, 21:04"]].contains("yesterday, 21:04"))
  }

  @Test func `a gap without a filling stays visible`() {
    #expect(words[.dateClock, ["day": "today"]] == "today, {clock}")
    #expect(words[.dateClock] == "{day}, {clock}")
  }

  @Test(arguments: [
    (0, "0 words"), (1, "1 word"), (2, "2 words"), (999, "999 words"), (1204, "1,204 words"),
    (1_000_000, "1,000,000 words"),
  ])
  func `things are counted in words`(count: Int, told: String) {
    #expect(words.count(count, .composeWord, .composeWords) == told)
  }

  @Test func `a negative number keeps its sign before the commas`() {
    #expect(words.number(-1204) == "-1,204")
    #expect(words.number(-120) == "-120")
  }

  @Test(arguments: [
    (Formats.Numbers.comma, "1,234,567"), (.point, "1.234.567"), (.blank, "1\u{A0}234\u{A0}567"),
  ])
  func `thousands are parted as was asked for`(numbers: Formats.Numbers, written: String) {
    #expect(Words(formats: Formats(numbers: numbers)).number(1_234_567) == written)
    #expect(Words(formats: Formats(numbers: numbers)).number(204) == "204")
  }

  @Test func `a sentence is found by its place in the file`() {
    #expect(Word(path: "journal.star") == .journalStar)
    #expect(Word.todayKind1.path == "today.kind.1")
    #expect(Word.allCases.filter { Word(path: $0.path) != $0 } == [])
    #expect(["", "journal", "journal.stars", "journalStar"].compactMap(Word.init(path:)) == [])
  }
}

/// Where the checkout lies, for tests that compare what is compiled in with its source.
enum Checkout {
  static let root = URL(filePath: #filePath).resolvingSymlinksInPath()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
}
