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

  /// Tags as they are typed beside a text: words with blanks or commas between, with or without `#`.
  static func tags(in typed: String) -> [String] {
    typed.split { $0 == " " || $0 == "," }.map { String($0.drop { $0 == "#" }).lowercased() }.filter { !$0.isEmpty }
      .uniqued()
  }
}
