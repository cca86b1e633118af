import Canvas
import Foundation
import HearthContent
import HearthCore
import Testing

@testable import HearthApp

@Suite @MainActor struct HouseStories {
  @Test func `the palette finds a command by a few letters and runs it`() {
    let story = Samples.story().play("<C-p>")
    #expect(story.screen.contains(Words()[.paletteTitle]))
    story.play("to jour<Enter>")
    #expect(story.runtime.app.context.room == .journal)
  }

  @Test(arguments: ["abuse", "violence", "danger", "afraid", "safety", "hit", "rape", "suicide", "i am afraid of him"])
  func `who looks for help in the palette, the Library or Practice finds it first`(typed: String) {
    let story = Story(MemoryJournal(entries: Samples.entries))
    let shelf = Shelf()
    story.journal.prepare { state in
      state.practices.practices = shelf.practices
      state.library = shelf.library
    }
    for keys in ["<C-p>\(typed)", "6/\(typed)", "4/\(typed)"] {
      #expect(story.play(keys + "<Enter>").runtime.app.top is SupportScreen, "\(keys)")
      story.play("<Esc*3>")
    }
  }

  @Test func `whole words stand before scattered letters`() {
    let story = Story(MemoryJournal(entries: Samples.entries))
    story.journal.prepare { $0.practices.practices = Shelf().practices }
    #expect(story.play("<C-p>talk").lines.first { $0.contains("▌") }?.contains("talk") == true)
    #expect(!story.play("<Esc*3><C-p>abuse").screen.contains("closeness"))
  }

  @Test(arguments: [
    ("calendar", Word.journalYear), ("date", .journalDate), ("delete", .journalTrash), ("saved", .houseSearch),
    ("cover", .houseSettings), ("idle", .houseSettings), ("colours", .houseSettings), ("preferences", .houseSettings),
    ("kept", .houseSearch),
  ])
  func `what is called otherwise elsewhere is found in the Journal`(typed: String, name: Word) {
    let story = Samples.story().play("2<C-p>\(typed)")
    #expect(story.lines.first { $0.contains("▌ ") && $0.contains(Words()[name]) } != nil)
  }

  @Test func `what is chosen in the palette is done though the list changes below it`() {
    let story = Story().play("2<C-p>")
    story.journal.prepare { state in for entry in Samples.entries { state.entries[entry.id] = entry } }
    story.hear(.notesTaken(6))
    story.play("see the whole<Enter>")
    #expect(story.runtime.app.top is YearScreen)
  }

  @Test func `over a page that is typed on the palette names no key that would be typed there`() {
    let story = Samples.story().play("n<C-p>settings")
    #expect(story.screen.contains("▌ Settings  "))
    #expect(!story.screen.contains(", │"))
    #expect(Samples.story().play("<C-p>settings").screen.contains(", │"))
    #expect(story.play("<Enter>").runtime.app.top is SettingsScreen)
  }

  @Test func `a start asks for Today once, and for no list of what can be answered`() {
    let story = Story()
    story.hear(.notesTaken(0))
    let wishes = story.journal.kept.wishes
    #expect(wishes.count { if case .loadToday = $0 { true } else { false } } == 1)
    #expect(!wishes.contains(.answers(.fields)))
  }

  @Test func `the key bar is that of what has the keys`() {
    let bar = { (keys: String) in Samples.story().play(keys).lines.last ?? "" }
    #expect(bar("2?").contains("Enter do it"))
    #expect(!bar("2?").contains("star"))
    #expect(bar("N").contains("Enter begin"))
    #expect(bar("2<Enter>b").contains("Space mark"))
    #expect(!(Story().play("2").lines.last ?? "").contains("Enter"))
    #expect(bar("/zebra<Enter>").hasPrefix(" Esc back"))
  }

  @Test(arguments: [Word.keyAnswer, .keyAnother, .keyNever])
  func `the key bar offers what is done to a question once there is one`(hint: Word) {
    let story = Story(opensAtOnce: false)
    #expect(story.lines.last?.contains(Words()[hint]) == false)
    story.hear(.opened(story.journal.kept.settings))
    #expect(story.lines.last?.contains(Words()[hint]) == true)
  }

  @Test func `help lists the keys of the place and Enter does one`() {
    let story = Samples.story().play("2?")
    #expect(story.screen.contains("Keys: Journal"))
    story.play("star<Enter>")
    #expect(story.journal.entries.first?.isStarred == false)
  }

