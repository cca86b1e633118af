import Canvas
import FoundationEssentials
import HearthContent
import HearthCore
import Testing

@testable import HearthApp

/// What happens when nobody touches a key, and how one comes back.
@Suite @MainActor struct LockStories {
  private func story(lockAfter: Int = 3, leavesOnEscape: Bool = false) -> Story {
    let settings = Settings {
      $0.lockAfter = lockAfter
      $0.leavesOnEscape = leavesOnEscape
    }
    let story = Story(MemoryJournal(entries: Samples.entries, settings: settings))
    story.hear(.safekeepingKnown(Safekeeping(isSealed: true, newestBackup: Day("2026-03-03"))))
    return story
  }

  @Test func `after three minutes without a key it locks`() {
    let story = story().wait(milliseconds: 179_000)
    #expect(!story.runtime.wantsLock)
    #expect(story.wait(milliseconds: 2000).runtime.wantsLock)
  }

  @Test func `any key puts it off, and so does the mouse`() {
    let click = MouseEvent(.press, button: 1, at: Point(column: 5, row: 5))
    for input in [Input.key(KeyPress(.down)), .mouse(click), .paste("tea")] {
      let story = story().wait(milliseconds: 170_000)
      story.take(input)
      #expect(!story.wait(milliseconds: 20_000).runtime.wantsLock)
    }
    let away = story().wait(milliseconds: 170_000)
    away.take(.focus(true))
    #expect(away.wait(milliseconds: 20_000).runtime.wantsLock)
  }

  @Test func `it can be another time, or never`() {
    #expect(story(lockAfter: 1).wait(milliseconds: 61_000).runtime.wantsLock)
    #expect(!story(lockAfter: 0).wait(milliseconds: 86_400_000).runtime.wantsLock)
    let settings = story().play(",<Tab*6><Down*2><Left>")
    #expect(settings.journal.kept.settings.lockAfter == 2)
    settings.play("<Right*9>")
    #expect(settings.journal.kept.settings.lockAfter == 0)
    #expect(settings.screen.contains("‹ never ›"))
    #expect(settings.play("<Left>").journal.kept.settings.lockAfter == 60)
  }

  @Test func `it can be locked from the palette`() {
    #expect(story().play("<C-p>lock the<Enter>").runtime.wantsLock)
  }

  @Test func `without a passphrase a curtain hangs there, which says so, and any key only lifts it`() {
    let story = Samples.story().play("2<Enter>")
    let before = story.screen
    story.hear(.screenCleared(nil))
    #expect(!story.screen.contains("canal"))
    #expect(story.screen.contains(Words()[.curtainWhy]))
    for key in ["e", "<Enter>", "<Esc>", "1", "q"] {
      #expect(story.play(key).screen == before, "\(key)")
      story.hear(.screenCleared(nil))
    }
    story.hear(.screenCleared(nil))
    #expect(story.play(" ").screen == before)
  }

  @Test func `where words could not be kept the curtain says why it is not locked`() {
    let story = story().play("nTea")
    story.hear(.screenCleared(.diskFull))
    #expect(!story.screen.contains("Tea"))
    #expect(story.screen.contains(Words()[.curtainNotKept].prefix(40)))
    #expect(story.play("x").screen.contains("Tea"))
  }

  @Test func `a curtain over the door of a sealed journal is not needed`() {
    let story = Story(MemoryJournal(), opensAtOnce: false)
    story.hear(.sealed(LockedDoor()))
    story.play("half")
    story.hear(.screenCleared(nil))
    #expect(story.runtime.app.top is UnlockScreen)
    #expect(!story.screen.contains("• •"))
  }

  // MARK: Coming back

  @Test func `the place is the room, the entry that is read and the page that is written on`() {
    #expect(Samples.story().runtime.app.place == Place(.today))
    #expect(Samples.story().play("2<Enter>").runtime.app.place == Place(.journal, reading: Story.id(1)))
    let writing = Samples.story().play("2<Enter>e").runtime.app.place
    #expect(writing == Place(.journal, reading: Story.id(1), writing: Story.id(1)))
  }

  @Test(arguments: ["3<Enter>", "1a", "2/canal<Enter>", "2/can", "5<Tab>-vs6m<Enter><PgUp>"])
  func `one is back on the page, the day, in the search and at the chart where one was`(way: String) throws {
    let before = Story(PeopleStories.journal()).play(way)
    let place = try #require(Place(before.runtime.app.place.text))
    let after = Story(PeopleStories.journal())
    after.hear(.placeFound(PlaceFound(place)))
    #expect(after.runtime.app.place == before.runtime.app.place)
    #expect(after.screen == before.screen)
    #expect(after.play("<Esc>").runtime.app.context.room == before.runtime.app.context.room)
  }

  @Test func `on another day one is on Today, and what was being written is still open`() {
    var place = Samples.story().play("2a").runtime.app.place
    let story = Samples.story()
    for (day, writing) in [(Day("2026-03-03"), nil), (Day("2026-03-02"), nil), (Day("2026-03-02"), Story.id(1))] {
      place.leftOn = day
      var found = PlaceFound(place)
      found.writing = writing.flatMap { id in Samples.entries.first { $0.id == id } }.map { .entry($0, answering: nil) }
      story.hear(.placeFound(found))
      let top = story.runtime.app.top
      #expect(day == Day("2026-03-03") ? top is DayScreen : writing == nil ? top is TodayScreen : top is ComposeScreen)
    }
  }

