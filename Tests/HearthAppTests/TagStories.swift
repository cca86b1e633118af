import Canvas
import FoundationEssentials
import HearthContent
import HearthCore
import Testing

@testable import HearthApp

@Suite @MainActor struct TagStories {
  @Test(arguments: ["!!!", "extra !!!", "#"])
  func `what no search could find is not taken as a tag, and that is said`(typed: String) {
    let story = Samples.story().play("2#\(typed)<Enter>")
    #expect(story.journal.entries.allSatisfy { !$0.tags.contains { Marks.tag(typed: $0) == nil } })
    #expect(story.screen.contains(Words()[.tagsNoTag].prefix(20)) == (typed != "#"))
  }

  @Test func `without a tag nothing is offered to be done with one`() {
    let story = Story(MemoryJournal(entries: [])).play("<C-p>the tags you use<Enter>")
    #expect(story.runtime.app.top is TagsScreen)
    #expect(!story.screen.contains(Words()[.keyOtherName]))
  }

  private static func entry(_ number: Int, _ text: String, tags: [String] = []) -> Entry {
    let stamp = Stamp(Story.evening.adding(seconds: -86_400 * number), in: Story.zone)
    return Entry(
      id: Story.id(number), stamp: stamp, day: stamp.day(endingAt: .four), createdAt: stamp.instant,
      modifiedAt: stamp.instant, text: text, addedTags: tags)
  }

  /// `sea` stands beside two texts and in one, `ocean` beside two, `tea` in one alone.
  private static let entries = [
    entry(1, "Swam", tags: ["sea"]), entry(2, "Both", tags: ["sea", "ocean"]), entry(3, "At the #sea"),
    entry(4, "Ferry", tags: ["ocean"]), entry(5, "Had #tea"),
  ]

  /// The list of tags: `sea`, `ocean` and `tea`, with the mark on the first.
  private func story(columns: Int = 80, rows: Int = 24) -> Story {
    Story(
      MemoryJournal(entries: Self.entries), size: Size(columns: columns, rows: rows)
    ).play("<C-p>the tags you<Enter>")
  }

  private func beside(_ story: Story) -> [[String]] {
    (1...5).compactMap { story.journal.kept.entries[Story.id($0)]?.addedTags }
  }
  private static let before = entries.map(\.addedTags)

  private func marked(_ story: Story) -> String { story.lines.first { $0.contains("▌") } ?? "" }

  @Test func `a tag gets another name where one sees it, and u takes that back`() {
    let story = story()
    #expect(marked(story).contains("#sea"))
    story.play("r<C-a>#Harbour<Enter>")
    #expect(beside(story) == [["harbour"], ["ocean", "harbour"], [], ["ocean"], []])
    // The mark stays with it, and what stands in a text is as it was.
    #expect(marked(story).contains("#harbour") && story.screen.contains("1  #sea"))
    #expect(story.screen.contains("The tags of 2 entries are changed."))
    #expect(beside(story.play("u")) == Self.before && story.screen.contains("3  #sea"))
  }

  @Test func `that a name in a text stays is said while one types`() {
    #expect(story().play("r").screen.contains("Where #sea stands in a text itself"))
    #expect(!story().play("jr").screen.contains("stands in a text itself"))
  }

  @Test func `a tag that stands in texts alone is not asked about`() {
    let story = story().play("jjr")
    #expect(story.screen.contains("Where #tea stands in a text itself") && story.runtime.app.top.takes == .nothing)
  }

  @Test(arguments: ["sea side", "12", "a,b", "#", "##sea", "-"])
  func `what is no tag is refused where it is typed`(typed: String) {
    let story = story().play("r<C-a>\(typed)<Enter>")
    #expect(story.screen.contains("A tag is one word") && story.screen.contains(typed))
    #expect(!story.play("<C-a>harbour").screen.contains("A tag is one word"))
    #expect(beside(story.play("<Esc>")) == Self.before && story.runtime.app.top is TagsScreen)
  }

  @Test(arguments: ["r<Enter>", "r<C-a>#Sea<Enter>", "r<C-a><Backspace><Enter>", "rx<Esc>"])
  func `the name it has, none, and Esc leave it as it was`(keys: String) {
    let story = story().play(keys)
    #expect(beside(story) == Self.before && story.journal.drafts.isEmpty)
    #expect(story.runtime.app.top.takes == .nothing && story.journal.kept.steps.isEmpty)
  }

  @Test func `that two become one is said and asked first, and u makes them two again`() {
    let story = story().play("r<C-a>Ocean<Enter>")
    #expect(story.screen.contains("Are #sea and #ocean one tag?"))
    #expect(beside(story.play("<Enter>")) == Self.before)
    // The name is still there to be changed.
    #expect(beside(story.play("<Enter><Esc><Esc>")) == Self.before && story.runtime.app.top is TagsScreen)
    story.play("r<C-a>ocean<Enter><Right><Enter>")
    #expect(beside(story) == [["ocean"], ["ocean"], [], ["ocean"], []] && marked(story).contains("#ocean"))
    #expect(beside(story.play("u")) == Self.before)
  }

  @Test func `a tag that came in from elsewhere with blanks in it gets a name`() {
    let story = Story(MemoryJournal(entries: [Self.entry(1, "Swam", tags: ["by the sea"])]))
    story.play("<C-p>the tags you<Enter>r<Enter>")
    #expect(story.runtime.app.top.takes == .nothing)
    #expect(story.play("r<C-a>sea<Enter>").journal.kept.entries[Story.id(1)]?.addedTags == ["sea"])
  }

  @Test func `a name that is typed is never only on the screen`() {
    let lost = story().play("r<C-a>harbour")
    lost.runtime.keepUnkept()
    let kept = story().play("r<C-a>harbour").wait(milliseconds: 600)
    for story in [lost.wait(milliseconds: 0), kept] {
      #expect(story.journal.drafts.map(\.text) == ["harbour"])
      #expect(story.play("<Enter>").journal.drafts.isEmpty && beside(story)[0] == ["harbour"])
    }
  }

  @Test func `where the journal cannot take it the name stays to be kept again`() {
    let story = story().play("r<C-a>harbour")
    story.journal.refuse(with: .diskFull)
    #expect(story.play("<Enter>").screen.contains("harbour") && beside(story) == Self.before)
    story.journal.refuse(with: nil)
    #expect(beside(story.play("<Enter>"))[0] == ["harbour"])
  }

  @Test func `what is typed while it is being renamed belongs to what comes after`() {
    let story = story().play("r<C-a>harbour")
    story.playAhead("<Enter>jr")
    #expect(beside(story)[0] == ["harbour"] && story.runtime.app.top.takes == .text)
    #expect(beside(story.play("<C-a>water<Enter>"))[3] == ["water"])
  }

  @Test(arguments: GoldenStories.sizes)
  func `Golden tags`(_ columns: Int, _ rows: Int) {
    for (name, keys) in [("tags", ""), ("tags-name", "r"), ("tags-join", "r<C-a>ocean<Enter>")] {
      expectPicture("\(name)-\(columns)x\(rows)", story(columns: columns, rows: rows).play(keys).frame)
    }
  }

  @Test(arguments: [(80, 24), (40, 12), (20, 5), (120, 40)])
  func `every page fits`(_ columns: Int, _ rows: Int) {
    for keys in ["", "r", "r<C-a>a,b<Enter>", "r<C-a>ocean<Enter>"] {
      let lines = story(columns: columns, rows: rows).play(keys).lines
      #expect(lines.count <= rows && lines.allSatisfy { TextWidth.columns(of: $0) <= columns })
    }
  }
}
