import Canvas
import HearthContent
import HearthCore
import Testing

@testable import HearthApp

/// How practices look, with the files of the program, at the three sizes.
@Suite @MainActor struct PracticeGoldenStories {
  /// Each goes on from the one before it with the same practice.
  nonisolated static let scenes: [(practice: String, pictures: [(name: String, keys: String)])] = [
    (
      "talk-10-10-10",
      [
        ("talk", ""), ("talk-with", "<Tab>Jon"), ("talk-asked", "<Tab>1"), ("talk-timer", "<Enter>6<Enter><Enter>"),
        ("talk-running", "<Enter>"), ("talk-note", "<Enter>He has a new job."),
      ]
    ),
    (
      "mend",
      [
        ("mend", "<Tab>"), ("mend-what", "1<Enter>Jon<Enter>I was late again."), ("mend-sorry", "<Tab>"),
      ]
    ),
    (
      "conflict",
      [
        ("conflict", ""), ("conflict-heat", "1<Enter>Jon<Enter>6"), ("conflict-pause", "<Enter>2<Enter><Enter>"),
        ("conflict-pausing", "+++<Enter>"), ("conflict-end", "<Enter><Tab*3><Enter><Tab*3>"),
      ]
    ),
  ]

  private func story(_ size: (Int, Int)) -> Story {
    let journal = MemoryJournal(entries: Samples.entries)
    journal.prepare { $0.practices.practices = Shelf().practices }
    return Story(journal, size: Size(columns: size.0, rows: size.1))
  }

  @Test(arguments: scenes.map(\.practice), GoldenStories.sizes)
  func `Golden practices`(practice: String, size: (Int, Int)) throws {
    let scene = try #require(Self.scenes.first { $0.practice == practice })
    let story = story(size)
    let title = try #require(story.journal.kept.practices.practices.first { $0.id == practice }?.title)
    story.play("<C-p>\(title)<Enter>")
    for picture in scene.pictures {
      story.play(picture.keys)
      expectPicture("\(picture.name)-\(size.0)x\(size.1)", story.frame)
    }
  }

  @Test(arguments: GoldenStories.sizes + [(120, 40)]) func `Golden Practice room`(size: (Int, Int)) {
    expectPicture("practices-\(size.0)x\(size.1)", story(size).play("4").frame)
  }
}
