import Canvas
import HearthContent
import HearthCore
import Testing

@testable import HearthApp

/// A sealed journal and the person before its door.
@Suite @MainActor struct UnlockStories {
  /// Before a door that "sesame" opens.
  private func locked(_ door: LockedDoor = LockedDoor(), _ journal: MemoryJournal = MemoryJournal()) -> Story {
    journal.prepare { ($0.passphrase, $0.code) = ("sesame", "2B6K 9XQ4") }
    let story = Story(journal, opensAtOnce: false)
    story.hear(.sealed(door))
    return story
  }

  @Test func `the passphrase opens it`() {
    let story = locked().play("sesame<Enter>")
    #expect(story.runtime.app.open.isEmpty)
    #expect(story.screen.contains("Tuesday, 3 March"))
  }

  @Test func `another one is refused in one sentence, and the line is empty again`() {
    let story = locked().play("barley")
    #expect(story.screen.contains("• •"))
    story.play("<Enter>")
    #expect(story.screen.contains(Words()[.unlockWrong]))
    #expect(!story.screen.contains("• •"))
    story.play("sesame<Enter>")
    #expect(story.runtime.app.open.isEmpty)
  }

  @Test func `the other way in is named where there is one, also in a small window`() {
    let story = Story(size: Size(columns: 40, rows: 12), opensAtOnce: false)
    story.journal.prepare { $0.passphrase = "sesame" }
    story.hear(.sealed(LockedDoor(hasRecovery: true)))
    #expect(story.lines.last?.contains("Tab \(Words()[.keyCode])") == true)
    #expect(story.play("wheat<Enter>").screen.contains("Tab takes"))
    #expect(!locked().play("wheat<Enter>").screen.contains("Tab takes"))
  }

  @Test func `what is typed looks the same however long it is`() {
    let short = locked().play("s").screen
    #expect(short == locked().play("sesame and a good deal more").screen)
    #expect(short != locked().screen)
  }

  @Test func `a passphrase is in no picture and in no description of a wish`() {
    let story = locked()
    story.holdsAnswers = true
    story.play("sesame<Enter>")
    var told = story.screen
    dump(story.runtime.app, to: &told)
    dump(story.journal.kept.wishes, to: &told)
    told += String(describing: story.journal.kept.wishes) + String(reflecting: story.runtime.app)
    #expect(!told.contains("sesame"))
  }

  @Test(arguments: [
    (Problem.passphraseCommandFailed(status: 3), "ended with status 3"),
    (.passphraseWrong, "HEARTH_PASSPHRASE_COMMAND gave"),
  ])
  func `what the command gave is told of the command`(problem: Problem, said: String) {
    let story = locked(LockedDoor(hasCommand: true))
    story.holdsAnswers = true
    story.play("<Enter>")
    story.hear(.unlockRefused(problem))
    #expect(story.screen.contains(said))
    #expect(!story.screen.contains("at the terminal"))
    story.play("wheat<Enter>")
    story.hear(.unlockRefused(.passphraseWrong))
    #expect(story.screen.contains(Words()[.unlockWrong]))
  }

  @Test func `what the open file gave is told of the file`() {
    let story = locked(LockedDoor(asked: .file))
    story.hear(.unlockRefused(.passphraseWrong))
    #expect(story.screen.contains("the open file"))
    #expect(story.play("sesame<Enter>").runtime.app.open.isEmpty)
  }

  @Test(arguments: [KeyGiver.command, .file])
  func `what is asked and does not answer can be stopped, and the line is there again`(asked: KeyGiver) {
    let story = locked(LockedDoor(hasCommand: asked == .command, asked: asked)).play("ses")
    #expect(story.lines.last?.contains("Esc \(Words()[.keyStop])") == true)
    story.play("<Esc>")
    #expect(story.journal.kept.wishes == [.interrupt])
    story.hear(.unlockRefused(.interrupted))
    #expect(story.screen.contains(Words()[.unlockStopped]))
    #expect(story.play("sesame<Enter>").runtime.app.open.isEmpty)
  }

  @Test func `while it is tried it says so, and keys do nothing`() {
    let story = locked()
    story.holdsAnswers = true
    story.play("sesame<Enter>")
    #expect(story.screen.contains(Words()[.unlockTrying]))
    story.play("n1u<Enter>")
    story.holdsAnswers = false
    story.wait(milliseconds: 0)
    #expect(story.runtime.app.open.isEmpty)
    #expect(story.journal.drafts.isEmpty)
  }

  @Test func `after some errors it takes a little longer, three seconds at most`() {
    let story = locked()
    for pause in [0, 0, 0, 1000, 2000, 3000, 3000] {
      story.play("barley<Enter>")
      #expect(story.journal.kept.wishes.isEmpty == (pause > 0))
      story.wait(milliseconds: pause)
      #expect(story.screen.contains(Words()[.unlockWrong]))
      story.journal.prepare { $0.wishes = [] }
    }
  }

  @Test func `where there is a recovery code Tab leads to it, and its groups are counted`() {
    let story = locked(LockedDoor(hasRecovery: true)).play("half<Tab>")
    #expect(story.screen.contains(Words()[.unlockAskCode].prefix(30)))
    story.play("2B6K 9X")
    #expect(story.screen.contains("•••• ••"))
    story.play("Q5<Enter>")
    #expect(story.screen.contains(Words()[.unlockWrongCode].prefix(40)))
    story.play("2B6K 9XQ4<Enter>")
    #expect(story.runtime.app.open.isEmpty)
  }

