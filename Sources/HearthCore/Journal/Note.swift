import FoundationEssentials

/// A capture that waits in the inbox until the journal's holder takes it in: an entry written elsewhere, whole.
///
/// Its id is made by whoever leaves it, so that taking it in twice is one entry.
package struct Note: Hashable, Sendable, Codable {
  package var id: UUID
  package var text: String
  package var stamp: Stamp
  package var addedTags: [String]
  package var mood: Mood?
  package var isStarred: Bool

  package init(
    id: UUID, text: String, stamp: Stamp, addedTags: [String] = [], mood: Mood? = nil, isStarred: Bool = false
  ) {
    self.id = id
    self.text = text
    self.stamp = stamp
    self.addedTags = addedTags
    self.mood = mood
    self.isStarred = isStarred
  }

  package func entry(dayEnd: DayEnd, at now: Instant) -> Entry {
    Entry(
      id: id, stamp: stamp, day: stamp.day(endingAt: dayEnd), createdAt: now, modifiedAt: now, text: text,
      addedTags: addedTags, mood: mood, isStarred: isStarred)
  }
}
