import Canvas
import HearthContent
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

/// How much of the page is safe: versions count the changes, and each is typed, then kept as a draft or saved.
///
/// A draft is kept after half a second without a key, and while typing goes on at the latest 1.5 seconds after the first change;
/// with the pulse of a quarter of a second never more than two seconds of typing are unsaved.
struct Keeping: Equatable {
  var version = 0
  var kept = 0
  /// On its way to the journal as a draft.
  var sent: Int?
  /// On its way as an entry.
  var saving: Int?
  var saved = 0
  var closesWhenSaved = false
  private var changedAt = 0
  private var unkeptSince: Int?
  private(set) var problem: Problem?
  private var retryAt = 0

  init(version: Int = 0, kept: Int = 0) {
    self.version = version
    self.kept = kept
  }

  var isSaved: Bool { saved == version }
  var isSaving: Bool { saving != nil }
  /// Nothing on the page is only on the page.
  var isSafe: Bool { version <= max(kept, saved) }

  mutating func change(at uptime: Int) {
    version += 1
    changedAt = uptime
    if unkeptSince == nil { unkeptSince = uptime }
  }

  func isDue(at uptime: Int) -> Bool {
    guard !isSafe, sent == nil, saving == nil, uptime >= retryAt else { return false }
    return uptime - changedAt >= 500 || uptime - (unkeptSince ?? uptime) >= 1500
  }

  mutating func wasKept(_ revision: Int) {
    sent = nil
    kept = max(kept, revision)
    problem = nil
    unkeptSince = isSafe ? nil : changedAt
  }

  /// Tries again after two seconds: the words stay on the page meanwhile.
  mutating func wasRefused(_ refusal: Problem, at uptime: Int) {
    sent = nil
    problem = refusal
    retryAt = uptime + 2000
  }

  mutating func wasSaved() {
    saved = saving ?? saved
    saving = nil
    problem = nil
    unkeptSince = isSafe ? nil : changedAt
  }

  /// The light at the end of the key bar.
  func light(in context: Context, isBlank: Bool) -> Line {
    if problem != nil { return Line("✗ \(context.words[.lightNotKept])", Style(.error)) }
    if isBlank || version == 0 { return Line() }
    if isSaved { return Line("● \(context.words[.lightSaved])", Style(.good)) }
    return isSafe ? Line("● \(context.words[.lightKept])", .dim) : Line("○ \(context.words[.lightTyping])", .dim)
  }
}
