import Canvas
import HearthContent
import HearthCore

/// How much of a page is safe: versions count the changes, and each is typed, then kept as a draft or saved.
///
/// A draft is kept after half a second without a key, and while typing goes on at the latest 1.75 seconds after the first change: never
/// more than two seconds of typing are unsaved.
struct SaveState: Equatable {
  /// Grows with every change.
  private(set) var version = 0
  /// The version the journal has as a draft; 0 where it has none.
  private(set) var kept = 0
  /// The version the journal has as an entry.
  private(set) var saved = 0
  /// On its way to the journal as a draft.
  private var sent: Int?
  /// On its way as an entry.
  private var saving: Int?
  /// What is saved now is saved once more afterwards, because it has changed meanwhile.
  private var savesAgain = false
  /// The page is left as soon as all of it is saved.
  private(set) var closesWhenSaved = false
  /// At first so long ago that nobody was typing.
  private var changedAt = -SaveState.pause
  /// Nobody has typed for half a second.
  private var isPausing = true
  private static let pause = 500
  private static let patience = 1750
  private var unkeptSince: Int?
  private(set) var problem: Problem?
  private var retryAt = 0

  init() {}

  /// Of a page that was a draft already.
  static var ofDraft: SaveState {
    var saveState = SaveState()
    (saveState.version, saveState.kept) = (1, 1)
    return saveState
  }

  /// Nothing was changed since it was opened as a draft.
  var isAsKept: Bool { self == .ofDraft }
  var isSaved: Bool { saved == version }
  var isSaving: Bool { saving != nil }
  /// Every change is stored, as a draft or as the entry.
  var isSafe: Bool { version <= max(kept, saved) }
  /// The journal has a draft of it, or soon will.
  var hasDraft: Bool { kept > 0 || sent != nil }

  mutating func change(at uptime: Int) {
    version += 1
    // Who types on is counted from the letter before: what was seen before it was taken falls due together with it.
    if unkeptSince == nil { unkeptSince = uptime - changedAt < Self.pause ? changedAt : uptime }
    changedAt = uptime
    isPausing = false
  }

  // MARK: Drafts

  /// The uptime at which the page is to be kept as a draft; nil where it is safe, or on its way.
  var due: Int? {
    guard !isSafe, sent == nil, saving == nil else { return nil }
    return max(retryAt, min(changedAt + Self.pause, latest))
  }

  /// The uptime at which the page is to be kept though somebody types.
  private var latest: Int { (unkeptSince ?? changedAt) + Self.patience }

  /// Until when it makes no difference to the light that somebody types on; nil where it does.
  func staysTyping(isBlank: Bool) -> Int? { light(isBlank: isBlank) == .typing ? latest : nil }

  func isDue(at uptime: Int) -> Bool { due.map { uptime >= $0 } ?? false }

  /// The present version goes to the journal as a draft.
  mutating func send() {
    sent = version
    unkeptSince = nil
  }

  mutating func wasKept(_ revision: Int) {
    sent = nil
    kept = max(kept, revision)
    problem = nil
  }

  /// The draft is gone, because the page was erased.
  mutating func wasForgotten() {
    sent = nil
    kept = 0
  }

  /// Tries again after two seconds: the words stay on the page meanwhile.
  mutating func wasRefused(_ refusal: Problem, at uptime: Int) {
    sent = nil
    problem = refusal
    retryAt = uptime + 2000
    if unkeptSince == nil { unkeptSince = changedAt }
  }

  // MARK: Entries

  /// - Returns: false while a save is under way; it is then done once more after it.
  mutating func beginSaving(closing: Bool) -> Bool {
    closesWhenSaved = closesWhenSaved || closing
    savesAgain = isSaving
    if !isSaving { saving = version }
    return !savesAgain
  }

  /// - Returns: whether there is more to save.
  mutating func wasSaved() -> Bool {
    saved = saving ?? saved
    (saving, problem, kept) = (nil, nil, 0)
    let again = !isSaved && (savesAgain || closesWhenSaved)
    savesAgain = false
    return again
  }

  mutating func saveWasRefused() { (saving, savesAgain, closesWhenSaved) = (nil, false, false) }

  // MARK: What the key bar shows

  /// The uptime in milliseconds at which something is due: storing a draft, or showing that everything is stored.
  var wakes: Int? { due ?? (isSafe && !isSaved && !isPausing ? changedAt + Self.pause : nil) }

  /// Notices that nobody types any more.
  mutating func tick(at uptime: Int) { isPausing = uptime >= changedAt + Self.pause }

  /// What stands at the end of the key bar.
  enum Light: Equatable {
    case none, notKept, saved, kept, typing

    func line(_ words: Words) -> Line {
      switch self {
      case .none: Line()
      case .notKept: Line("✗ \(words[.lightNotKept])", .error)
      case .saved: Line("● \(words[.lightSaved])", .good)
      case .kept: Line("● \(words[.lightKept])", .dim)
      case .typing: Line("○ \(words[.lightTyping])", .dim)
      }
    }
  }

  /// Changes only while nobody types: drafts stored during typing are not announced.
  func light(isBlank: Bool) -> Light {
    if problem != nil { return .notKept }
    if isBlank || version == 0 { return .none }
    if isSaved { return .saved }
    return isSafe && isPausing ? .kept : .typing
  }
}
