import Canvas
import FoundationEssentials
import HearthContent
import HearthCore
import Testing

@testable import HearthApp

@Suite @MainActor struct ComposeStories {
  @Test func `one key opens a page and Esc saves it`() {
    let story = Story().play("nTea with Åsa 茶<Enter><Enter>She laughed.<Esc>")
    #expect(story.journal.entries.map(\.text) == ["Tea with Åsa 茶\n\nShe laughed."])
    #expect(story.screen.contains("That is enough for today"))
    #expect(story.screen.contains("Tea with Åsa 茶"))
  }

  @Test func `an empty page leaves nothing`() {
    let story = Story().play("n<Esc>n   <Enter><Esc>")
    #expect(story.journal.entries.isEmpty)
    #expect(story.journal.drafts.isEmpty)
  }

  @Test func `Ctrl-S saves and the page stays`() {
    let story = Story().play("nTea<C-s>")
    #expect(story.journal.entries.map(\.text) == ["Tea"])
    #expect(story.screen.contains("saved"))
    story.play(" and cake<Esc>")
    #expect(story.journal.entries.map(\.text) == ["Tea and cake"])
  }

  @Test func `typing is kept as a draft after half a second without a key`() {
    let story = Story().play("nTea")
    #expect(story.journal.drafts.isEmpty)
    story.wait(milliseconds: 1000)
    #expect(story.journal.drafts.map(\.text) == ["Tea"])
    #expect(story.screen.contains("draft kept"))
  }

  /// Every key takes 100 ms in a story.
  @Test func `never are more than two seconds of typing without a pause unsaved`() {
    let story = Story().play("n")
    var typed = ""
    for _ in 0..<100 {
      story.play("x")
      typed += "x"
      let kept = story.journal.drafts.first?.text ?? ""
      #expect(typed.count - kept.count <= 20)
    }
  }

  @Test func `a save that is refused keeps the words on the page and says so`() {
    let story = Story()
    story.journal.refuse(with: .diskFull)
    story.play("nMust not go<Esc>")
    #expect(story.screen.contains("Must not go"))
    #expect(story.screen.contains("!"))
    story.journal.refuse(with: nil)
    story.play("<Esc>")
    #expect(story.journal.entries.map(\.text) == ["Must not go"])
  }

  @Test func `leaving at once hands the page over to be kept`() {
    let story = Story().play("nHalf a thou<C-q>")
    #expect(story.runtime.isLeaving)
    guard case .keepDraft(let draft, _)? = story.runtime.app.unkept.first else {
      Issue.record("nothing would be kept")
      return
    }
    #expect(draft.text == "Half a thou")
    #expect(story.journal.entries.isEmpty)
  }

  @Test func `a draft is offered back with its time and goes on where it ended`() {
    let draft = Draft(
      entry: Story.id(7), isEdit: false, text: "I was in the middle", stamp: Stamp(Story.evening, in: Story.zone),
      keptAt: Story.evening.adding(seconds: -3600))
    let story = Story(MemoryJournal(drafts: [draft]))
    #expect(story.screen.contains("20:04"))
    #expect(story.screen.contains("I was in the middle"))
    story.play("<Enter> of it<Esc>")
    #expect(story.journal.entries.map(\.text) == ["I was in the middle of it"])
    #expect(story.journal.drafts.isEmpty)
  }

  @Test func `a draft left for later stays on Today`() {
    let draft = Draft(
      entry: Story.id(7), isEdit: false, text: "Later", stamp: Stamp(Story.evening, in: Story.zone),
      keptAt: Story.evening)
    let story = Story(MemoryJournal(drafts: [draft])).play("<Esc>")
    #expect(story.screen.contains("You were writing"))
    #expect(story.journal.drafts.count == 1)
  }

