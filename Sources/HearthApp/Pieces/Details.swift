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

  /// What stands otherwise than in another form of them.
  func differences(from other: Details) -> Set<Detail> {
    if self == other { return [] }
    let differs: [Detail: Bool] = [
      .date: stamp != other.stamp, .mood: mood != other.mood, .star: isStarred != other.isStarred,
      .tags: addedTags != other.addedTags,
    ]
    return Set(differs.filter(\.value).keys)
  }

  mutating func take(_ other: Details, except kept: Set<Detail>) {
    if !kept.contains(.date) { stamp = other.stamp }
    if !kept.contains(.mood) { mood = other.mood }
    if !kept.contains(.star) { isStarred = other.isStarred }
    if !kept.contains(.tags) { addedTags = other.addedTags }
  }

  /// Tags as they are typed beside a text: words with blanks or commas between, with or without `#`.
  static func tags(in typed: String) -> [String] {
    typed.split { $0 == " " || $0 == "," }.map { String($0.drop { $0 == "#" }).lowercased() }.filter { !$0.isEmpty }
      .uniqued()
  }
}
