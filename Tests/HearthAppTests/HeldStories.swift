import Canvas
import HearthContent
import HearthCore
import Testing

@testable import HearthApp

/// A second window, while another has the journal.
@Suite @MainActor struct HeldStories {
  private func held(isSealed: Bool = false) -> Story {
    let story = Story(opensAtOnce: false)
    story.journal.prepare { $0.passphrase = isSealed ? "sesame" : nil }
    story.hear(.openWaits(JournalHolder(process: 477, isSealed: isSealed)))
    return story
  }

  @Test func `of a sealed journal nothing is typed in clear before a note was asked for`() {
    let story = held(isSealed: true).play("sesame and corn")
    #expect(!story.screen.contains("sesame") && !story.frame.cursorVisible)
    story.play("<Enter>").wait(milliseconds: 2000).play("<Enter>A note")
    #expect(story.screen.contains("A note") && !story.screen.contains("sesame"))
    story.play("<Esc>")
    #expect(story.journal.kept.notes.map(\.text) == ["A note"])
    #expect(story.journal.kept.keptNotes.allSatisfy { !$0.text.contains("sesame") })
  }

  /// A passphrase typed by habit, in whatever rhythm, and once more because nothing came of it.
  @Test(arguments: [0, 1000, 60_000], [0, 1000, 60_000])
  func `letters and Enter begin no note, however long they take`(beforeEnter: Int, beforeAgain: Int) {
    let story = held(isSealed: true)
    for _ in 1...2 {
      story.play("ses<Left>ame").wait(milliseconds: beforeEnter).play("<Enter>").wait(milliseconds: beforeAgain)
    }
    #expect(!story.screen.contains("sesame") && story.screen.contains(Words()[.heldAsk].prefix(20)))
    #expect(story.play("<Esc>").runtime.isLeaving)
    #expect(story.journal.kept.notes.isEmpty && story.journal.kept.keptNotes.isEmpty)
  }

  @Test func `what was pasted counts as typed, and an impatient Enter begins nothing either`() {
    let story = held(isSealed: true)
    story.take(.paste("sesame"))
    story.play("<Enter><Enter>sesame")
    #expect(!story.screen.contains("sesame"))
  }

  @Test func `a passphrase typed before anything is seen begins no note`() {
    let story = Story(opensAtOnce: false).play("sesame<Enter>")
    story.hear(.openWaits(JournalHolder(process: 477, isSealed: true)))
    #expect(!story.play("sesame").screen.contains("sesame"))
  }

  @Test(arguments: ["", "A"])
  func `a note that was begun stays, whatever is told meanwhile`(typed: String) {
    let told: [Event] = [
      .openWaits(JournalHolder(process: 477, isSealed: true)), .journalFreed, .sealed(LockedDoor()),
      .opened(Settings()),
    ]
    for event in told {
      let story = held(isSealed: true).play("<Enter>" + typed)
      story.hear(event)
      story.play(" thought")
      #expect(story.screen.contains(typed + " thought"))
      story.play("<Esc>")
      #expect(story.journal.kept.notes.map(\.text) == [typed + " thought"])
    }
  }

  @Test func `once the other has let go it says so, and nothing is shown before a key asks for it`() {
    let story = held()
    story.hear(.journalFreed)
    #expect(story.screen.contains(Words()[.heldFreed]) && !story.screen.contains("takes it in"))
    #expect(story.runtime.app.top is HeldScreen)
    #expect(story.play("<Enter>").runtime.app.open.isEmpty)
  }

  @Test func `a note that was begun comes along, and what is typed ahead is for the door`() {
    let story = held(isSealed: true).play("<Enter>A thought")
    story.hear(.journalFreed)
    story.play(" of mine<Esc>sesame<Enter>")
    #expect(story.journal.kept.notes.map(\.text) == ["A thought of mine"])
    #expect(story.runtime.app.open.isEmpty && !story.runtime.isLeaving)
  }

  @Test func `where another was quicker it says who has the journal now`() {
    let story = held()
    story.hear(.journalFreed)
    story.holdsAnswers = true
    story.play("<Enter>")
    story.hear(.openWaits(JournalHolder(process: 512)))
    #expect(story.screen.contains("512") && story.runtime.app.open.count == 1)
  }

  @Test func `Esc leaves where nobody has tried the door`() {
    let story = held()
    story.hear(.journalFreed)
    #expect(story.play("<Esc>").runtime.isLeaving)
  }
}