  @Test(arguments: [(80, 24), (120, 40), (40, 12)])
  func `mood, star, date and tags can be clicked`(columns: Int, rows: Int) {
    let story = Story(size: Size(columns: columns, rows: rows)).play("nTea<Tab>")
    let words = Words()
    story.click(on: "○ ○ ○ ○ ○")
    story.click(on: words[.detailsStarOff])
    story.click(on: words[.detailsWhen])
    story.play("yesterday 9am")
    story.click(on: words[.detailsTags])
    story.play("home<Esc><Esc>")
    let entry = story.journal.entries.first
    #expect(entry?.text == "Tea" && entry?.mood?.rawValue == 1 && entry?.isStarred == true)
    #expect(entry?.stamp.iso == "2026-03-02T09:00:00+01:00" && entry?.addedTags == ["home"])
  }

  @Test func `a date that cannot be read keeps a click from leading away`() {
    let story = Story().play("nTea<Tab><Down*2>soon")
    story.click(on: Words()[.detailsTags])
    #expect(story.play("x").screen.contains("soonx"))
  }

  @Test func `mood, star, date and tags are set beside the text`() {
    let story = Story().play("nTea<Tab>4<Down><Space><Down>yesterday 9am<Down>home walk<Esc><Esc>")
    let entry = story.journal.entries.first
    #expect(entry?.mood?.rawValue == 4)
    #expect(entry?.isStarred == true)
    #expect(entry?.stamp.iso == "2026-03-02T09:00:00+01:00")
    #expect(entry?.addedTags == ["home", "walk"])
  }

  @Test(arguments: [(80, 24), (40, 12)])
  func `what is no tag is explained, and does not count`(columns: Int, rows: Int) {
    let story = Story(size: Size(columns: columns, rows: rows)).play("nTea<Tab><Down*3>home !!!<Esc>")
    #expect(story.screen.contains("A tag is one word"))
    #expect(story.play("<Esc><Esc>").journal.entries.first?.addedTags == ["home"])
  }

  @Test func `a date that cannot be read is explained and nothing is changed`() {
    let story = Story().play("nTea<Tab><Down><Down><Right><C-u>30 february<Esc>")
    #expect(story.screen.contains("30 february") || story.screen.contains("30 February"))
    story.play("<C-a>2026-03-01 10:00<Esc><Esc>")
    #expect(story.journal.entries.first?.stamp.clock == "10:00")
  }

  @Test func `names begun with a mark are offered and Tab takes one`() {
    let story = Samples.story().play("nWith @Jo")
    #expect(story.screen.contains("Jon"))
    story.play("<Tab>and tea<Esc>")
    #expect(story.journal.entries.contains { $0.text.hasPrefix("With @Jon") && $0.text.hasSuffix("and tea") })
  }

  @Test func `a name of two words is written as one, and means who it was taken from`() {
    let story = Story().play("3aAunt Mia<Enter><Esc><Esc>nTea, @Aun")
    #expect(story.screen.contains("Aunt_Mia"))
    story.play("<Tab> came<Esc>")
    #expect(story.journal.entries.first?.text == "Tea, @Aunt_Mia came")
    #expect(story.journal.entries.first?.people == ["Aunt Mia"])
  }

  /// Keys that come in one piece, as over a slow line: names are asked for, and have not come.
  @Test func `Tab right behind a begun name takes it, however late the names come, and loses nothing`() {
    let story = Story().play("3aAunt Mia<Enter><Esc><Esc>n")
    story.playAhead("Tea, @Aun<Tab> and 5 long hours")
    story.play("<Esc>")
    #expect(story.journal.entries.first?.text == "Tea, @Aunt_Mia and 5 long hours")
    #expect(story.journal.entries.first?.mood == nil)
  }

  @Test func `Tab behind a name that nobody has opens the details as soon as that is known`() {
    let story = Story().play("n")
    story.holdsAnswers = true
    story.play("Tea, @Zo<Tab>")
    story.holdsAnswers = false
    #expect(story.wait(milliseconds: 0).screen.contains("Mood"))
  }

