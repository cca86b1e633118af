import Canvas
import HearthContent
import HearthCore
import Testing

@testable import HearthApp

/// One day, whole, from wherever one is.
@Suite @MainActor struct DayStories {
  private var day: (Story) -> String? { { ($0.runtime.app.top as? DayScreen).map { "\($0.day)" } } }

  @Test func `an earlier check-in is found from the Journal, opened and changed`() {
    let story = Samples.story().play("c4[<Enter>2a")
    #expect(day(story) == "2026-03-02")
    #expect(story.screen.contains("Monday, 2 March 2026"))
    #expect(story.lines.contains { $0.contains("21:04  all right") })
    story.play("<Enter>2<Enter>")
    #expect(story.journal.kept.checkIns.map(\.answers) == [["mood": 2]])
    #expect(day(story) == "2026-03-02" && story.lines.contains { $0.contains("21:04  low") })
  }

  @Test func `check-ins, moments and entries stand below each other, and Enter opens each`() {
    let story = Samples.story().play("c4[<Enter>2ama<Enter>4")
    let headings = [Word.dayCheckIns, .todayMoments, .dayWritten].map { Words()[$0] }
    #expect(story.lines.compactMap { line in headings.first { line.hasSuffix("  " + $0) } } == headings)
    #expect(story.play("G<Enter>").runtime.app.top is ReadScreen)
    #expect(story.play("<Esc>k<Enter>").runtime.app.top is MomentScreen)
  }

  @Test func `the line of a moment stands below it`() {
    let story = Samples.story().play("mA<Enter>etold me of the boat<Enter><Enter>a")
    #expect(story.screen.contains("told me of the boat"))
  }

  @Test(arguments: ["c4[<Enter>", "n<Tab><Down*2><Right><C-u>yesterday<Esc>Tea.<Esc>"])
  func `what is kept under another day says so`(keys: String) {
    #expect(Samples.story().play(keys).screen.contains("Saved under yesterday."))
  }

  @Test func `what is put away there comes back with u`() {
    let story = Samples.story().play("c4[<Enter>2ad")
    #expect(story.journal.kept.checkIns.isEmpty && !story.screen.contains(Words()[.dayCheckIns]))
    #expect(story.play("Gd").screen.contains(Words()[.dayEmpty].prefix(20)))
    #expect(story.play("u").lines.contains { $0.contains("By the canal") })
  }

  @Test func `what is begun there is about that day`() {
    let story = Samples.story().play("2a<Left*2>c3<Enter>")
    #expect(story.journal.kept.checkIns.first?.day == Day("2026-02-28"))
    #expect(story.lines.contains { $0.contains("21:04  so-so") })
  }

  @Test(arguments: ["a", "2<Tab>a", "2ya", "5<Right>a<Esc><Enter>"])
  func `a key leads there from Today, the month, the year and a chart`(keys: String) {
    #expect(day(Samples.story().play(keys)) != nil)
  }

  @Test func `it goes from day to day, never to one that is still to come, and into the Journal`() {
    let story = Samples.story().play("a<Right>")
    #expect(day(story) == "2026-03-03")
    #expect(day(story.play("<Left*3>")) == "2026-02-28")
    #expect(story.play("o").markedTitle == "Jon rang" && story.runtime.app.open.isEmpty)
    #expect(day(story.play("ay<Esc>").play("at")) == "2026-03-03")
  }
}
