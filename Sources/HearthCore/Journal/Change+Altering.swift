import FoundationEssentials

extension Change {
  /// What was made of it, where that is less than was asked for: of tags only those entries that have others now. Nil
  /// where none has.
  package func narrowed(to altered: [UUID]) -> Change? {
    guard case .tags(let add, let remove, _) = self else { return self }
    return altered.isEmpty ? nil : .tags(add: add, remove: remove, altered)
  }

  /// Whether anything about an entry is different afterwards.
  package func alters(_ entry: Entry) -> Bool {
    switch self {
    case .tags(let add, let remove, _):
      Marks.merged(entry.addedTags, add).filter { !remove.contains($0) } != entry.addedTags
    case .mood(let mood, _): mood != entry.mood
    case .star(let isOn, _): isOn != entry.isStarred
    case .hush(let isOn, _): isOn != entry.isHushed
    case .date(let stamp, let day, _): stamp != entry.stamp || day != entry.day
    // By bytes: two forms of an é are the same to Swift, and not to the person who retyped it.
    case .version(let text, let tags, _): !text.utf8.elementsEqual(entry.text.utf8) || tags != entry.addedTags
    case .trash, .restore, .hushPerson, .hushSpan, .forgetSearch, .letGoOfRun: true
    }
  }
}
