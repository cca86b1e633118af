import Canvas
import FoundationEssentials
import HearthContent
import HearthCore
import Testing

@testable import HearthApp

@Suite @MainActor struct JournalStories {
  @Test(arguments: [80, 120]) func `of a title that is cut off, what stands at its end is told beside it`(columns: Int)
  {
    var entry = Samples.entries[0]
    entry.text = String(repeating: "one word and another, ", count: 8) + "#harbour @Jon\n\nAnd more."
    let story = Story(MemoryJournal(entries: [entry]), size: Size(columns: columns, rows: 24)).play("2")
    #expect(
      story.lines.contains {
        $0.contains("one word") && $0.contains("…") && (columns > 100 || $0.contains("#harbour @Jon"))
      })
  }

  @Test func `today is called so where the list is narrow, too`() {
    let story = Samples.longStory(4, columns: 120, rows: 40)
    #expect(story.lines.contains { $0.hasPrefix(" ▌ today ") })
    #expect(!story.lines.contains { $0.contains("  yesterday ") })
  }

  @Test func `the order is the same the next time, but not in the trash or beside a search from elsewhere`() {
    let story = Samples.story().play("2o")
    let first = story.list?.window.heads.first?.title
    #expect(story.journal.kept.settings.oldestFirst)
    let next = Story(story.journal).play("2")
    #expect(next.list?.window.heads.first?.title == first && next.screen.contains(Words()[.journalOldestFirst]))
    next.play("<C-p>the trash<Enter>o<Esc>o")
    #expect(!next.journal.kept.settings.oldestFirst)
    #expect(next.play("<C-p>the trash<Enter>o").journal.kept.settings.oldestFirst == false)
  }

  @Test func `delete goes to the trash and u brings it back, marked as before`() {
    let story = Samples.story().play("2jd")
    #expect(!story.screen.contains("Jon rang"))
    #expect(story.markedTitle == "Soup for one")
    story.play("u")
    #expect(story.markedTitle == "Jon rang")
    story.play("u")
    #expect(story.screen.contains(Words()[.noticeNothingToUndo]))
  }

  @Test func `the star is set, and u takes it back`() {
    let story = Samples.story().play("2js")
    #expect(story.journal.entries[1].isStarred)
    story.play("u")
    #expect(!story.journal.entries[1].isStarred)
  }

  @Test func `reading goes on to the neighbours, and one comes back to what one read last`() {
    let story = Samples.story().play("2<Enter><Right>")
    #expect(story.screen.contains("Jon rang"))
    story.play("<Left>")
    #expect(story.screen.contains("By the canal"))
    story.play("<Left>")
    #expect(story.screen.contains(Words()[.noticeNewest]))
    story.play("<Right*3><Esc>")
    #expect(story.markedTitle == "A hard one")
  }

  @Test func `the marked entry stays marked through edits and resizes`() {
    let story = Samples.story().play("2jj")
    let marked = { story.screen.split(separator: "\n").first { $0.contains("▌ ") }.map(String.init) ?? "" }
    story.play("eX<Esc>")
    #expect(marked().contains("Soup for one"))
    for (columns, rows) in [(40, 12), (120, 40), (20, 5), (80, 24)] {
      story.resize(columns, rows)
      #expect(story.lines.contains { $0.contains("▌") && $0.contains("Soup for one") })
      story.play("<Down><Up>")
      #expect(story.markedTitle == "Soup for one")
    }
  }

  @Test func `what was just written is marked when one comes back`() {
    let story = Samples.story().play("2jjnTea at last<Esc>")
    #expect(story.markedTitle == "Tea at last")
  }

  @Test func `keys typed ahead of an entry that is on its way reach its page`() {
    let story = Samples.story().play("2")
    story.playAhead("e Ja.<Esc>")
    #expect(story.journal.entries.first?.text.hasSuffix("#walk Ja.") == true)
  }

  @Test(arguments: ["2Tyesterday<Enter>", "2y<Enter>"])
  func `where nothing is written, going to a day says so`(keys: String) {
    #expect(Story().play(keys).screen.contains("There is nothing here for"))
  }

  @Test func `a day that is none is explained, and nothing is said of changes`() {
    let story = Samples.story().play("2Tsometime<Enter>")
    #expect(story.frame.letters(in: .error).contains("sometime"))
    #expect(!story.screen.contains("changed"))
  }

  @Test func `an empty journal teaches its first key`() {
    #expect(Story().play("2").screen.contains(Words()[.journalEmpty].prefix(30)))
  }

  // MARK: How it looks

  @Test func `a first line of nothing but signs is shown as it is`() {
    #expect(Story().play("n_____<Enter>Below a line.<Esc>2").screen.contains("_____"))
  }

  @Test func `another hour leaves an entry on its day, and its new date is told`() {
    let story = Samples.story().play("2<End>")
    let day = story.list?.marked?.day
    story.play("D<C-a><C-k>7:15<Enter>")
    #expect(story.screen.contains("Its date now: ") && story.screen.contains("07:15"))
    #expect(story.list?.marked?.day == day)
  }

  @Test func `a day is told once, and where the mark is`() {
    let story = Samples.longStory(20)
    #expect(
      story.lines[8..<14].map { $0.prefix(31).trimmed } == [
        "    March", "  ▌ today     21:04   Entry 0", "  ▌     About the canal, number",
        "              09:50 ○ Entry 1", "        About the canal, number", "    yesterday 22:37 ○ Entry 2",
      ])
    story.play("j")
    #expect(story.lines[11].hasPrefix("  ▌ today     09:50 ○ Entry 1"))
  }

  @Test func `the year stands beside the month only where it is another`() {
    let screen = Samples.story(rows: 40).play("2").screen
    #expect(screen.contains("\n    February\n"))
    #expect(screen.contains("\n    December 2025\n"))
  }

  @Test func `what has no room is left out in its order`() {
    let shows = { (columns: Int, rows: Int) -> [Bool] in
      let screen = Samples.story(columns: columns, rows: rows).play("2").screen
      return ["and that was", "Su  ▪ written", "   February", "Walked"].map(screen.contains)
    }
    #expect(shows(120, 40) == [true, true, true, true])
    #expect(shows(80, 24) == [false, true, true, true])
    #expect(shows(80, 20) == [false, false, false, true])
    #expect(shows(40, 12) == [false, false, false, true])
    #expect(shows(40, 6) == [false, false, false, false])
  }

  @Test func `o turns the order round and stays with the entry`() {
    let story = Samples.story().play("2jo")
    #expect(story.markedTitle == "Jon rang")
    #expect(story.screen.contains(Words()[.journalOldestFirst]))
    story.play("g")
    #expect(story.markedTitle == "First snow")
    story.play("<Enter><Right>")
    #expect(story.screen.contains("Åsa's kitchen"))
  }

  // MARK: A long journal

  @Test func `a long journal is fetched piece by piece, and its ends are one key away`() {
    let story = Samples.longStory().play("G")
    #expect(story.markedTitle == "Entry 999")
    story.play("<Up*250>")
    #expect(story.markedTitle == "Entry 749")
    story.play("g<Down*450>")
    #expect(story.markedTitle == "Entry 450")
    story.play("<Home>")
    #expect(story.markedTitle == "Entry 0")
  }

  @Test func `never more than two thousand rows are in memory`() {
    let story = Samples.longStory(2400).play("<Down*2200>")
    #expect(story.markedTitle == "Entry 2200")
    #expect((story.list?.window.heads.count ?? 0) <= 2000)
    story.play("<Up*2200>")
    #expect(story.markedTitle == "Entry 0")
    #expect((story.list?.window.heads.count ?? 0) <= 2000)
  }

  @Test func `two hundred steps in one piece wait for nothing once the list is under way`() throws {
    let story = Samples.longStory(1200).play("<Down*200>").play("<Down*200>")
    story.holdsAnswers = true
    story.play("<Down*200>")
    #expect(story.markedTitle == "Entry 600")
    #expect(try !#require(story.list).awaits)
  }

  @Test func `in the middle of a few rows nothing more is fetched`() throws {
    let story = Samples.longStory(1000).play("<Down*250>s")
    #expect(try #require(story.list).window.heads.count == 200)
  }

  @Test func `no step is lost where the rows are still on their way`() {
    let story = Samples.longStory()
    story.playAhead("<Down*260>")
    #expect(story.markedTitle == "Entry 260")
  }

  @Test func `moving within the rows that are here asks for nothing but the days of another month`() {
    let story = Samples.longStory()
    let before = story.asked { if case .loadDays = $0 { false } else { true } }
    story.play("<Down*50><Up*30>")
    #expect(story.asked { if case .loadDays = $0 { false } else { true } } == before)
  }

  @Test func `deep in the list an edit keeps the place`() {
    let story = Samples.longStory().play("<Down*700>")
    let before = story.lines
    story.play("e!<Esc>").wait(milliseconds: 6000)
    #expect(story.markedTitle == "Entry 700")
    #expect(story.lines.map { $0.prefix(40) } == before.map { $0.prefix(40) })
  }

  // MARK: The preview

  @Test func `the marked text stands beside the list, with what is found in it`() {
    let frame = Samples.story(columns: 120, rows: 40).play("/pleas<Enter>").frame
    #expect(frame.text().contains("│ ★ By the canal"))
    #expect(frame.letters(in: .found).contains("pleas"))
  }

  @Test func `an entry of one long line is all there beside the list, and what is found in it is in sight`() {
    var entry = Samples.entries[0]
    entry.text = (1...480).map { "word\($0)" }.joined(separator: " ")
    let story = Story(MemoryJournal(entries: [entry]), size: Size(columns: 120, rows: 40)).play("2")
    #expect(story.screen.contains("word200"))
    story.play("/word450<Enter>")
    #expect(story.frame.letters(in: .found).contains("word450"))
    let narrow = Story(MemoryJournal(entries: [entry]), size: Size(columns: 80, rows: 24)).play(
      "/word450<Enter><Enter>")
    #expect(narrow.frame.letters(in: .found).contains("word450"), "and where it is read")
  }

  @Test(arguments: [(50, 20), (40, 12), (80, 24)]) func `a short entry takes one row`(columns: Int, rows: Int) {
    var entry = Samples.entries[0]
    (entry.text, entry.isStarred) = ("added while open #new", false)
    let story = Story(MemoryJournal(entries: [entry]), size: Size(columns: columns, rows: rows)).play("2")
    #expect(story.screen.contains("added while open") && !story.lines.contains { $0.trimmed == "▌" })
  }

  @Test func `while the mark moves on, one text is under way at a time and the newest wins`() {
    let story = Samples.longStory(columns: 120, rows: 40)
    let before = story.asked { if case .loadEntry = $0 { true } else { false } }
    story.playAhead("<Down*20>")
    #expect(story.asked { if case .loadEntry = $0 { true } else { false } } == before + 2)
    #expect(story.screen.contains("│ About the canal, number 20."))
  }

  @Test func `below a hundred columns no text is asked for`() {
    let story = Samples.longStory().play("<Down*20>")
    #expect(story.asked { if case .loadEntry = $0 { true } else { false } } == 0)
  }

  // MARK: The mouse

  @Test func `a click marks, another reads, the wheel scrolls and takes the mark along`() {
    let story = Samples.longStory()
    story.click(on: "Entry 3")
    #expect(story.markedTitle == "Entry 3")
    story.click(on: "Entry 3")
    #expect(story.runtime.app.top is ReadScreen)
    story.play("<Esc>")
    for _ in 0..<20 { story.take(.mouse(MouseEvent(.wheelDown, at: Point(column: 10, row: 15)))) }
    #expect(story.markedTitle.flatMap { Int($0.dropFirst(6)) } ?? 0 > 20)
  }

  // MARK: Whatever is pressed

  @Test(arguments: 0..<12) func `whatever is pressed, the mark stands on an entry and the picture is whole`(seed: Int) {
    var dice = Dice(seed: UInt64(seed))
    let sizes = [(80, 24), (120, 40), (40, 12), (20, 5), (100, 9), (10, 3)]
    let story = Samples.longStory(seed < 6 ? 30 : 300)
    for _ in 0..<150 {
      let key = dice.pick(Self.keys)
      story.play(key)
      if dice.number(below: 12) == 0 {
        let (columns, rows) = dice.pick(sizes)
        story.resize(columns, rows)
      }
      let lines = story.lines
      #expect(lines.count == story.runtime.app.context.size.rows)
      if let list = story.list, !list.window.heads.isEmpty { #expect(list.marked != nil, "after \(key)") }
    }
  }

  private static let keys = [
    "<Down>", "<Up>", "<PgDn>", "<PgUp>", "g", "G", "<Enter>", "<Esc>", "<Esc>", "<Tab>", "x", "X", "s", "d", "r", "u",
    "o", "t", "T", "y", "M", "3", "0", "#", "D", "E", "e", "/", "/", "can", "tag:", "walk", "<Backspace>", "<Left>",
    "<Right>", "<Home>", "<End>", "<C-s>", "<C-e>", "<C-p>trash<Enter>", "2", " ", "yesterday", "mood:", ")", "OR",
  ]
}

extension Substring {
  /// Without blanks at the end.
  fileprivate var trimmed: String { String(self[..<(lastIndex { $0 != " " }.map(index(after:)) ?? startIndex)]) }
}
