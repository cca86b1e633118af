import HearthCore

/// What is set beside the text.
struct Details: Equatable {
  var stamp: Stamp
  var mood: Mood?
  var isStarred = false
  var addedTags: [String] = []

  init(stamp: Stamp) { self.stamp = stamp }

  init(_ entry: Entry) {
    (stamp, mood, isStarred, addedTags) = (entry.stamp, entry.mood, entry.isStarred, entry.addedTags)
  }

  init(_ draft: Draft) {
    (stamp, mood, isStarred, addedTags) = (draft.stamp, draft.mood, draft.isStarred, draft.addedTags)
  }
}
