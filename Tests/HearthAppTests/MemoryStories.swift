import Canvas
import FoundationEssentials
import HearthContent
import HearthCore
import Testing

@testable import HearthApp

/// What comes back on Today, what does not, and how one says so.
@Suite @MainActor struct MemoryStories {
  private static func entry(_ number: Int, on day: String, _ text: String) -> Entry? {
    Stamp(iso: "\(day)T20:00:00+01:00", zone: "Europe/Stockholm").map { stamp in
      Entry(
        id: Story.id(number), stamp: stamp, day: stamp.calendarDay, createdAt: stamp.instant,
        modifiedAt: stamp.instant, text: text)
    }
  }

  private static let past = [
    entry(31, on: "2025-09-03", "Rain\n\nAll day, and it was good to be inside."),
    entry(32, on: "2025-03-03", "The new flat\n\nBoxes everywhere, and soup with @Jon. @Åsa"),
    entry(33, on: "2022-03-03", "On the ferry"),
  ].compactMap(\.self)

  private func story(
    _ memories: [Memory.Distance] = [.years(1)], daysWritten: Int? = nil, columns: Int = 80, rows: Int = 24
  ) -> Story {
    let distances: [Memory.Distance] = [.sixMonths, .years(1), .years(4)]
    let journal = MemoryJournal(entries: Self.past + Samples.entries)
    journal.prepare { state in
      state.memories = zip(Self.past, distances).filter { memories.contains($1) }.map { Memory($0.head, $1) }
      state.daysWritten = daysWritten
    }
    return Story(journal, size: Size(columns: columns, rows: rows))
  }

  // MARK: On this day

  @Test func `what was written on this day stands below what was written lately`() {
    let rows = story([.sixMonths, .years(1), .years(4)], rows: 40).screen.split(separator: "\n").map(String.init)
    let places = ["  Lately", "  Half a year ago", "    Rain", "  A year ago", "    The new flat", "  4 years ago"].map
    {
      rows.firstIndex(of: $0)
    }
    #expect(places.allSatisfy { $0 != nil })
    #expect(places.compactMap(\.self) == places.compactMap(\.self).sorted())
    #expect(rows.contains("    Boxes everywhere, and soup with @Jon. @Åsa"))
  }

  @Test func `where there is nothing to bring back no word is said of it`() {
    #expect(!story([]).screen.contains("ago"))
  }

  @Test func `where there is little room it comes before what was written lately, which begins the Journal`() {
    #expect(story(rows: 20).screen.contains("A year ago") && !story(rows: 20).screen.contains("Åsa's kitchen"))
    #expect(story(rows: 23).screen.contains("A year ago") && story(rows: 23).screen.contains("Lately"))
    #expect(!story(rows: 23).screen.contains("Boxes everywhere"))
    #expect(!story(columns: 20, rows: 5).screen.contains("A year ago"))
  }

  @Test func `Down reaches it and Enter reads it; what has no room is not gone to`() {
    let story = story().play("<Down*9>")
    #expect(story.screen.contains("▌ The new flat"))
    #expect(story.play("<Enter>").screen.contains("Boxes everywhere"))
    #expect(self.story(rows: 20).play("<Down*9>").screen.contains("▌ The new flat"))
    #expect(self.story(rows: 14).play("<Down*9>").screen.contains("▌ The new flat"))
  }

  @Test(arguments: ["o", "<C-p>on this day<Enter>", "2<C-p>on this day<Enter>"])
  func `all of it has a page of its own, from Today and by name`(keys: String) {
    let story = story([.sixMonths, .years(1), .years(4)]).play(keys)
    let (words, screen) = (Words(), story.screen)
    #expect(screen.contains(words[.memoryTitle]))
    for row in ["Half a year ago", "Rain", "A year ago", "The new flat", "4 years ago", "On the ferry"] {
      #expect(screen.contains(row), "\(row)")
    }
    #expect(story.play("j<Enter>").screen.contains("Boxes everywhere"))
    #expect(story.play("<Esc>b ").journal.kept.entries[Story.id(32)]?.isHushed == true)
    #expect(story.play("<Esc>a").screen.contains("3 March 2025"))
    #expect(story.play("<Esc><Esc>").screen.contains(words[.roomToday]))
  }

  @Test func `where nothing comes back the page says so, and keeps still`() {
    let story = story([]).play("o")
    #expect(story.screen.contains(Words()[.memoryNone].prefix(30)))
    #expect(story.play("<Enter>ab<Down>").runtime.app.open.count == 1)
  }

  @Test func `a title that is whole in a wide window takes a second row in a narrow one`() {
    let entry = Self.entry(34, on: "2025-03-03", "A walk along the canal, past the mill, and home in the rain")
    let journal = MemoryJournal(entries: [entry].compactMap(\.self))
    journal.prepare { $0.memories = entry.map { [Memory($0.head, .years(1))] } ?? [] }
    let story = Story(journal).play("o")
    #expect(story.screen.contains("home in the rain"))
    story.resize(40, 12)
    #expect(story.screen.contains("…canal, past the mill"))
  }

