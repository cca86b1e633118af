import Canvas
import FoundationEssentials
import HearthContent
import HearthCore
import Testing

@testable import HearthApp

@Suite @MainActor struct JournalSearchStories {
  private func searched(_ keys: String, columns: Int = 80, rows: Int = 24) -> Story {
    Samples.story(columns: columns, rows: rows).play("/" + keys)
  }

  @Test func `slash searches from any room, and each letter narrows the list`() {
    let story = Samples.story().play("/")
    #expect(story.runtime.app.context.room == .journal)
    #expect(story.screen.contains("canal \"long way\" with:Jon"))
    story.play("wh")
    #expect(story.screen.contains("2 of 6, newest first"))
    story.play("om")
    #expect(story.screen.contains("1 of 6, newest first"))
    #expect(!story.screen.contains("Soup for one"))
  }

  @Test func `found words are highlighted in title and excerpt`() {
    let frame = searched("canal").frame
    #expect(frame.letters(in: .found).contains("canal"))
  }

  @Test func `what is found is in sight also where little of a text is`() {
    var entry = Samples.entries[0]
    entry.text = "A walk\n\nWe went the long way round by the old mill and past the churchyard, to see the heron."
    let story = Story(MemoryJournal(entries: [entry]), size: Size(columns: 100, rows: 24)).play("/heron<Enter>")
    #expect(story.screen.contains("see the heron.   "))
  }

  @Test(arguments: [
    ("with:Jon", ["By the canal", "Jon rang"]), ("tag:walk", ["By the canal"]), ("mood:1..2", ["A hard one"]),
    ("starred:", ["By the canal", "Åsa's kitchen 🎄"]), ("on:2026-02-14", ["Soup for one"]),
    ("can -way", ["A hard one"]), ("soup OR snow", ["Soup for one", "First snow"]), ("zebra", []),
  ])
  func `the language of search works in the line`(typed: String, titles: [String]) {
    let story = searched(typed)
    #expect(story.list?.window.heads.map(\.title) == titles)
  }

  @Test func `words that stand in no entry are told beside what is found, and b shows them`() {
    let story = elsewhere("/canal<Enter>")
    #expect(story.screen.contains("2 of 6, newest first, 2 elsewhere"))
    story.play("b")
    #expect(story.screen.contains("someone     Jon") && story.screen.contains("knows every canal by name"))
    #expect(story.screen.contains("A conversation · Ana") && story.screen.contains("“Canal” is what she calls it"))
    #expect(story.frame.letters(in: .found).contains("canal"))
    story.play("j<Enter>")
    #expect(story.screen.contains("is what she calls it"))
    story.play("<Esc>").play("<Esc>")
    #expect(story.screen.contains("2 of 6, newest first, 2 elsewhere"))
  }

  @Test func `what only a moment has is told where no entry has it, while one types`() {
    let story = elsewhere("/she calls")
    #expect(story.screen.contains("1 person, moment or practice has it: Enter, then b."))
    story.play("<Enter>")
    #expect(story.screen.contains("1 person, moment or practice has it: b shows it."))
    story.play("b")
    #expect(story.screen.contains("“Canal” is what she calls it"))
  }

  @Test(arguments: GoldenStories.sizes) func `Golden elsewhere`(size: (Int, Int)) {
    let story = elsewhere("/canal<Enter>b", columns: size.0, rows: size.1)
    expectPicture("elsewhere-\(size.0)x\(size.1)", story.frame)
  }

  @Test func `where nothing else has it, b says so`() {
    #expect(elsewhere("/whom<Enter>b").screen.contains("No person, moment or practice has it."))
  }

