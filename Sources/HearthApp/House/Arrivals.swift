import HearthContent

/// What is told when the journal has just been opened, and of notes that come in: one line, in which nothing takes the
/// place of what was said a moment before.
struct Arrivals: Equatable, Sendable {
  /// What was said when the journal was unlocked.
  var greeting = ""
  /// Notes that were taken in.
  var taken = 0
  /// Those that could not be read.
  var putAside = 0

  func text(_ words: Words) -> String {
    let notes = taken > 0 ? words.count(taken, .noticeNoteTaken, .noticeNotesTaken) : ""
    let others = putAside > 0 ? words.count(putAside, .noticeNotePutAside, .noticeNotesPutAside) : ""
    return [greeting, notes, others].filter { !$0.isEmpty }.joined(separator: " ")
  }
}
