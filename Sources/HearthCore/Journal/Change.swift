import FoundationEssentials

/// One thing done that `u` takes back, also in another sitting. Writing is none of them: its versions are kept.
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
  /// The same for every entry that mentions a person: without `@`, any case.
  case hushPerson(Bool, String)
  /// The same for every entry of these days.
  case hushSpan(Bool, HushedSpan)
  /// An earlier version is put back: its words and the tags that stood beside them.
  case version(text: String, addedTags: [String], UUID)
  /// The search that is kept under this name, any case.
  case forgetSearch(name: String)
  /// A passage through a practice, with what it yielded and left for later.
  case letGoOfRun(UUID)

  /// What was done, without to what.
  package enum Kind: String, Hashable, Sendable, CaseIterable {
    case trash, restore, star, unstar, tags, mood, date, hush, unhush, version
    /// Of these more than one, made at once.
    case several
    /// One that was kept gave way, or was forgotten.
    case search
    /// Edited, or put into the trash.
    case checkIn, moment
    case run
    /// Something about a person, a group, or a standing contact.
    case people
    /// Something was written. That is no change and stays.
    case writing
  }

  package var kind: Kind {
    switch self {
    case .trash: .trash
    case .restore: .restore
    case .star(let on, _): on ? .star : .unstar
    case .tags: .tags
    case .mood: .mood
    case .date: .date
    case .hush(let on, _), .hushPerson(let on, _), .hushSpan(let on, _): on ? .hush : .unhush
    case .version: .version
    case .forgetSearch: .search
    case .letGoOfRun: .run
    }
  }

  /// The entries it is about, where it is about single ones.
  package var ids: [UUID] {
    switch self {
    case .trash(let ids), .restore(let ids), .star(_, let ids), .tags(_, _, let ids), .mood(_, let ids),
      .hush(_, let ids):
      ids
    case .date(_, _, let id), .version(_, _, let id): [id]
    case .hushPerson, .hushSpan, .forgetSearch, .letGoOfRun: []
    }
  }
}
