import FoundationEssentials
import HearthCore

/// An entry as it was asked for, before its date is laid on the calendar.
struct Capture: Equatable, Sendable {
  let text: String
  /// As typed; nil is now.
  let date: String?
  let tags: [String]
  let mood: Mood?
  let isStarred: Bool

  /// - Parameter at: says when; a date before the text is then part of the text.
  /// - Throws: `textEmpty`.
  init(_ typed: String, at: String?, tags: [String] = [], mood: Mood? = nil, isStarred: Bool = false) throws(Problem) {
    let split = EntryPrefix.split(typed)
    text = at == nil || split.date == nil ? split.text : typed
    date = at ?? split.date
    self.tags = tags
    self.mood = mood
    self.isStarred = isStarred || (split.isStarred && text != typed)
    guard text.contains(where: { !$0.isWhitespace }) else { throw .textEmpty }
  }

  /// When it is about.
  func reading(_ dates: DateLanguage) throws(Problem) -> DateLanguage.Reading { try dates.moment(date ?? "now") }

  func note(id: UUID, at stamp: Stamp) -> Note {
    Note(id: id, text: text, stamp: stamp, addedTags: tags, mood: mood, isStarred: isStarred)
  }
}