  @Test func `a place is read as it was written`() {
    var card = Place(.library)
    (card.card, card.seeking, card.leftOn) = ("a", "with:\"Mia Berg\" tea", Day("2026-03-02"))
    card.isSeekBegun = true
    for place in [card, Place(.today), Place(.journal, reading: Story.id(1)), Place(.today, writing: Story.id(2))] {
      #expect(Place(place.text) == place)
    }
    #expect(Place("") == nil)
    #expect(Place("9") == nil)
  }

  @Test(arguments: [true, false])
  func `another passphrase that counts since a lock is told, and what opens older backups`(
    isSealed: Bool
  ) throws {
    var place = Place(.journal)
    place.wasSealedUnseen = true
    #expect(Place(place.text) == place)
    let story = Samples.story()
    story.hear(.safekeepingKnown(Safekeeping(isSealed: isSealed, newestBackup: Day("2026-03-03"))))
    story.hear(.placeFound(PlaceFound(place)))
    let said: [Word] =
      isSealed
      ? [.passphraseDone, .passphraseDoneUnseen, .passphraseOldBackups]
      : [.passphraseGone, .passphraseGoneUnseen, .passphraseOldBackupsOpen]
    for word in said { #expect(story.screen.contains(Words()[word].prefix(40)), "\(word)") }
    #expect(story.play("<Esc>").runtime.app.place == Place(.journal))
  }

  @Test(arguments: [nil, "/media/stick"])
  func `without backups it speaks of older ones only where a second folder may have some`(folder: String?) {
    var place = Place(.journal)
    place.wasSealedUnseen = true
    let story = Samples.story()
    var settings = Settings()
    settings.backupFolder = folder
    story.hear(.opened(settings))
    story.hear(.safekeepingKnown(Safekeeping(isSealed: true)))
    story.hear(.placeFound(PlaceFound(place)))
    #expect(story.screen.contains(Words()[.passphraseOldBackups].prefix(40)) == (folder != nil))
    #expect(story.screen.contains(Words()[.passphraseNoBackups].prefix(20)) == (folder == nil))
  }

  @Test func `one is back where one was, and no other page is offered`() throws {
    let draft = Draft(
      entry: Story.id(1), isEdit: true, text: "By the canal, again", stamp: Stamp(Story.evening, in: Story.zone),
      keptAt: Story.evening)
    let story = Story(MemoryJournal(entries: Samples.entries, drafts: [draft]), opensAtOnce: false)
    story.hear(.sealed(LockedDoor()))
    story.holdsAnswers = true
    story.hear(.opened(Settings()))
    let head = try #require(Samples.entries.first?.head)
    story.hear(.placeFound(PlaceFound(Place(.journal), reading: head, writing: .draft(draft, answering: nil))))
    story.holdsAnswers = false
    story.wait(milliseconds: 0)
    #expect(story.screen.contains("By the canal, again"))
    #expect(story.runtime.app.open.count == 2)
    story.play("<C-s><Esc>")
    #expect(story.runtime.app.top is ReadScreen)
    #expect(story.play("<Esc>").runtime.app.context.room == .journal)
  }

  // MARK: Esc three times

  @Test(arguments: ["", "2", "nTea", "2<Enter>", "<C-p>", "n<Tab>"])
  func `Esc three times in a second leaves at once, where it is switched on`(way: String) {
    #expect(story(leavesOnEscape: true).play(way + "<Esc*3>").runtime.isLeaving)
    #expect(!story().play(way + "<Esc*3>").runtime.isLeaving)
  }

  @Test func `slower it does what Esc does`() {
    let story = story(leavesOnEscape: true).play("<Esc*2>")
    story.wait(milliseconds: 1000)
    #expect(!story.play("<Esc>").runtime.isLeaving)
    #expect(!story.play("j<Esc>").runtime.isLeaving)
  }

  @Test func `it is switched on in Settings`() {
    let story = story().play(",<Tab*6><Down*3> ")
    #expect(story.journal.kept.settings.leavesOnEscape)
    #expect(story.play("<Esc*3>").runtime.isLeaving)
  }

  @Test func `only who wants it leaves under a plain page, and only in a hurry`() {
    #expect(!story().play("<C-q>").runtime.leavesCovered)
    let wanting = story().play(",<Tab*6><Down*4> <Esc>")
    #expect(wanting.journal.kept.settings.covers)
    #expect(!wanting.play("q").runtime.leavesCovered)
    let other = Samples.story()
    other.hear(.changed(Settings { $0.covers = true }))
    #expect(other.play("n<C-q>").runtime.leavesCovered)
  }

  @Test func `the plain page says nothing of what was there`() {
    let page = CoverPage(Day("2026-03-03") ?? Day(number: 0), Words()).frame(Size(columns: 40, rows: 9))
    #expect(
      page.text() == """

         Tuesday, 3 March 2026

         To do
         -
         -
         -
         -
         -
        """)
  }
}
