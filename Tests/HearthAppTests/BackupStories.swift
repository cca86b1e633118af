import Canvas
import HearthContent
import HearthCore
import Testing

@testable import HearthApp

/// When backups are made, and what is seen of them.
@Suite @MainActor struct BackupStories {
  private func story(newest: String? = "2026-03-02") -> Story {
    let story = Samples.story()
    story.hear(.safekeepingKnown(Safekeeping(newestBackup: newest.flatMap { Day($0) })))
    return story
  }

  private func asked(_ story: Story) -> Int { story.journal.kept.wishes.filter { $0 == .backUp }.count }

  @Test func `one is made once a day, in a quiet moment`() {
    let story = story().wait(milliseconds: 29_000)
    #expect(asked(story) == 0)
    #expect(asked(story.wait(milliseconds: 2000)) == 1)
    #expect(asked(story.play("j").wait(milliseconds: 60_000)) == 1)
    #expect(asked(self.story(newest: "2026-03-03").wait(milliseconds: 60_000)) == 0)
  }

  @Test func `a key ends one that is being made, and it comes in the next quiet moment`() {
    let story = story()
    story.holdsAnswers = true
    story.wait(milliseconds: 31_000)
    story.play("j")
    #expect(story.journal.kept.wishes.last == .interrupt)
    story.holdsAnswers = false
    story.hear(.backupRefused(.interrupted))
    #expect(asked(story.wait(milliseconds: 31_000)) == 2)
  }

  @Test func `q makes one on the way out, where there is something new`() {
    let story = story()
    story.holdsAnswers = true
    story.play("q")
    #expect(story.screen.contains(Words()[.farewellSays]))
    #expect(!story.runtime.isLeaving)
    story.holdsAnswers = false
    #expect(story.wait(milliseconds: 0).runtime.isLeaving)
    #expect(asked(story) == 1)
    let quiet = self.story(newest: "2026-03-03").play("q")
    #expect(quiet.runtime.isLeaving)
    #expect(asked(quiet) == 0)
    #expect(asked(self.story(newest: "2026-03-03").play("2sq")) == 1)
  }

  @Test(arguments: ["c4<Enter>", "ma<Enter>3", "3aAna<Enter>", ",1<Esc>"])
  func `answers, moments, people and settings are new as well`(keys: String) {
    #expect(asked(story(newest: "2026-03-03").play(keys + "<Esc*3>q")) == 1)
  }

  @Test(
    arguments: [
      .people(.gone(Story.id(501))), .practiceRested, .questionShown(nil), .questions(.changed([])), .cardRead([]),
    ] as [Event])
  func `somebody who is gone, what rests, what is put aside and what was read are new as well`(event: Event) {
    let story = story(newest: "2026-03-03")
    story.hear(event)
    #expect(asked(story.play("q")) == 1)
  }

  @Test func `Esc skips it, and a key too many does not`() {
    let story = story()
    story.holdsAnswers = true
    #expect(!story.play("qqx<Enter>").runtime.isLeaving)
    #expect(story.play("<Esc>").runtime.isLeaving)
    #expect(story.journal.kept.wishes.last == .interrupt)
  }

  @Test func `where it cannot be made that is told before one leaves`() {
    let story = story()
    story.journal.refuse(with: .diskFull)
    story.play("q")
    #expect(story.screen.contains("The disk is full"))
    #expect(story.play(" ").runtime.isLeaving)
  }

  @Test func `leaving at once makes none`() {
    let story = story().play("<C-q>")
    #expect(story.runtime.isLeaving)
    #expect(asked(story) == 0)
  }

  @Test func `Settings tell when the newest was made, and lead to the list`() {
    let story = story(newest: "2026-03-02").play(",<Tab*6><Down*5>")
    #expect(story.screen.contains("yesterday"))
    #expect(story.play("<Enter>").runtime.app.top is BackupsScreen)
  }

