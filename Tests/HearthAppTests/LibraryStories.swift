import Canvas
import HearthContent
import HearthCore
import Testing

@testable import HearthApp

@Suite @MainActor struct LibraryStories {
  private static let prompt = Prompt(
    id: "quiet", text: "When is quiet good?", categories: ["solitude"], depth: 1, minutes: 3, concepts: [], note: nil)
  private static let library = Library(
    [
      Card(
        id: "alone", title: "Alone and lonely", topic: .whatItIs, evidence: .robust,
        links: [.card("words"), .prompt("quiet")], interests: [.lonely], text: "Alone is a *fact*.\n\nLonely is a gap."),
      Card(id: "hello", title: "A hello", topic: .building, evidence: .likely, text: "It is enough."),
      Card(id: "words", title: "Words", topic: .glossary, text: "Solitude: time alone that is good."),
    ], prompts: [prompt])

  private func story(columns: Int = 80, rows: Int = 24) -> Story {
    let journal = MemoryJournal(entries: Samples.entries, settings: Settings { $0.interests = [.lonely] })
    journal.prepare { $0.library = Self.library }
    return Story(journal, size: Size(columns: columns, rows: rows)).play("6")
  }

  @Test func `cards stand by topic, what may serve now first, and how sure the research is beside them`() {
    let lines = story().lines
    #expect(lines.contains { $0.contains("For you now") })
    #expect(lines.contains { $0.contains("▌ Alone and lonely") && $0.contains("robust") })
    #expect(lines.contains { $0.contains("Words and what they mean") })
  }

  @Test func `a card that was read is marked and leaves what may serve now`() {
    let story = story().play("<Enter><Esc>")
    #expect(story.journal.kept.readCards == ["alone"])
    #expect(!story.screen.contains("For you now"))
    #expect(story.lines.contains { $0.contains("Alone and lonely") && $0.contains("robust · read") })
    #expect(story.screen.contains("1 of 3 read"))
  }

  @Test func `a word finds a card while it is typed, and Esc brings all of them back`() {
    let story = story().play("/enou")
    #expect(story.screen.contains("A hello") && !story.screen.contains("Alone and lonely"))
    #expect(story.play("xx").screen.contains(Words()[.libraryNothing]))
    #expect(story.play("<Esc>").screen.contains("Alone and lonely"))
    #expect(story.runtime.app.context.room == .library)
  }

  @Test func `where nothing is found there is nothing to open`() {
    let bar = { (keys: String) in self.story().play(keys).lines.last ?? "" }
    #expect(bar("/enou").contains("Enter"))
    #expect(!bar("/enouxx").contains("Enter") && bar("/enouxx").contains("Esc"))
    #expect(bar("/enouxx<Enter><Backspace*2>").contains("Enter"))
  }

  @Test func `who found a card comes back to the room, where keys lead on`() {
    let story = story().play("/hello<Enter><Esc>")
    #expect(story.screen.contains("Alone and lonely"))
    #expect(story.play("5").runtime.app.context.room == .charts)
  }

  @Test func `what belongs to something else is one key away`() {
    let other = Card(id: "limits", title: "Limits that hold", topic: .building, interests: [.relationship], text: "So.")
    let journal = MemoryJournal(settings: Settings { $0.interests = [.lonely] })
    journal.prepare { $0.library = Library(Self.library.cards + [other]) }
    let story = Story(journal, size: Size(columns: 80, rows: 40)).play("6")
    #expect(story.screen.contains("A hello") && !story.screen.contains("Limits that hold"))
    #expect(story.play("a").screen.contains("Limits that hold"))
    #expect(!story.play("a").screen.contains("Limits that hold"))
    #expect(story.play("/limits").screen.contains("Limits that hold"), "what is looked for is found")
  }

  @Test func `a link is followed with two keys, and Esc leads back one by one`() {
    let story = story().play("<Enter><Tab><Enter>")
    #expect(story.screen.contains("time alone that is good"))
    #expect(story.lines.contains { $0.contains("Alone and lonely") && $0.contains("to read") })
    #expect(story.play("<Esc>").screen.contains("Lonely is a gap."))
    #expect(story.play("<Esc>").runtime.app.open.isEmpty)
  }

  @Test func `a link to a question opens a page that answers it`() {
    let story = story().play("<Enter><Tab><Tab><Enter>At six.<Esc>")
    #expect(story.journal.entries.contains { $0.text == "At six." && $0.prompt == "quiet" })
  }

  @Test func `Tab goes round, also over no link at all`() {
    let story = story().play("<Enter><Tab*3><Enter>")
    #expect(story.screen.contains("Lonely is a gap."))
    #expect(story.play("<S-Tab><Enter>").runtime.app.open.count == 2)
  }

  @Test func `the next card of the shelf is a key away, and the last has none after it`() {
    let story = story().play("<Enter><Right>")
    #expect(story.screen.contains("It is enough."))
    #expect(story.play("<Right><Right><Right>").screen.contains("time alone that is good"))
    #expect(story.play("<Left>").screen.contains("It is enough."))
    #expect(story.journal.kept.readCards.count == 3)
  }

  @Test func `a wide window shows the marked card beside the list`() {
    #expect(story(columns: 120, rows: 40).screen.contains("Lonely is a gap."))
  }

  @Test func `the last row leads to people to call`() {
    #expect(story().play("G<Enter>").runtime.app.top is SupportScreen)
  }

  @Test(arguments: [(80, 24), (40, 12), (20, 5)]) func `Golden library`(columns: Int, rows: Int) {
    let story = story(columns: columns, rows: rows)
    expectPicture("library-\(columns)x\(rows)", story.frame)
    expectPicture("card-\(columns)x\(rows)", story.play("<Enter><Tab>").frame)
    expectPicture("library-find-\(columns)x\(rows)", story.play("<Esc>/alone").frame)
  }
}
