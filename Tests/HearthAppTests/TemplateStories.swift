import Canvas
import FoundationEssentials
import HearthContent
import HearthCore
import Testing

@testable import HearthApp

@Suite @MainActor struct TemplateStories {
  private static let templates = [
    Template(id: "day", title: "A day in three lines", text: "# {{weekday}}, {{time}}\n\nIt was:\n\nTomorrow:\n"),
    Template(id: "letter", title: "A letter", text: "Dear you,"),
    Template(id: "asked", title: "The question", text: "{{question}}\n\n", isOwn: true),
  ]

  private func story(columns: Int = 80, rows: Int = 24) -> Story {
    let journal = MemoryJournal(entries: Samples.entries)
    journal.prepare { $0.templates = Self.templates }
    return Story(journal, size: Size(columns: columns, rows: rows)).play("N")
  }

  @Test func `each shows how it begins, and which are one's own`() {
    let rows = story().screen.split(separator: "\n").map(String.init)
    #expect(rows.contains { $0.contains("▌ A day in three lines") })
    #expect(rows.contains { $0.contains("# Tuesday, 21:04 · It was:") })
    #expect(rows.contains { $0.contains("The question") && $0.contains("yours") })
  }

  @Test func `Enter opens a page that is begun, the cursor where one goes on`() {
    let story = story().play("<Enter>A walk.<Esc>")
    #expect(story.journal.entries.first?.text == "# Tuesday, 21:04\nA walk.\nIt was:\n\nTomorrow:\n")
    #expect(story.runtime.app.open.isEmpty)
  }

  @Test func `a page without a gap is gone on with at its end`() {
    let story = story().play("<Down><Enter> it rained.<Esc>")
    #expect(story.journal.entries.first?.text == "Dear you, it rained.")
  }

  @Test func `a begun page on which nothing was written leaves nothing`() {
    let story = story().play("<Enter><Esc>")
    #expect(story.journal.entries.count == Samples.entries.count)
    #expect(story.journal.drafts.isEmpty)
  }

  @Test func `a begun page on which all that was typed was taken back leaves nothing too`() {
    let story = story().play("<Enter>xy").wait(milliseconds: 3000)
    #expect(story.journal.drafts.count == 1)
    #expect(story.play("<Backspace*2><Esc>").journal.entries.count == Samples.entries.count)
    #expect(story.journal.drafts.isEmpty && story.runtime.app.open.isEmpty)
  }

  @Test func `a begun page that was only given a mood is kept`() {
    let story = story().play("<Enter><Tab>4<Esc><Esc>")
    #expect(story.journal.entries.count == Samples.entries.count + 1)
  }

  @Test func `a few letters are enough, and the best fit is marked`() {
    let story = story().play("lett")
    #expect(story.screen.contains("▌ A letter"))
    #expect(!story.screen.contains("three lines"))
    #expect(story.play("xxx").screen.contains(Words()[.templatesNothing]))
    story.play("<Enter>")
    #expect(story.runtime.app.open.count == 1)
  }

  @Test func `a page on which the day's question stands answers it`() {
    let story = story().play("<Down*2><Enter>Yes.<Esc>")
    let question = story.journal.prompts[0]
    #expect(story.journal.entries.first?.prompt == question.id)
    #expect(story.journal.entries.first?.text == "\(question.text)\nYes.\n")
  }

  @Test func `the palette leads here too`() {
    let journal = MemoryJournal()
    let story = Story(journal).play("<C-p>template<Enter>")
    #expect(story.screen.contains(Words()[.templatesNone]))
  }

  @Test func `keys typed ahead of the templates reach them`() {
    let journal = MemoryJournal(entries: Samples.entries)
    journal.prepare { $0.templates = Self.templates }
    let story = Story(journal)
    story.playAhead("Nlett<Enter>!")
    story.play("<Esc>")
    #expect(story.journal.entries.first?.text == "Dear you,!")
  }

  @Test(arguments: [(120, 40), (40, 12), (20, 5), (8, 3)])
  func `it fits into every window`(columns: Int, rows: Int) {
    let story = story(columns: columns, rows: rows).play("<Down*2>")
    #expect(story.screen.split(separator: "\n", omittingEmptySubsequences: false).count == rows)
    if rows > 5 { #expect(story.screen.contains("▌ The question")) }
  }
}