  /// A journal in which a person and a moment have the word too.
  private func elsewhere(_ keys: String, columns: Int = 80, rows: Int = 24) -> Story {
    let (story, stamp) = (Samples.story(columns: columns, rows: rows), Stamp(Story.evening, in: Story.zone))
    story.journal.prepare {
      $0.people = [PersonPage(Person(id: Story.id(90), name: "Jon", notes: "knows every canal by name"))]
      $0.moments = [
        Moment(
          id: Story.id(91), stamp: stamp, day: stamp.calendarDay, kind: .conversation, with: ["Ana"],
          line: "“Canal” is what she calls it", createdAt: Story.evening)
      ]
    }
    return story.play(keys)
  }

  @Test func `nothing found is said kindly`() {
    #expect(searched("zebra").screen.contains(Words()[.searchNothing]))
  }

  @Test(arguments: [
    ("with:nobody", "Nothing here names @nobody."), ("#zzz", "Nothing here has the tag #zzz."),
    ("prompt:zzz", "Nothing here answers a question called zzz."), ("canal zzz", "Nothing here has “zzz”"),
    ("#walk with:nobody", "Nothing here names @nobody."),
  ])
  func `a name that nobody has is told, and not only that nothing is found`(typed: String, said: String) {
    #expect(searched(typed + "<Enter>").screen.contains(said))
    #expect(!searched(typed + "<Enter>/<C-a><C-k>zebra").screen.contains(said))
  }

  @Test(arguments: [(40, 12), (80, 24)]) func `a mistake is explained whole in a small window too`(
    columns: Int, rows: Int
  ) {
    let story = searched("mood:9<Enter>", columns: columns, rows: rows)
    let said = story.lines.map { $0.trimmingPrefix { $0 == " " } }.joined(separator: " ")
    #expect(said.contains("mood:4, mood:1..2, mood:low."))
    #expect(story.list?.window.heads.isEmpty == false)
  }

  @Test func `Tab in one piece with the letters before it waits for their names`() {
    let story = searched("#", columns: 100)
    #expect(story.screen.contains("walk"))
    story.playAhead("ho<Tab>")
    #expect(story.list?.search?.field.text == "#home ")
  }

  @Test func `what was read of what was found stays marked when the search is over`() {
    let story = searched("soup<Enter><Enter><Esc><Esc>")
    #expect(story.list?.search == nil && story.markedTitle == "Soup for one")
    #expect(searched("soup<Enter><Esc>").markedTitle != "Soup for one")
  }

  @Test func `a mistake is explained in plain words under the line, and what is unfinished is none yet`() {
    let story = searched("mood:")
    #expect(story.frame.letters(in: .error).isEmpty)
    story.play("<Enter>")
    #expect(story.frame.letters(in: .error).contains("mood:"))
    let other = searched("mood:9")
    #expect(other.lines[3].contains(Words().sentence(.init(.oddMood("9"), at: 0..<6))))
  }

  @Test func `where nothing is found because a term is not finished, that is said`() {
    let said = Words().sentence(.init(.openParenthesis, at: 0..<1))
    #expect(searched("gull (tea OR").screen.contains(said))
    #expect(!searched("(canal OR").screen.contains(said))
  }

  @Test func `questions are offered by their ids`() {
    let story = searched("prompt:routine-that")
    #expect(story.play("<Tab>").screen.contains("prompt:\(story.journal.prompts[0].id) "))
  }

  @Test func `Enter goes to what was found and keeps it, Esc leads back step by step to where one was`() {
    let story = Samples.longStory().play("<Down*700>")
    let before = story.lines
    story.play("/number 12")
    #expect(story.list?.focus == .field)
    story.play("<Enter>j")
    #expect(story.list?.focus == .list)
    #expect(story.screen.contains("/ number 12"))
    #expect(story.markedTitle != "Entry 700")
    story.play("<Esc>")
    #expect(story.list?.search == nil)
    #expect(story.lines == before)
  }

  @Test func `Esc in the line leaves the results, and the next one leaves the search`() {
    let story = searched("canal<Esc>")
    #expect(story.list?.focus == .list)
    #expect(story.list?.window.heads.count == 2)
    story.play("<Esc>")
    #expect(story.list?.window.heads.count == 6)
  }

