import FoundationEssentials
import HearthContent
import HearthCore

/// What happened: facts, in the past tense.
package enum Event: Equatable, Sendable {
  case opened(Settings)
  /// Nothing can be shown without the journal.
  case openRefused(Problem)
  /// Another process has the journal. One that will soon be gone is waited for; of any other it is told when it lets go.
  case openWaits(JournalHolder)
  /// It has let go.
  case journalFreed
  /// It takes a passphrase to open the journal.
  case sealed(LockedDoor)
  case unlockRefused(Problem)
  /// A sealed journal was opened: what gave the passphrase when nobody typed it, and what is in the journal.
  case unlocked(by: KeyGiver?, LastSaved)
  /// How the journal is sealed and copied, from now on.
  case safekeepingKnown(Safekeeping)
  /// The journal was locked and is open again.
  case placeFound(PlaceFound)
  /// The screen was wiped and the journal stays open: because it has no passphrase, or because what is on a page could
  /// not be kept.
  case screenCleared(Problem?)
  /// The shell is about to have the terminal; the journal stays open.
  case steppedOut
  case configured(Config, [ContentProblem])

  case todayLoaded(TodayPage)
  case headsLoaded(EntryFilter, ListPlace, HeadsPage)
  /// Where there are more, none of them is here.
  case allHeadsLoaded(EntryFilter, [EntryHead], isMore: Bool)
  /// The most used first.
  case tagsLoaded([TagUse])
  /// `isMore` where counting was given up.
  case counted(EntryFilter, FoundCount)
  case daysLoaded(ClosedRange<Day>, [DaySummary])
  case foundDays(EntryFilter, ClosedRange<Day>, Set<Day>)
  /// With the question it answers, where that is still known, and when its words were changed last.
  case entryLoaded(Entry, answering: Prompt?, reworded: Instant?)
  case entryMissing(UUID)
  case pageFound(UUID, Route.Page)
  case neighbourLoaded(EntryHead?, newer: Bool)
  case saved(Entry)
  case saveRefused(UUID, Problem)
  case draftKept(UUID, revision: Int)
  case draftRefused(UUID, Problem)
  case draftForgotten(UUID)
  case made(Change)
  /// Which change is no more; nil where there was none to take back.
  case takenBack(TakenBack?)
  /// So many entries are gone for good.
  /// - Parameter unfinished: of how many a page stays that is not finished.
  case trashEmptied(Int, unfinished: Int)
  /// The entry as it is now, and versions of it before the one that was named, the last first.
  /// `isEnd` where none come before them.
  case versionsLoaded(Entry, [Revision], before: Revision.ID?, isEnd: Bool)
  /// Tags were to be set, and every entry had or lacked them already.
  case tagsUnchanged
  case namesFound(NameKind, prefix: String, [String])
  case questionShown(Prompt?)
  case changed(Settings)
  case notesTaken(Int)
  /// So many that were left could not be read, and lie in `inbox/aside`.
  case notesPutAside(Int)
  case noteLeft(UUID)
  case noteKept(UUID, revision: Int)
  case noteForgotten(UUID)
  case noteRefused(UUID, Problem)
  case refused(Problem)

  case linesLoaded(SupportDirectory)
  case countryChosen(Config)
  case templatesLoaded([Template])
  /// Everything a check-in can ask, the person's own fields last.
  case fieldsLoaded([CheckInField])
  case answersLoaded(DayAnswers)
  case checkInSaved(UUID)
  case momentSaved(UUID)
  /// A check-in or a moment lies in the trash now, or some have arrived from elsewhere.
  case answersChanged

  case practicesLoaded(PracticeShelf)
  /// By their ids.
  case practiceTitlesLoaded([String: String])
  case practiceFound(PracticeStart, PracticeOpening)
  /// There is no such practice, or no such run.
  case practiceMissing(PracticeStart)
  case runKept(UUID, revision: Int)
  case runRefused(UUID, Problem)
  case runLoaded(KeptRun)
  case runMissing(UUID)
  /// All that wait, the earliest first.
  case followUpsLoaded([KeptFollowUp])
  case followUpSettled(FollowUp.ID)
  case practiceRested

  case charts(ChartEvent)
  case libraryLoaded(Library)
  /// The ids of the cards that were read.
  case readCardsLoaded(Set<String>)
  /// The same, now that one more was.
  case cardRead(Set<String>)
  case savedSearchesLoaded([SavedSearch])
  /// In place of another search that had the name.
  case searchKept(SavedSearch, inPlaceOf: SavedSearch?)
  case hushedLoaded(Hushed)
  /// What nothing has of all that was looked for; nil where each alone would find something.
  case missingFound(EntryFilter, Condition?)
  /// People, then the newest first.
  case foundElsewhere(Condition, [Elsewhere])
  /// All that this day brings back, the nearest first.
  case memoriesLoaded(Day, [Memory])
  case people(PeopleEvent)
  case questions(QuestionEvent)
  case check(CheckEvent)
  case aside(AsideEvent)
  case report(ReportEvent)
  case exported(Int, path: String)
  case exportRefused(Problem)

  /// Blanks between the words.
  case wordsOffered(SecretText)
  /// Where it lies in the second folder, what opens with what the journal opened with before.
  case resealed(isSealed: Bool, elsewhere: [String])
  case resealRefused(Problem)
  /// How much of the journal is written anew, in percent; nil where nothing of it is yet.
  case reseals(percent: Int?)
  /// Whether what was typed opens the journal.
  case proved(Bool)
  /// So many entries are gone for good; the names of backups that still hold them.
  case erased(Int, backups: [String])
  case eraseRefused(Problem)
  /// What is not the journal's has stayed in its folder.
  case everythingErased(leaving: [String])
  /// Blanks between the groups.
  case codeDrawn(SecretText)
  /// Whether there is one now.
  case codeKept(Bool)
  /// A backup was made; where there is a second folder, what kept it from getting one too.
  case backedUp(elsewhere: Problem?)
  case backupRefused(Problem)
  /// What was named as the second folder is none; what was set stays.
  case folderRefused(Problem)
  case backupsLoaded(BackupShelf)
  case backupChecked(KeptBackup.ID, BackupCheck)
  case backupBroken(KeptBackup.ID, Problem)
  /// So many older ones are gone; where there is a second folder, what kept it from getting the new one too.
  case backupsRenewed(gone: Int, elsewhere: Problem?)

  /// The time a screen asked to be woken at has come.
  case ticked
  /// The person wants to search, from whatever room.
  case searchAsked
  /// They want to see what may be said of patterns.
  case patternsAsked
  /// The person wants to name a day to go to.
  case dayAsked
  /// The person wants to see a day, chosen in what lay over the screen.
  case dayChosen(Day)
  /// The person wants to go elsewhere: the page is to be finished as `Esc` would.
  case finishAsked
  /// The screen is seen, for the first time or again after what lay above it.
  case shown
  /// The window has another size.
  case resized
}

