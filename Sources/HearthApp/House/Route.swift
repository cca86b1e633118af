import FoundationEssentials
import HearthContent
import HearthCore

/// Every place one can open. A new screen is one file, a case and a line here, and its type in `KeyBook.screens`.
package enum Route: Equatable, Sendable {
  case read(EntryHead, in: EntryFilter)
  case compose(Page)
  case trash
  case tags
  /// What a search finds, over the page it was asked from.
  case entries(seeking: String)
  /// What it finds besides entries.
  case elsewhere(Condition)
  case support
  /// The same without what the person has pinned there: the journal is not open to be seen.
  case supportAlone
  case ownSupport
  /// A check, by its id.
  case check(String)
  case keptChecks
  case questions
  /// What was written in answer to one.
  case answers(Prompt)
  /// Hangs before a check that nobody touches.
  case veil(isSealed: Bool)
  case settings
  /// Several things of one kind to tick.
  case ticks(TicksScreen.Matter)
  case welcome
  case palette(PaletteScreen.Kind)
  case draftOffer(Draft)
  case held(JournalHolder)
  case unlock(LockedDoor)
  case curtain(Problem?)
  case passphrase
  case recovery
  /// The same, where a code was shown that does not count.
  case recoveryDropped
  /// What a sealing has come to that nobody saw end.
  case sealedUnseen
  case backups
  case erase(EraseScreen.Matter)
  /// A last backup on the way out.
  case farewell
  case versions(EntryHead)
  case templates
  case practice(PracticeStart)
  /// A run to read again.
  case pastRun(UUID)
  case followUp(KeptFollowUp)
  /// How it is now; one that was answered before, or a new one.
  case checkIn(CheckIn?)
  case moment(Moment?)
  /// All that a day brings back.
  case memories(Day)
  /// All that was kept of a day.
  case day(Day)
  /// One card of the Library, by its id.
  case card(String)
  case person(UUID)
  case form(FormScreen.Subject)
  case touchpoints
  case touchpoint(Rhythm)
  case peopleMaps
  case report
  /// What does not come back by itself: for one entry, or all there is.
  case hushed(EntryHead?)
  /// The year of a day, over the list in which one of its days is shown.
  /// - Parameter found: what is looked for in the list; nil where nothing is.
  case year(Day, found: EntryFilter? = nil)

  /// What lies on the page when Compose opens.
  package enum Page: Equatable, Sendable {
    case blank(answering: Prompt?)
    /// A template, its gaps filled.
    case begun(text: String, answering: Prompt?)
    case entry(Entry, answering: Prompt?)
    /// - Parameter isOutdated: the words of its entry were changed after it was kept.
    case draft(Draft, answering: Prompt?, isOutdated: Bool = false)
  }

  /// Whether something new is written or noted there, of one day.
  var beginsSomething: Bool {
    switch self {
    case .compose(.blank), .checkIn(nil), .moment(nil): true
    default: false
    }
  }

  /// What stands open once: two of a kind would both hear what was meant for one. Nil for all other pages.
  var standsOnce: (any Screen.Type)? {
    switch self {
    case .passphrase, .sealedUnseen: PassphraseScreen.self
    case .recovery, .recoveryDropped: RecoveryScreen.self
    case .backups: BackupsScreen.self
    default: nil
    }
  }

  /// - Parameters:
  ///   - rows: what help and the palette show: the keys of the screen below.
  ///   - answering: how it is answered, for help.
  func screen(
    over rows: [KeyRow], named title: String, answering: Answering? = nil, in context: Context
  ) -> any Screen {
    switch self {
    case .read(let head, let filter): ReadScreen(head, in: filter)
    case .compose(let page): ComposeScreen(page, in: context)
    case .tags: TagsScreen()
    case .trash: JournalScreen(EntryFilter(place: .trash))
    case .entries(let text): JournalScreen(EntryFilter(), seeking: text)
    case .elsewhere(let condition): ElsewhereScreen(condition)
    case .support: SupportScreen(country: context.config.country, own: context.settings.ownSupport)
    case .supportAlone: SupportScreen(country: context.config.country)
    case .ownSupport: OwnSupportScreen(context.settings.ownSupport, in: context)
    case .check(let id): CheckScreen(id)
    case .keptChecks: KeptChecksScreen()
    case .questions: QuestionsScreen()
    case .answers(let prompt): AnswersScreen(prompt)
    case .veil(let isSealed): VeilScreen(isSealed: isSealed)
    case .settings: SettingsScreen(context.settings)
    case .ticks(let matter): TicksScreen(matter, in: context)
    case .welcome: WelcomeScreen()
    case .palette(let kind): PaletteScreen(kind, rows: rows, place: title, answering: answering, in: context)
    case .draftOffer(let draft): DraftScreen(draft)
    case .held(let holder): HeldScreen(holder, in: context)
    case .unlock(let door): UnlockScreen(door)
    case .curtain(let problem): CurtainScreen(problem)
    case .passphrase: PassphraseScreen(in: context)
    case .sealedUnseen: PassphraseScreen(endedUnseen: true, in: context)
    case .recovery: RecoveryScreen(in: context)
    case .recoveryDropped: RecoveryScreen(hasDropped: true, in: context)
    case .backups: BackupsScreen(isMadeUp: context.isMadeUp)
    case .erase(let matter): EraseScreen(matter, in: context)
    case .farewell: FarewellScreen()
    case .versions(let head): VersionsScreen(head)
    case .templates: TemplatesScreen(in: context)
    case .practice(let start): PracticeScreen(start)
    case .pastRun(let id): PastRunScreen(id)
    case .followUp(let kept): FollowUpScreen(kept)
    case .card(let id): CardScreen(id)
    case .checkIn(let known): CheckInScreen(known, in: context)
    case .moment(let known): MomentScreen(known, in: context)
    case .memories(let day): MemoriesScreen(day)
    case .day(let day): DayScreen(day)
    case .person(let id): PersonScreen(id)
    case .form(let subject): FormScreen(subject, in: context)
    case .touchpoints: TouchpointsScreen()
    case .touchpoint(let rhythm): TouchpointScreen(rhythm)
    case .peopleMaps: PeopleMapsScreen()
    case .report: ReportScreen(in: context)
    case .hushed(let head): HushedScreen(head)
    case .year(let day, let found): YearScreen(day, finding: found)
    }
  }
}

extension Room {
  func screen(in context: Context) -> any Screen {
    switch self {
    case .today: TodayScreen(day: context.today)
    case .journal: JournalScreen(EntryFilter(order: context.settings.oldestFirst ? .oldestFirst : .newestFirst))
    case .people: PeopleScreen()
    case .practice: PracticesScreen()
    case .charts: ChartsScreen()
    case .library: LibraryScreen()
    }
  }
}
