import FoundationEssentials
import HearthApp
import HearthContent
import HearthCore
import Synchronization

/// The world in memory: a journal that lives as long as the test, answering at once.
final class MemoryJournal: Sendable {
  struct State {
    var entries: [UUID: Entry] = [:]
    var drafts: [UUID: Draft] = [:]
    var settings = Settings()
    var question = 0
    var dismissed: Set<String> = []
    var notes: [Note] = []
    var keptNotes: [Note] = []
    var country: String?
    /// How it was before each change.
    var steps: [Step] = []
    var versions: [UUID: [Revision]] = [:]
    var memories: [Memory] = []
    var daysWritten: Int?
    var templates: [Template] = []
    var practices = PracticeState()
    var library = Library()
    var readCards: Set<String> = []
    var checkIns: [CheckIn] = []
    var moments: [Moment] = []

    func elsewhere(_ condition: Condition) -> [Elsewhere] {
      if Sought(condition).isEmpty { return [] }
      let dated = moments.reversed().map(Elsewhere.moment) + practices.runs.reversed().map(Elsewhere.run)
      let all = people.map { Elsewhere.person($0.person) } + dated
      return all.filter { $0.meets(condition) }
    }

    func answers(of day: Day) -> DayAnswers {
      DayAnswers(
        day: day, fields: checkIns.contains { $0.day == day } ? Shelf().checkInFields : [],
        checkIns: checkIns.filter { $0.day == day }, moments: moments.filter { $0.day == day })
    }

    mutating func answer(_ wish: AnswerWish) -> Event {
      switch wish {
      case .fields: return .fieldsLoaded(Shelf().checkInFields)
      case .load(let day): return .answersLoaded(answers(of: day))
      case .saveCheckIn(let checkIn):
        checkIns.removeAll { $0.id == checkIn.id }
        checkIns.append(checkIn)
        return .checkInSaved(checkIn.id)
      case .saveMoment(let moment):
        moments.removeAll { $0.id == moment.id }
        moments.append(moment)
        return .momentSaved(moment.id)
      case .trashCheckIn(let id): checkIns.removeAll { $0.id == id }
      case .trashMoment(let id): moments.removeAll { $0.id == id }
      }
      return .answersChanged
    }

    var searches: [SavedSearch] = []
    var hushed = Hushed()
    var people: [PersonPage] = []
    var rhythms: [Rhythm] = []
    var charts = MemoryCharts()
    var checks: [KeptCheck] = []
    var asides = AsideMemory()
    /// Of days before today, for what Today says of them.
    var readings: [Reading] = []
    var reports: [(ReportRequest, path: String)] = []
    /// Why none can be written; nil where one can.
    var reportRefusal: Problem?

    /// What `u` brings back: of the entries that were changed, and of the rest what its kind is about.
    struct Step {
      let kind: Change.Kind
      let entries: [Entry]
      let searches: [SavedSearch]
      let hushed: Hushed
      let practices: PracticeState
    }
    var exported: [(ids: [UUID], form: ExportForm, path: String)] = []
    /// What opens it; nil where nothing is needed.
    var passphrase: String?
    var code: String?
    var backups: [KeptBackup] = []
    /// Where backups lie in the second folder, and why that gets none.
    var elsewhere: [String] = []
    var elsewhereRefusal: Problem?
    /// Every wish that would write is refused with it.
    var refusal: Problem?
    var wishes: [Wish] = []
  }

  private let state: Mutex<State>
  let prompts: [Prompt]

  init(
    entries: [Entry] = [], drafts: [Draft] = [], settings: Settings = Settings(), prompts: [Prompt] = Shelf().prompts
  ) {
    var state = State()
    state.entries = Dictionary(uniqueKeysWithValues: entries.map { ($0.id, $0) })
    state.drafts = Dictionary(uniqueKeysWithValues: drafts.map { ($0.entry, $0) })
    state.settings = settings
    self.state = Mutex(state)
    self.prompts = prompts
  }

  var services: Services { Services { [self] wish, now, reply in answer(wish, now).map(reply) } }