  @Test func `slash again goes on with the same words`() {
    let story = searched("canal<Enter>/<Backspace*5>snow")
    #expect(story.list?.window.heads.map(\.title) == ["First snow"])
  }

  @Test func `what is done to a result keeps search, selection and place`() {
    let story = searched("with:Jon<Enter>js")
    #expect(story.markedTitle == "Jon rang")
    #expect(story.screen.contains("2 of 6"))
    story.play("e Yes.<Esc>")
    #expect(story.markedTitle == "Jon rang")
    story.play("d")
    #expect(story.screen.contains("1 of 5"))
    story.play("u")
    #expect(story.markedTitle == "Jon rang")
    story.resize(40, 12)
    #expect(story.screen.contains("/ with:Jon"))
  }

  @Test func `the entry that is read from a search has its neighbours in it`() {
    let story = searched("canal<Enter><Enter><Right>")
    #expect(story.screen.contains("A hard one"))
  }

  @Test func `one search is under way at a time, and the newest text wins`() {
    let story = Samples.longStory()
    let isSearch = { (wish: Wish) in
      if case .loadHeads(let filter, _, _) = wish { filter.condition != .everything } else { false }
    }
    story.play("/")
    story.playAhead("number 17")
    #expect(story.asked(isSearch) == 2)
    #expect(story.markedTitle == "Entry 17")
  }

  @Test func `many results are counted as far as anybody wants to know`() {
    #expect(Samples.longStory().play("/canal").screen.contains("more than 500 of 1,000"))
    #expect(Samples.longStory(300).play("/canal").screen.contains("300 of 300"))
  }

  /// Keys that come in one piece: names are asked for, and have not come.
  @Test func `Tab right behind a begun name takes it, however late the names come`() {
    let story = searched("")
    story.playAhead("tag:wa<Tab>rain")
    #expect(story.list?.search?.field.text == "tag:walk rain")
  }

  @Test(arguments: [
    ("tag:wal<Enter>", "tag:walk "), ("tag:WAL<Enter>", "tag:walk "), ("#wa<Enter>", "#walk "),
    ("with:<Down><Enter>", "with:Åsa "), ("tag:walk<Enter>", "tag:walk"), ("with:<Enter>", "with:"),
  ])
  func `Enter means the name that is marked, so that what was found stays`(keys: String, text: String) {
    let story = searched(keys)
    #expect(story.list?.search?.field.text == text)
    #expect(story.list?.focus == .list)
  }

  @Test func `Enter right behind a begun name waits for the names`() {
    for story in [searched("").playAhead("tag:wal<Enter>j"), searched("tag:w").playAhead("al<Enter>j")] {
      #expect(story.list?.search?.field.text == "tag:walk ")
      #expect(story.screen.contains("1 of 6"))
    }
  }

  @Test func `a row that is pointed at while a name is typed stays where it is`() {
    let story = searched("tag:wal")
    story.click(on: "By the canal")
    #expect(story.markedTitle == "By the canal" && story.list?.focus == .list)
  }

  @Test func `names are offered where one is begun, and Tab or Right takes one`() {
    let story = searched("tag:w")
    story.play("<Tab>")
    #expect(story.list?.search?.field.text == "tag:walk ")
    let other = searched("-with:")
    #expect(other.screen.contains("▌Jon"))
    other.play("<Down><Right>")
    #expect(other.list?.search?.field.text == "-with:Åsa ")
    #expect(other.list?.window.heads.count == 5)
    let third = searched("#h")
    #expect(third.screen.contains("▌home"))
    third.play("<Esc>")
    #expect(third.list?.focus == .field)
    #expect(third.list?.search?.completion == nil)
  }

