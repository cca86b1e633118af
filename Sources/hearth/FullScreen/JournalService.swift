import Dispatch
import Foundation
import HearthApp
import HearthContent
import HearthCore
import HearthStorage
import Seal
import Synchronization

/// The journal as the full screen meets it: a thread of its own, on which every write and long read runs in turn.
///
/// Whoever shows things never waits for the disk; the answers come back as events.
final class JournalService: Sendable {
  /// Nil where the journal is made up and only in memory.
  let folder: String?
  let config: ConfigFile
  let zone: Zone
  /// Where a passphrase comes from that nobody types; nil where none does.
  let passphrases: PassphraseSource?
  private let thread = WorkThread("journal")
  private let books = WorkThread("books")
  /// Where it is waited for that another lets go of the journal.
  private let doorstep = DispatchQueue(label: "doorstep", qos: .utility)
  /// Whether what gives a passphrase by itself is asked at once.
  private let asksAtOnce = Atomic<Bool>(true)
  /// Nil before it is open, and once it is closed.
  private let holding = Mutex<Vault?>(nil)
  /// A journal that waits for its passphrase.
  let door = Mutex<ClosedVault?>(nil)
  /// A passphrase is being tried: nothing is open, and nothing has to be waited for.
  let unlocking = Atomic<Bool>(false)
  private let longWork = LongWork()
  /// Made when it is first needed, by whichever thread that is. It has a lock of its own: reading its files may take
  /// long, and the journal does not wait for it.
  private let bookshelf = Mutex<Shelf?>(nil)
  /// As the person has settled it in the journal.
  private let speaksPlainly = Atomic<Bool>(false)

  /// The beginning of the id of an entry that is opened for writing as soon as the journal is; nil for none.
  private let writing: String?

  /// - Parameters:
  ///   - passphrases: where a passphrase comes from that nobody types; nil where none does.
  ///   - writing: the beginning of the id of an entry that is opened for writing as soon as the journal is.
  init(
    folder: String?, config: ConfigFile, zone: Zone, passphrases: PassphraseSource? = nil, writing: String? = nil
  ) {
    self.folder = folder
    self.writing = writing
    self.config = config
    self.zone = zone
    self.passphrases = passphrases
  }

  /// Where notes for this journal arrive; nothing else can leave one for a journal in memory.
  var inbox: Inbox? { folder.map { Inbox(folder: $0) } }

  /// Shelf and config have a thread of their own: support lines never wait for the journal.
  var services: Services {
    Services { [self] wish, now, reply in
      if wish == .interrupt { return interrupt() }
      if wish == .openJournal { return open(now: now, trying: asksAtOnce.load(ordering: .relaxed), reply: reply) }
      if wish.length != .short { longWork.isAskedFor() }
      if wish.unlocks { unlocking.store(true, ordering: .relaxed) }
      if wish.isForBooks { return books.async { [self] in reply(answer(wish, now: now, reply)) } }
      thread.async { [self] in reply(longWork.during(wish.length) { answer(wish, now: now, reply) }) }
    }
  }

  /// Opens the journal; answers `.opened`, `.sealed`, `.openRefused` or `.openWaits`. Problems with anything else, such as
  /// the inbox, are reported and do not close it. While a command holds the journal, opening is tried again every 100 ms;
  /// while a window does, for three seconds: it may be closing.
  ///
  /// - Parameter trying: whether a passphrase source that needs no typing is asked at once.
  func open(now: Instant, trying: Bool, reply: @escaping Services.Reply) {
    asksAtOnce.store(trying, ordering: .relaxed)
    thread.async { [self] in attempt(1, now, trying, reply) }
  }

  private func attempt(_ number: Int, _ now: Instant, _ trying: Bool, _ reply: @escaping Services.Reply) {
    do throws(Problem) {
      if let vault = try enter(now: now, trying, reply) { reply(begin(vault, reply)) }
    } catch .journalHeld(let process) {
      let holder = holder(process)
      let isGivenUp = !holder.isCommand && number >= 30
      // Report only after four tries: most commands finish sooner.
      if number == 4 || isGivenUp { reply(.openWaits(holder)) }
      if isGivenUp { return watchDoor(reply) }
      doorstep.asyncAfter(deadline: .now() + .milliseconds(100)) { [self] in
        thread.async { [self] in attempt(number + 1, now, trying, reply) }
      }
    } catch {
      reply(.openRefused(error))
    }
  }