  @Test func `of a made-up journal there are none, and nothing is offered`() {
    var context = Context.evening()
    context.isMadeUp = true
    var screen = BackupsScreen(isMadeUp: true)
    #expect(screen.picture(in: context).text().contains("There are no backups of it"))
    #expect(screen.run(.backupsMake, in: context).isEmpty)
  }

  @Test func `the list says when, how large, and whether one is whole`() {
    let story = story()
    story.journal.prepare { state in
      state.backups = [("new", 20_515), ("old", 20_514)].map {
        KeptBackup(name: $0.0, day: Day(number: $0.1), clock: "09:00", size: 4_200_000)
      }
    }
    story.play("<C-p>the backups<Enter>")
    #expect(story.screen.contains("All together 8 MB, of 1 GB at most."))
    #expect(story.screen.contains("09:00  4 MB"))
    #expect(story.play("<Enter>").screen.contains("It is whole, with 6 entries."))
    #expect(story.play("j<Enter>").screen.contains("the passphrase it was made under"))
  }

  @Test func `a list that is longer than its room says so, and its end is a key away`() {
    let story = story()
    story.journal.prepare { state in
      state.backups = (0..<30).map {
        KeptBackup(name: "\($0)", day: Day(number: 20_515 - $0), clock: "09:00", size: 4_200_000)
      }
    }
    story.play("<C-p>the backups<Enter>")
    #expect(story.screen.contains(Words()[.listMore]))
    #expect(!story.play("G").screen.contains(Words()[.listMore]))
    #expect(story.screen.contains("2 February 2026"))
  }

  @Test func `in a small window there is room for the list, and what went wrong can be read to its end`() {
    let story = Samples.story(columns: 40, rows: 12)
    story.journal.prepare { state in
      state.backups = (0..<5).map {
        KeptBackup(name: "\($0)", day: Day(number: 20_515 - $0), clock: "09:00", size: 4_200_000)
      }
    }
    #expect(story.play("<C-p>the backups<Enter>").screen.contains("28 February 2026"))
    story.play("<Esc>").hear(.safekeepingKnown(Safekeeping(newestBackup: Day("2026-03-02"))))
    story.holdsAnswers = true
    story.play("q").hear(.backedUp(elsewhere: .folderFull("/media/a stick/and a folder in it")))
    for _ in 0..<9 { story.play("<PgDn>") }
    #expect(story.screen.contains("Any key leaves.") && !story.runtime.isLeaving, "\(story.screen)")
    #expect(story.play("x").runtime.isLeaving)
  }

  @Test func `a second folder can be named, and taken back`() {
    let story = story().play("<C-p>the backups<Enter>f/media/stick<Enter>")
    #expect(story.journal.kept.settings.backupFolder == "/media/stick")
    #expect(story.screen.contains("/media/stick"))
    #expect(!story.screen.contains("when that is there."))
    story.play("f<C-a><Backspace><Enter>")
    #expect(story.journal.kept.settings.backupFolder == nil)
  }

  @Test func `one that is not there today is told as soon as it is named`() {
    let story = story()
    story.journal.prepare { $0.elsewhereRefusal = .folderMissing("/media/stick") }
    story.play("<C-p>the backups<Enter>")
    #expect(!story.screen.contains("when that is there."))
    #expect(story.play("f/media/stick<Enter>").screen.contains("when that is there."))
  }

  @Test(arguments: ["stick", "../stick", "~anna/stick"]) func `a second folder is named whole`(path: String) {
    let story = story().play("<C-p>the backups<Enter>f\(path)<Enter>")
    #expect(story.screen.contains("What was set stays."))
    #expect(story.journal.kept.settings.backupFolder == nil)
    #expect(story.play("<C-a><Backspace>~/stick<Enter>").journal.kept.settings.backupFolder == "~/stick")
    #expect(!story.screen.contains("What was set stays."))
  }

  @Test func `a folder that was refused stays to be put right, with why`() {
    let story = story().play("<C-p>the backups<Enter>f")
    story.hear(.folderRefused(.folderOwn("/j")))
    #expect(story.screen.contains("/j belongs to the journal itself"))
    #expect(!story.play("/stick<Enter>").screen.contains("belongs to"))
    #expect(story.journal.kept.settings.backupFolder == "/stick")
  }

