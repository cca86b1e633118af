import Canvas
import FoundationEssentials
import HearthCore

/// What a screen asks for. Effects are values: only the app opens and closes screens, only the runtime touches the world.
package enum Effect: Equatable, Sendable {
  // Ways through the house, granted by the app
  case open(Route)
  case close
  case go(Room)
  /// Close what floats and do what was chosen in it.
  case run(Choosable)
  case say(Notice)

  // To the terminal, granted by the runtime
  case leave
  case suspend
  case redraw

  // To the journal, the bookshelf, the config file
  case wish(Wish)
}

/// What the world is asked for. Each is answered by one Event, now or later.
package enum Wish: Equatable, Sendable {
  case loadToday(Day, Settings)
  case loadHeads(EntryFilter, after: EntryHead?, limit: Int)
  case loadEntry(UUID)
  /// What to write on for an entry: its draft where there is one, else the entry.
  case openPage(UUID)
  /// The entry before (older) or after (newer) one in a list.
  case loadNeighbour(EntryHead, EntryFilter, newer: Bool)
  case save(Entry)
  case keepDraft(Draft, revision: Int)
  case forgetDraft(UUID)
  case trash([UUID])
  case restore([UUID])
  case setStar(Bool, [UUID])
  case findNames(NameKind, prefix: String)
  /// Another question for the day in place of `current`, which rests for ever where `dismissing`.
  case anotherQuestion(Day, Settings, current: String, dismissing: Bool)
  case change(Settings)
  /// A finished note for whoever holds the journal.
  case leaveNote(Note)
  /// An unfinished one, kept like a draft.
  case keepNote(Note)
  /// One that was begun and erased again.
  case forgetNote(UUID)
  case loadLines
  case chooseCountry(String)
}

/// Which names are looked for while one is being typed.
package enum NameKind: Hashable, Sendable { case tag, person }

/// What `u` takes back: each case says what to do.
package enum Undo: Hashable, Sendable {
  case restore([UUID])
  case trash([UUID])
  case setStar(Bool, [UUID])

  var wish: Wish {
    switch self {
    case .restore(let ids): .restore(ids)
    case .trash(let ids): .trash(ids)
    case .setStar(let on, let ids): .setStar(on, ids)
    }
  }
}