  /// What is in it now.
  var kept: State { state.withLock { $0 } }
  func refuse(with problem: Problem?) { state.withLock { $0.refusal = problem } }
  /// Puts something in before the story begins.
  func prepare(_ change: (inout State) -> Void) { state.withLock { change(&$0) } }
  /// Somebody else changes the words of an entry.
  func reword(_ id: UUID, as text: String, at instant: Instant) {
    state.withLock { state in
      state.keepVersion(of: id, replacedAt: instant, .edit)
      state.entries[id]?.text = text
    }
  }

  /// Newest first, those in the trash too.
  var entries: [Entry] { kept.entries.values.sorted { $0.stamp.instant > $1.stamp.instant } }
  var drafts: [Draft] { Array(kept.drafts.values) }

  private func answer(_ wish: Wish, _ now: Instant) -> Event? {
    state.withLock { state in
      state.wishes.append(wish)
      if let refusal = state.refusal, let refused = wish.refused(with: refusal) { return refused }
      switch wish {
      case .save(var entry, let touched):
        let createdAt = state.entries[entry.id]?.createdAt
        if let before = state.entries[entry.id] { entry.takeDetails(of: before, except: touched) }
        if state.entries[entry.id] != entry {
          state.keepVersion(of: entry.id, replacedAt: entry.modifiedAt, .edit)
          state.close()
        }
        state.entries[entry.id] = entry
        state.entries[entry.id]?.createdAt = createdAt ?? entry.createdAt
        state.drafts[entry.id] = nil
        return .saved(entry)
      case .keepDraft(let draft, let revision):
        state.drafts[draft.entry] = draft
        return .draftKept(draft.entry, revision: revision)
      case .forgetDraft(let id):
        state.drafts[id] = nil
        return .draftForgotten(id)
      case .make(let change): return state.make(change, now: now)
      case .renameTag(let old, let new):
        let tagged = state.entries.values.filter { $0.addedTags.contains(old) }.map(\.id)
        return state.make(.tags(add: [new], remove: [old], tagged.sorted { "\($0)" < "\($1)" }), now: now)
      case .takeBack: return .takenBack(state.takeBack())
      case .emptyTrash:
        let gone = state.entries.values.filter { $0.trashedAt != nil }.map(\.id)
        for id in gone { state.entries[id] = nil }
        return .trashEmptied(gone.count, unfinished: gone.filter { state.drafts[$0] != nil }.count)
      case .loadVersions(let id, let later, let limit):
        guard let entry = state.entries[id] else { return .entryMissing(id) }
        let versions = (state.versions[id] ?? []).filter { later == nil || $0.id < later ?? 0 }.prefix(limit)
        return .versionsLoaded(entry, Array(versions), before: later, isEnd: versions.count < limit)
      case .loadToday(let day, _): return .todayLoaded(today(day, state))
      case .anotherQuestion(_, _, let current, let dismissing):
        if dismissing { state.dismissed.insert(current) }
        state.question += 1
        return .questionShown(question(state))
      case .loadHeads(let filter, let place, let limit):
        let all = entries(filter, state)
        var page = page(of: all, filter.order, at: place, limit)
        if place == .start, filter.condition != .everything { page.count = FoundCount(all.count) }
        return .headsLoaded(filter, place, page)
      case .loadAllHeads(let filter, let most):
        let all = heads(filter, state)
        return .allHeadsLoaded(filter, all.count > most ? [] : all, isMore: all.count > most)
      case .loadTags:
        let living = state.entries.values.filter { $0.trashedAt == nil }
        let counts = Dictionary(living.flatMap(\.tags).map { ($0, 1) }, uniquingKeysWith: +)
        let inTexts = Dictionary(
          living.flatMap { Set(Marks.tags(in: $0.text)).subtracting($0.addedTags) }.map { ($0, 1) },
          uniquingKeysWith: +)
        let uses = counts.map { TagUse($0.key, entries: $0.value, inTexts: inTexts[$0.key] ?? 0) }
        return .tagsLoaded(uses.sorted { ($1.entries, $0.name) < ($0.entries, $1.name) })
      case .count(let filter, let most):
        let count = entries(filter, state).count
        return .counted(filter, FoundCount(count, most: most))
      case .loadDays(let days): return .daysLoaded(days, summaries(of: days, state))
      case .findDays(let filter, let days):
        return .foundDays(filter, days, Set(heads(filter, state).map(\.day).filter { days.contains($0) }))
      case .loadEntry(let id):
        guard let entry = state.entries[id] else { return .entryMissing(id) }
        return .entryLoaded(
          entry, answering: prompts.first { $0.id == entry.prompt }, reworded: state.versions[id]?.first?.replacedAt)
      case .openPage(let id):
        if let draft = state.drafts[id] {
          let reworded = state.versions[id]?.first?.replacedAt
          return .pageFound(
            id,
            .draft(
              draft, answering: prompts.first { $0.id == draft.prompt },
              isOutdated: reworded.map { $0 > draft.keptAt } ?? false))
        }
        guard let entry = state.entries[id] else { return .entryMissing(id) }
        return .pageFound(id, .entry(entry, answering: prompts.first { $0.id == entry.prompt }))
      case .loadNeighbour(let head, let filter, let newer):
        let heads = heads(filter, state)
        let isBefore = newer == (filter.order == .newestFirst)
        let place = heads.firstIndex { $0.id == head.id }.map { isBefore ? $0 - 1 : $0 + 1 } ?? -1
        return .neighbourLoaded(heads.indices.contains(place) ? heads[place] : nil, newer: newer)
      case .findNames(let kind, let prefix):
        let all =
          switch kind {
          case .tag: state.entries.values.flatMap(\.tags)
          case .person: state.people.map(\.person.name) + state.entries.values.flatMap(\.people)
          case .prompt: prompts.map(\.id)
          }
        let uses = Dictionary(all.map { ($0, 1) }, uniquingKeysWith: +)
        let found = uses.keys.filter { $0.lowercased().hasPrefix(prefix.lowercased()) }
          .sorted { (-(uses[$0] ?? 0), $0) < (-(uses[$1] ?? 0), $1) }
        return .namesFound(kind, prefix: prefix, Array(found.prefix(6)))
      case .change(let settings):
        state.settings = settings
        return .changed(settings)
      case .leaveNote(let note):
        state.notes.append(note)
        return .noteLeft(note.id)
      case .keepNote(let note, let revision):
        state.keptNotes.append(note)
        return .noteKept(note.id, revision: revision)
      case .forgetNote(let id):
        state.keptNotes.removeAll { $0.id == id }
        return .noteForgotten(id)
      case .practices(let wish): return state.practices.answer(wish)
      case .loadTemplates: return .templatesLoaded(state.templates)
      case .answers(let wish): return state.answer(wish)
      case .charts(let wish): return .charts(state.charts.answer(wish))
      case .loadLibrary: return .libraryLoaded(state.library)
      case .loadReadCards: return .readCardsLoaded(state.readCards)
      case .markRead(let card):
        state.readCards.insert(card)
        return .cardRead(state.readCards)
      case .loadSavedSearches: return .savedSearchesLoaded(state.searches)
      case .keepSearch(let search):
        let before = state.searches.first { $0.name == search.name && $0.text != search.text }
        if before != nil { state.remember(.search) }
        state.searches.removeAll { $0.name == search.name }
        state.searches.append(search)
        return .searchKept(search, inPlaceOf: before)
      case .loadMemories(let day): return .memoriesLoaded(day, state.memories)
      case .findMissing(let filter):
        let parts = if case .all(let parts) = filter.condition { parts } else { [filter.condition] }
        let here = entries(EntryFilter(place: filter.place), state)
        return .missingFound(
          filter, parts.first { part in (parts.count > 1 || part.isName) && !here.contains { part.holds(for: $0) } })
      case .findElsewhere(let condition): return .foundElsewhere(condition, state.elsewhere(condition))
      case .loadHushed: return .hushedLoaded(state.hushed)
      case .people(let wish): return .people(state.answer(wish))
      case .check(let wish): return .check(state.answer(wish))
      case .questions(let wish): return .questions(state.answer(wish, prompts))
      case .aside(let wish): return .aside(state.answer(wish))
      case .report(let wish): return .report(state.answer(wish))
      case .export(let ids, let form, let path):
        state.exported.append((ids, form, path))
        return .exported(ids.count, path: path)
      case .unlock, .unlockWithCode, .offerWords, .reseal, .prove, .erase, .erasePerson, .eraseEverything, .drawCode,
        .keepCode,
        .backUp, .renewBackups, .loadBackups, .checkBackup, .howFar, .openJournal:
        return answer(wish, &state)
      case .interrupt: return nil
      case .loadLines: return .linesLoaded(Shelf().support)
      case .chooseCountry(let country):
        state.country = country
        var config = Config()
        config.country = country
        return .countryChosen(config)
      }
    }
  }

