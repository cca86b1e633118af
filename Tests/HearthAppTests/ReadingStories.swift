import Canvas
import FoundationEssentials
import HearthContent
import HearthCore
import Testing

@testable import HearthApp

@Suite @MainActor struct ReadingStories {
  static let text = """
    By the canal

    ## On the way
    Nobody *knew* where we were, and that was **all** of it.

    - the heron stood where it always stands and did not mind us at all, not even when
      Jon laughed
    > Slowly, slowly, said the water.
    We want to go again @Jon #walk
    """

  private func story(_ text: String = text, columns: Int = 80, rows: Int = 24, addedTags: [String] = []) -> Story {
    var entry = Samples.entries[0]
    entry.text = text
    entry.addedTags = addedTags
    return Story(
      MemoryJournal(entries: [entry] + Samples.entries.dropFirst()), size: Size(columns: columns, rows: rows))
  }

  private func entry(_ story: Story) -> Entry? { story.journal.kept.entries[Story.id(1)] }

  // MARK: The text

  @Test func `the text stands as it was written`() {
    let screen = story().play("2<Enter>").screen
    for part in ["## On the way", "*knew*", "**all**", "- the heron", "> Slowly, slowly", "#walk"] {
      #expect(screen.contains(part))
    }
  }

  @Test func `Markdown is shown gently, and wrapped lists keep their indent`() {
    let frame = story(columns: 60).play("2<Enter>").frame
    #expect(frame.letters(in: .heading).contains("On the way"))
    #expect(frame.letters(in: .tag).contains("#walk"))
    #expect(frame.letters(in: .person).contains("@Jon"))
    #expect(frame.text().contains("\n    mind us at all"))
  }

  @Test func `what one searched for is shown, also far down in a long entry`() {
    let long = "A long day\n\n" + (1...60).map { "Line \($0)" }.joined(separator: "\n") + "\nthen the heron came"
    var entry = Samples.entries[0]
    entry.text = long
    let context = Context.evening()
    var screen = ReadScreen(entry.head, in: EntryFilter(where: .words("heron", isBegun: true)))
    _ = screen.update(.event(.entryLoaded(entry, answering: nil, reworded: nil)), in: context)
    let frame = screen.picture(in: context)
    #expect(frame.text().contains("the heron came"))
    #expect(frame.letters(in: .found) == "heron")
  }

  @Test func `below an entry stands when its words were changed, not what was set beside them`() {
    let story = Samples.story().play("2<Enter>s")
    #expect(!story.screen.contains("changed today"))
    story.journal.prepare { state in
      state.versions[Story.id(1)] = [
        Revision(
          id: 1, text: "Before", stamp: Samples.entries[0].stamp, addedTags: [], writtenAt: Story.evening,
          replacedAt: Story.evening, reason: .edit)
      ]
    }
    #expect(story.play("<Esc><Enter>").screen.contains("changed today, 21:04"))
  }

  @Test func `G leads to the end of a long entry, and g back to its beginning`() {
    var entry = Samples.entries[0]
    entry.text = "A long day\n\n" + (1...60).map { "Line \($0)" }.joined(separator: "\n")
    let story = Story(MemoryJournal(entries: [entry])).play("2<Enter>G")
    #expect(story.screen.contains("Line 60") && !story.screen.contains("A long day"))
    #expect(story.play("g").screen.contains("A long day"))
  }

  @Test func `wide windows keep a comfortable measure in the middle`() {
    let rows = story(columns: 140, rows: 30).play("2<Enter>").screen.split(separator: "\n").dropFirst(2).dropLast(2)
    for row in rows {
      #expect(row.prefix { $0 == " " }.count >= 32)
      #expect(row.count <= 32 + 76)
    }
  }

  // MARK: What stands beside it

  @Test(arguments: [("M5", 5), ("M1", 1), ("M0", nil), ("M<Left><Enter>", 3), ("M<Esc>", 4)])
  func `the mood is a key and a digit`(keys: String, mood: Int?) {
    let story = story().play("2<Enter>\(keys)")
    #expect(entry(story)?.mood?.rawValue == mood)
    #expect(!story.screen.contains(Words()[.readMoodKeys]))
    #expect(story.runtime.app.open.count == 1)
  }

  @Test func `the mood that was set is seen at once, and u takes it back`() {
    let story = story().play("2<Enter>M1")
    #expect(story.screen.contains("○ very low"))
    story.play("u")
    #expect(story.screen.contains("● all right"))
  }

  @Test func `tags beside the text are changed in one line, those of the text stay`() {
    let story = story(addedTags: ["spring"]).play("2<Enter>#")
    #expect(story.screen.contains("Tags  spring"))
    story.play("<C-w>Heron, #water<Enter>")
    #expect(entry(story)?.addedTags == ["heron", "water"])
    #expect(story.screen.contains("#walk #heron #water"))
    story.play("u")
    #expect(entry(story)?.addedTags == ["spring"])
  }

  @Test func `nothing is asked of the journal where nothing was changed`() {
    let story = story(addedTags: ["spring"]).play("2<Enter>")
    story.play("#<Enter>D<Enter>M4")
    #expect(!story.journal.kept.wishes.contains { if case .make = $0 { true } else { false } })
  }

  @Test func `the date is told in words`() {
    let story = story().play("2<Enter>D<C-a>14 feb 9am<Enter>")
    #expect(entry(story)?.stamp.iso == "2026-02-14T09:00:00+01:00")
    #expect(entry(story)?.day == Day(year: 2026, month: 2, day: 14))
    #expect(story.screen.contains("Saturday, 14 February, 09:00"))
    story.play("u")
    #expect(story.screen.contains("yesterday, 21:04"))
  }

