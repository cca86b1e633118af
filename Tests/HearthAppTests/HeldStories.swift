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
    story.wait(milliseconds: 5000).play("<Enter>A note")
    #expect(story.screen.contains("A note") && !story.screen.contains("sesame"))
    story.play("<Esc>")
    #expect(story.journal.kept.notes.map(\.text) == ["A note"])
    #expect(story.journal.kept.keptNotes.allSatisfy { !$0.text.contains("sesame") })
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
