import Foundation
import HearthContent
import Testing

struct WordsTests {
  let words = Words()

  @Test func `names and sentences are in step from first to last`() {
    #expect(Word.allCases.first.map { words[$0] } == "Today")
    #expect(words[.problemDiskFull].hasPrefix("The disk is full"))
    #expect(words[.contentUnknownFile].hasSuffix("support lines into lines/."))
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
}

/// Where the checkout lies, for tests that compare what is compiled in with its source.
enum Checkout {
  static let root = URL(filePath: #filePath).resolvingSymlinksInPath()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
}
