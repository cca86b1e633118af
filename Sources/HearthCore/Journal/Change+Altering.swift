import FoundationEssentials

extension Change {
  /// What was made of it, where that is less than was asked for: of tags only those entries that have others now. Nil
  /// where none has.
  package func narrowed(to altered: [UUID]) -> Change? {
    guard case .tags(let add, let remove, _) = self else { return self }
    return altered.isEmpty ? nil : .tags(add: add, remove: remove, altered)
  }

  /// The entry as it is afterwards; the same for a change that is of no entry.
  /// - Parameter now: when it goes into the trash, where that is what is done.
  package func applied(to entry: Entry, at now: Instant) -> Entry {
    var entry = entry
    switch self {
    case .trash: entry.trashedAt = entry.trashedAt ?? now
    case .restore: entry.trashedAt = nil
    case .star(let isOn, _): entry.isStarred = isOn
    case .tags(let add, let remove, _):
      let gone = remove.map { $0.lowercased() }
      entry.addedTags = Marks.merged(entry.addedTags, add).filter { !gone.contains($0.lowercased()) }
    case .mood(let mood, _): entry.mood = mood
    case .date(let stamp, let day, _): (entry.stamp, entry.day) = (stamp, day)
    case .hush(let isOn, _): entry.isHushed = isOn
    case .version(let text, let tags, _): (entry.text, entry.addedTags) = (text, tags)
    case .hushPerson, .hushSpan, .forgetSearch, .letGoOfRun: break
    }
    return entry
  }

  /// Whether anything about an entry is different afterwards.
  package func alters(_ entry: Entry) -> Bool {
    let after = applied(to: entry, at: entry.modifiedAt)
    return after != entry || !after.hasSameText(as: entry)
  }
}

extension Change.Kind {
  /// An entry as it is once a change of this kind is taken back: what the change touched is as before, and all else
  /// stays as it is now.
  package func takenBack(from entry: Entry, to before: Entry) -> Entry {
    var entry = entry
    switch self {
    case .trash, .restore: entry.trashedAt = before.trashedAt
    case .star, .unstar: entry.isStarred = before.isStarred
    case .mood: entry.mood = before.mood
    case .hush, .unhush: entry.isHushed = before.isHushed
    case .date: (entry.stamp, entry.day) = (before.stamp, before.day)
    case .tags: entry.addedTags = before.addedTags
    case .version: (entry.text, entry.addedTags) = (before.text, before.addedTags)
    case .search, .several, .checkIn, .moment, .run, .people, .writing: break
    }
    return entry
  }
}

extension Entry {
  /// By bytes: two forms of an é are the same to Swift, and not to the person who retyped it.
  package func hasSameText(as other: Entry) -> Bool { text.utf8.elementsEqual(other.text.utf8) }
}