/// A piece of a list, in the list's order.
package struct HeadsPage: Equatable, Sendable {
  package var heads: [EntryHead]
  /// Nothing stands before the first, or after the last.
  package var isStart: Bool
  package var isEnd: Bool
  /// How many there are in all; nil where that was not counted along with them.
  package var count: FoundCount?

  package init(_ heads: [EntryHead], isStart: Bool, isEnd: Bool, count: FoundCount? = nil) {
    self.heads = heads
    self.isStart = isStart
    self.isEnd = isEnd
    self.count = count
  }
}

/// How many entries were found, as far as anybody wants to know.
package struct FoundCount: Equatable, Sendable {
  /// Counting stops here.
  package static let most = 500

  package let count: Int
  /// There are more than `count`.
  package let isMore: Bool

  package init(_ count: Int, most: Int = Self.most) {
    self.count = min(count, most)
    isMore = count > most
  }
}

/// What Today shows, found in one go.
package struct TodayPage: Equatable, Sendable {
  package var day: Day
  package var question: Prompt?
  package var drafts: [Draft]
  /// What was written today, newest first.
  package var written: [EntryHead]
  /// The newest of the days before.
  package var recent: [EntryHead]
  package var isEmpty: Bool
  /// What was written on this day at other times and is not on the page already; none where the person wants none.
  package var memories: [Memory]
  /// On how many days of the month something was written; nil where the person does not want it told.
  package var daysWritten: Int?
  /// What it has been a while with; at most three.
  package var rhythms: [Rhythm]

  package init(
    day: Day, question: Prompt?, drafts: [Draft], written: [EntryHead], recent: [EntryHead], isEmpty: Bool,
    memories: [Memory] = [], daysWritten: Int? = nil, rhythms: [Rhythm] = []
  ) {
    self.day = day
    self.question = question
    self.drafts = drafts
    self.written = written
    self.recent = recent
    self.isEmpty = isEmpty
    self.memories = memories
    self.daysWritten = daysWritten
    self.rhythms = rhythms
  }
}