  @Test func `a page older than its entry says so, and Esc leaves both as they are`() {
    let entry = Samples.entries[0]
    let draft = Draft(
      entry: entry.id, isEdit: true, text: "Begun before", stamp: entry.stamp,
      keptAt: Story.evening.adding(seconds: -60))
    let story = Story(MemoryJournal(entries: [entry], drafts: [draft])).play("<Esc>")
    story.journal.reword(entry.id, as: "Changed elsewhere", at: Story.evening)
    story.play("2e")
    #expect(story.screen.contains("Begun before"))
    #expect(story.screen.contains("Its entry was changed since"))
    story.play("<Esc>")
    #expect(story.journal.entries.map(\.text) == ["Changed elsewhere"])
    #expect(story.journal.drafts.map(\.text) == ["Begun before"])
    story.play("e, and more<C-s><Esc>")
    #expect(story.journal.entries.map(\.text) == ["Begun before, and more"])
  }

  @Test func `words are found in the text`() {
    let story = Story().play("ntea and Tea and téa<C-f>tea")
    #expect(story.screen.contains("1 of 3"))
    story.play("<Esc><Esc>")
    #expect(story.journal.entries.count == 1)
  }

  @Test func `letters that are keys elsewhere are text here`() {
    let story = Story().play("n1 2 q ? / u n<Esc>")
    #expect(story.journal.entries.map(\.text) == ["1 2 q ? / u n"])
  }

  @Test func `a page sets beside its words only what was set on it`() {
    let story = Samples.story().play("2e<Tab>1<Esc>X")
    let id = story.journal.entries[0].id
    // Elsewhere, while the page is open.
    story.journal.prepare { state in
      state.entries[id]?.isStarred = true
      state.entries[id]?.addedTags = ["spring"]
    }
    story.play("<Esc>")
    let entry = story.journal.kept.entries[id]
    #expect(entry?.mood?.rawValue == 1 && entry?.isStarred == true && entry?.addedTags == ["spring"])
    #expect(entry?.text.hasSuffix("X") == true)
  }

  @Test func `what was saved once on a page is not set again`() {
    let story = Samples.story().play("2e<Tab>1<Esc><C-s>")
    let id = story.journal.entries[0].id
    story.journal.prepare { $0.entries[id]?.mood = Mood(rawValue: 5) }
    story.play("X<Esc>")
    #expect(story.journal.kept.entries[id]?.mood?.rawValue == 5)
  }

  @Test func `a draft knows what was set on its page`() {
    let story = Samples.story().play("2e<Tab>1<Esc>X").wait(milliseconds: 3000)
    #expect(story.journal.drafts.map(\.touched) == [[.mood]])
    let id = story.journal.entries[0].id
    let later = Story(MemoryJournal(entries: story.journal.entries, drafts: story.journal.drafts))
    later.journal.prepare { $0.entries[id]?.isStarred = true }
    later.play("s")
    #expect(later.journal.kept.entries[id]?.isStarred == true)
    #expect(later.journal.kept.entries[id]?.mood?.rawValue == 1)
  }

  @Test func `a change taken back over a page shows on it and is not made again`() {
    let story = Samples.story().play("2M5<Enter>e")
    #expect(story.journal.entries[0].mood?.rawValue == 5)
    story.play("<C-p>take back<Enter>")
    let mood = story.journal.entries[0].mood
    #expect(mood?.rawValue != 5)
    story.play("X<Esc>")
    #expect(story.journal.entries[0].mood == mood)
    #expect(story.journal.entries[0].text.hasSuffix("X"))
  }

  @Test func `an edit keeps the date and an emptied page changes nothing`() {
    let story = Samples.story().play("2e<C-a><Backspace><Esc>")
    #expect(story.journal.entries.first?.title == "By the canal")
    #expect(story.screen.contains("The entry stays as it was"))
    story.play("e<C-Home>X<Esc>")
    #expect(story.journal.entries.first?.title == "XBy the canal")
    #expect(story.journal.entries.first?.stamp.clock == "21:04")
  }
}