  @Test func `what is found fills the screen, also one that grows`() {
    let stamp = Stamp(Story.evening, in: Story.zone)
    let entries = (1...200).map { number in
      Entry(
        id: Story.id(number), stamp: stamp, day: stamp.day(endingAt: .four), createdAt: Story.evening,
        modifiedAt: Story.evening, text: "Entry \(number)")
    }
    let story = Story(MemoryJournal(entries: entries))
    let shown = { story.screen.split(separator: "\n").count { $0.contains("Entry ") } }
    story.resize(80, 60)
    story.play("/entry")
    #expect(shown() > 40)
    story.resize(80, 24)
    story.play("<Esc*2>/entry")
    story.resize(80, 60)
    #expect(shown() > 40)
  }

  @Test func `the last of what is found is not called the last of all`() {
    let story = searched("canal<Enter><Enter><Left>")
    #expect(story.screen.contains(Words()[.noticeNewestFound]))
    #expect(story.play("<Right*9>").screen.contains(Words()[.noticeOldestFound]))
  }

  @Test func `a word that stands where a long title is cut off is shown in its place below`() {
    var entry = Samples.entries[0]
    let long = String(repeating: "We went on and on along the water. ", count: 4)
    entry.text = long + "Then a heron rose.\n\nAfterwards there was tea."
    let story = Story(MemoryJournal(entries: [entry])).play("/heron<Enter>")
    #expect(story.screen.contains("Then a heron rose."))
    #expect(story.frame.letters(in: .found) == "heron")
    #expect(!story.play("<Esc>").screen.contains("heron"))
  }

  @Test func `once a search is whole the month shows what is found, however little of it is in memory`() {
    let found = Samples.longStory(rows: 36).play("/number")
    #expect(found.asked { if case .findDays = $0 { true } else { false } } == 0)
    #expect(found.play("<Enter>").screen.contains("not found"))
    #expect(found.play("<Tab><PgUp*6>").screen.contains("not found"))
    #expect(!found.play("<Esc*2>").screen.contains("not found"))
  }

  // MARK: The empty line

  @Test func `the empty line says where Enter leads, and that there is nothing to keep`() {
    let story = Samples.story().play("/")
    #expect(!story.screen.contains("^S"))
    #expect(story.play("<C-s>").screen.contains(Words()[.searchKeepNothing]))
    story.journal.prepare { $0.searches = [SavedSearch(name: "Water", text: "canal")] }
    #expect(story.play("<Esc>/").screen.contains("Enter \(Words()[.keySaved])"))
    #expect(story.play("w").screen.contains("Enter \(Words()[.keyResults])"))
  }

  @Test func `without a name it is not kept, and one goes on typing where one was`() {
    let story = searched("canal<C-s><C-u><Enter>s")
    #expect(story.journal.kept.searches.isEmpty)
    #expect(story.list?.search?.field.text == "canals" && story.list?.focus == .field)
  }

  @Test func `many kept searches are gone through by pages, and a long name keeps its distance`() {
    let name = "A name that goes on longer than its column"
    let story = Samples.story()
    story.journal.prepare { state in
      state.searches = (0..<30).map { SavedSearch(name: "\($0) \(name)", text: "canal \($0)") }
    }
    story.play("/<Enter><PgDn>")
    #expect(story.screen.contains("…  canal 1"))
    #expect((story.list?.searches.list.selectedIndex ?? 0) > 5)
    #expect(story.play("G").list?.searches.list.selectedIndex == 29)
    #expect(story.play("g").list?.searches.list.selectedIndex == 0)
  }

  // MARK: Kept searches

