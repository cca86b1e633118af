import Canvas
import FoundationEssentials
import HearthContent
import HearthCore

@testable import HearthApp

/// A small believable journal: six entries of a winter, none of them today.
@MainActor enum Samples {
  static let texts: [(day: String, clock: String, mood: Int?, star: Bool, text: String)] = [
    (
      "2026-03-02", "21:04", 4, true,
      "By the canal\n\nWalked the long way home with @Jon. Nobody knew where we were, and that was the pleasure of it. #walk"
    ),
    (
      "2026-02-28", "09:30", 3, false,
      "Jon rang\n\nHe had been up since six. We talked about the flat and about nothing. @Jon"
    ),
    ("2026-02-14", "18:10", nil, false, "Soup for one\n\nMade the red soup. Ate it standing by the window. #home"),
    ("2026-01-11", "22:15", 2, false, "A hard one\n\nNot even the canal helped, and I do not know whom to tell."),
    ("2025-12-24", "16:00", 5, true, "Åsa's kitchen 🎄\n\nEveryone talked at once. 我们都笑了。 @Åsa #family"),
    ("2025-11-30", "08:05", 3, false, "First snow"),
  ]

  static var entries: [Entry] {
    texts.enumerated().compactMap { index, sample in
      guard let stamp = Stamp(iso: "\(sample.day)T\(sample.clock):00+01:00", zone: "Europe/Stockholm") else {
        return nil
      }
      return Entry(
        id: Story.id(index + 1), stamp: stamp, day: stamp.day(endingAt: .four), createdAt: stamp.instant,
        modifiedAt: stamp.instant, text: sample.text, mood: sample.mood.flatMap(Mood.init(rawValue:)),
        isStarred: sample.star)
    }
  }

  static func story(columns: Int = 80, rows: Int = 24, country: String? = nil) -> Story {
    let journal = MemoryJournal(entries: entries)
    journal.prepare { $0.templates = Shelf().templates }
    return Story(journal, size: Size(columns: columns, rows: rows), country: country)
  }

  /// Something from other years comes back on Today, and the days of the month are told.
  static func remember(in story: Story) {
    let texts = [
      "The new flat\n\nBoxes everywhere, and soup. @Jon", "On the ferry\n\nNobody spoke, and it was not heavy.",
    ]
    let heads = texts.enumerated().map { index, text in
      Entry(
        id: Story.id(200 + index), stamp: entries[0].stamp, day: entries[0].day, createdAt: Story.evening,
        modifiedAt: Story.evening, text: text
      ).head
    }
    story.journal.prepare { state in
      state.memories = [Memory(heads[0], .years(1)), Memory(heads[1], .years(4))]
      state.daysWritten = 9
    }
    story.hear(.notesTaken(1))
  }
}
