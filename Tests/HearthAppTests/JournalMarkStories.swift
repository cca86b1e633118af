import Canvas
import FoundationEssentials
import HearthContent
import HearthCore
import Testing

@testable import HearthApp

@Suite @MainActor struct JournalMarkStories {
  private func entry(_ number: Int, _ story: Story) -> Entry? { story.journal.kept.entries[Story.id(number)] }

  @Test func `x marks and goes on, X takes all marks off, and marks are seen without colour`() {
    let story = Samples.story().play("2xx")
    #expect(story.markedTitle == "Soup for one")
    #expect(story.lines.filter { $0.contains("✓") }.count == 2)
    #expect(story.screen.contains("2 marked"))
    story.play("kx")
    #expect(story.screen.contains("1 marked"))
    story.play("X")
    #expect(!story.screen.contains("✓"))
  }

  @Test func `the star goes on all that are marked, then off all of them`() {
    let story = Samples.story().play("2xxs")
    #expect([1, 2, 3].map { entry($0, story)?.isStarred } == [true, true, false])
    story.play("s")
    #expect([1, 2].map { entry($0, story)?.isStarred } == [false, false])
    story.play("uu")
    #expect([1, 2].map { entry($0, story)?.isStarred } == [true, false])
  }

  @Test func `tags come and go, on what is marked or on the one one stands on`() {
    let story = Samples.story().play("2xjx#Spring, +water -home<Enter>")
    #expect([1, 3].map { entry($0, story)?.addedTags } == [["spring", "water"], ["spring", "water"]])
    #expect(entry(2, story)?.addedTags == [])
    story.play("X#-spring<Enter>")
    #expect(entry(4, story)?.addedTags == [])
    story.play("kk#late<Enter>u")
    #expect(entry(2, story)?.addedTags == [])
  }

  @Test func `one mood for all that are marked, and none is lost by looking`() {
    let story = Samples.story().play("2xxM<Enter>")
    #expect([1, 2].map { entry($0, story)?.mood?.rawValue } == [4, 3])
    story.play("M2")
    #expect([1, 2].map { entry($0, story)?.mood?.rawValue } == [2, 2])
    story.play("M0")
    #expect([1, 2].map { entry($0, story)?.mood?.rawValue } == [nil, nil])
    story.play("uu")
    #expect([1, 2].map { entry($0, story)?.mood?.rawValue } == [4, 3])
  }

  @Test func `the date is told in words, and the mark follows the entry there`() {
    let story = Samples.story().play("2D<C-a>12 january 9am<Enter>")
    #expect(entry(1, story)?.day == Day(year: 2026, month: 1, day: 12))
    #expect(story.markedTitle == "By the canal")
    story.play("k")
    #expect(story.markedTitle == "Soup for one")
    story.play("uD<C-a>some day<Enter>")
    #expect(story.frame.letters(in: .error).contains("some day"))
    story.play("<Esc>")
    #expect(story.list?.focus == .list)
  }

  @Test func `all that are marked go into the trash, and u brings all of them back`() {
    let story = Samples.story().play("2xxxd")
    #expect(story.list?.window.heads.count == 3)
    #expect(!story.screen.contains("marked"))
    story.play("u")
    #expect(story.list?.window.heads.count == 6)
    #expect(story.markedTitle == "By the canal")
  }

  @Test func `the star comes off again also where what is marked is out of sight`() {
    let story = Samples.story().play("2xx/soup<Enter>s")
    #expect([1, 2].map { entry($0, story)?.isStarred } == [true, true])
    story.play("s")
    #expect([1, 2].map { entry($0, story)?.isStarred } == [false, false])
  }

  @Test func `marks stay while one searches for more of them`() {
    let story = Samples.story().play("2x/soup<Enter>x<Esc>")
    #expect(story.screen.contains("2 marked"))
    story.play("<Esc>")
    #expect(!story.screen.contains("marked"))
  }

  // MARK: Writing out

  @Test func `marked entries are written out in the order of the list`() {
    let story = Samples.story().play("2jxkkxE")
    #expect(story.screen.contains("Write 2 entries to  ~/hearth-export.md"))
    story.play("<Tab><Enter>")
    let exported = story.journal.kept.exported
    #expect(exported.map(\.ids) == [[Story.id(1), Story.id(2)]])
    #expect(exported.map(\.form) == [.json])
    #expect(exported.map(\.path) == ["~/hearth-export.json"])
    #expect(story.screen.contains("2 entries are in ~/hearth-export.json."))
  }

  @Test func `a name that does not say how it is written is explained`() {
    let story = Samples.story().play("2E<C-a>/notes<Enter>")
    #expect(story.frame.letters(in: .error).contains(".jrnl"))
    #expect(story.journal.kept.exported.isEmpty)
    story.play(".txt<Tab><Enter>")
    #expect(story.journal.kept.exported.map(\.path) == ["/notes.md"])
  }

  @Test func `a refused file is told`() {
    let story = Samples.story()
    story.journal.refuse(with: .diskFull)
    story.play("2E<Enter>")
    #expect(story.screen.contains("The disk is full"))
  }
}

@Suite @MainActor struct TrashStories {
  @Test func `the trash lists what was put there and gives it back, also several at once`() {
    let story = Samples.story().play("2ddd<C-p>the trash<Enter>")
    #expect(story.list?.window.heads.count == 3)
    #expect(story.screen.contains(Words()[.trashNeverEmpties]))
    story.play("xxr")
    #expect(story.list?.window.heads.map(\.title) == ["Soup for one"])
    story.play("u")
    #expect(story.list?.window.heads.count == 3)
    story.play("r<Esc>")
    #expect(story.screen.contains("By the canal"))
  }

  @Test func `it is emptied only after a question that says how many, and Enter alone keeps it`() {
    let story = Samples.story().play("2dd<C-p>the trash<Enter><C-e>")
    #expect(story.screen.contains("2 entries would be gone for good"))
    story.play("<Enter>")
    #expect(story.journal.entries.count == 6)
    story.play("<C-e><Esc><C-e><Right><Enter>")
    #expect(story.journal.entries.count == 4)
    #expect(story.screen.contains(Words()[.journalEmptyTrash].prefix(20)))
    #expect(story.screen.contains("2 entries are gone for good."))
  }

  @Test func `an empty trash asks nothing`() {
    let story = Samples.story().play("<C-p>the trash<Enter><C-e>")
    #expect(story.list?.focus == .list)
  }
}