  @Test func `a search is kept under a name, listed below the empty line, run, and forgotten`() {
    let story = searched("canal<C-s>")
    #expect(story.screen.contains("Keep it as  canal"))
    story.play("<C-a>by the water<Enter>")
    #expect(story.journal.kept.searches == [SavedSearch(name: "by the water", text: "canal")])
    #expect(story.screen.contains(Words()[.noticeSearchKept, ["name": "by the water"]]))
    story.play("<Esc><Esc>/")
    #expect(story.screen.contains("by the water  canal"))
    story.play("<Down><Enter>")
    #expect(story.list?.window.heads.count == 2)
    story.play("<Esc>/<Down>d")
    #expect(story.journal.kept.searches.isEmpty)
    #expect(story.screen.contains(Words()[.noticeSearchForgotten, ["name": "by the water"]]))
    #expect(story.play("u").journal.kept.searches.count == 1)
    #expect(story.list?.focus == .list)
  }

  @Test func `the first letter typed takes the place of the offered name`() {
    let story = searched("canal<C-s>w")
    #expect(story.screen.contains("Keep it as  w\n"))
  }

  @Test func `a name that another search has is asked about before that gives way`() {
    let story = searched("canal<C-s>water<Enter><C-a>tea<C-s>Water<Enter>")
    #expect(story.frame.letters(in: .error).contains("water stands for another search: canal."))
    #expect(story.journal.kept.searches == [SavedSearch(name: "water", text: "canal")])
    story.play("2<Enter>")
    #expect(story.journal.kept.searches.map(\.name) == ["water", "Water2"])
    #expect(!searched("canal<C-s>water<Enter><C-s>water<Enter>").screen.contains("another search"))
  }

  @Test func `a search that gives its name to another is told, and u brings it back, forgotten ones too`() {
    let story = searched("canal<C-s><C-a>water<Enter><C-a>tea<C-s><C-a>water<Enter><Enter>")
    #expect(story.journal.kept.searches == [SavedSearch(name: "water", text: "tea")])
    #expect(story.screen.contains("Kept as water, in place of: canal."))
    story.play("<C-a><Backspace><Down>d<Esc>u")
    #expect(story.journal.kept.searches == [SavedSearch(name: "water", text: "tea")])
    #expect(story.screen.contains("Taken back: the search water is as it was."))
    story.play("u/")
    #expect(story.journal.kept.searches == [SavedSearch(name: "water", text: "canal")])
    #expect(story.screen.contains("water  canal"))
  }

  @Test func `a name that is being typed may go on, and means itself once it is not`() {
    let story = searched("tag:wal")
    #expect(story.screen.contains("1 of 6"))
    #expect(story.play("<Esc><Enter>").screen.contains("Nothing here has the tag #wal."))
    #expect(searched("with:Jo<Esc><Esc>").list?.window.heads.isEmpty == true)
    #expect(searched("tag:walk<Enter>").list?.window.heads.count == 1)
    #expect(searched("can<Enter>").screen.contains("2 of 6"))
    let kept = searched("tag:wal<C-s>w<Enter><C-a><Backspace><Down><Enter>")
    #expect(kept.list?.window.heads.isEmpty == true)
    #expect(kept.screen.contains("0 of 6"))
  }

  @Test func `an entry that is not found any more says so when it goes, and the mark stays near`() {
    let story = searched("mood:3<Enter>M5")
    #expect(story.markedTitle == "First snow")
    #expect(story.screen.contains(Words()[.searchLeftOne]))
    let edited = searched("canal<Enter>e<C-a>Something else<Esc>")
    #expect(edited.markedTitle == "A hard one")
    #expect(edited.screen.contains(Words()[.searchLeftOne]))
    #expect(!searched("canal<Enter>e Yes.<Esc>").screen.contains(Words()[.searchLeftOne]))
    #expect(!searched("canal<Enter>d").screen.contains(Words()[.searchLeftOne]))
  }

  // MARK: Writing meanwhile

  @Test(arguments: [80, 120]) func `what was written from a search is marked where the search finds it`(columns: Int) {
    let story = searched("canal<Enter>jnThe canal froze<Esc>", columns: columns)
    #expect(story.markedTitle == "The canal froze")
    #expect(story.screen.contains("3 of 7") && !story.screen.contains(Words()[.searchMissesWritten]))
  }

