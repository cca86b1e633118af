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

  var services: Services { Services { [self] wish, now, reply in reply(answer(wish)) } }

  /// What is in it now.
  var kept: State { state.withLock { $0 } }
  func refuse(with problem: Problem?) { state.withLock { $0.refusal = problem } }
  /// Newest first, those in the trash too.
  var entries: [Entry] { kept.entries.values.sorted { $0.stamp.instant > $1.stamp.instant } }
  var drafts: [Draft] { Array(kept.drafts.values) }

  private func answer(_ wish: Wish) -> Event {
    state.withLock { state in
      state.wishes.append(wish)
      if let refusal = state.refusal, let refused = wish.refused(with: refusal) { return refused }
      switch wish {
      case .save(let entry):
        state.entries[entry.id] = entry
        state.drafts[entry.id] = nil
        return .saved(entry)
      case .keepDraft(let draft, let revision):
        state.drafts[draft.entry] = draft
        return .draftKept(draft.entry, revision: revision)
      case .forgetDraft(let id):
        state.drafts[id] = nil
        return .draftForgotten(id)
      case .trash(let ids):
        for id in ids { state.entries[id]?.trashedAt = Instant(seconds: 1) }
        return .trashed(ids)
      case .restore(let ids):
        for id in ids { state.entries[id]?.trashedAt = nil }
        return .restored(ids)
      case .setStar(let on, let ids):
        for id in ids { state.entries[id]?.isStarred = on }
        return .starred(on, ids)
      case .loadToday(let day, _): return .todayLoaded(today(day, state))
      case .anotherQuestion(_, _, let current, let dismissing):
        if dismissing { state.dismissed.insert(current) }
        state.question += 1
        return .questionShown(question(state))
      case .loadHeads(let filter, let after, let limit):
        let heads = heads(filter, state)
        let rest = after.map { last in Array(heads.drop { $0.id != last.id }.dropFirst()) } ?? heads
        return .headsLoaded(filter, after: after, Array(rest.prefix(limit)), isEnd: rest.count <= limit)
      case .loadEntry(let id):
        guard let entry = state.entries[id] else { return .entryMissing(id) }
        return .entryLoaded(entry, answering: prompts.first { $0.id == entry.prompt })
      case .openPage(let id):
        if let draft = state.drafts[id] { return .pageFound(id, .draft(draft, answering: nil)) }
        guard let entry = state.entries[id] else { return .entryMissing(id) }
        return .pageFound(id, .entry(entry, answering: prompts.first { $0.id == entry.prompt }))
      case .loadNeighbour(let head, let filter, let newer):
        let heads = heads(filter, state)
        let place = heads.firstIndex { $0.id == head.id }.map { newer ? $0 - 1 : $0 + 1 } ?? -1
        return .neighbourLoaded(heads.indices.contains(place) ? heads[place] : nil, newer: newer)
      case .findNames(let kind, let prefix):
        let all = state.entries.values.flatMap { kind == .tag ? $0.tags : $0.people }
        return .namesFound(
          kind, prefix: prefix, Set(all).filter { $0.lowercased().hasPrefix(prefix.lowercased()) }.sorted())
      case .change(let settings):
        state.settings = settings
        return .changed(settings)
      case .leaveNote(let note):
        state.notes.append(note)
        return .noteLeft(note.id)
      case .keepNote(let note):
        state.keptNotes.append(note)
        return .noteKept(note.id)
      case .forgetNote(let id):
        state.keptNotes.removeAll { $0.id == id }
        return .noteForgotten(id)
      case .loadLines: return .linesLoaded(Shelf().support)
      case .chooseCountry(let country):
        state.country = country
        var config = Config()
        config.country = country
        return .countryChosen(config)
      }
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
      recent: Array(all.filter { $0.day < day }.prefix(5)), isEmpty: all.isEmpty)
  }

  private func heads(_ filter: EntryFilter, _ state: State) -> [EntryHead] {
    state.entries.values.filter { ($0.trashedAt != nil) == (filter.place == .trash) }
      .sorted { $0.stamp.instant > $1.stamp.instant }.map(\.head)
  }
}

extension Wish {
  /// How a journal that can write nothing answers; nil for wishes that only read.
  fileprivate func refused(with problem: Problem) -> Event? {
    switch self {
    case .save(let entry): .saveRefused(entry.id, problem)
    case .keepDraft(let draft, _): .draftRefused(draft.entry, problem)
    case .leaveNote(let note), .keepNote(let note): .noteRefused(note.id, problem)
    case .forgetDraft, .trash, .restore, .setStar, .change, .anotherQuestion, .forgetNote, .chooseCountry:
      .refused(problem)
    case .loadToday, .loadHeads, .loadEntry, .openPage, .loadNeighbour, .findNames, .loadLines: nil
    }
  }
}