  private func holder(_ process: Int?) -> JournalHolder {
    JournalHolder(
      process: process, isCommand: !WindowProcess(process ?? 0).isWindow,
      isSealed: folder.map(ClosedVault.isSealed) ?? false)
  }

  /// Waits, without waking, until a window has let go of the journal. One that was only locked takes it again at once.
  private func watchDoor(_ reply: @escaping Services.Reply) {
    guard let folder else { return }
    doorstep.async { [self] in
      while (try? JournalLock.waitForRelease(of: folder)) != nil {
        usleep(1_000_000)
        guard let other = try? JournalLock.holder(of: folder) else { break }
        reply(.openWaits(holder(other.process)))
      }
      reply(.journalFreed)
    }
  }

  /// The journal is open: says how it is, and takes in what was left for it.
  func begin(_ vault: Vault, _ reply: Services.Reply) -> Event {
    let wished = writing.map { typed in event { try vault.place(writing: typed, from: shelf) } }
    if case .refused(let problem) = wished {
      vault.close()
      return .openRefused(problem)
    }
    holding.withLock { $0 = vault }
    let settings = vault.settingsOrUsual { UInt64.random(in: .min ... .max) }
    speaksPlainly.store(settings.speaksPlainly, ordering: .relaxed)
    reply(.opened(settings))
    reply(event { .safekeepingKnown(try vault.safekeeping) })
    let left = event { try vault.takePlace(from: shelf) }
    if let place = wished?.place ?? left.place { reply(.placeFound(place)) }
    return event { try takeInPages() }
  }

  /// Gives the journal up where it stands; whatever is asked of it afterwards is refused.
  func letGo() {
    holding.withLock {
      $0?.close()
      $0 = nil
    }
  }

  /// Ends the long work that is under way, or waits for its turn.
  func interrupt() { longWork.callOff { holding.withLock { $0 }?.interrupt() } }

  /// The same, but for what somebody relies on: an erasure, or another passphrase, comes to its end unseen.
  func endDispensableWork() { longWork.leave { holding.withLock { $0 }?.interrupt() } }

  /// Whether the journal is open and takes a passphrase.
  var isSealed: Bool { holding.withLock { $0 }?.isSealed ?? false }

  /// Whether a passphrase is being tried.
  var isUnlocking: Bool { unlocking.load(ordering: .relaxed) }

  /// Reads the config file, and looks through a person's own content where there is some; done after the first frame.
  func readConfig(reply: @escaping Services.Reply) {
    books.async { [self] in
      let (read, problems) = config.read()
      reply(.configured(read, problems + (config.hasOwnContent ? shelf.problems : [])))
    }
  }

  /// Takes in what captures have left in the inbox.
  func takeInNotes(now: Instant, reply: @escaping Services.Reply) {
    thread.async { [self] in
      // The folder changes also when the journal is erased: nothing is left to take them in then.
      guard holding.withLock({ $0 }) != nil else { return }
      reply(event { try takeInAnswers() })
      reply(event { .notesTaken(try vault.takeInNotes(dayEnd: try vault.dayEnd, now: now).count) })
      if let count = try? vault.takeCountOfNotesPutAside(), count > 0 { reply(.notesPutAside(count)) }
    }
  }

  /// Waits for what is in line.
  func finish() { thread.sync {} }

  /// Waits for what is in line, then closes: after it nothing is half written.
  ///
  /// - Parameter place: where the person is, for when they come back.
  func close(at place: Place? = nil) {
    thread.sync { [self] in
      holding.withLock {
        if let place { try? $0?.set(.place, to: place.text) }
        $0?.close()
        $0 = nil
      }
      door.withLock { $0 = nil }
    }
  }

  // MARK: On the journal's thread