  @Test func `without a recovery code nothing speaks of one`() {
    #expect(!locked().screen.contains("recovery"))
    #expect(locked().play("half<Tab>").screen.contains("• •"))
  }

  @Test func `a command that gives the passphrase is told of, before and after`() {
    let story = locked(LockedDoor(hasCommand: true, asked: .command))
    #expect(story.screen.contains(Words()[.unlockAskingCommand].prefix(50)))
    story.hear(.opened(Settings()))
    story.hear(.unlocked(by: .command, LastSaved(entries: 0, at: nil)))
    #expect(story.screen.contains(Words()[.noticeUnlockedByCommand]))
    let after = locked(LockedDoor(hasCommand: true))
    #expect(after.screen.contains(Words()[.unlockCommand]))
    #expect(after.play("<Enter>").journal.kept.wishes.count == 1)
    #expect(locked().play("<Enter>").journal.kept.wishes.isEmpty)
  }

  @Test func `Ctrl-Q leaves, also while it is tried`() {
    #expect(locked().play("ses<C-q>").runtime.isLeaving)
    let story = locked()
    story.holdsAnswers = true
    #expect(story.play("sesame<Enter><C-q>").runtime.isLeaving)
  }

  @Test func `support is there, and nothing of the journal`() {
    let story = locked(LockedDoor(), MemoryJournal(entries: Samples.entries))
    story.play("<C-g>")
    #expect(story.runtime.app.top is SupportScreen)
    #expect(!story.screen.contains("n write"))
    story.play("<Esc><C-p>")
    for word in [Word.houseToday, .houseWrite, .houseSettings, .houseTrash, .houseBack, .houseLock] {
      #expect(!story.screen.contains(Words()[word]), "\(word)")
    }
    story.play("support<Enter>")
    #expect(story.runtime.app.top is SupportScreen)
  }

  @Test func `what was typed before the door was seen goes into the line and not into the journal`() {
    let journal = MemoryJournal()
    journal.prepare { $0.passphrase = "sesame" }
    let story = Story(journal, opensAtOnce: false).play("sesame")
    story.hear(.sealed(LockedDoor()))
    #expect(story.play("<Enter>").runtime.app.open.isEmpty)
  }

  @Test func `Esc, Ctrl-W and Backspace take back what cannot be seen`() {
    for keys in ["x<Esc>", "x<C-w>", "x<Backspace>", "é<Backspace>"] {
      #expect(locked().play(keys + "sesame<Enter>").runtime.app.open.isEmpty, "\(keys)")
    }
  }

  @Test func `a paste is taken, without the line break behind it`() {
    let story = locked()
    story.take(.paste("sesame\n"))
    #expect(story.play("<Enter>").runtime.app.open.isEmpty)
  }

  @Test func `once it is open it says when something was saved last, so that an older journal is noticed`() {
    let story = Samples.story()
    story.hear(.unlocked(by: nil, LastSaved(entries: 1204, at: Story.evening.adding(seconds: -86_400))))
    #expect(story.screen.contains("Last saved yesterday, 21:04; 1,204 entries."))
    story.hear(.unlocked(by: .file, LastSaved(entries: 1, at: Story.evening)))
    #expect(story.screen.contains("named. Last saved today,"))
  }

  @Test func `notes that come in then do not take that away`() {
    let story = Samples.story()
    story.hear(.unlocked(by: nil, LastSaved(entries: 1204, at: Story.evening)))
    story.hear(.notesTaken(1))
    #expect(story.screen.contains("1,204 entries. 1 note from elsewhere is in the"))
    story.hear(.notesPutAside(1))
    #expect(story.screen.contains("Last saved") && story.screen.contains("could not be read"))
    story.wait(milliseconds: 11_000).hear(.notesTaken(2))
    #expect(!story.screen.contains("Last saved") && story.screen.contains("2 notes from elsewhere"))
  }

  @Test func `nor one another, where nothing was said before`() {
    let story = Samples.story()
    story.hear(.notesTaken(1))
    story.hear(.notesPutAside(1))
    #expect(story.screen.contains("1 note from elsewhere") && story.screen.contains("could not be read"))
    story.hear(.notesTaken(2))
    #expect(story.screen.contains("3 notes from elsewhere") && story.screen.contains("could not be read"))
  }
}

/// The line that is typed and not seen.
@Suite struct UnseenTests {
  @Test func `two of them are the same only where they are one`() {
    let one = SecretText("tea")
    #expect(one == one)
    #expect(one != SecretText("tea"))
    #expect(one.equals(SecretText("tea")))
    #expect(!one.equals(SecretText("coffee")))
  }

  @Test func `given away, nothing is left`() {
    let line = SecretText("tea")
    #expect(line.give { String(decoding: $0, as: UTF8.self) } == "tea")
    #expect(line.isEmpty)
  }

  @Test(arguments: [("", 0), ("tea", 3), ("two words", 8), ("Åsa 🎄", 4)]) func `letters are counted without blanks`(
    text: String, count: Int
  ) {
    #expect(SecretText(text).letters == count)
  }
}