  /// Sealing, and what is kept beside.
  private func answer(_ wish: Wish, _ state: inout State) -> Event? {
    switch wish {
    case .unlock(let typed): return state.opens(typed.taken == state.passphrase)
    case .unlockWithCode(let typed): return state.opens(typed.taken == state.code)
    case .offerWords: return .wordsOffered(SecretText("velvet onion meadow copper lantern thirty"))
    case .reseal(let typed):
      state.passphrase = typed?.taken
      return .resealed(isSealed: state.passphrase != nil, elsewhere: state.elsewhere)
    case .howFar: return .reseals(percent: 40)
    case .drawCode: return .codeDrawn(SecretText("2B6K 9XQ4 HT1M 77CD VZ30 P8WS R5GN"))
    case .keepCode(let typed):
      state.code = typed?.taken
      return .codeKept(state.code != nil)
    case .backUp:
      let number = state.backups.count
      let day = Stamp(Story.evening, in: Story.zone).calendarDay.adding(days: number)
      state.backups.insert(KeptBackup(name: "\(number)", day: day, clock: "21:04", size: 1_234_567), at: 0)
      return .backedUp(elsewhere: state.elsewhereRefusal)
    case .renewBackups:
      defer { state.backups = Array(state.backups.prefix(1)) }
      return .backupsRenewed(gone: max(0, state.backups.count - 1), elsewhere: state.elsewhereRefusal)
    case .loadBackups:
      let misses = state.elsewhereRefusal != nil && state.settings.backupFolder != nil
      return .backupsLoaded(BackupShelf(state.backups, limit: 1 << 30, missesElsewhere: misses))
    case .prove(let typed): return .proved(typed.taken == state.passphrase)
    case .erase(let ids, let typed):
      guard typed?.taken == state.passphrase else { return .eraseRefused(.passphraseWrong) }
      for id in ids { state.entries[id] = nil }
      return .erased(ids.count, backups: state.backups.map(\.name))
    case .erasePerson(let name, let typed):
      guard typed?.taken == state.passphrase else { return .eraseRefused(.passphraseWrong) }
      state.people.removeAll { $0.person.name == name }
      return .erased(0, backups: state.backups.map(\.name))
    case .eraseEverything:
      state.entries = [:]
      return .everythingErased(leaving: [])
    case .checkBackup(let id):
      return .backupChecked(id, id.name == "old" ? .sealedOtherwise : .whole(entries: state.entries.count))
    case .openJournal: return state.passphrase == nil ? .opened(state.settings) : .sealed(LockedDoor())
    default: return nil
    }
  }

