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

  @Test func `tags that nobody has are taken off nobody, and that is said`() {
    let story = Samples.story().play("2s#-nosuch<Enter>")
    #expect(story.screen.contains("No tags were changed."))
    #expect(story.play("u").screen.contains("Taken back: the star is"))
  }

  @Test(arguments: [
    ("2su", "Taken back: the star is as it was (yesterday, By the canal)."),
    ("2du", "Taken back: it is in the Journal again (yesterday, By the canal)."),
    ("2#late<Enter>u", "Taken back: the tags are as they were (yesterday, By the canal)."),
    ("2M1u", "Taken back: the mood is as it was (yesterday, By the canal)."),
    ("2D<C-a>14 feb 9am<Enter>u", "Taken back: it is under the date it had (yesterday, By the canal)."),
    ("2xxM1u", "Taken back: the mood of 2 entries is as it was."),
    ("2xxxdu", "Taken back: 3 entries are in the Journal again."),
    ("2d<C-p>the trash<Enter>ru", "Taken back: it is in the trash again (yesterday, By the canal)."),
  ]) func `u says what it has taken back`(keys: String, said: String) {
    #expect(Samples.story().play(keys).screen.contains(said))
  }

  nonisolated private static let day = Stamp(Story.evening, in: Story.zone).day(endingAt: .four)

  @Test(arguments: [
    (TakenBack(.checkIn, on: day), "the check-in is as it was (today)."),
    (TakenBack(.checkIn, on: day.adding(days: -9)), "the check-in is as it was (Sun 22 Feb)."),
    (TakenBack(.moment, on: day), "the moment is as it was (today)."),
    (TakenBack(.moment, about: ["Ana"], on: day), "the moment with Ana is as it was (today)."),
    (TakenBack(.moment, about: ["Ana", "Jon"], on: day), "the moment with Ana and Jon is as it was (today)."),
    (
      TakenBack(.moment, about: ["Ana", "Jon", "Mia"], on: day),
      "the moment with Ana, Jon and others is as it was (today)."
    ), (TakenBack(.search, named: "Walks"), "the search Walks is as it was."),
  ]) func `u names what is no entry by its day, whom it was with, or its name`(done: TakenBack, said: String) {
    let story = Samples.story()
    story.hear(.takenBack(done))
    #expect(story.said == "Taken back: \(said)")
  }

  @Test func `u names an entry by its first words, and one without a title as such`() {
    let long = "It began with rain and went on with more of it until late"
    for (text, said) in [(long, "It began with rain and…)."), ("", "without a title).")] {
      var entry = Samples.entries[0]
      entry.text = text
      #expect(Story(MemoryJournal(entries: [entry])).play("2su").screen.contains(said))
    }
  }

  @Test func `A marks all that are found, also those out of sight, and waits for them`() {
    let story = Samples.longStory(60).play("A#spring<Enter>")
    #expect(story.journal.kept.entries.values.allSatisfy { $0.addedTags == ["spring"] })
    #expect(story.play("XA").screen.contains("60 marked"))
  }

  @Test func `a change that takes long says so, until it is made, and keys wait for it`() {
    let said = Words()[.noticeChanging]
    let story = Samples.longStory(60).play("A")
    story.holdsAnswers = true
    story.play("s").wait(milliseconds: 300)
    #expect(!story.screen.contains(said))
    #expect(story.wait(milliseconds: 200).screen.contains(said))
    #expect(story.play("d").wait(milliseconds: 9000).screen.contains(said))
    story.holdsAnswers = false
    story.wait(milliseconds: 0)
    #expect(!story.screen.contains(said))
    #expect(story.journal.kept.entries.values.allSatisfy { $0.isStarred && $0.trashedAt != nil })
    story.holdsAnswers = true
    #expect(story.play("u").wait(milliseconds: 500).screen.contains(said))
    story.holdsAnswers = false
    #expect(story.wait(milliseconds: 0).screen.contains("Taken back"))
  }

  @Test func `what went wrong is read before a change that takes long is told`() {
    let story = Samples.longStory(60).play("A")
    story.holdsAnswers = true
    story.play("s")
    story.runtime.hear(.notesPutAside(1))
    #expect(!story.wait(milliseconds: 1000).screen.contains(Words()[.noticeChanging]))
    #expect(story.wait(milliseconds: 12_000).screen.contains(Words()[.noticeChanging]))
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
    let story = Samples.story().play("2xx/soup<Enter>s<Right><Enter>")
    #expect([1, 2].map { entry($0, story)?.isStarred } == [true, true])
    story.play("s<Right><Enter>")
    #expect([1, 2].map { entry($0, story)?.isStarred } == [false, false])
  }

  @Test func `marks stay while one searches for more of them`() {
    let story = Samples.story().play("2x/soup<Enter>x<Esc>")
    #expect(story.screen.contains("2 marked"))
    story.play("<Esc>")
    #expect(!story.screen.contains("marked"))
  }

  @Test func `what is marked and not shown is told, and asked about before it is touched`() {
    let story = Samples.story().play("2xx/soup<Enter>x")
    #expect(story.screen.contains("3 marked, 2 unseen"))
    story.play("d")
    #expect(story.screen.contains("3 entries, 2 of them not shown here."))
    story.play("<Enter>")
    #expect(story.journal.entries.allSatisfy { $0.trashedAt == nil })
    story.play("d<Esc>d<Right><Enter>")
    #expect([1, 2, 3].allSatisfy { entry($0, story)?.trashedAt != nil })
    #expect(!story.screen.contains("marked"))
  }

  @Test func `a line at the foot says how many of its entries are not shown`() {
    let story = Samples.story().play("2x/zebra<Enter>")
    #expect(story.screen.contains("1 marked, 1 unseen"))
    #expect(story.play("#").screen.contains(Words()[.journalUnseenOne]))
    #expect(story.play("<Esc>E").screen.contains(Words()[.journalUnseenOne]))
    story.play("<Esc>M2")
    #expect(entry(1, story)?.mood?.rawValue == 2)
    #expect(!story.play("<Esc>").screen.contains("unseen"))
  }

  @Test(arguments: [("/starred:<Enter>xxs", 2), ("/mood:3..5<Enter>xxxM1", 3)])
  func `what leaves a search through a change is unseen from then on, and asked about`(keys: String, count: Int) {
    let story = Samples.story().play(keys)
    #expect(story.screen.contains("\(count) marked, \(count) unseen"))
    story.play("d")
    #expect(story.screen.contains(Words()[.journalUnseenAll, ["n": "\(count)"]]))
    #expect(story.journal.entries.allSatisfy { $0.trashedAt == nil })
  }

  @Test func `the same among more than are in memory, where it is also said that they left`() {
    let story = Samples.longStory().play("/number -tag:late<Enter>jxxx#late<Enter>")
    #expect(story.screen.contains(Words()[.searchLeftMany, ["n": "3"]].prefix(40)))
    #expect(story.screen.contains("3 marked, 3 unseen"))
    #expect(!story.play("u").screen.contains("unseen"))
  }

  @Test func `a date is set for one entry: the one that is marked, and for several it is refused`() {
    let story = Samples.story().play("2xD<C-a>12 january 9am<Enter>")
    #expect(entry(1, story)?.day == Day(year: 2026, month: 1, day: 12))
    #expect(entry(2, story)?.day == Samples.entries[1].day)
    story.play("gxD")
    #expect(story.screen.contains(Words()[.journalDateOne]))
    #expect(story.list?.focus == .list)
  }

  @Test func `a date is read by the clock that the entry shows`() {
    var entry = Samples.entries[0]
    entry.stamp = Stamp(instant: entry.stamp.instant, offset: 9 * 3600, zone: "Asia/Tokyo")
    for keys in ["2D", "2<Enter>D"] {
      let story = Story(MemoryJournal(entries: [entry])).play(keys)
      #expect(story.screen.contains(Words()[.detailsElsewhere, ["zone": "Asia/Tokyo"]]))
      story.play("<C-a>2026-03-01 11:30<Enter>")
      let moved = story.journal.kept.entries[entry.id]?.stamp
      #expect(moved?.iso == "2026-03-01T11:30:00+09:00" && moved?.zone == "Asia/Tokyo")
    }
  }

  // MARK: Leaving, and coming back

  @Test func `a date out of what is found leaves the list where it was, and says so`() {
    let story = Samples.longStory().play("/number from:2025-12<Enter><Down*20>D<C-a>3 may 2025 10:00<Enter>")
    #expect(story.markedTitle == "Entry 21")
    #expect(story.screen.contains(Words()[.searchLeftOne].prefix(40)))
    #expect(story.play("u").markedTitle == "Entry 20")
  }

  @Test(arguments: [
    ("/starred:<Enter>s", "By the canal"), ("/mood:4..5<Enter>M1", "By the canal"), ("/canal<Enter>jd", "A hard one"),
    ("/starred:<Enter>sl<Esc>", "By the canal"),
  ])
  func `what left a search is marked again when that is taken back`(keys: String, title: String) {
    let story = Samples.story().play(keys)
    #expect(story.markedTitle != title)
    #expect(story.wait(milliseconds: 2000).play("u").markedTitle == title)
  }

  @Test(arguments: [
    ("2djd", ["Soup for one", "By the canal"]), ("2Gdgd", ["By the canal", "First snow"]),
    ("2xxdGdgd", ["Soup for one", "First snow", "By the canal"]), ("2xjjxdgd", ["Jon rang", "By the canal"]),
    ("2xxdo", ["Jon rang"]), ("/with:Jon<Enter>dd", ["Jon rang", "By the canal"]),
    ("/starred:<Enter>ss", ["Åsa's kitchen 🎄", "By the canal"]),
    ("2D<C-a>12 jan 9am<Enter>gD<C-a>1 dec 2025 9am<Enter>", ["Jon rang", "By the canal"]),
    ("2ddG<C-p>the trash<Enter>rr", ["Jon rang", "By the canal"]),
  ]) func `each u marks what came back, of several the topmost`(keys: String, titles: [String]) {
    let story = Samples.story().play(keys).wait(milliseconds: 2000)
    for title in titles { #expect(story.play("u").markedTitle == title) }
  }

  @Test(arguments: [("2jdgd", ["By the canal", "Jon rang"]), ("2jxxd", ["Jon rang"])])
  func `what went in another sitting is marked too`(keys: String, titles: [String]) {
    let journal = Samples.story().play(keys).journal
    let story = Story(journal).play("2G")
    for title in titles { #expect(story.play("u").markedTitle == title) }
  }

  @Test func `what comes back far away is led to, and what never left leads nowhere`() {
    let journal = Samples.longStory().play("<Down*20>dG").journal
    #expect(Story(journal).play("2Gu").markedTitle == "Entry 20")
    #expect(Samples.longStory().play("<Down*20>sGu").markedTitle == "Entry 999")
  }

  @Test func `what was written last leads nowhere by u`() {
    let story = Samples.story().play("/canal<Enter>de<C-a>Something else<Esc>").wait(milliseconds: 6000)
    #expect(story.list?.window.heads.isEmpty == true)
    #expect(story.play("u").list?.window.heads.isEmpty == true && story.said == Words()[.undoneWriting])
    #expect(story.play("u").markedTitle == "By the canal")
  }

  @Test func `what went to another date is marked again where it was`() {
    let story = Samples.longStory().play("<Down*20>D<C-a>3 may 2025 10:00<Enter>")
    #expect(story.markedTitle == "Entry 20")
    story.play("<PgUp><PgUp>u")
    #expect(story.markedTitle == "Entry 20")
    #expect(story.list?.marked?.day == Samples.manyEntries(21)[20].day)
  }

  @Test func `marks that come into sight again are asked about no more`() {
    let story = Samples.story().play("2xx/soup<Enter>/<C-a>with:Jon<Enter>d")
    #expect([1, 2].allSatisfy { entry($0, story)?.trashedAt != nil })
  }

  @Test func `how many were touched is said, and marks go with what ends them`() {
    let story = Samples.story().play("2xxs")
    #expect(story.screen.contains("2 entries are starred."))
    #expect(story.screen.contains("2 marked"))
    #expect(story.play("#late<Enter>").screen.contains("The tags of 2 entries are changed."))
    #expect(story.play("M1").screen.contains("The mood of 2 entries is changed."))
    #expect(story.screen.contains("2 marked"))
    story.play("E<Enter>")
    #expect(!story.screen.contains("marked"))
    story.play("xxd")
    #expect(story.screen.contains("2 entries are in the trash. u brings them back."))
    story.play("<C-p>the trash<Enter>xxr")
    #expect(story.screen.contains("2 entries are back in the Journal."))
  }

  @Test func `a line is about what was marked when it opened, wherever the mark goes meanwhile`() {
    let story = Samples.story().play("2#late")
    story.take(.mouse(MouseEvent(.wheelDown, at: Point(column: 10, row: 14))))
    story.hear(.neighbourLoaded(Samples.entries[3].head, newer: false))
    story.play("<Enter>")
    #expect([1, 2, 3, 4].map { entry($0, story)?.addedTags } == [["late"], [], [], []])
  }

  @Test func `a digit sets the mood, and an Enter right after it opens nothing`() {
    let story = Samples.story().play("2M2<Enter>")
    #expect(entry(1, story)?.mood?.rawValue == 2)
    #expect(story.runtime.app.open.isEmpty)
    story.wait(milliseconds: 2000).play("<Enter>")
    #expect(story.runtime.app.open.count == 1)
    story.play("M3<Enter>e")
    #expect(entry(1, story)?.mood?.rawValue == 3)
    #expect(story.runtime.app.open.count == 2)
    #expect(Samples.story().play("2M").screen.contains("1 very low  ○ ○ ○ ● ○  5 good"))
  }

  @Test func `a tag that stands in a text is told where it cannot be taken off`() {
    let read = Samples.story().play("2<Enter>#")
    #expect(read.screen.contains("In the text itself: #walk."))
    let list = Samples.story().play("2#-wal")
    #expect(!list.screen.contains("#walk stands"))
    #expect(list.play("k").screen.contains("Where #walk stands in a text itself"))
  }

  // MARK: Writing out

  @Test func `marked entries are written out in the order of the list`() {
    let story = Samples.story().play("2jxkkxE")
    #expect(story.screen.contains("Write 2 entries to  ~/hearth-2026-03-03.md"))
    story.play("<Tab><Enter>")
    let exported = story.journal.kept.exported
    #expect(exported.map(\.ids) == [[Story.id(1), Story.id(2)]])
    #expect(exported.map(\.form) == [.json])
    #expect(exported.map(\.path) == ["~/hearth-2026-03-03.json"])
    #expect(story.screen.contains("2 entries are in ~/hearth-2026-03-03.json, not sealed"))
  }

  @Test func `the name that is offered has the day of one entry, and is another where it is taken`() {
    let story = Samples.story().play("2E")
    #expect(story.screen.contains("Write 1 entry to  ~/hearth-2026-03-02.md"))
    story.journal.refuse(with: .fileExists("~/hearth-2026-03-02.md"))
    #expect(story.play("<Enter>").frame.letters(in: .error).contains("is there already"))
    #expect(story.screen.contains("Write 1 entry to  ~/hearth-2026-03-02-2.md"))
    #expect(story.play("<Tab><Enter>").screen.contains("~/hearth-2026-03-02-3.json"))
    #expect(story.play("<C-a>~/mine.md<Enter>").screen.contains("Write 1 entry to  ~/mine.md"))
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
    story.play("2xE<C-a>~/mine.md<Enter>")
    #expect(story.frame.letters(in: .error).contains("The disk is full"))
    #expect(story.screen.contains("Write 1 entry to  ~/mine.md"))
    #expect(story.list?.chosen.count == 1)
    story.journal.refuse(with: nil)
    story.play("<Enter>")
    #expect(story.journal.kept.exported.map(\.path) == ["~/mine.md"])
    #expect(story.list?.focus == .list)
  }
}

@Suite @MainActor struct TrashStories {
  @Test(arguments: [(100, 30, ""), (80, 24, "<Enter>"), (40, 12, "<Enter>")])
  func `says since when an entry lies there, beside the list and where it is read`(
    columns: Int, rows: Int, keys: String
  ) {
    let story = Samples.story(columns: columns, rows: rows).play("2d")
    #expect(!story.screen.contains("In the trash since"))
    #expect(story.play("<C-p>the trash<Enter>" + keys).screen.contains("In the trash since"))
  }

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

  @Test func `where less is marked or found than would go, that is said`() {
    let opened = Samples.story().play("2ddd<C-p>the trash<Enter>")
    #expect(!opened.play("<C-e>").screen.contains(Words()[.trashEmptyWhole]))
    #expect(opened.play("<Esc>x<C-e>").screen.contains(Words()[.trashEmptyWhole]))
    #expect(!opened.play("<Esc>xx<C-e>").screen.contains(Words()[.trashEmptyWhole]))
    #expect(opened.play("<Esc>X/soup<Enter><C-e>").screen.contains(Words()[.trashEmptyWhole]))
  }

  @Test func `an empty trash asks nothing`() {
    let story = Samples.story().play("<C-p>the trash<Enter><C-e>")
    #expect(story.list?.focus == .list)
  }
}
