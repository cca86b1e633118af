import FoundationEssentials

/// What stands on the page and is not saved yet, kept beside the entries so that no death of the program takes it.
package struct Draft: Hashable, Sendable, Codable {
  /// The entry being written: new, or one that exists.
  package var entry: UUID
  /// True when `entry` has been saved before.
  package var isEdit: Bool
  package var text: String
  package var stamp: Stamp
  package var addedTags: [String]
  package var mood: Mood?
  package var isStarred: Bool
  package var prompt: String?
  /// What was set on the page. Of an entry that has been saved before, the rest stays as it is in the journal.
  package var touched: Set<Detail>
  /// When it was last kept.
  package var keptAt: Instant

  package init(
    entry: UUID, isEdit: Bool, text: String, stamp: Stamp, addedTags: [String] = [], mood: Mood? = nil,
    isStarred: Bool = false, prompt: String? = nil, touched: Set<Detail> = .all, keptAt: Instant
  ) {
    self.entry = entry
    self.isEdit = isEdit
    self.text = text
    self.stamp = stamp
    self.addedTags = addedTags
    self.mood = mood
    self.isStarred = isStarred
    self.prompt = prompt
    self.touched = touched
    self.keptAt = keptAt
  }

  /// The entry it becomes when it is saved as it is. The journal keeps the first `createdAt` of an entry.
  package func entry(dayEnd: DayEnd, at now: Instant) -> Entry {
    Entry(
      id: entry, stamp: stamp, day: stamp.day(endingAt: dayEnd), createdAt: now, modifiedAt: now, text: text,
      addedTags: addedTags, mood: mood, isStarred: isStarred, prompt: prompt)
  }
}
