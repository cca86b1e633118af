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
  /// The id of the question it answers.
  package var prompt: String?

  package init(
    id: UUID, text: String, stamp: Stamp, addedTags: [String] = [], mood: Mood? = nil, isStarred: Bool = false,
    prompt: String? = nil
  ) {
    self.id = id
    self.text = text
    self.stamp = stamp
    self.addedTags = addedTags
    self.mood = mood
    self.isStarred = isStarred
    self.prompt = prompt
  }

  package func entry(dayEnd: DayEnd, at now: Instant) -> Entry {
    Entry(
      id: id, stamp: stamp, day: stamp.day(endingAt: dayEnd), createdAt: now, modifiedAt: now, text: text,
      addedTags: addedTags, mood: mood, isStarred: isStarred, prompt: prompt)
  }
}
