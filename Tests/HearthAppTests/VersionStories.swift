import Canvas
import FoundationEssentials
import HearthContent
import HearthCore
import Testing

@testable import HearthApp

@Suite @MainActor struct VersionStories {
  private func story(_ texts: [String], columns: Int = 80, rows: Int = 24) -> Story {
    var entry = Samples.entries[0]
    entry.text = texts[0]
    entry.modifiedAt = Story.evening.adding(seconds: -60)
    let journal = MemoryJournal(entries: [entry] + Samples.entries.dropFirst())
    journal.prepare { state in
      state.versions[entry.id] = texts.dropFirst().enumerated().map { index, text in
        let replaced = Story.evening.adding(seconds: -60 - 86_400 * index)
        return Revision(
          id: Int64(1000 - index), text: text, stamp: entry.stamp, addedTags: [],
          writtenAt: replaced.adding(seconds: -86_400),
          replacedAt: replaced, reason: .edit)
      }
    }
    return Story(journal, size: Size(columns: columns, rows: rows)).play("2<Enter>v")
  }

  private static let texts = [
    "By the canal\n\nWalked the short way home.", "By the canal\n\nWalked the long way home.", "The canal",
  ]

  @Test func `older ones have the numbers of the shell, and say how they begin where that is another way`() {
    let rows = story(Self.texts).screen.split(separator: "\n")
    #expect(rows.contains { $0.contains("older 1") && !$0.contains("canal") })
    #expect(rows.contains { $0.contains("older 2") && $0.hasSuffix("  The canal") })
  }

  @Test func `an entry that was never changed says that every version will be kept`() {
    let screen = story([Self.texts[0]]).screen
    #expect(screen.contains("Versions: By the canal"))
    #expect(screen.contains(Words()[.versionsNone].prefix(40)))
  }

  @Test func `the last change is seen first, readable without colour`() {
    let story = story(Self.texts)
    #expect(story.screen.contains("Walked the [long] short way home."))
    #expect(story.frame.underlined.contains("short"))
    #expect(!story.frame.underlined.contains("way"))
    #expect(story.screen.contains("▌ older 1  yesterday   21:03  until a change today"))
  }

  @Test func `the newest stands above, and each shows what became of it`() {
    let story = story(Self.texts)
    let rows = story.screen.split(separator: "\n").filter { $0.contains("21:03") }
    #expect(rows.map { $0.contains(" now ") } == [true, false, false])
    #expect(rows.map { $0.contains(" older ") } == [false, true, true])
    #expect(story.play("<Down>").screen.contains("[The] By the canal"))
  }

  @Test func `Tab shows the whole version and again what changed`() {
    let story = story(Self.texts).play("<Tab>")
    #expect(story.screen.contains("Walked the long way home."))
    story.play("<Tab>")
    #expect(story.screen.contains("Walked the [long] short way home."))
  }

  @Test func `a version is put back, what stood there is kept, and u takes it back`() {
    let story = story(Self.texts).play("r")
    #expect(story.journal.kept.entries[Story.id(1)]?.text == Self.texts[1])
    #expect(story.journal.kept.versions[Story.id(1)]?.first?.text == Self.texts[0])
    #expect(story.screen.contains(Words()[.noticeVersionBack].prefix(40)))
    story.play("u")
    #expect(story.journal.kept.entries[Story.id(1)]?.text == Self.texts[0])
  }

  @Test func `a version that reads as the entry does changes nothing, and u has nothing to take back of it`() {
    let story = story([Self.texts[0], Self.texts[1], Self.texts[0]]).play("<Down>r")
    #expect(story.screen.contains(Words()[.noticeAsItWas]))
    #expect(story.journal.kept.steps.isEmpty)
    #expect(story.journal.kept.versions[Story.id(1)]?.count == 2)
  }

  @Test(arguments: [80, 100, 120, 160])
  func `what became of a version is whole at every width`(columns: Int) {
    #expect(story(Self.texts, columns: columns).screen.contains("until a change yesterday"))
  }

