import Canvas
import FoundationEssentials
import HearthContent
import HearthCore
import Testing

@testable import HearthApp

/// All the questions there are, and what was written about each.
@Suite @MainActor struct QuestionsStories {
  private let prompts = [
    Prompt(id: "one", text: "Who made you laugh lately?", categories: ["friendship"]),
    Prompt(id: "two", text: "When was being alone good?", categories: ["solitude"]),
    Prompt(id: "three", text: "Whom would you call at night?", categories: ["friendship"]),
  ]

  private func entry(_ number: Int, _ text: String, daysAgo: Int) -> Entry {
    let at = Story.evening.adding(seconds: -daysAgo * 86_400)
    let stamp = Stamp(at, in: .utc)
    return Entry(
      id: Story.id(number), stamp: stamp, day: stamp.calendarDay, createdAt: at, modifiedAt: at, text: text,
      prompt: "one")
  }

  private func story(size: Size = Size(columns: 80, rows: 24)) -> Story {
    let entries = [entry(1, "Jon, with the ladder.", daysAgo: 400), entry(2, "Nobody this week.", daysAgo: 3)]
    return Story(MemoryJournal(entries: entries, prompts: prompts), size: size).play("Q")
  }

  @Test func `all of them stand by what they are about, with how often they were answered`() {
    expectLines(
      story().screen,
      [
        "Friendship", "Who made you laugh lately?", "answered 2 times", "Whom would you call at night?", "Time alone",
        "When was being alone good?",
      ])
  }

  @Test func `one that was answered shows its answers, another begins a page`() {
    #expect(story().play("<Enter>").screen.contains("Nobody this week."))
    let page = story().play("<Down><Enter>By myself<Esc>")
    #expect(page.journal.entries.first { $0.text == "By myself" }?.prompt == "three")
  }

  @Test func `answers are read one after the other, and side by side where there is room`() {
    let narrow = story().play("<Enter><Left>")
    #expect(narrow.screen.contains("Jon, with the ladder.") && !narrow.screen.contains("Nobody"))
    let wide = story(size: Size(columns: 120, rows: 40)).play("<Enter>")
    #expect(wide.screen.contains("Jon, with the ladder.") && wide.screen.contains("Nobody this week."))
  }

  @Test func `each names the card that speaks of it, and r opens that`() {
    let card = Card(id: "c", title: "Night and day", topic: .building, links: [.prompt("one")], text: "Somebody wakes.")
    let story = story()
    story.journal.prepare { $0.library = Library([card], prompts: prompts) }
    story.play("<Esc>Q")
    #expect(story.screen.contains("To read about it: Night and day"))
    #expect(story.play("r").screen.contains("Somebody wakes."))
    #expect(story.play("<Esc><Enter>").screen.contains("To read about it: Night and day"))
    #expect(story.play("r").screen.contains("Somebody wakes."))
    #expect(story.play("<Esc><Esc><Down>").screen.contains("Friendship") && !story.screen.contains("Night and day"))
    #expect(story.play("r").screen.contains(Words()[.cardNone]))
  }

  @Test func `one that is never to be asked can be asked again`() {
    let story = story().play("<Down>x")
    #expect(story.journal.kept.dismissed == ["three"])
    #expect(story.screen.contains("Never asked again"))
    #expect(story.play("<End>x").journal.kept.dismissed.isEmpty)
  }

  @Test func `a question that can weigh says so before it is begun`() {
    let heavy = Prompt(id: "h", text: "What hurt?", categories: ["grief"], depth: 3, note: "This one can weigh.")
    #expect(Story(MemoryJournal(prompts: [heavy])).play("Q").screen.contains("This one can weigh."))
  }

  @Test(arguments: [(80, 24), (40, 12), (20, 5)]) func `Golden questions`(columns: Int, rows: Int) {
    let size = Size(columns: columns, rows: rows)
    expectPicture("questions-\(columns)x\(rows)", story(size: size).frame)
    expectPicture("answers-\(columns)x\(rows)", story(size: size).play("<Enter>").frame)
  }

  @Test func `Golden two answers side by side`() {
    expectPicture("answers-120x40", story(size: Size(columns: 120, rows: 40)).play("<Enter>").frame)
  }

  private func expectLines(_ screen: String, _ lines: [String]) {
    var rest = screen[...]
    for line in lines {
      guard let found = rest.firstRange(of: line) else {
        Issue.record("“\(line)” is not below the others in\n\(screen)")
        return
      }
      rest = rest[found.upperBound...]
    }
  }
}