  private func question(_ state: State) -> Prompt? {
    let left = prompts.filter { !state.dismissed.contains($0.id) }
    return left.isEmpty ? nil : left[state.question % left.count]
  }

  private func today(_ day: Day, _ state: State) -> TodayPage {
    let all = heads(EntryFilter(), state)
    return TodayPage(
      day: day, question: question(state), drafts: Array(state.drafts.values), written: all.filter { $0.day == day },
      recent: Array(all.filter { $0.day < day }.prefix(5)), isEmpty: all.isEmpty, memories: state.memories,
      daysWritten: state.daysWritten, rhythms: state.rhythms.due(on: day))
  }

  private func heads(_ filter: EntryFilter, _ state: State) -> [EntryHead] { entries(filter, state).map(\.head) }

  private func entries(_ filter: EntryFilter, _ state: State) -> [Entry] {
    let entries = state.entries.values
      .filter { ($0.trashedAt != nil) == (filter.place == .trash) && filter.condition.holds(for: $0) }
      .sorted { ($0.day, $0.stamp.instant) > ($1.day, $1.stamp.instant) }
    return filter.order == .newestFirst ? entries : entries.reversed()
  }

  private func page(
    of entries: [Entry], _ order: EntryFilter.Order, at place: ListPlace, _ limit: Int
  ) -> HeadsPage {
    func isPast(_ entry: Entry, _ head: EntryHead) -> Bool {
      let (one, other) = ((entry.day, entry.stamp.instant), (head.day, head.stamp.instant))
      return order == .newestFirst ? one <= other : one >= other
    }
    // Where it is, or where it stood.
    func index(of head: EntryHead) -> Int {
      entries.firstIndex { $0.id == head.id } ?? entries.firstIndex { isPast($0, head) } ?? entries.count
    }
    func around(_ index: Int) -> Range<Int> { index - limit / 2..<index + limit - limit / 2 }
    let end = entries.count - limit..<entries.count
    let range =
      switch place {
      case .start: 0..<limit
      case .end: end
      case .after(let head): index(of: head) + 1..<index(of: head) + 1 + limit
      case .before(let head): index(of: head) - limit..<index(of: head)
      case .around(let head): around(index(of: head))
      case .day(let day):
        entries.firstIndex { order == .newestFirst ? $0.day <= day : $0.day >= day }.map(around) ?? end
      }
    // That nothing comes before or after is known where more was asked for than came.
    return HeadsPage(
      entries[range.clamped(to: 0..<entries.count)].map(\.head), isStart: place == .start || range.lowerBound < 0,
      isEnd: range == end || range.upperBound > entries.count)
  }

