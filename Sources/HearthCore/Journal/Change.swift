import FoundationEssentials

/// One thing done to entries that `u` takes back, also in another sitting. Writing is none of them: its versions are kept.
package enum Change: Hashable, Sendable {
  case trash([UUID])
  case restore([UUID])
  case star(Bool, [UUID])
  /// Tags beside the text; those that stand in it stay.
  case tags(add: [String], remove: [String], [UUID])
  /// Nil takes the mood off.
  case mood(Mood?, [UUID])
  case date(Stamp, Day, UUID)
  /// Whether it may come back by itself, on Today.
  case hush(Bool, [UUID])
  /// An earlier version is put back: its words and the tags that stood beside them.
  case version(text: String, addedTags: [String], UUID)

  /// What was done, without to what.
  package enum Kind: String, Hashable, Sendable, CaseIterable {
    case trash, restore, star, unstar, tags, mood, date, hush, unhush, version
  }

  package var kind: Kind {
    switch self {
    case .trash: .trash
    case .restore: .restore
    case .star(let on, _): on ? .star : .unstar
    case .tags: .tags
    case .mood: .mood
    case .date: .date
    case .hush(let on, _): on ? .hush : .unhush
    case .version: .version
    }
  }

  /// The entries it is about.
  package var ids: [UUID] {
    switch self {
    case .trash(let ids), .restore(let ids), .star(_, let ids), .tags(_, _, let ids), .mood(_, let ids),
      .hush(_, let ids):
      ids
    case .date(_, _, let id), .version(_, _, let id): [id]
    }
  }
}