  /// To be asked in the middle of long work.
  func goOn() throws(Problem) { try longWork.goOn() }

  var vault: Vault {
    get throws(Problem) {
      guard let vault = holding.withLock({ $0 }) else { throw .journalHeld(process: nil) }
      return vault
    }
  }

  var shelf: Shelf {
    bookshelf.withLock { bookshelf in
      var shelf = bookshelf ?? config.shelf()
      shelf.speaksPlainly = speaksPlainly.load(ordering: .relaxed)
      bookshelf = shelf
      return shelf
    }
  }

  private func takeInAnswers() throws -> Event {
    try vault.takeInAnswers(dayEnd: try vault.dayEnd) > 0 ? .answersChanged : .notesTaken(0)
  }

  private func takeInPages() throws -> Event {
    try vault.takeInPages()
    return .notesTaken(0)
  }

  /// The one place where wishes meet the world; the compiler asks for every case.
  private func answer(_ wish: Wish, now: Instant, _ reply: Services.Reply) -> Event {
    switch wish {
    case .unlock(let typed): unlock(typed, reply)
    case .unlockWithCode(let typed): unlockWithCode(typed, reply)
    case .offerWords: .wordsOffered(offeredWords())
    case .drawCode: .codeDrawn(drawnCode())
    case .reseal(let typed): event(refused: Event.resealRefused) { try reseal(typed, reply) }
    case .keepCode(let typed): event { try keepCode(typed, reply) }
    case .backUp: event(refused: Event.backupRefused) { try backUp(at: now, reply) }
    case .renewBackups: event(refused: Event.backupRefused) { try renewBackups(at: now, reply) }
    case .loadBackups: event { .backupsLoaded(try vault.backupShelf) }
    case .howFar: .reseals(percent: folder.flatMap(ClosedVault.resealedPercent))
    case .checkBackup(let id): event(refused: { .backupBroken(id, $0) }, { try check(id) })
    case .prove(let typed): event { .proved(try typed.give { TypedKey(wiping: &$0) }.opens(vault)) }
    case .erase(let ids, let typed): event(refused: Event.eraseRefused) { try erase(.entries(Set(ids)), typed) }
    case .erasePerson(let name, let typed): event(refused: Event.eraseRefused) { try erase(.person(name), typed) }
    case .eraseEverything: event(refused: Event.eraseRefused) { try eraseEverything() }
    // Granted before it comes here: it waits in no line.
    case .interrupt, .openJournal: .ticked
    case .save(let entry, let touched):
      event(refused: { .saveRefused(entry.id, $0) }, { .saved(try vault.save(entry, touching: touched, now: now)) })
    case .keepDraft(let draft, let revision):
      event(refused: { .draftRefused(draft.entry, $0) }, { try keep(draft, revision) })
    case .forgetDraft(let id):
      event {
        try vault.forgetDraft(of: id)
        return .draftForgotten(id)
      }
    case .make(let change):
      event {
        let altered = try vault.make(change, now: now)
        return change.narrowed(to: altered).map(Event.made) ?? .tagsUnchanged
      }
    case .takeBack: event { .takenBack(try vault.takeBack(now: now)) }
    case .emptyTrash: event { .trashEmptied(try vault.emptyTrash()) }
    case .loadVersions(let id, let later, let limit):
      event { try vault.versions(of: id, before: later, limit: limit) }
    case .loadToday(let day, let settings): event { .todayLoaded(try vault.today(day, settings, from: shelf)) }
    case .anotherQuestion(let day, let settings, let current, let dismissing):
      event {
        .questionShown(
          try vault.otherQuestion(day, settings, than: current, dismissing: dismissing, from: shelf, now: now))
      }
    case .loadAllHeads(let filter, let most): event { try vault.allHeads(filter, most: most) }
    case .loadTags: event { .tagsLoaded(try vault.tagUses()) }
    case .loadHeads(let filter, let place, let limit):
      event { .headsLoaded(filter, place, try vault.page(filter, at: place, limit: limit)) }
    case .count(let filter, let most): event { try vault.counted(filter, most: most) }
    case .loadDays(let days): event { .daysLoaded(days, try vault.days(days)) }
    case .findDays(let filter, let days): event { .foundDays(filter, days, try vault.days(days, in: filter)) }
    case .loadEntry(let id): event { try vault.page(of: id, from: shelf) }
    case .openPage(let id): event { try vault.writingPage(of: id, from: shelf) }
    case .loadNeighbour(let head, let filter, let newer):
      event { .neighbourLoaded(try vault.neighbour(of: head, filter, newer: newer), newer: newer) }
    case .findNames(let kind, let prefix): event { try vault.names(kind, startingWith: prefix, from: shelf) }
    case .change(let settings):
      event {
        if let problem = try refusal(of: settings) { return .folderRefused(problem) }
        try vault.set(settings)
        speaksPlainly.store(settings.speaksPlainly, ordering: .relaxed)
        return .changed(settings)
      }
    case .leaveNote(let note): event(refused: { .noteRefused(note.id, $0) }, { try leave(note) })
    case .keepNote(let note, let revision):
      event(refused: { .noteRefused(note.id, $0) }, { try keep(note, revision, now: now) })
    case .forgetNote(let id):
      event {
        try inbox?.forget(id)
        return .noteForgotten(id)
      }
    case .loadSavedSearches: event { .savedSearchesLoaded(try vault.savedSearches()) }
    case .keepSearch(let search):
      event { .searchKept(search, inPlaceOf: try vault.keep(search, now: now)) }
    case .people(let wish): answer(wish, now: now)
    case .questions(let wish): answer(wish, now: now)
    case .charts(let wish): answer(wish)
    case .check(let wish): answer(wish, now: now)
    case .aside(let wish): answer(wish)
    case .report(let wish): answer(wish, now: now)
    case .loadHushed: event { .hushedLoaded(try vault.hushed()) }
    case .export(let ids, let form, let path):
      event(refused: Event.exportRefused) {
        try vault.export(
          ids, form, to: path, at: Stamp(now, in: zone), Words(formats: config.read().config.formats), goingOn: goOn)
      }
    case .practices(let wish): answer(wish, now: now)
    case .loadTemplates: .templatesLoaded(shelf.templates)
    case .answers(let wish): answer(wish, now: now)
    case .loadLibrary: .libraryLoaded(shelf.library)
    case .loadReadCards: event { .readCardsLoaded(try vault.readCards()) }
    case .markRead(let card):
      event {
        try vault.markRead(card, now: now)
        return .cardRead(try vault.readCards())
      }
    case .loadLines: .linesLoaded(shelf.support)
    case .chooseCountry(let country): event { .countryChosen(try config.choose(country: country)) }
    }
  }