  @Test func `what the second folder did not get is not told any more once another, or none, is kept`() {
    let story = withoutStick().play("<C-p>the backups<Enter>b")
    #expect(story.screen.contains("The second folder got none."))
    #expect(!story.play("f<C-a><Backspace><Enter>").screen.contains("got none"))
  }

  /// Two rows of it, and nothing of a sentence that they would cover half of.
  @Test func `what went wrong stands by itself at the foot`() {
    let story = story()
    story.journal.prepare { state in
      state.elsewhereRefusal = .folderForeign("/etc/hostname")
      state.backups = [KeptBackup(name: "old", day: Day(number: 20_514), clock: "09:00", size: 1)]
    }
    story.play("<C-p>the backups<Enter><Enter>")
    #expect(story.screen.contains("it was not looked into"))
    story.play("b")
    #expect(story.screen.contains("f names another folder") && !story.screen.contains("looked into"))
    #expect(!story.screen.contains("--journal"))
    #expect(!story.play("j").screen.contains("f names another folder"))
  }

  @Test(arguments: [true, false]) func `that one would take the passphrase away is said`(isSealed: Bool) {
    let story = Samples.story()
    story.hear(.safekeepingKnown(Safekeeping(isSealed: isSealed)))
    story.journal.prepare { state in
      state.backups = [KeptBackup(name: "a", day: Day(number: 20_515), clock: "09:00", size: 1, isOpen: true)]
    }
    story.play("<C-p>the backups<Enter><Enter>")
    #expect(story.screen.contains("It is whole"))
    #expect(story.screen.contains("It opens without a passphrase; put") == isSealed)
  }

  @Test func `those in the second folder stand there too, and are looked into by themselves`() {
    let story = story()
    story.journal.prepare { state in
      state.backups = [false, true].map {
        KeptBackup(name: "a", day: Day(number: 20_515), clock: "09:00", size: 4_200_000, isElsewhere: $0)
      }
    }
    story.play("<C-p>the backups<Enter>")
    #expect(story.screen.contains("All together 4 MB"))
    #expect(story.screen.contains("4 MB  second folder"))
    story.play("j<Enter>")
    #expect(story.journal.kept.wishes.last == .checkBackup(KeptBackup.ID("a", isElsewhere: true)))
  }

  @Test func `a second folder that is not there is told, and the first backup is there all the same`() {
    let story = story().play("<C-p>the backups<Enter>b")
    story.hear(.backedUp(elsewhere: .folderMissing("/media/stick")))
    #expect(story.screen.contains("The second folder got none."))
  }

  @Test(arguments: [.backupRefused(.diskFull), .backedUp(elsewhere: .folderMissing("/media/stick"))] as [Event])
  func `that one was made is not said beside what became of the next`(event: Event) {
    let story = story().play("<C-p>the backups<Enter>b")
    #expect(story.screen.contains(Words()[.backupsMade]))
    story.hear(event)
    #expect(!story.screen.contains(Words()[.backupsMade]))
  }

  @Test func `a full stick is told by its folder`() {
    let story = story().play("<C-p>the backups<Enter>b")
    story.hear(.backedUp(elsewhere: .folderFull("/media/stick")))
    #expect(story.screen.contains("/media/stick is on is full"))
  }

  @Test func `what is no folder is refused in its own words`() {
    let story = story().play("<C-p>the backups<Enter>f")
    story.hear(.folderRefused(.folderForeign("/etc/hostname")))
    #expect(story.screen.contains("/etc/hostname cannot hold backups") && !story.screen.contains("--journal"))
  }

  private func withoutStick() -> Story {
    let story = story()
    story.journal.prepare { $0.elsewhereRefusal = .folderMissing("/media/stick") }
    story.hear(.changed(Settings { $0.backupFolder = "/media/stick" }))
    return story
  }

