import Canvas
import HearthContent
import HearthCore
import Testing

@testable import HearthApp

/// A practice that is not offered about somebody, begun all the same.
@Suite @MainActor struct TurnedAwayStories {
  private func story(_ keep: Practice.Keep = .always) -> Story {
    let journal = MemoryJournal(entries: Samples.entries)
    let practice = Practice(
      id: "mend", title: "Mending", needs: ["alone"], keep: keep, isHiddenForFlagged: true,
      steps: [
        Step(id: "what", .text, "What happened?"), Step(id: "who", .person, "Who is it with?"),
        Step(id: "then", .text, "And then?"),
      ])
    journal.prepare { ($0.practices.practices, $0.practices.quiet) = ([practice], ["jon"]) }
    return Story(journal, size: Size(columns: 80, rows: 24)).play("4<Enter>We argued<Tab>Jon<Tab>")
  }

  private func says(_ story: Story) -> Bool { story.screen.contains(Words()[.noticeNotAboutThem].prefix(40)) }

  @Test func `it says so in a kind sentence, and keys that were typed ahead do nothing`() {
    let story = story()
    #expect(says(story))
    story.play("and then he said n2dqu<Enter><Tab>").wait(milliseconds: 20_000)
    #expect(says(story) && story.runtime.app.context.room == .practice)
    #expect(!story.play("<Esc>").runtime.isLeaving && story.runtime.app.open.isEmpty)
  }

  @Test func `every word was kept before, and comes back with u`() {
    let story = story().play("<Esc>")
    #expect(story.journal.kept.practices.runs.isEmpty)
    let run = story.play("u").journal.kept.practices.runs.first
    #expect(run?.person == "Jon" && run?.answer(to: "what") == .text("We argued"))
  }

  @Test func `where the person is to be asked, they are`() {
    let story = story(.ask).play("<Esc>")
    #expect(story.screen.contains(Words()[.practiceLetGo]))
    #expect(story.play("<Down><Enter>").runtime.app.open.isEmpty)
  }
}
