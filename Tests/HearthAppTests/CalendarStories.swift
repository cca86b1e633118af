import Canvas
import FoundationEssentials
import HearthContent
import HearthCore
import Testing

@testable import HearthApp

@Suite @MainActor struct CalendarStories {
  private func day(_ story: Story) -> String? { story.list.map { "\($0.calendar.day)" } }

  @Test func `the month above the list shows written days and how they were, and follows the mark`() {
    let story = Samples.story(rows: 32).play("2j")
    #expect(story.screen.contains("February 2026"))
    #expect(story.screen.contains("▪14"))
    #expect(story.screen.contains("◐28"))
  }

  @Test func `the year tells what a search finds from what else was written, and so does the way to a day`() {
    let story = Samples.story().play("/canal<Enter>y")
    #expect(story.screen.contains("·14") && story.screen.contains("·28") && story.screen.contains("● 2"))
    story.play("<Left>")
    #expect(story.screen.contains(Words()[.calendarNotFound]))
    #expect(story.play("<Enter>").screen.contains("What you look for is not there on"))
    #expect(story.list?.focus == .list && story.list?.search != nil)
  }

  @Test func `a day can be named from the year too`() {
    let story = Samples.story().play("2yT14 feb<Enter>")
    #expect(story.markedTitle == "Soup for one" && story.list?.focus == .list)
  }

  @Test func `a sign is told by all the moods it stands for, where there is room`() {
    #expect(Samples.story(rows: 32).play("2").screen.contains("○ low, very low"))
    #expect(!Samples.story(columns: 50, rows: 32).play("2").screen.contains("very low"))
  }

  @Test func `weeks begin where the config says`() {
    let story = Samples.story()
    var config = Config()
    config.weekStart = 7
    story.hear(.configured(config, []))
    #expect(story.play("2").screen.contains("Su   Mo   Tu   We   Th   Fr   Sa"))
  }

  @Test func `Tab goes to the month, its keys move in it, Enter shows the day in the list`() {
    let story = Samples.story().play("2<Tab>")
    #expect(story.frame.cursor?.row == 5)
    story.play("<Left*2>")
    #expect(day(story) == "2026-02-28")
    story.play("<Up><PgUp>")
    #expect(day(story) == "2026-01-21")
    story.play("<End><Home>")
    #expect(day(story) == "2026-01-01")
    #expect(story.markedTitle == "By the canal")
    story.play("<PgDn><Right*13><Enter>")
    #expect(story.markedTitle == "Soup for one")
    #expect(story.list?.focus == .list)
  }

  @Test func `where a month has no room above the list, its key leads to the year`() {
    let story = Samples.story(columns: 40, rows: 12).play("2<Tab>")
    #expect(story.runtime.app.top is YearScreen)
    #expect(story.play("<Enter>").list?.focus == .list)
  }

  @Test func `a key of the list leads back to it, to the day one is on`() {
    let story = Samples.story().play("2<Tab><Left*2>x")
    #expect(story.markedTitle == "Jon rang")
    #expect(story.list?.chosen.isEmpty == true)
    #expect(story.list?.focus == .list)
  }