  @Test func `what failed while nobody was there is told to whoever comes back, and stands on Today`() {
    let story = withoutStick().wait(milliseconds: 60_000)
    #expect(!story.screen.contains("got none"))
    #expect(story.play("j").screen.contains("The second folder got none. /media/"))
    #expect(story.wait(milliseconds: 11_000).lines.last?.contains("second folder: no backup") == true)
    story.hear(.backedUp(elsewhere: nil))
    #expect(story.lines.last?.contains("second folder") == false)
  }

  @Test func `that the second folder got none stands on Today after a lock as well`() {
    let story = story(newest: "2026-03-03")
    story.hear(.changed(Settings { $0.backupFolder = "/media/stick" }))
    story.hear(.safekeepingKnown(Safekeeping(newestBackup: Day("2026-03-03"), missesElsewhere: true)))
    #expect(story.lines.last?.contains("second folder: no backup") == true)
    story.hear(.changed(Settings()))
    #expect(story.lines.last?.contains("second folder") == false)
  }

  @Test func `q in the middle of an idle one ends that one and makes its own before it leaves`() {
    let story = story()
    story.holdsAnswers = true
    story.wait(milliseconds: 31_000).play("q")
    story.hear(.backupRefused(.interrupted))
    #expect(!story.runtime.isLeaving && story.screen.contains(Words()[.farewellSays]))
    story.holdsAnswers = false
    #expect(story.wait(milliseconds: 0).runtime.isLeaving && asked(story) == 2)
  }

  @Test func `on the way out a second folder that got none is told before one leaves`() {
    let story = withoutStick().play("q")
    #expect(!story.runtime.isLeaving)
    #expect(story.screen.contains("/media/stick"))
    #expect(story.lines.last?.contains("skip") == false && story.lines.last?.contains("Esc leave") == true)
    #expect(story.play(" ").runtime.isLeaving)
  }

  @Test func `a second copy that a key ended is made in the next quiet moment, also on the same day`() {
    let story = story()
    story.holdsAnswers = true
    story.wait(milliseconds: 31_000).play("j")
    story.hear(.safekeepingKnown(Safekeeping(newestBackup: Day("2026-03-03"))))
    story.hear(.backupRefused(.interrupted))
    #expect(asked(story.wait(milliseconds: 31_000)) == 2)
  }

  @Test(
    arguments: [
      ("2026-03-03", nil), ("2026-03-01", nil), ("2026-02-27", "last backup: 4 days ago"), (nil, "no backup yet"),
    ] as [(String?, String?)])
  func `Today says how old the newest is once that is worth knowing`(newest: String?, said: String?) {
    let bar = story(newest: newest).lines.last ?? ""
    #expect(said.map(bar.contains) ?? !bar.contains("backup"))
  }

  @Test func `of a sealed journal the list says which open without a passphrase`() {
    for isSealed in [true, false] {
      let story = Samples.story()
      story.hear(.safekeepingKnown(Safekeeping(isSealed: isSealed)))
      story.journal.prepare { state in
        state.backups = [KeptBackup(name: "a", day: Day(number: 20_515), clock: "09:00", size: 1, isOpen: true)]
      }
      story.play("<C-p>the backups<Enter>")
      #expect(story.screen.contains("opens without a passphrase") == isSealed)
    }
  }

  @Test(arguments: [Problem.backupDamaged("/j/backups/a"), .fileForeign("/j/backups/a"), .journalDamaged("/j")])
  func `one that is damaged is said to be, and not the journal`(problem: Problem) {
    let story = story()
    story.journal.prepare { state in
      state.backups = [KeptBackup(name: "a", day: Day(number: 20_515), clock: "09:00", size: 1)]
    }
    story.play("<C-p>the backups<Enter>")
    story.hear(.backupBroken(KeptBackup.ID("a"), problem))
    #expect(story.screen.contains("It is damaged"))
    #expect(!story.screen.contains("salvage"))
  }

  @Test func `where there is none there is none to look into`() {
    #expect(story().play("<C-p>the backups<Enter>").lines.last?.contains("Enter") == false)
  }
}
