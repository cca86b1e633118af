import Canvas
import FoundationEssentials
import HearthContent
import HearthCore
import Testing

@testable import HearthApp

/// The ways in which a word on a page could go missing, each tried.
@Suite @MainActor struct NothingLostStories {
  private static func draft(of entry: UUID = Story.id(7), _ text: String, isEdit: Bool = false) -> Draft {
    Draft(
      entry: entry, isEdit: isEdit, text: text, stamp: Stamp(Story.evening, in: Story.zone), keptAt: Story.evening)
  }

  @Test(arguments: ["<C-g>2", "<C-g>1"])
  func `a key for a room pressed over a page comes back to the page`(keys: String) {
    let story = Story().play("nTea" + keys)
    #expect(story.screen.contains("Tea"))
    #expect(story.screen.contains("^S save"))
  }

  @Test func `a room chosen by name saves the page first and then is there`() {
    let story = Samples.story().play("nTea<C-p>to jour<Enter>")
    #expect(story.runtime.app.context.room == .journal)
    #expect(story.runtime.app.open.isEmpty)
    #expect(story.journal.entries.first?.text == "Tea")
  }

  @Test func `a room chosen by name waits where the page cannot be saved`() {
    let story = Samples.story().play("nTea")
    story.journal.refuse(with: .diskFull)
    story.play("<C-p>to jour<Enter>")
    #expect(story.screen.contains("Tea"))
    story.journal.refuse(with: nil)
    story.play("<Esc>")
    #expect(story.runtime.app.context.room == .today)
  }

  @Test(arguments: ["/", "q", "<C-p>to jour<Enter>"])
  func `whatever leads away from a check-in or a moment keeps it, as Esc does`(key: String) {
    let checkIn = Samples.story().play("c4" + key)
    #expect(checkIn.journal.kept.checkIns.map(\.answers) == [["mood": 4]] && checkIn.runtime.app.open.isEmpty)
    for keys in ["miZed<Enter>", "miZed<Esc>", "ma<Tab>eShe waved<Enter>"] {
      let moment = Samples.story().play(keys + key)
      #expect(moment.journal.kept.moments.count == 1 && moment.runtime.app.open.isEmpty, "\(keys)")
    }
  }

  @Test func `a search begun on an answered page ends in the search, with what was typed meanwhile`() {
    let story = Samples.story().play("c4miZed<Enter>")
    story.playAhead("/canal")
    #expect(story.journal.kept.checkIns.count == 1 && story.journal.kept.moments.count == 1)
    #expect(story.runtime.app.open.isEmpty && story.list?.focus == .field && story.screen.contains("canal"))
  }

  @Test func `where an answered page cannot be kept nobody is led away from it, then or later`() {
    let story = Samples.story().play("c4")
    story.journal.refuse(with: .diskFull)
    #expect(story.play("/").runtime.app.top is CheckInScreen)
    story.journal.refuse(with: nil)
    story.play("<Esc>")
    #expect(story.journal.kept.checkIns.count == 1 && story.runtime.app.context.room == .today)
  }

  @Test func `a click on the top line under the palette does nothing to the page`() {
    let story = Story().play("nTea<C-p>")
    story.take(.mouse(MouseEvent(.press, at: Point(column: 12, row: 0))))
    story.play("<Esc>")
    #expect(story.screen.contains("Tea"))
  }

  @Test func `keys pressed before the journal is open reach it afterwards`() {
    let story = Story(opensAtOnce: false)
    story.play("nTea")
    story.hear(.opened(Settings()))
    story.play("<Esc>")
    #expect(story.journal.entries.map(\.text) == ["Tea"])
  }

  @Test func `the palette takes what is typed in it also while the journal opens, and then finds everything`() {
    let story = Story(opensAtOnce: false)
    story.play("<C-p>the year")
    story.hear(.opened(Settings()))
    #expect(story.screen.contains("the year"))
    #expect(story.play("<Enter>").runtime.app.top is YearScreen)
  }

