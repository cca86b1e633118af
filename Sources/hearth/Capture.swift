import FoundationEssentials
import HearthCore

/// An entry as it was asked for, before its date is laid on the calendar.
struct Capture: Equatable, Sendable {
  /// As it was typed, a date before it included.
  let typed: String
  let text: String
  /// As typed; nil is now.
  let date: String?
  /// A date before the text that stays in it: there is no such moment, or it can be read in two ways.
  let unreadDate: String?
  let tags: [String]
  let mood: Mood?
  let isStarred: Bool

  /// - Parameter at: says when; a date before the text is then part of the text.
  /// - Throws: `textEmpty`.
  init(
    _ typed: String, at: String?, _ dates: DateLanguage, tags: [String] = [], mood: Mood? = nil,
    isStarred: Bool = false
  ) throws(Problem) {
    let split = EntryPrefix.split(typed)
    let isRead = split.date.map { at == nil && (try? dates.moment($0)) != nil }
    self.typed = typed
    text = isRead == false ? typed : split.text
    date = at ?? (isRead == true ? split.date : nil)
    unreadDate = at == nil && isRead == false ? split.date : nil
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