  private func keep(_ draft: Draft, _ revision: Int) throws -> Event {
    try vault.keep(draft)
    return .draftKept(draft.entry, revision: revision)
  }

  private func leave(_ note: Note) throws -> Event {
    try inbox?.leave(note)
    return .noteLeft(note.id)
  }

  private func keep(_ note: Note, _ revision: Int, now: Instant) throws -> Event {
    try inbox?.keep(note, now: now)
    return .noteKept(note.id, revision: revision)
  }

  func event(refused refusal: (Problem) -> Event = Event.refused, _ work: () throws -> Event) -> Event {
    do {
      return try work()
    } catch let problem as Problem {
      return refusal(problem)
    } catch {
      // The journal throws nothing else; were it to, it is told all the same.
      return refusal(.systemRefused(folder ?? "", code: (error as NSError).code))
    }
  }
}

extension Wish {
  /// Whether bookshelf and config file can grant it.
  fileprivate var isForBooks: Bool {
    switch self {
    case .howFar, .loadLines, .practices(.titles), .loadTemplates, .loadLibrary, .chooseCountry, .check(.load): true
    default: false
    }
  }

  /// Whether it tries a key to the journal.
  fileprivate var unlocks: Bool {
    switch self {
    case .unlock, .unlockWithCode: true
    default: false
    }
  }
}

extension Event {
  fileprivate var place: PlaceFound? {
    if case .placeFound(let place) = self { place } else { nil }
  }
}
