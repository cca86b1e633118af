import Canvas
import FoundationEssentials
import HearthCore

/// What a screen asks for. Effects are values: only the app opens and closes screens, only the runtime touches the world.
package enum Effect: Equatable, Sendable {
  // Ways through the house, granted by the app
  case open(Route)
  case close
  case go(Room)
  /// The screen on top is to begin a search.
  case search
  /// The room Charts, which is on top, is to show what may be said of patterns.
  case patterns
  /// The screen on top is to ask for a day.
  case askDay
  /// The screen on top is to show a day.
  case choose(Day)
  /// The page is not left: where one wanted to go after it is forgotten.
  case stay
  /// Close what floats and do what was chosen in it.
  case run(Choosable)
  case say(Notice)
  /// What belongs to the result that was just said.
  case sayMore(String)

  // To the terminal, granted by the runtime
  case leave
  /// The same in a hurry: where the person wants that, a plain page covers the terminal afterwards.
  case leaveNow
  case suspend
  case redraw
  /// What is seen is wiped away, and the journal closed where a passphrase opens it again.
  case lock

  // To the journal, the bookshelf, the config file
  case wish(Wish)
}

/// What the world is asked for. It answers with Events, now or later: mostly one; more where that tells of something
/// besides, such as how the journal is sealed now; none to `interrupt`.
package enum Wish: Equatable, Sendable {
  case loadToday(Day, Settings)
  case loadHeads(EntryFilter, ListPlace, limit: Int)
  /// All that a filter leaves, unless there are more.
  case loadAllHeads(EntryFilter, most: Int)
  /// The tags in use.
  case loadTags
  /// Another name for a tag that was set beside texts. It is answered as what is made of entries.
  case renameTag(String, to: String)
  /// How many a filter leaves; counting stops past `most`.
  case count(EntryFilter, most: Int)
  /// What a calendar shows of these days.
  case loadDays(ClosedRange<Day>)
  /// On which of these days a filter leaves something.
  case findDays(EntryFilter, ClosedRange<Day>)
  case loadEntry(UUID)
  /// What to write on for an entry: its draft where there is one, else the entry.
  case openPage(UUID)
  /// The entry before (older) or after (newer) one in a list.
  case loadNeighbour(EntryHead, EntryFilter, newer: Bool)
  /// What is `touching` was set on the page; the rest stays as it is in the journal.
  case save(Entry, touching: Set<Detail>)
  case keepDraft(Draft, revision: Int)
  case forgetDraft(UUID)
  case make(Change)
  /// Takes back the last change, whenever it was made.
  case takeBack
  /// What lies in the trash goes for good.
  case emptyTrash
  /// So many versions of an entry, before one that is known; nil begins with the last.
  case loadVersions(UUID, before: Revision.ID?, limit: Int)
  case findNames(NameKind, prefix: String)
  /// Another question for the day in place of `current`, which rests for ever where `dismissing`.
  case anotherQuestion(Day, Settings, current: String, dismissing: Bool)
  case change(Settings)
  /// A finished note for whoever holds the journal.
  case leaveNote(Note)
  /// An unfinished one, kept like a draft.
  case keepNote(Note, revision: Int)
  /// One that was begun and erased again.
  case forgetNote(UUID)
  case loadLines
  case chooseCountry(String)
  case loadTemplates
  case answers(AnswerWish)
  case practices(PracticeWish)
  case charts(ChartWish)
  /// Everything there is to read.
  case loadLibrary
  /// What of it was read.
  case loadReadCards
  case markRead(String)
  case loadSavedSearches
  case keepSearch(SavedSearch)
  case loadHushed
  /// Why this finds nothing.
  case findMissing(EntryFilter)
  /// What of people, moments and practices a search finds.
  case findElsewhere(Condition)
  /// All that a day brings back.
  case loadMemories(Day)
  case people(PeopleWish)
  case questions(QuestionWish)
  case check(CheckWish)
  case aside(AsideWish)
  case report(ReportWish)
  /// Writes entries out to a file that only the person can read.
  case export([UUID], ExportForm, path: String)

  // Sealing, and what is kept beside
  /// Opens the journal with a passphrase; an empty line asks the command that the person has named for it.
  case unlock(SecretText)
  case unlockWithCode(SecretText)
  /// Six words that make a good passphrase.
  case offerWords
  /// Seals everything anew under a passphrase; nil takes the passphrase away.
  case reseal(SecretText?)
  /// Whether that is what opens the journal.
  case prove(SecretText)
  /// Removes entries for good by sealing the rest anew, under the passphrase of the journal where it has one.
  case erase([UUID], SecretText?)
  /// The same for all that names somebody, and what is known of them.
  case erasePerson(String, SecretText?)
  /// The journal, its backups beside it and the notes that wait.
  case eraseEverything
  case drawCode
  /// Lets a recovery code open the journal; nil lets none.
  case keepCode(SecretText?)
  case backUp
  case loadBackups
  /// Looks into one, and sees whether it is whole.
  case checkBackup(KeptBackup.ID)
  /// Makes one, and lets all that were made before it go.
  case renewBackups
  /// How far sealing anew has come.
  case howFar
  /// Tries once more to open the journal that another had. It answers as at the start.
  case openJournal
  /// Ends the long work that is under way. Only that work answers.
  case interrupt
}

/// Where in a list a piece of it is looked for.
package enum ListPlace: Hashable, Sendable {
  case start, end
  /// What follows, and what precedes, a row in the list's order.
  case after(EntryHead)
  case before(EntryHead)
  /// A row with what stands on both sides of it, or where it stood.
  case around(EntryHead)
  /// The first row of that day or beyond it, with what stands on both sides.
  case day(Day)
}

/// How chosen entries are written out.
package enum ExportForm: String, CaseIterable, Hashable, Sendable { case md, json, jrnl, csv }

/// Which names are looked for while one is being typed.
package enum NameKind: Hashable, Sendable { case tag, person, prompt }