  @Test func `Esc steps back once at a time`() {
    let story = Samples.story().play("2<Enter>?")
    #expect(story.runtime.app.open.count == 2)
    story.play("<Esc>")
    #expect(story.runtime.app.open.count == 1)
    story.play("<Esc>")
    #expect(story.runtime.app.open.isEmpty)
    story.play("<Esc>")
    #expect(!story.runtime.isLeaving)
  }

  @Test func `q goes back, and from a room leaves`() {
    let story = Samples.story().play("2<Enter>q")
    #expect(story.runtime.app.open.isEmpty)
    story.play("q")
    #expect(story.runtime.isLeaving)
  }

  @Test(arguments: ["", "2", "n", "nTea", "2<Enter>", "<C-g>", "<C-p>", "?", ",", "n<Tab>", "n<C-f>"])
  func `Ctrl-Q leaves from everywhere`(way: String) {
    #expect(Samples.story().play(way + "<C-q>").runtime.isLeaving)
  }

  @Test func `Ctrl-Q leaves also when Esc comes right before it and the terminal makes one key of both`() {
    #expect(Samples.story().play("nTea<C-A-q>").runtime.isLeaving)
  }

  @Test(arguments: ["", "2", "nTea", "2<Enter>", "<C-p>", "n<Tab>"])
  func `Ctrl-G shows support from everywhere, and a page below it stays as it was`(way: String) {
    let story = Samples.story(country: "GB").play(way).wait(milliseconds: 500)
    let before = story.screen
    story.play("<C-g>")
    #expect(story.screen.contains("116 123"))
    story.play("<Esc>")
    if !way.contains("C-p") { #expect(story.screen == before) }
  }

  @Test func `a notice goes by itself and takes no key`() {
    let story = Samples.story().play("2d")
    #expect(story.screen.contains("trash"))
    let notice = Words()[.noticeTrashed]
    #expect(story.screen.contains(notice))
    story.wait(milliseconds: 5000)
    #expect(!story.screen.contains(notice))
    #expect(story.runtime.wakes ?? 0 >= 180_000)
  }

  @Test func `nothing wakes before the lock while nobody does anything`() {
    for way in ["", "2", "n", "2<Enter>", "<C-g>", ",", "?"] {
      let story = Samples.story().play(way)
      story.wait(milliseconds: 20_000)
      #expect(story.runtime.wakes ?? 0 >= 180_000, "after \(way)")
    }
  }

  @Test(arguments: [(80, 24), (40, 12)])
  func `a click marks a row of the palette, which stays under the pointer, and another does it`(
    columns: Int, rows: Int
  ) throws {
    let story = Samples.story(columns: columns, rows: rows).play("<C-p><Down*9>")
    let marked = try #require(story.lines.firstIndex { $0.contains("│ ▌") })
    let (below, name) = (marked + 1, story.lines[marked + 1])
    let column = columns / 2
    story.take(.mouse(MouseEvent(.press, at: Point(column: column, row: below))))
    #expect(story.runtime.app.top is PaletteScreen)
    #expect(story.lines[below].contains("│ ▌") && story.lines[below].suffix(15) == name.suffix(15))
    story.take(.mouse(MouseEvent(.press, at: Point(column: column, row: below))))
    #expect(!(story.runtime.app.top is PaletteScreen))
  }

  @Test func `rows of help can be clicked, and beside them nothing happens`() throws {
    let story = Samples.story().play("?star")
    let screen = story.screen
    story.take(.mouse(MouseEvent(.press, at: Point(column: 1, row: 12))))
    story.take(.mouse(MouseEvent(.press, at: Point(column: 40, row: 21))))
    #expect(story.screen == screen)
    let support = Samples.story().play("?")
    support.click(on: Words()[.houseSupport])
    support.click(on: Words()[.houseSupport])
    #expect(support.runtime.app.top is SupportScreen)
  }

  @Test func `what a key does is said whole in help`() {
    for row in KeyBook().pages.flatMap(\.rows) {
      let keys = row.keys.split(separator: " ").prefix(2).joined(separator: " ")
      #expect(TextWidth.columns(of: row.label) + TextWidth.columns(of: keys) <= 60, "\(row.label)")
    }
  }

  @Test func `in a very small window a notice has its rows to itself, and no more than two`() {
    let story = Story(MemoryJournal(entries: Samples.entries), size: Size(columns: 20, rows: 5)).play("nTea<Esc>")
    let lines = story.lines
    #expect(lines[3].hasPrefix("  ✓ ") && lines[4].hasPrefix("  ") && lines[4].contains("…"), "\(story.screen)")
    #expect(lines[3...].allSatisfy { TextWidth.columns(of: $0) < 20 })
  }

  @Test func `looking around in help and palette asks nothing of the journal`() {
    let story = Samples.story().play("2")
    let asked = story.journal.kept.wishes
    story.play("?star<Esc><C-p>sup<Down><Esc>jjk")
    #expect(story.journal.kept.wishes.filter { $0 != .practices(.titles) } == asked)
  }

  @Test(arguments: [(40, 12), (20, 5), (80, 24)])
  func `nothing of what this program cannot do is cut off or passed over`(columns: Int, rows: Int) {
    let size = Size(columns: columns, rows: rows)
    let story = Story(MemoryJournal(settings: Settings { $0.isWelcomed = false }), size: size)
    var seen = ""
    for _ in 0..<99 where (story.runtime.app.top as? WelcomeScreen)?.page != .interests {
      seen += story.screen + " "
      story.play("<Enter>")
    }
    for text in [Word.welcomeYours3, .welcomeLimits1, .welcomeLimits2, .welcomeLimits3] {
      for word in Words()[text].split(separator: " ") { #expect(seen.contains(word), "\(word)") }
    }
  }

  @Test func `the first run is three short pages, each can be skipped`() {
    let story = Story(MemoryJournal(settings: Settings { $0.isWelcomed = false }))
    #expect(story.screen.contains(Words()[.welcomeYoursHeading]))
    story.play("<Enter><Enter>1<Enter>")
    let settings = story.journal.kept.settings
    #expect(settings.isWelcomed)
    #expect(settings.interests == [.lonely])

    let other = Story(MemoryJournal(settings: Settings { $0.isWelcomed = false })).play("s")
    #expect(other.screen.contains(Words()[.welcomeLimitsHeading]))
    #expect(other.play("s").journal.kept.settings.isWelcomed)
    #expect(other.screen.contains("Today"))
  }

  @Test func `Esc on the first page leads to what this program cannot do, and then out`() {
    let story = Story(MemoryJournal(settings: Settings { $0.isWelcomed = false })).play("<Esc>")
    #expect(story.screen.contains(Words()[.welcomeLimitsHeading]))
    #expect(story.play("<Esc><Esc>").journal.kept.settings.isWelcomed)
  }

  @Test(arguments: [
    ("<Enter>n", true), ("<Enter>c", true), ("<Enter>,", true), ("<Enter><C-p>to jour<Enter>", true),
    ("<Enter><C-p>the library<Enter>", true), ("<Enter>N", true), ("<Enter><C-g>n", true),
    ("<Enter><C-g><C-p>to jour<Enter>", true), ("<Enter>?<Esc>", false), ("<Enter><C-p><Esc>", false),
    ("<Enter><C-g><Esc>", false), ("<Enter>p<Esc>", false),
    // Before it was told what Hearth cannot do it comes back.
    ("n<Esc>", false), ("/<Esc>", false), (",<Esc>", false), ("<C-p>to jour<Enter>", false), ("<C-g>n<Esc>", false),
    ("<C-p>settings<Enter><Esc>", false),
  ])
  func `the first run does not come back once one has gone somewhere else from it`(keys: String, isOver: Bool) {
    let story = Story(MemoryJournal(settings: Settings { $0.isWelcomed = false }), country: "GB").play(keys)
    #expect(story.journal.kept.settings.isWelcomed == isOver)
    #expect(story.runtime.app.open.contains { $0 is WelcomeScreen } == !isOver)
  }

  @Test(arguments: [("<C-q>", false), ("n<C-q>", false), ("<Enter><C-q>", true)])
  func `where the program is left from it at once it comes back, unless it has told what Hearth cannot do`(
    keys: String, isOver: Bool
  ) {
    let story = Story(MemoryJournal(settings: Settings { $0.isWelcomed = false })).play(keys)
    story.runtime.keepUnkept()
    story.wait(milliseconds: 0)
    #expect(story.journal.kept.settings.isWelcomed == isOver)
  }

  @Test func `on its first page it stays below what is opened, and is there again afterwards`() {
    let story = Story(MemoryJournal(settings: Settings { $0.isWelcomed = false })).play("nA first line<C-s><Esc>")
    #expect(story.journal.entries.map(\.text) == ["A first line"])
    #expect(story.screen.contains(Words()[.welcomeYoursHeading]))
  }

  @Test func `that there are more interests than have room is seen`() {
    let story = Story(
      MemoryJournal(settings: Settings { $0.isWelcomed = false }), size: Size(columns: 40, rows: 12))
    for _ in 0..<99 where (story.runtime.app.top as? WelcomeScreen)?.page != .interests { story.play("<Enter>") }
    #expect(story.lines.dropLast().contains { $0.hasSuffix("↓") })
    #expect(story.play("<Down*9>").lines.contains { $0.hasSuffix("↑") })
  }

  @Test func `nothing stands twice in the palette`() {
    let story = Story(MemoryJournal(settings: Settings { $0.isWelcomed = false })).play("<Enter><C-p>the passphrase")
    #expect(story.lines.count { $0.contains(Words()[.housePassphrase]) } == 1)
  }

  @Test(arguments: [(80, 24), (40, 12), (20, 5)])
  func `a notice stands clear of the line one types on`(columns: Int, rows: Int) {
    let story = Samples.story(columns: columns, rows: rows).play("2T12 ma")
    let row = story.frame.cursor?.row ?? 0
    let typed = story.lines[row]
    story.hear(.refused(.diskFull))
    #expect(story.lines[row] == typed && story.screen.contains("! "))
  }

  @Test(arguments: [
    ("steady things", TouchpointsScreen.title), ("touchpoints", TouchpointsScreen.title),
    ("who is there", PeopleMapsScreen.title), ("the year", YearScreen.title), ("calendar", YearScreen.title),
    ("export", ReportScreen.title), ("country", SupportScreen.title),
  ])
  func `what is not in the first place one looks is found by name`(typed: String, title: Word) {
    let top = Samples.story().play("<C-p>\(typed)<Enter>").runtime.app.top
    #expect(type(of: top).title == title)
  }

  @Test func `undo and quit are found too`() {
    #expect(Samples.story().play("<C-p>undo<Enter>").asked { $0 == .takeBack } == 1)
    #expect(Samples.story().play("<C-p>quit<Enter>").runtime.isLeaving)
  }

  @Test func `keys that stand on one page only are in the list of all keys`() {
    let page = KeyBook().pages.first { $0.title == Words()[.welcomeTitle] }
    #expect(page?.rows.contains { $0.keys == "p" } == true)
  }

  @Test func `beside a notice of two rows nothing is left of the rule`() {
    let story = Samples.story()
    story.hear(.backupRefused(.diskFull))
    story.hear(.refused(.diskFull))
    #expect(story.screen.contains("The disk is full"))
    #expect(story.lines[22].first != "─" && story.lines[22].last != "─")
  }

  @Test func `the first page of all says no way back`() {
    let story = Story(MemoryJournal(settings: Settings { $0.isWelcomed = false }))
    #expect(story.lines.last?.contains("back") == false)
    #expect(story.play("<Enter>").lines.last?.contains("Esc back") == true)
  }

  @Test func `a question that was put aside comes back with u`() {
    let story = Samples.story()
    let asked = story.lines.first { $0.contains("▌") }
    #expect(story.play("x").lines.first { $0.contains("▌") } != asked)
    #expect(story.lines.last?.contains("u ask it again") == true)
    #expect(story.play("u").lines.first { $0.contains("▌") } == asked)
    #expect(story.journal.kept.dismissed.isEmpty)
    #expect(story.play("21").lines.first { $0.contains("▌") } == asked, "it is the question of this day again")
  }

  @Test func `help goes by pages and shows that there is more`() {
    let story = Samples.story().play("2?")
    #expect(story.lines.last?.contains("↓ more") == true)
    let first = story.lines.first { $0.contains("▌") }
    #expect(story.play("<PgDn>").lines.first { $0.contains("▌") } != first)
  }

  @Test func `settings are kept at once`() {
    let story = Story().play(",<Tab><Right>")
    #expect(story.journal.kept.settings.dayEnd.minute == 300)
  }

  @Test func `a journal held elsewhere takes a note`() {
    let story = Story()
    story.hear(.openWaits(JournalHolder(process: 477)))
    #expect(story.screen.contains("477"))
    story.play("A thought")
    story.wait(milliseconds: 1000)
    #expect(story.journal.kept.keptNotes.last?.text == "A thought")
    story.play("<Esc>")
    #expect(story.journal.kept.notes.map(\.text) == ["A thought"])
  }

  @Test func `the key bar and the tabs can be clicked`() {
    let story = Samples.story()
    let line = story.screen.split(separator: "\n", omittingEmptySubsequences: false)[0]
    let column = line.distance(from: line.startIndex, to: line.range(of: "Journal")?.lowerBound ?? line.startIndex)
    story.take(.mouse(MouseEvent(.press, at: Point(column: column + 1, row: 0))))
    #expect(story.runtime.app.context.room == .journal)
    let bar = story.screen.split(separator: "\n", omittingEmptySubsequences: false)[23]
    let star = bar.distance(from: bar.startIndex, to: bar.range(of: "star")?.lowerBound ?? bar.startIndex)
    story.take(.mouse(MouseEvent(.press, at: Point(column: star, row: 23))))
    #expect(story.journal.entries.first?.isStarred == false)
  }

  @Test func `the way out in the top line can be clicked`() {
    let support = Samples.story(country: "GB")
    support.take(.mouse(MouseEvent(.press, at: Point(column: 72, row: 0))))
    #expect(support.screen.contains("116 123"))
    let leave = Samples.story()
    leave.take(.mouse(MouseEvent(.press, at: Point(column: 61, row: 0))))
    #expect(leave.runtime.isLeaving)
  }
}

@Suite @MainActor struct TodayStories {
  @Test func `another question comes and one can be sent away for ever`() {
    let story = Samples.story()
    let first = story.screen
    story.play("p")
    #expect(story.screen != first)
    let dismissed = story.journal.prompts[1].id
    story.play("x")
    #expect(story.journal.kept.dismissed == [dismissed])
  }

  @Test func `Enter answers the question and the entry remembers it`() {
    let story = Samples.story().play("<Enter>An answer<Esc>")
    #expect(story.journal.entries.first?.prompt == story.journal.prompts[0].id)
  }

  @Test func `down marks the entries of the day and before, Enter reads one`() {
    let story = Samples.story().play("<Down><Enter>")
    #expect(story.screen.contains("Nobody knew where we were"))
  }
}

@Suite @MainActor struct SupportStories {
  @Test func `the country is chosen by hand the first time and kept`() {
    let story = Story().play("<C-g>")
    #expect(story.screen.contains("United Kingdom"))
    #expect(!story.screen.contains("116 123"))
    let countries = Words().countries(of: Shelf().support)
    let place = countries.firstIndex { $0.code == "GB" } ?? 0
    story.play("<Down*\(place)><Enter>")
    #expect(story.journal.kept.country == "GB")
    #expect(story.screen.contains("999"))
  }

  @Test func `someone elsewhere finds the directories, and is not asked again`() {
    let story = Story().play("<C-g><Down*40><Enter>")
    #expect(story.journal.kept.country == Config.elsewhere)
    #expect(!story.screen.contains("Hearth does not guess"))
    let another = Story(country: Config.elsewhere).play("<C-g>")
    #expect(!another.screen.contains("Hearth does not guess") && !another.screen.contains(Config.elsewhere))
    #expect(another.play("c").screen.contains("▌ \(Words()[.supportElsewhere])"))
    let all = SupportPage(Shelf().support, country: nil, columns: 76, words: Words()).rows.map(\.text).joined(
      separator: "\n")
    #expect(all.contains("findahelpline.com"))
  }

  @Test(arguments: [(20, 5), (80, 9), (40, 12), (200, 6)])
  func `its end stays its end when the window grows`(columns: Int, rows: Int) {
    let story = Story(size: Size(columns: columns, rows: rows), country: "GB").play("<C-g><End>")
    story.resize(80, 24)
    #expect(story.screen == Story(country: "GB").play("<C-g><End>").screen)
    #expect(story.play("<PgUp*9>").screen == Story(country: "GB").play("<C-g>").screen)
  }

  @Test(arguments: [0, 1, 5, 40]) func `in a very small window the countries come before what asks for one`(steps: Int)
  {
    let story = Story(size: Size(columns: 20, rows: 5)).play("<C-g><Down*\(steps)>")
    let names = Words().countries(of: Shelf().support).map(\.name) + [Words()[.supportElsewhere]]
    let marked = story.lines.first { $0.hasPrefix("▌ ") }?.dropFirst(2).prefix(12)
    #expect(names[min(steps, names.count - 1)].hasPrefix(marked ?? "-"), "\(story.screen)")
  }
}
