import Foundation
import HearthCore
import HearthStorage
import Testing

/// Hundreds of things a person could do in any order, beside the same done to a dictionary: the two never come to
/// differ.
struct StoryTests {
  /// A journal that is only a dictionary.
  struct PaperJournal {
    var entries: [UUID: Entry] = [:]
    var order: [UUID] = []
    var versions: [UUID: [String]] = [:]
    var drafts: [UUID: Draft] = [:]

    mutating func save(_ entry: Entry) {
      if let before = entries[entry.id] {
        if before.text != entry.text || before.stamp != entry.stamp || before.addedTags != entry.addedTags {
          versions[entry.id, default: []].insert(before.text, at: 0)
        }
      } else {
        order.append(entry.id)
      }
      entries[entry.id] = entry
    }

    func heads(trash: Bool) -> [EntryHead] {
      order.enumerated().compactMap { place, id in entries[id].map { (place, $0) } }
        .filter { ($0.1.trashedAt != nil) == trash }
        .sorted { ($0.1.day, $0.1.stamp.instant, $0.0) > ($1.1.day, $1.1.stamp.instant, $1.0) }
        .map(\.1.head)
    }

    func holding(_ word: String) -> Set<UUID> {
      Set(heads(trash: false).map(\.id).filter { entries[$0]?.text.lowercased().contains(word) == true })
    }
  }

  private static let words = [
    "tea", "canal", "#walk", "#work", "@Ana", "@Jon", "高兴", "\0", "👩‍👩‍👧", "\r\n", "café", "\n",
  ]

  private static func text(_ dice: inout Dice) -> String {
    (0..<Int.random(in: 1...12, using: &dice)).map { _ in words.randomElement(using: &dice) ?? "" }.joined(
      separator: " ")
  }

  private static func stamp(_ dice: inout Dice) -> Stamp {
    let instant = Instant(seconds: Int.random(in: -50...50, using: &dice) * 20_000)
    return Stamp(instant, in: .fixed(seconds: Int.random(in: -11...12, using: &dice) * 3600))
  }

  @Test(arguments: 1...2)
  func `four hundred turns leave nothing behind and lose nothing`(_ seed: UInt64) throws {
    var dice = Dice(seed: seed)
    let folder = try TestFolder()
    var vault = try folder.open()
    var paper = PaperJournal()
    for turn in 0..<400 {
      let now = Instant.start.adding(seconds: turn)
      let id = UUID.number(Int.random(in: 0..<60, using: &dice))
      try play(turn: Int.random(in: 0..<10, using: &dice), id, now, vault, &paper, &dice)
      if turn % 50 == 49 {
        try compare(vault, paper)
        if turn % 100 == 99 {
          vault.close()
          vault = try folder.open()
          try compare(vault, paper)
        }
      }
    }
    #expect(try vault.verify().allSatisfy(\.isFine))
  }

  private func play(
    turn: Int, _ id: UUID, _ now: Instant, _ vault: Vault, _ paper: inout PaperJournal, _ dice: inout Dice
  ) throws {
    let changed = paper.entries[id]
    switch turn {
    case 0...3:
      let stamp = StoryTests.stamp(&dice)
      var entry =
        changed ?? Entry(id: id, stamp: stamp, day: stamp.calendarDay, createdAt: now, modifiedAt: now, text: "")
      entry.text = StoryTests.text(&dice)
      entry.mood = Mood(rawValue: Int.random(in: 0...5, using: &dice))
      entry.addedTags = Bool.random(using: &dice) ? ["walk", "rain"] : []
      entry.modifiedAt = now
      paper.save(try vault.save(entry, now: now))
      paper.drafts[id] = nil
      #expect(paper.entries[id] == entry)
    case 4:
      let draft = Draft(
        entry: id, isEdit: changed != nil, text: StoryTests.text(&dice), stamp: StoryTests.stamp(&dice), keptAt: now)
      try vault.keep(draft)
      paper.drafts[id] = draft
    case 5:
      try vault.make(.trash([id]), now: now)
      if var entry = changed, entry.trashedAt == nil {
        (entry.trashedAt, entry.modifiedAt) = (now, now)
        paper.entries[id] = entry
      }
    case 6:
      try vault.make(.restore([id]), now: now)
      if var entry = changed, entry.trashedAt != nil {
        (entry.trashedAt, entry.modifiedAt) = (nil, now)
        paper.entries[id] = entry
      }
    case 7:
      let on = Bool.random(using: &dice)
      try vault.make(.star(on, [id]), now: now)
      if var entry = changed, entry.isStarred != on {
        (entry.isStarred, entry.modifiedAt) = (on, now)
        paper.entries[id] = entry
      }
    case 8:
      let stamp = StoryTests.stamp(&dice)
      try vault.make(.date(stamp, stamp.calendarDay, id), now: now)
      if var entry = changed, entry.stamp != stamp {
        (entry.stamp, entry.day, entry.modifiedAt) = (stamp, stamp.calendarDay, now)
        paper.save(entry)
      }
    default:
      try vault.forgetDraft(of: id)
      paper.drafts[id] = nil
    }
  }

  private func compare(_ vault: Vault, _ paper: PaperJournal) throws {
    #expect(try vault.heads(limit: 100) == paper.heads(trash: false))
    #expect(try vault.heads(EntryFilter(place: .trash), limit: 100) == paper.heads(trash: true))
    #expect(try vault.count() == paper.heads(trash: false).count)
    #expect(Set(try vault.drafts()) == Set(paper.drafts.values))
    for (id, entry) in paper.entries {
      #expect(try vault.entry(id) == entry)
      #expect(try vault.revisions(of: id).map(\.text) == paper.versions[id] ?? [])
    }
    for word in ["tea", "高兴", "café", "walk"] {
      #expect(Set(try vault.find(word).map(\.id)) == paper.holding(word), "\(word)")
    }
  }
}