  @Test func `nor is Enter lost there where it comes before anything is found`() {
    let story = Story(opensAtOnce: false).play("<C-p>the year<Enter>")
    story.hear(.opened(Settings()))
    #expect(story.runtime.app.top is YearScreen)
  }

  @Test func `the terminal's colours are known before the journal is open, and a made-up one says that it is coming`() {
    let story = Story(opensAtOnce: false)
    story.take(.background(.light))
    #expect(story.runtime.app.context.background == .light)
    var context = story.runtime.app.context
    context.isMadeUp = true
    var app = App(context)
    #expect(app.draw().text().contains("made-up journal are being written"))
  }

  @Test func `support opened before the journal is open stays`() {
    let story = Story(country: "GB", opensAtOnce: false)
    story.play("<C-g>")
    story.hear(.opened(Settings { $0.isWelcomed = false }))
    #expect(story.screen.contains("116 123"))
    story.play("<Esc>")
    #expect(story.screen.contains(Words()[.welcomeYoursHeading]))
  }

  @Test func `editing an entry goes on with its draft, and looking at it does not throw it away`() {
    let entries = Samples.entries
    let kept = Self.draft(of: entries[0].id, "By the canal, and more", isEdit: true)
    let story = Story(MemoryJournal(entries: entries, drafts: [kept])).play("<Esc>2e")
    #expect(story.screen.contains("and more"))
    story.play("<Esc>")
    #expect(story.journal.entries.first?.text == "By the canal, and more")
  }

  @Test func `the page stays until it is saved, and what is typed meanwhile belongs to what comes after`() {
    let story = Samples.story()
    story.play("nTea")
    story.holdsAnswers = true
    story.play("<Esc>2")
    #expect(story.screen.contains("Tea"))
    story.holdsAnswers = false
    story.wait(milliseconds: 0)
    #expect(story.runtime.app.context.room == .journal)
    #expect(story.journal.entries.first?.text == "Tea")
  }

  @Test func `what is typed between Ctrl-S and its answer is saved by the Esc after it`() {
    let story = Story().play("nTea")
    story.playAhead("<C-s> and cake<Esc>")
    #expect(story.journal.entries.map(\.text) == ["Tea and cake"])
    #expect(story.runtime.app.open.isEmpty)
  }

  @Test func `support that comes up while a page is being saved stays up`() {
    let story = Story(country: "GB").play("nTea")
    story.playAhead("<Esc><C-g>")
    #expect(story.screen.contains("116 123"))
    story.play("<Esc>")
    #expect(story.screen.contains(Words()[.todayQuestion]))
    #expect(story.journal.entries.map(\.text) == ["Tea"])
  }

  @Test func `a page is kept also while something lies over it`() {
    let story = Story(country: "GB").play("nTea<C-g>")
    story.wait(milliseconds: 2000)
    #expect(story.journal.drafts.map(\.text) == ["Tea"])
  }

  @Test func `a page that was erased again is not offered back`() {
    let story = Story().play("nTea")
    story.wait(milliseconds: 1000)
    #expect(story.journal.drafts.count == 1)
    story.play("<C-a><Backspace>")
    story.wait(milliseconds: 1000)
    #expect(story.journal.drafts.isEmpty)
  }

  @Test(arguments: [("nhello", "<C-a><Backspace>"), ("mi<Tab>ehello", "<Backspace*5>")])
  func `words that were erased do not come back when one leaves by the palette`(keys: String, erasing: String) {
    let story = Samples.story().play(keys).wait(milliseconds: 2800)
    #expect(story.journal.drafts.count == 1)
    // The page asks to be finished first, however soon one goes.
    #expect(story.play(erasing).runtime.app.top.holdsWords)
    story.play("<C-p>to jour<Enter>")
    #expect(story.journal.drafts.isEmpty && story.runtime.app.context.room == .journal)
    #expect(story.journal.kept.moments.isEmpty)
  }

