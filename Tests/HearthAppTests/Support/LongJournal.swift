import Canvas
import Foundation
import HearthCore

@testable import HearthApp

extension Samples {
  /// Two entries a day and a bit, back from this evening: `Entry 0` is the newest.
  static func manyEntries(_ count: Int) -> [Entry] {
    (0..<count).map { index in
      let stamp = Stamp(Story.evening.adding(seconds: -index * 40_400), in: Story.zone)
      return Entry(
        id: Story.id(index + 1), stamp: stamp, day: stamp.day(endingAt: .four), createdAt: stamp.instant,
        modifiedAt: stamp.instant, text: "Entry \(index)\n\nAbout the canal, number \(index). #walk @Jon",
        mood: Mood(rawValue: index % 6))
    }
  }

  static func longStory(_ count: Int = 1000, columns: Int = 80, rows: Int = 24) -> Story {
    Story(MemoryJournal(entries: manyEntries(count)), size: Size(columns: columns, rows: rows)).play("2")
  }
}

extension Story {
  /// The first room that is there, as a list.
  var list: JournalScreen? { runtime.app.top as? JournalScreen }

  /// The title of what is marked in the list on top.
  var markedTitle: String? { list?.marked?.title }

  /// What the notice at the foot says, whole; nothing where there is none.
  var said: String { runtime.app.notice?.text ?? "" }

  /// The rows of the picture.
  var lines: [String] { screen.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) }

  /// How often something was asked for.
  func asked(_ isMeant: (Wish) -> Bool) -> Int { journal.kept.wishes.count(where: isMeant) }

  /// Clicks on a text in the picture.
  func click(on text: String) {
    for (row, line) in lines.enumerated() {
      if let place = line.range(of: text) {
        let column = TextWidth.columns(of: line[..<place.lowerBound])
        return take(.mouse(MouseEvent(.press, at: Point(column: column, row: row))))
      }
    }
  }
}