  @Test func `what is begun in the month is of the day that is marked`() {
    let days = Samples.story().play("2<Tab><Left*2>nA late note<C-s>").journal.entries.map(
      \.stamp.calendarDay.description)
    #expect(days.contains("2026-02-28") && days.count == Samples.entries.count + 1)
    #expect(
      Samples.story().play("2<Tab><Left*2>c4<Enter>").journal.kept.checkIns.map(\.day.description) == ["2026-02-28"])
    #expect(
      Samples.story().play("2<Tab><Right>c4<Enter>").journal.kept.checkIns.map(\.day.description) == ["2026-03-03"])
  }

  @Test func `Tab and Esc go back to the list as it was`() {
    for key in ["<Tab>", "<Esc>"] {
      let story = Samples.story().play("2j<Tab><PgUp>" + key)
      #expect(story.markedTitle == "Jon rang")
      #expect(day(story) == "2026-02-28")
    }
  }

  @Test func `a day without an entry leads to the nearest that has one, and that is said`() {
    for order in ["", "o"] {
      let story = Samples.story().play("2\(order)T2026-02-20<Enter>")
      #expect(story.markedTitle == "Soup for one")
      #expect(story.screen.contains(Words()[.journalNothingOn, ["day": "20 February 2026"]]))
      #expect(Samples.story().play("2\(order)T2026-02-26<Enter>").markedTitle == "Jon rang")
    }
    let past = Samples.story().play("2T1999<Enter>")
    #expect(past.markedTitle == "First snow")
    #expect(past.screen.contains(Words()[.journalNothingThen]))
  }

  @Test func `what was said of one day goes when one goes to another`() {
    let story = Samples.story().play("2T2026-02-20<Enter>T2026-02-14<Enter>")
    #expect(story.markedTitle == "Soup for one" && !story.screen.contains("nearest"))
  }

  @Test func `where the window leaves no room for the month, keys are the list's again`() {
    let story = Samples.story().play("2j<Tab>")
    story.resize(40, 12)
    #expect(story.play("j").markedTitle == "Soup for one")
  }

  @Test func `a day that has an entry is gone to without a word, and so is today`() {
    for keys in ["2T2026-02-14<Enter>", "2Tjanuary<Enter>", "2jt", "2<Tab><Enter>"] {
      #expect(!Samples.story().play(keys).screen.contains("nearest"), "\(keys)")
    }
    #expect(Samples.story().play("2<Tab><Left><Enter>").screen.contains("nearest"))
    #expect(Samples.longStory().play("2T2020-02-11<Enter>").screen.contains("nearest"))
  }

  @Test func `while something is looked for the month tells the days on which it was found from the others`() {
    let story = Samples.story(rows: 32).play("/mood:3 from:2026<Enter>")
    #expect(story.screen.contains("◐28"))
    #expect(story.screen.contains("·14"))
    #expect(story.screen.contains("▪ found") && story.screen.contains("· not found"))
    #expect(Samples.story().play("/mood:3<Enter>").screen.contains("▪ found  · not found"))
    #expect(story.play("<Esc>").screen.contains("▪ written"))
  }

  @Test func `a day far away is fetched`() {
    let story = Samples.longStory().play("T2025-02-11<Enter>")
    #expect(story.list?.marked.map { "\($0.day)" } == "2025-02-11")
    story.play("t")
    #expect(story.markedTitle == "Entry 0")
  }

  @Test(arguments: [
    ("last saturday", "Jon rang"), ("14 feb", "Soup for one"), ("january", "A hard one"), ("2025", "Åsa's kitchen 🎄"),
    ("2025-11-30", "First snow"), ("yesterday", "By the canal"),
  ])
  func `a date is named in words`(typed: String, title: String) {
    #expect(Samples.story().play("2T\(typed)<Enter>").markedTitle == title)
  }

  @Test func `a date that cannot be read is explained, and can be changed`() {
    let story = Samples.story().play("2Tlast whenever<Enter>")
    #expect(story.frame.letters(in: .error).contains("last whenever"))
    story.play("<C-a>january<Enter>")
    #expect(story.markedTitle == "A hard one")
  }

  @Test func `a click on a day goes there`() {
    let story = Samples.story(rows: 32).play("2j")
    story.click(on: "14")
    #expect(story.markedTitle == "Soup for one")
  }

  @Test func `changes are seen in the month`() {
    let story = Samples.story(rows: 32).play("2jj")
    #expect(story.screen.contains("▪14"))
    story.play("M1")
    #expect(story.screen.contains("○14"))
    story.play("d")
    #expect(!story.screen.contains("○14"))
  }

  // MARK: The year

  @Test func `the year shows its months, and Enter shows a day in the list`() {
    let story = Samples.story(columns: 120, rows: 40).play("2y")
    #expect(story.screen.contains("Monday, 2 March 2026 · 1 entry · all right"))
    #expect(story.screen.contains("▪14"))
    story.play("<Left*2><Up*2><Enter>")
    #expect(story.runtime.app.open.isEmpty)
    #expect(story.markedTitle == "Soup for one")
  }

  @Test func `PgUp shows the year before, t today, Esc leaves the list as it was`() {
    let story = Samples.story().play("2jjy<PgUp>")
    #expect(story.screen.contains("  2025  "))
    story.play("<Down*45>")
    #expect(story.screen.contains("December"))
    story.play("t<Esc>")
    #expect(story.markedTitle == "Soup for one")
  }

  @Test func `in a very small window the year shows whole weeks, and names the month`() {
    let story = Samples.story(columns: 20, rows: 5).play("2y")
    #expect(story.lines[0].contains("Mar "), "\(story.screen)")
    #expect(story.lines.contains { $0.hasSuffix(" 8") }, "\(story.screen)")
    #expect(story.play("<Right*6>").frame.cursor == Point(column: 19, row: 2))
    #expect(Samples.story(columns: 40, rows: 12).play("2y").lines[0].contains("2026"))
  }

  @Test func `a click on a day of the year selects it, another shows it`() {
    let story = Samples.story(columns: 120, rows: 40).play("2y")
    story.click(on: "14")
    #expect(story.screen.contains("14 January 2026"))
    story.click(on: "14")
    #expect(story.markedTitle == "A hard one")
  }
}