  @Test(arguments: ["nTea", "nTea<C-s>"])
  func `a date that is being typed counts whichever way one leaves`(keys: String) {
    let typing = keys + "<Tab><Down*2><C-a><C-u>2026-03-01 10:00"
    let story = Samples.story().play(typing + "<C-p>to jour<Enter>")
    #expect(story.journal.entries.first { $0.text == "Tea" }?.stamp.iso == "2026-03-01T10:00:00+01:00")
    let other = Samples.story().play(typing)
    guard case .keepDraft(let draft, _)? = other.runtime.app.unkept.first else {
      Issue.record("nothing would be kept")
      return
    }
    #expect(draft.stamp.iso == "2026-03-01T10:00:00+01:00")
  }

  @Test func `minutes that are being typed are kept whichever way one leaves`() {
    let story = Samples.story().play("mi<Tab>t90")
    let unkept = story.runtime.app.unkept.first
    #expect({ if case .answers(.saveMoment(let moment)) = unkept { moment.minutes } else { nil } }() == 90)
    #expect(story.play("<C-p>to jour<Enter>").journal.kept.moments.map(\.minutes) == [90])
  }

  @Test func `minutes that cannot be used hold a moment open once`() {
    let story = Samples.story().play("miZed<Tab>t99999<C-p>to jour<Enter>")
    #expect(story.runtime.app.top is MomentScreen && story.screen.contains("A whole number of minutes"))
    story.play("<C-p>to jour<Enter>")
    #expect(story.journal.kept.moments.map(\.with) == [["Zed"]] && story.journal.kept.moments.first?.minutes == nil)
    #expect(story.runtime.app.context.room == .journal)
  }

  @Test func `a draft that is saved at the start stands on Today at once`() {
    let story = Story(MemoryJournal(drafts: [Self.draft("Kept words")])).play("s")
    #expect(story.journal.entries.map(\.text) == ["Kept words"])
    #expect(story.screen.contains("Kept words") && !story.screen.contains("You were writing"))
  }

  @Test(arguments: [("<Enter>she said nothing", "ComposeScreen"), ("2/she", "JournalScreen")])
  func `what is typed ahead goes where it was meant, and no draft is offered over that`(keys: String, page: String) {
    let journal = MemoryJournal(entries: Samples.entries, drafts: [Self.draft("Kept words")])
    let story = Story(journal, opensAtOnce: false).play(keys)
    story.hear(.opened(journal.kept.settings))
    #expect("\(type(of: story.runtime.app.top))" == page && story.screen.contains("she"))
    #expect(journal.drafts.map(\.text).contains("Kept words") && journal.entries.count == Samples.entries.count)
    #expect(story.play("<Esc*3>1").screen.contains("You were writing"))
  }

  @Test func `what is typed while the day is on its way goes on the page that it opens`() {
    let journal = MemoryJournal(drafts: [Self.draft("Kept words")])
    let story = Story(journal, opensAtOnce: false)
    story.holdsAnswers = true
    story.hear(.opened(journal.kept.settings))
    story.play("<Enter>hello there")
    story.holdsAnswers = false
    story.wait(milliseconds: 0)
    #expect(story.play("<Esc>").journal.entries.map(\.text) == ["hello there"])
    #expect(journal.drafts.map(\.text) == ["Kept words"])
  }

  @Test func `a draft whose saving is refused stays offered`() {
    let story = Story(MemoryJournal(drafts: [Self.draft("Kept")]))
    story.journal.refuse(with: .diskFull)
    story.play("s")
    #expect(story.journal.entries.isEmpty)
    #expect(story.screen.contains("Kept"))
    story.journal.refuse(with: nil)
    story.play("s")
    #expect(story.journal.entries.map(\.text) == ["Kept"])
  }

  @Test func `a change that was refused leaves nothing to take back`() {
    let story = Samples.story().play("2")
    story.journal.refuse(with: .diskFull)
    story.play("d")
    story.journal.refuse(with: nil)
    story.play("u")
    #expect(story.screen.contains(Words()[.noticeNothingToUndo]))
  }

