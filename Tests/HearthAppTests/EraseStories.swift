import Canvas
import HearthContent
import HearthCore
import Testing

@testable import HearthApp

/// Erasing for good on the screen: what is asked before, and what is said after.
@Suite @MainActor struct EraseStories {
  private func story(passphrase: String? = nil) -> Story {
    let story = Samples.story()
    story.journal.prepare { $0.passphrase = passphrase }
    story.hear(.safekeepingKnown(Safekeeping(isSealed: passphrase != nil)))
    return story
  }

  @Test func `the marked entries go for good once that is said twice, and are in no list any more`() {
    let story = story().play("2xx<C-d>")
    #expect(story.screen.contains("2 entries go for good"))
    let before = story.journal.entries.count
    #expect(story.play("<Enter>").journal.entries.count == before)
    story.play("e")
    #expect(story.journal.entries.count == before - 2)
    #expect(story.screen.contains("2 entries are gone for good."))
    #expect(story.play("<Esc>").list?.chosen.isEmpty == true)
  }

  @Test func `without marks it is the entry one stands on, and Esc leaves it`() {
    let story = story().play("2<C-d>")
    let before = story.journal.entries.count
    #expect(story.screen.contains("1 entry goes for good"))
    #expect(story.play("<Esc>").journal.entries.count == before)
  }

  @Test func `the entry one reads can go as well, and then one is back in the list`() {
    let story = story().play("2<Enter><C-d>")
    let before = story.journal.entries.count
    #expect(story.screen.contains("1 entry goes for good"))
    #expect(story.play("<Esc>").runtime.app.top is ReadScreen)
    story.play("<C-d>e<Esc>")
    #expect(story.journal.entries.count == before - 1)
    #expect(story.list != nil)
  }

  @Test func `a sealed journal wants its passphrase, and nobody sees it`() {
    let story = story(passphrase: "barley").play("2<C-d>e")
    let before = story.journal.entries.count
    story.play("wheat<Enter>")
    #expect(story.screen.contains(Words()[.eraseWrong]))
    #expect(story.journal.entries.count == before)
    story.play("barley")
    #expect(!story.screen.contains("barley"))
    #expect(story.play("<Enter>").journal.entries.count == before - 1)
  }

  @Test func `a recovery code erases nothing, and it is said what to do first`() {
    let story = story(passphrase: "barley")
    story.hear(.safekeepingKnown(Safekeeping(isSealed: true, hasRecovery: true)))
    story.play("2<C-d>e2B6K<Enter>")
    #expect(story.screen.contains("set a new") && story.screen.contains("Nothing was erased"))
  }

  @Test func `with a person it is said that passages through practices go, and backups only may hold them`() {
    let story = Story(PeopleStories.journal())
    story.journal.prepare { state in
      state.backups = [KeptBackup(name: "one-a.db", day: Day(number: 20_000), clock: "09:00", size: 1)]
    }
    story.play("3<Enter><C-d>")
    #expect(story.screen.contains("passage through a practice"))
    #expect(story.play("e").screen.contains("may still hold"))
  }

  @Test func `backups that still hold it are named, and give way to a new one`() {
    let story = story()
    story.journal.prepare { state in
      state.backups = ["b", "a"].map {
        KeptBackup(name: "one-\($0).db", day: Day(number: 20_000), clock: "09:00", size: 1)
      }
    }
    story.play("2<C-d>e")
    #expect(story.screen.contains("one-a.db"))
    #expect(story.screen.contains("one-b.db"))
    story.play("<Enter>")
    #expect(story.journal.kept.backups.count == 1)
  }

  @Test func `while it is sealed anew Esc stops it, and nothing is erased`() {
    let story = story().play("2<C-d>")
    story.holdsAnswers = true
    story.play("e").wait(milliseconds: 100)
    #expect(story.journal.kept.wishes.last == .howFar)
    story.runtime.hear(.reseals(percent: 99))
    #expect(story.screen.contains("99 % is written."))
    story.play("1n<Esc>")
    #expect(story.journal.kept.wishes.last { $0 != .howFar } == .interrupt)
    #expect(story.runtime.app.top is EraseScreen)
  }