  @Test func `that there are more versions than are in sight is seen`() {
    let story = story((0..<26).map { "Text \($0)" })
    #expect(story.screen.contains("▼") || story.screen.contains("↓"))
  }

  @Test func `what stands now cannot be put back`() {
    let story = story(Self.texts).play("gr<Tab>")
    #expect(story.journal.kept.entries[Story.id(1)]?.text == Self.texts[0])
    #expect(story.screen.contains("Walked the short way home."))
  }

  @Test func `Esc goes back to the entry as it is now`() {
    let story = story(Self.texts).play("r<Esc>")
    #expect(story.screen.contains("Walked the long way home."))
    #expect(story.runtime.app.open.count == 1)
  }

  @Test func `from 100 columns both stand side by side`() {
    let row = story(Self.texts, columns: 120, rows: 40).screen.split(separator: "\n").first { $0.contains("▌") }
    #expect(row?.contains("│") == true)
  }

  @Test func `changed tags are told too`() {
    let story = story([Self.texts[0]]).play("<Esc>")
    story.journal.prepare { state in
      state.entries[Story.id(1)]?.addedTags = ["spring"]
      state.versions[Story.id(1)] = [
        Revision(
          id: 1, text: Self.texts[0], stamp: Samples.entries[0].stamp, addedTags: ["winter"], writtenAt: Story.evening,
          replacedAt: Story.evening, reason: .edit)
      ]
    }
    let screen = story.play("v").screen
    #expect(screen.contains("winter") && screen.contains("spring"))
  }

  @Test func `every version can be reached, and a new one moves none`() {
    let story = story((0...250).map { "Words \($0)" }, columns: 120, rows: 40)
    #expect(story.play("G").screen.contains("Words [102] 101") == false)
    for _ in 1...3 { story.play("G") }
    #expect(story.screen.contains("[250] 249"))
    story.journal.prepare { state in
      state.entries[Story.id(1)]?.text = "Newest"
      state.versions[Story.id(1)]?.insert(
        Revision(
          id: 2000, text: "Words 0", stamp: Samples.entries[0].stamp, addedTags: [], writtenAt: Story.evening,
          replacedAt: Story.evening, reason: .edit), at: 0)
    }
    story.hear(.shown)
    story.hear(.takenBack(TakenBack(.mood)))
    #expect(story.screen.contains("[250] 249"))
  }

  @Test func `versions read lately are known, until they are too much`() {
    var compared = ComparedVersions()
    let key = { ComparedVersions.Key(version: $0, isWhole: false) }
    let long = Line(String(repeating: "x", count: ComparedVersions.mostBytes / 3))
    for version in [1, 2, 3, 3, 2] as [Int64] { compared.remember([long], as: key(version)) }
    #expect([1, 2, 3].allSatisfy { compared[key($0)] == [long] })
    compared.remember([long], as: key(4))
    #expect(compared.bytes <= ComparedVersions.mostBytes)
    #expect(compared[key(1)] == nil && compared[key(4)] == [long])
    compared.remember([long, long, long, long], as: key(5))
    #expect(compared[key(5)]?.count == 4 && compared[key(4)] == nil)
  }

  @Test func `far from a change nothing is repeated`() {
    let lines = (1...40).map { "line \($0)" }
    let changed = WhatChanged(
      from: lines.joined(separator: "\n"),
      to: (lines.prefix(20) + ["a new one"] + lines.dropFirst(20)).joined(
        separator: "\n"))
    let shown = changed.shown.map(\.text)
    #expect(shown.first == "…" && shown.last == "…")
    #expect(shown.count <= 8)
    #expect(shown.contains("a new one"))
    #expect(WhatChanged(from: "same\n\ntext", to: "same\n\ntext").isEmpty)
  }

  @Test(arguments: [(120, 40), (40, 12), (20, 5), (8, 3)])
  func `it fits into every window`(columns: Int, rows: Int) {
    let story = story(Self.texts, columns: columns, rows: rows).play("<Down><PgDn><Tab>")
    #expect(story.screen.split(separator: "\n", omittingEmptySubsequences: false).count == rows)
  }
}