  @Test func `the palette opened over help lists and runs the commands of the page below`() {
    let story = Samples.story().play("2?<C-p>")
    #expect(story.screen.contains(Words()[.journalTrash]))
    #expect(!story.screen.contains(Words()[.paletteRun]))
    story.play("put it in the trash<Enter>")
    #expect(story.journal.entries.first?.trashedAt != nil)
  }

  @Test func `a note in a second window is kept when one leaves at once`() {
    let story = Story()
    story.hear(.openWaits(JournalHolder(process: 477)))
    story.play("A thought")
    guard case .keepNote(let note, _)? = story.runtime.app.unkept.first else {
      Issue.record("nothing would be kept")
      return
    }
    #expect(note.text == "A thought")
  }

  @Test func `where a command was at work the journal opens after it, and the note comes along`() {
    let story = Story()
    story.hear(.openWaits(JournalHolder(process: 477, isCommand: true)))
    #expect(story.screen.contains("at work"))
    #expect(story.screen.contains("477"))
    story.play("A thought")
    story.hear(.sealed(LockedDoor()))
    #expect(story.screen.contains("the journal is free"))
    story.play(" not torn<Esc>")
    #expect(story.journal.kept.notes.map(\.text) == ["A thought not torn"])
    #expect(story.runtime.app.top is UnlockScreen)
    #expect(!story.runtime.isLeaving)
  }

  @Test(arguments: ["<C-p>to jour<Enter>", "<C-g>2", "<C-g>n", "<C-g>,"])
  func `a second window stays with its note wherever one tries to go`(keys: String) {
    let story = Story(country: "GB")
    story.hear(.openWaits(JournalHolder(process: 477)))
    story.play("A thought" + keys + "<Esc>")
    #expect(story.runtime.app.open.first is HeldScreen)
    #expect(story.journal.entries.isEmpty)
  }

  @Test func `a note that is refused lets nobody leave without it`() {
    let story = Story()
    story.hear(.openWaits(JournalHolder(process: 477)))
    story.journal.refuse(with: .diskFull)
    story.play("A thought<Esc>")
    #expect(!story.runtime.isLeaving)
    #expect(story.screen.contains("A thought"))
    story.journal.refuse(with: nil)
    story.play("<Esc>")
    #expect(story.runtime.isLeaving)
    #expect(story.journal.kept.notes.map(\.text) == ["A thought"])
  }

  @Test func `C-s in a second window keeps the note, and what is typed after it belongs to the same one`() {
    let story = Story()
    story.hear(.openWaits(JournalHolder(process: 477)))
    story.play("One half")
    story.playAhead("<C-s> and")
    #expect(story.journal.kept.keptNotes.first?.text == "One half")
    #expect(story.journal.kept.notes.isEmpty && story.screen.contains(Words()[.noticeNoteKept]))
    story.play(" the other<Esc>")
    #expect(story.journal.kept.notes.map(\.text) == ["One half and the other"])
  }

  @Test func `what is typed while a note is being kept is kept too when one leaves`() {
    let story = Story()
    story.hear(.openWaits(JournalHolder(process: 477)))
    story.play("One")
    story.holdsAnswers = true
    story.wait(milliseconds: 600)
    story.play(" more")
    story.holdsAnswers = false
    story.wait(milliseconds: 0)
    guard case .keepNote(let note, _)? = story.runtime.app.unkept.first else {
      Issue.record("nothing would be kept")
      return
    }
    #expect(note.text == "One more")
  }

  @Test func `a note that has arrived is not kept once more on the way out`() {
    let story = Story()
    story.hear(.openWaits(JournalHolder(process: 477)))
    story.play("A quick thought<Esc>")
    #expect(story.runtime.isLeaving)
    #expect(story.journal.kept.notes.map(\.text) == ["A quick thought"])
    #expect(story.runtime.app.unkept.isEmpty)
  }
}