  @Test func `what Today has no room for stands on the page`() {
    #expect(!story(columns: 40, rows: 12).screen.contains("A year ago"))
    #expect(story(columns: 40, rows: 12).play("o").screen.contains("A year ago"))
  }

  // MARK: What does not come back

  private func box(_ story: Story) -> String { story.play("<Down*9>b").screen }

  @Test func `b offers the entry, its people and its time`() {
    let screen = box(story())
    for row in [
      "[ ] this entry", "[ ] anything with @Jon", "[ ] anything with @Åsa",
      "[ ] that week: 3 March 2025 to 9 March 2025",
      "+  a time you name",
    ] {
      #expect(screen.contains(row), "\(row)")
    }
    #expect(screen.contains(Words()[.hushedSays].prefix(40)))
  }

  @Test func `Space marks and unmarks what does not come back`() {
    let story = story().play("<Down*9>b ")
    #expect(story.journal.kept.entries[Story.id(32)]?.isHushed == true)
    #expect(story.screen.contains("[✓] this entry"))
    story.play(" ")
    #expect(story.journal.kept.entries[Story.id(32)]?.isHushed == false)
    story.play("<Down> <Down*3> ")
    #expect(story.journal.kept.hushed.people == ["Jon"])
    #expect(story.journal.kept.hushed.spans.map { "\($0.days)" } == ["2025-03-01...2025-03-31"])
    #expect(story.screen.contains("[✓] anything with @Jon"))
    story.play(" ")
    #expect(story.journal.kept.hushed.spans.isEmpty)
  }

  @Test func `u takes the mark off an entry again`() {
    let story = story().play("<Down*9>b u")
    #expect(story.journal.kept.entries[Story.id(32)]?.isHushed == false)
    #expect(story.screen.contains("[ ] this entry"))
  }

  @Test func `u takes the mark off a person again, and says so`() {
    let story = story().play("<Down*9>b<Down> ")
    #expect(story.journal.kept.hushed.people == ["Jon"])
    story.play("u")
    #expect(story.journal.kept.hushed.people.isEmpty)
    #expect(story.screen.contains("[ ] anything with @Jon"))
    #expect(story.screen.contains("Taken back: what comes back by itself of Jon is as it was."))
  }

  @Test func `a time is named in words, and what cannot be read is explained`() {
    let story = story().play("<Down*9>b<Down*9><Enter>some time<Enter>")
    #expect(story.frame.letters(in: .error).contains("some time"))
    story.play("<C-a>february<Enter>")
    #expect(story.journal.kept.hushed.spans.map { "\($0.days)" } == ["2026-02-01...2026-02-28"])
    #expect(story.screen.contains("[✓] February 2026"))
    story.play("<Down*9><Enter><Esc>")
    #expect(story.runtime.app.open.count == 1)
  }

  @Test func `b asks the same where one reads`() {
    let story = story().play("2<Enter>b")
    #expect(story.screen.contains("[ ] anything with @Jon"))
    story.play(" <Esc>")
    #expect(story.screen.contains(Words()[.readStaysAway]))
  }

  @Test func `what the journal refuses is not shown as done`() {
    let story = story().play("<Down*9>b")
    story.journal.refuse(with: .diskFull)
    story.play(" <Down> ")
    #expect(!story.screen.contains("[✓]"))
  }

  @Test func `Settings list what does not come back, and let it go and take it up again`() {
    let story = story()
    story.journal.prepare { state in
      state.hushed = Hushed(people: ["Jon"], spans: [HushedSpan(Day(number: 20_000)...Day(number: 20_010))])
    }
    story.play(",<Tab*2><Down><Enter>")
    #expect(story.screen.contains("[✓] anything with @Jon"))
    #expect(story.screen.contains("[✓] 4 October 2024 to 14 October 2024"))
    story.play(" ")
    #expect(story.journal.kept.hushed.people.isEmpty)
    #expect(story.screen.contains("[ ] anything with @Jon"))
    story.play(" ")
    #expect(story.journal.kept.hushed.people == ["Jon"])
  }

  @Test func `an empty list says so`() {
    #expect(story().play(",<Tab*2><Down><Enter>").screen.contains(Words()[.hushedNone].prefix(20)))
  }

  @Test(arguments: [(120, 40), (40, 12), (20, 5), (8, 3)])
  func `the box fits into every window`(columns: Int, rows: Int) {
    let story = story(columns: columns, rows: rows).play("2<Enter>b<Down*20><Enter>x<Enter>")
    #expect(story.screen.split(separator: "\n", omittingEmptySubsequences: false).count == rows)
    #expect(story.frame.cursorVisible)
  }

  // MARK: The rhythm

  @Test(arguments: [(nil, false), (0, false), (1, false), (2, true), (9, true)])
  func `days with a note are counted quietly, from two on`(days: Int?, isSaid: Bool) {
    let screen = story(daysWritten: days).screen
    #expect(screen.contains("Days with a note this month: \(days ?? 0)") == isSaid)
    #expect(screen.contains("Days with a note") == isSaid)
  }
}