  @Test func `a date that cannot be read is explained, and Esc leaves it as it was`() {
    let story = story().play("2<Enter>D<C-a>some day<Enter>")
    #expect(story.screen.contains("some day"))
    #expect(story.frame.letters(in: .error).contains("some day"))
    story.play("<Esc>")
    #expect(entry(story)?.stamp == Samples.entries[0].stamp)
    #expect(story.runtime.app.open.count == 1)
  }

  @Test func `the star goes on and off where one reads`() {
    let story = story().play("2<Enter>s")
    #expect(!story.screen.contains("★"))
    story.play("u")
    #expect(story.screen.contains("★"))
  }

  @Test func `an entry that goes into the trash closes, and u brings it back`() {
    let story = story().play("2<Enter>d")
    #expect(story.runtime.app.open.isEmpty)
    #expect(!story.screen.contains("By the canal"))
    story.play("u")
    #expect(story.screen.contains("By the canal"))
  }

  @Test func `taking back a deletion from the trash closes what is read there`() {
    let story = story().play("2d<C-p>the trash<Enter><Enter>u")
    #expect(story.runtime.app.open.count == 1)
    #expect(story.screen.contains(Words()[.journalEmptyTrash]))
  }

  @Test func `an entry that was changed later says so below its text`() {
    let story = story()
    #expect(!story.play("2<Enter>").screen.contains("changed"))
    story.play("e More.<Esc>")
    #expect(story.screen.contains("changed today, 21:04"))
  }

  @Test func `a leads to all of its day, and back`() {
    let story = story().play("2<Enter>a")
    #expect(story.runtime.app.top is DayScreen && story.screen.contains("By the canal"))
    #expect(story.play("<Esc>").runtime.app.top is ReadScreen)
  }

  // MARK: Writing out

  @Test func `E writes out what one reads, under its own day`() {
    let story = story().play("2<Enter>E")
    #expect(story.screen.contains("Write 1 entry to  ~/hearth-2026-03-02.md"))
    story.play("<Tab><Enter>")
    #expect(story.journal.kept.exported.map(\.ids) == [[Story.id(1)]])
    #expect(story.journal.kept.exported.map(\.path) == ["~/hearth-2026-03-02.json"])
    #expect(story.screen.contains("1 entry is in ~/hearth-2026-03-02.json, not sealed"))
    #expect(story.runtime.app.top is ReadScreen && !story.screen.contains("Write 1 entry to"))
  }

  @Test func `a file that cannot be written is told where one reads, and Esc leaves the line`() {
    let story = story().play("2<Enter>E<C-a>/notes<Enter>")
    #expect(story.frame.letters(in: .error).contains(".jrnl"))
    story.journal.refuse(with: .diskFull)
    #expect(story.play("<Tab><Enter>").frame.letters(in: .error).contains("The disk is full"))
    #expect(story.screen.contains("Write 1 entry to  /notes.md"))
    story.play("<Esc>")
    #expect(story.journal.kept.exported.isEmpty && !story.screen.contains("Write 1 entry to"))
    #expect(story.runtime.app.top is ReadScreen)
  }

  // MARK: The neighbours

  @Test(arguments: [(EntryFilter.Order.newestFirst, false), (.oldestFirst, true)])
  func `Right goes on in the order of the list, whichever that is`(order: EntryFilter.Order, isNewer: Bool) {
    let head = Samples.entries[1].head
    let filter = EntryFilter(order: order)
    var screen = ReadScreen(head, in: filter)
    for (key, newer) in [("Right", isNewer), ("Left", !isNewer)] {
      let effects = KeyPress(key).flatMap { screen.press($0, in: .evening()) }
      #expect(effects == [.wish(.loadNeighbour(head, filter, newer: newer))])
    }
  }

  @Test(arguments: ["", "<Right><C-u>"])
  func `a date in words takes the place of the one that stands there`(keys: String) {
    let story = story().play("2<Enter>D\(keys)14 feb 8pm<Enter>")
    #expect(story.journal.entries.contains { "\($0.day)" == "2026-02-14" && $0.text.hasPrefix("By the canal") })
  }

  @Test(arguments: [(120, 40), (40, 12), (20, 5), (12, 3)])
  func `the line at the foot fits into every window`(columns: Int, rows: Int) {
    for keys in ["M", "#", "D", "D<C-a>some day<Enter>", "E", "E<C-a>/notes<Enter>"] {
      let story = story(columns: columns, rows: rows).play("2<Enter>" + keys)
      let lines = story.screen.split(separator: "\n", omittingEmptySubsequences: false)
      #expect(lines.count == rows)
      #expect(story.frame.cursor != nil)
    }
  }

  @Test func `an entry of one long line is read to its end, and goes on below in the list`() {
    var long = Samples.entries[0]
    long.text =
      "It began with rain " + String(repeating: "and went on with more of it ", count: 20) + "until it stopped"
    let story = Story(MemoryJournal(entries: [long])).play("2")
    let rows = story.screen.split(separator: "\n").drop { !$0.contains("It began") }
    #expect(rows.dropFirst().first?.contains("…") == true)
    #expect(rows.dropFirst().first?.contains("went on with") == true)
    #expect(story.play("<Enter><End>").screen.contains("until it stopped"))
  }
}