  @Test(arguments: ["canal<Enter>", "zebra<Enter>", "tag:walk<Enter>"])
  func `what a search does not find is told, and Esc leads to it`(keys: String) {
    let story = searched(keys)
    let (before, found) = (story.markedTitle, story.list?.window.heads)
    story.play("nTea at last<Esc>")
    #expect(story.markedTitle == before && story.list?.window.heads == found)
    let said = "\(Words()[.noticeSavedEnough]) \(Words()[.searchMissesWritten])"
    #expect(story.said.contains(said))
    #expect(story.play("<Esc>").markedTitle == "Tea at last")
  }

  @Test func `it is found far from where one stood, and otherwise the list stays there`() {
    let found = Samples.longStory().play("/number<Enter><Down*700>nA new number<Esc>")
    #expect(found.markedTitle == "A new number")
    let missed = Samples.longStory().play("/number<Enter><Down*700>")
    let before = missed.lines[3..<20]
    missed.play("nTea at last<Esc>")
    #expect(missed.said.contains(Words()[.searchMissesWritten]))
    #expect(missed.wait(milliseconds: 6000).lines[3..<20] == before)
  }

  @Test func `where something else is done meanwhile Esc leads back to where one was`() {
    let story = Samples.story().play("2jj/canal<Enter>nTea at last<Esc>j<Esc>")
    #expect(story.markedTitle == "Soup for one")
  }

  @Test func `saved first and left later, it is marked or told once one is back`() {
    let found = searched("canal<Enter>jnThe canal froze<C-s>")
    #expect(found.play("<Esc>").markedTitle == "The canal froze")
    let missed = searched("canal<Enter>nTea at last<C-s>")
    #expect(!missed.said.contains(Words()[.searchMissesWritten]))
    #expect(missed.play("<Esc>").said.contains(Words()[.searchMissesWritten]))
    #expect(!missed.wait(milliseconds: 6000).play("<Enter><Esc>").said.contains(Words()[.searchMissesWritten]))
  }

  @Test func `nothing is told of what was written in another room until one is back in the search`() {
    let story = searched("canal<Enter>1nTea at last<Esc>")
    #expect(!story.said.contains(Words()[.searchMissesWritten]))
    #expect(story.play("2").said.contains(Words()[.searchMissesWritten]))
  }

  @Test func `what was written from the trash is told to be in the Journal`() {
    let story = Samples.story().play("2jdd<C-p>the trash<Enter>jnTea at last<Esc>")
    #expect(story.list?.isTrash == true && story.markedTitle == "Soup for one")
    #expect(story.said.contains(Words()[.journalWrittenElsewhere]))
    #expect(story.play("<Esc>").markedTitle == "Tea at last")
  }

  @Test func `the same in a search that lies over another page`() {
    let story = Samples.story().play("<C-p>the tags you<Enter><Enter>nTea at last<Esc>")
    #expect(story.list?.aside != nil && story.said.contains(Words()[.journalWrittenElsewhere]))
    #expect(story.play("nA wet one #home #walk #family<Esc>").markedTitle == "A wet one #home #walk #family")
  }

  @Test(arguments: ["", "<C-s>"]) func `what is said after many hard words stays in sight`(saving: String) {
    let story = searched("canal<Enter>n")
    story.take(.paste(Array(repeating: "heavy", count: 130).joined(separator: " ")))
    story.play("<Tab>1<Esc>\(saving)<Esc>")
    #expect(story.said == "\(Words()[.noticeSavedLow]) \(Words()[.searchMissesWritten])")
  }

  @Test func `the trash is searched where one stands`() {
    let story = Samples.story().play("2dd<C-p>the trash<Enter>/with:j")
    #expect(story.list?.isTrash == true)
    #expect(story.list?.window.heads.map(\.title) == ["By the canal", "Jon rang"])
    story.play("on rang")
    #expect(story.list?.window.heads.map(\.title) == ["Jon rang"])
  }
}