  private func summaries(of days: ClosedRange<Day>, _ state: State) -> [DaySummary] {
    let written = state.entries.values.filter { $0.trashedAt == nil && days.contains($0.day) }
    return Dictionary(grouping: written, by: \.day).map { day, entries in
      let moods = entries.compactMap { $0.mood.map { Double($0.rawValue) } }
      return DaySummary(
        day: day, count: entries.count, mood: moods.isEmpty ? nil : moods.reduce(0, +) / Double(moods.count),
        hasStar: entries.contains(where: \.isStarred))
    }.sorted { $0.day < $1.day }
  }
}

extension MemoryJournal.State {
  fileprivate func opens(_ fits: Bool) -> Event { fits ? .opened(settings) : .unlockRefused(.passphraseWrong) }
}

extension SecretText {
  /// What was typed, taken out of it.
  var taken: String { give { String(decoding: $0, as: UTF8.self) } }
}

extension MemoryJournal.State {
  /// How an entry reads before it is changed; nothing of one that is new.
  fileprivate mutating func keepVersion(of id: UUID, replacedAt: Instant, _ reason: Revision.Reason) {
    guard let entry = entries[id] else { return }
    let version = Revision(
      id: Int64(versions[id, default: []].count), text: entry.text, stamp: entry.stamp, addedTags: entry.addedTags,
      writtenAt: entry.modifiedAt,
      replacedAt: replacedAt, reason: reason)
    versions[id, default: []].insert(version, at: 0)
  }
}

extension Wish {
  /// How a journal that can write nothing answers; nil for wishes that only read.
  fileprivate func refused(with problem: Problem) -> Event? {
    switch self {
    case .save(let entry, _): .saveRefused(entry.id, problem)
    case .keepDraft(let draft, _): .draftRefused(draft.entry, problem)
    case .leaveNote(let note), .keepNote(let note, _): .noteRefused(note.id, problem)
    case .practices(.keep(let run, _, _)): .runRefused(run.id, problem)
    case .practices(.settle), .practices(.rest), .forgetDraft, .make, .renameTag, .takeBack, .emptyTrash, .change,
      .anotherQuestion,
      .forgetNote, .chooseCountry,
      .keepSearch, .keepCode, .answers(.saveCheckIn), .answers(.saveMoment), .answers(.trashCheckIn),
      .answers(.trashMoment),
      .people(.keep), .people(.keepTouchpoint), .people(.answer):
      .refused(problem)
    case .export: .exportRefused(problem)
    case .reseal: .resealRefused(problem)
    case .erase, .erasePerson, .eraseEverything: .eraseRefused(problem)
    case .backUp, .renewBackups: .backupRefused(problem)
    case .loadToday, .loadHeads, .count, .loadDays, .findDays, .loadEntry, .openPage, .loadNeighbour, .loadVersions,
      .findNames,
      .practices, .loadLines, .loadTemplates,
      .loadAllHeads, .loadTags, .loadLibrary, .answers, .loadReadCards, .markRead, .loadSavedSearches, .loadHushed,
      .loadMemories, .findMissing, .findElsewhere,
      .people,
      .check, .charts,
      .questions, .aside, .report, .unlock,
      .unlockWithCode, .offerWords, .drawCode, .prove,
      .loadBackups, .checkBackup, .howFar, .interrupt, .openJournal:
      nil
    }
  }
}

