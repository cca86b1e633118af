import Foundation
import HearthApp
import HearthContent
import HearthCore
import HearthStorage

/// The one place where wishes meet the world. What takes more than a line is a step of its own, below or in the file of
/// its topic.
extension JournalService {
  /// Grants a wish, a row for each; the compiler asks for every case.
  ///
  /// - Parameter reply: told of what comes of it besides.
  /// - Returns: nil where there is nothing to answer.
  func answer(_ wish: Wish, now: Instant, _ reply: Services.Reply) -> Event? {
    switch wish {
    // Groups with a file of their own
    case .answers(let wish): answer(wish, now: now)
    case .aside(let wish): answer(wish)
    case .charts(let wish): answer(wish)
    case .check(let wish): answer(wish, now: now)
    case .people(let wish): answer(wish, now: now)
    case .practices(let wish): answer(wish, now: now)
    case .questions(let wish): answer(wish, now: now)
    case .report(let wish): answer(wish, now: now)

    // The ways in, sealing and backups
    case .unlock(let typed): unlock(typed, reply)
    case .unlockWithCode(let typed): unlockWithCode(typed, reply)
    case .offerWords: .wordsOffered(offeredWords())
    case .drawCode: .codeDrawn(drawnCode())
    case .prove(let typed): event { .proved(try typed.give { TypedKey(wiping: &$0) }.opens(vault)) }
    case .reseal(let typed): event(refused: Event.resealRefused) { try reseal(typed, reply) }
    case .howFar: .reseals(percent: folder.flatMap(ClosedVault.resealedPercent))
    case .keepCode(let typed): event { try keepCode(typed, reply) }
    case .backUp: event(refused: Event.backupRefused) { try backUp(at: now, reply) }
    case .renewBackups: event(refused: Event.backupRefused) { try renewBackups(at: now, reply) }
    case .loadBackups: event { .backupsLoaded(try vault.backupShelf) }
    case .checkBackup(let id): event(refused: { .backupBroken(id, $0) }, { try check(id) })
    case .erase(let ids, let typed): event(refused: Event.eraseRefused) { try erase(.entries(Set(ids)), typed) }
    case .erasePerson(let name, let typed): event(refused: Event.eraseRefused) { try erase(.person(name), typed) }
    case .eraseEverything: event(refused: Event.eraseRefused) { try eraseEverything() }
    // Granted before it comes here: it waits in no line.
    case .interrupt, .openJournal: nil

    // What is written, and what is made of it
    case .save(let entry, let touched):
      event(refused: { .saveRefused(entry.id, $0) }, { .saved(try vault.save(entry, touching: touched, now: now)) })
    case .keepDraft(let draft, let revision):
      event(refused: { .draftRefused(draft.entry, $0) }, { try keep(draft, revision) })
    case .forgetDraft(let id): event { try forgetDraft(of: id) }
    case .leaveNote(let note): event(refused: { .noteRefused(note.id, $0) }, { try leave(note) })
    case .keepNote(let note, let revision):
      event(refused: { .noteRefused(note.id, $0) }, { try keep(note, revision, now: now) })
    case .forgetNote(let id): event { try forgetNote(id) }
    case .make(let change): event { try make(change, now: now) }
    case .takeBack: event { .takenBack(try vault.takeBack(now: now)) }
    case .emptyTrash: event { try vault.trashEmptied() }
    case .export(let ids, let form, let path):
      event(refused: Event.exportRefused) { try export(ids, form, to: path, at: now) }

    // Entries and lists of them
    case .loadToday(let day, let settings): event { .todayLoaded(try vault.today(day, settings, from: shelf)) }
    case .anotherQuestion(let day, let settings, let current, let dismissing):
      event { try otherQuestion(day, settings, than: current, dismissing: dismissing, now: now) }
    case .loadEntry(let id): event { try vault.page(of: id, from: shelf) }
    case .openPage(let id): event { try vault.writingPage(of: id, from: shelf) }
    case .loadVersions(let id, let later, let limit):
      event { try vault.versions(of: id, before: later, limit: limit) }
    case .loadHeads(let filter, let place, let limit):
      event { .headsLoaded(filter, place, try vault.page(filter, at: place, limit: limit)) }
    case .loadAllHeads(let filter, let most): event { try vault.allHeads(filter, most: most) }
    case .loadNeighbour(let head, let filter, let newer):
      event { .neighbourLoaded(try vault.neighbour(of: head, filter, newer: newer), newer: newer) }
    case .count(let filter, let most):
      event { .counted(filter, FoundCount(try vault.count(filter, most: most), most: most)) }
    case .loadDays(let days): event { .daysLoaded(days, try vault.days(days)) }
    case .findDays(let filter, let days): event { .foundDays(filter, days, try vault.days(days, in: filter)) }
    case .findNames(let kind, let prefix): event { try vault.names(kind, startingWith: prefix, from: shelf) }
    case .loadTags: event { .tagsLoaded(try vault.tagUses()) }
    case .renameTag(let old, let new): event { try renameTag(old, to: new, now: now) }
    case .findMissing(let filter): event { .missingFound(filter, try vault.missing(filter)) }
    case .findElsewhere(let condition): event { .foundElsewhere(condition, try vault.elsewhere(condition)) }
    case .loadMemories(let day): event { .memoriesLoaded(day, try vault.memories(on: day, limit: .max)) }
    case .loadHushed: event { .hushedLoaded(try vault.hushed()) }
    case .loadSavedSearches: event { .savedSearchesLoaded(try vault.savedSearches()) }
    case .keepSearch(let search): event { .searchKept(search, inPlaceOf: try vault.keep(search, now: now)) }

    // Bookshelf and settings
    case .loadTemplates: .templatesLoaded(shelf.templates)
    case .loadLines: .linesLoaded(shelf.support)
    case .loadLibrary: .libraryLoaded(shelf.library)
    case .loadReadCards: event { .readCardsLoaded(try vault.readCards()) }
    case .markRead(let card): event { try markRead(card, now: now) }
    case .change(let settings): event { try change(settings) }
    case .chooseCountry(let country): event { .countryChosen(try config.choose(country: country)) }
    }
  }