  @Test func `what was refused is told, and one is asked again`() {
    let story = story().play("2<C-d>")
    story.journal.refuse(with: .diskFull)
    story.play("e")
    #expect(story.screen.contains("The disk is full"))
    #expect(story.screen.contains("1 entry goes for good"))
  }

  @Test func `everything goes only after its word, and then any key leaves`() {
    let story = story().play("<C-p>erase everything<Enter>e")
    story.play("all<Enter>")
    #expect(story.screen.contains(Words()[.eraseOtherWord]))
    #expect(!story.journal.entries.isEmpty)
    story.play("<Esc>e" + Words()[.eraseWord] + "<Enter>")
    #expect(story.journal.entries.isEmpty)
    #expect(story.screen.contains(Words()[.eraseGone]))
    #expect(!story.runtime.isLeaving)
    #expect(story.play("x").runtime.isLeaving)
  }

  @Test func `a journal that is made up has nothing to erase`() {
    var context = Context.evening()
    context.isMadeUp = true
    var screen = EraseScreen(.everything, in: context)
    _ = screen.hear(.shown, in: context)
    #expect(screen.picture(in: context).text().contains("made-up journal"))
    #expect(screen.run(.eraseGoOn, in: context).isEmpty)
    #expect(screen.stage == .asked)
  }

  @Test(arguments: [(80, 24), (40, 12), (20, 5)]) func `Golden pictures of erasing`(columns: Int, rows: Int) {
    let story = Samples.story(columns: columns, rows: rows)
    expectPicture("erase-\(columns)x\(rows)", story.play("2xx<C-d>").frame)
  }

  @Test func `it is said which entries go`() throws {
    let story = story().play("2")
    let title = try #require(story.list?.marked?.title)
    #expect(story.play("<C-d>").screen.contains(title))
  }

  @Test func `each backup that still holds it stands on a row of its own`() {
    let story = story()
    story.journal.prepare { state in
      state.backups = ["b", "a"].map {
        KeptBackup(name: "one-\($0).db", day: Day(number: 20_000), clock: "09:00", size: 1)
      }
    }
    let rows = story.play("2<C-d>e").lines.map(\.trimmed)
    #expect(rows.contains("one-a.db") && rows.contains("one-b.db"))
  }

  @Test func `on a person's page it is the person that erase means`() {
    let story = Story(PeopleStories.journal()).play("3<Enter><C-p>erase<Enter>")
    #expect(story.screen.contains("All that names Mia"))
    #expect(story.play("e").journal.kept.people.map(\.person.name) == ["Jon", "Elsa"])
    #expect(story.screen.contains("Nothing names Mia with @ any more"))
    #expect(story.play("<Esc>").runtime.app.top is PeopleScreen)
  }

  @Test func `in a small window the last page is read to its end before a key leaves`() {
    let settings = Settings { $0.backupFolder = "/media/stick" }
    let story = Story(MemoryJournal(settings: settings), size: Size(columns: 40, rows: 12))
    story.play("<C-p>erase everything<Enter>e").play("everything<Enter>")
    #expect(!story.screen.contains("Any key leaves."))
    for _ in 0..<9 where !story.screen.contains("Any key leaves.") { story.play("<Down>") }
    #expect(story.screen.contains("Any key leaves.") && !story.runtime.isLeaving)
    #expect(story.play("<Down>").runtime.isLeaving)
  }

  @Test func `who erases everything hears of the second folder`() {
    let story = Story(MemoryJournal(settings: Settings { $0.backupFolder = "/media/stick" }))
    #expect(story.play("<C-p>erase everything<Enter>").screen.contains("Backups in /media/stick stay"))
    #expect(story.play("e" + Words()[.eraseWord] + "<Enter>").screen.contains("Backups in /media/stick stay"))
  }
}