extension MemoryJournal.State {
  /// Keeps how these entries, and what is of none, were before a change.
  fileprivate mutating func remember(_ kind: Change.Kind, of ids: [UUID] = []) {
    let before = ids.compactMap { entries[$0] }
    steps.append(Step(kind: kind, entries: before, searches: searches, hushed: hushed, practices: practices))
  }

  /// Something was written: that is no change, and `u` says so once.
  fileprivate mutating func close() {
    if let last = steps.last, last.kind != .writing { remember(.writing) }
  }

  fileprivate mutating func takeBack() -> TakenBack? {
    guard let step = steps.popLast() else { return nil }
    for before in step.entries {
      entries[before.id] = entries[before.id].map { step.kind.takenBack(from: $0, to: before) }
    }
    let people = Set(step.hushed.people).symmetricDifference(hushed.people)
    let search = step.searches.first { !searches.contains($0) }?.name
    let run = step.practices.runs.first { run in !practices.runs.contains { $0.id == run.id } }?.title
    switch step.kind {
    case .search: searches = step.searches
    case .hush, .unhush: hushed = step.hushed
    case .run: practices = step.practices
    default: break
    }
    return TakenBack(
      step.kind, of: Set(step.entries.map(\.id)), about: Array(people),
      named: step.kind == .search ? search : step.kind == .run ? run : nil,
      head: step.entries.count == 1 ? entries[step.entries[0].id]?.head : nil)
  }
}

extension MemoryJournal.State {
  fileprivate mutating func make(_ change: Change, now: Instant) -> Event {
    let altered = change.ids.uniqued().filter { entries[$0].map(change.alters) == true }
    guard let made = change.narrowed(to: altered) else { return .tagsUnchanged }
    if change.ids.isEmpty || !altered.isEmpty { remember(change.kind, of: altered) }
    if change.ids.isEmpty { make(change) }
    if case .version(_, _, let id) = change { keepVersion(of: id, replacedAt: Story.evening, .restored) }
    for id in altered { entries[id] = entries[id].map { change.applied(to: $0, at: now) } }
    return .made(made)
  }

  /// What is done to no single entry.
  fileprivate mutating func make(_ change: Change) {
    switch change {
    case .hushPerson(let isOn, let name):
      hushed.people.removeAll { $0 == name }
      if isOn { hushed.people = (hushed.people + [name]).sorted() }
    case .hushSpan(let isOn, let span):
      hushed.spans.removeAll { $0 == span }
      if isOn { hushed.spans = (hushed.spans + [span]).sorted() }
    case .letGoOfRun(let id): practices.letGo(of: id)
    case .forgetSearch(let name): searches.removeAll { $0.name == name }
    default: break
    }
  }
}

extension Condition {
  /// The meaning of a condition, spelt out: what the index of the real journal has to agree with.
  func holds(for entry: Entry) -> Bool {
    switch self {
    case .words(let words, let isBegun):
      let text = " " + entry.text.lowercased()
      return text.contains((isBegun ? " " : "") + words.lowercased())
    case .tag(let name, let isBegun):
      return entry.tags.contains { isBegun ? $0.hasPrefix(name) : $0 == name || $0.hasPrefix(name + "/") }
    case .person(let name, let isBegun):
      let name = name.lowercased()
      return entry.people.map { $0.lowercased() }.contains { isBegun ? $0.hasPrefix(name) : $0 == name }
    case .mood(let moods): return entry.mood.map { moods.contains($0.rawValue) } ?? false
    case .days(let from, let to): return from.map { entry.day >= $0 } ?? true && to.map { entry.day <= $0 } ?? true
    case .prompt(let id): return entry.prompt == id
    case .starred: return entry.isStarred
    case .all(let parts): return parts.allSatisfy { $0.holds(for: entry) }
    case .any(let parts): return parts.contains { $0.holds(for: entry) }
    case .not(let part): return !part.holds(for: entry)
    }
  }
}

extension Condition {
  fileprivate var isName: Bool {
    switch self {
    case .tag, .person, .prompt: true
    default: false
    }
  }
}