  // MARK: Steps

  private func keep(_ draft: Draft, _ revision: Int) throws -> Event {
    try vault.keep(draft)
    return .draftKept(draft.entry, revision: revision)
  }

  private func forgetDraft(of id: UUID) throws -> Event {
    try vault.forgetDraft(of: id)
    return .draftForgotten(id)
  }

  private func leave(_ note: Note) throws -> Event {
    try inbox?.leave(note)
    return .noteLeft(note.id)
  }

  private func keep(_ note: Note, _ revision: Int, now: Instant) throws -> Event {
    try inbox?.keep(note, now: now)
    return .noteKept(note.id, revision: revision)
  }

  private func forgetNote(_ id: UUID) throws -> Event {
    try inbox?.forget(id)
    return .noteForgotten(id)
  }

  /// What was so already is not made.
  private func make(_ change: Change, now: Instant) throws -> Event {
    made(change, of: try vault.make(change, now: now))
  }

  private func renameTag(_ old: String, to new: String, now: Instant) throws -> Event {
    made(.tags(add: [new], remove: [old], []), of: try vault.renameTag(old, to: new, now: now))
  }

  private func made(_ change: Change, of altered: [UUID]) -> Event {
    change.narrowed(to: altered).map(Event.made) ?? .tagsUnchanged
  }

  private func export(_ ids: [UUID], _ form: ExportForm, to path: String, at now: Instant) throws -> Event {
    let words = Words(formats: config.read().config.formats)
    return try vault.export(ids, form, to: path, at: Stamp(now, in: zone), words, goingOn: goOn)
  }

  private func otherQuestion(
    _ day: Day, _ settings: Settings, than current: String, dismissing: Bool, now: Instant
  ) throws -> Event {
    .questionShown(
      try vault.otherQuestion(day, settings, than: current, dismissing: dismissing, from: shelf, now: now))
  }

  private func markRead(_ card: String, now: Instant) throws -> Event {
    try vault.markRead(card, now: now)
    return .cardRead(try vault.readCards())
  }

  /// All of the settings are kept, or none.
  private func change(_ settings: Settings) throws -> Event {
    if let problem = try refusal(of: settings) { return .folderRefused(problem) }
    try vault.set(settings)
    follow(settings)
    return .changed(settings)
  }
}
