import Dispatch
import Foundation
import HearthApp
import HearthContent
import HearthCore
import HearthStorage
import Synchronization

/// The journal as the full screen meets it: a thread of its own, on which every write and long read runs in turn.
///
/// Whoever shows things never waits for the disk; the answers come back as events.
final class Keeper: Sendable {
  /// Nil where the journal is made up and only in memory.
  let folder: String?
  let config: ConfigFile
  private let zone: Zone
  private let queue = DispatchQueue(label: "journal", qos: .userInitiated)
  private let books = DispatchQueue(label: "books", qos: .userInitiated)
  /// Nil before it is open, and once it is closed.
  private let holding = Mutex<Vault?>(nil)
  /// Made when it is first needed, by whichever thread that is. It has a lock of its own: reading its files may take
  /// long, and the journal does not wait for it.
  private let bookshelf = Mutex<Shelf?>(nil)

  init(folder: String?, config: ConfigFile, zone: Zone) {
    self.folder = folder
    self.config = config
    self.zone = zone
  }

  /// Where notes for this journal arrive; nothing else can leave one for a journal in memory.
  var inbox: Inbox? { folder.map { Inbox(folder: $0) } }

  /// Shelf and config have a thread of their own: support lines never wait for the journal.
  var services: Services {
    Services { [self] wish, now, reply in
      let line = wish.isForBooks ? books : queue
      line.async { [self] in reply(answer(wish, now: now)) }
    }
  }

  /// Opens the journal; answers `.opened` or `.openRefused`. What goes wrong beside it is told and closes nothing.
  func open(now: Instant, reply: @escaping Services.Reply) {
    queue.async { [self] in
      do throws(Problem) {
        let vault = try opened(now: now)
        holding.withLock { $0 = vault }
        reply(.opened(vault.settingsOrUsual { UInt64.random(in: .min ... .max) }))
      } catch {
        return reply(.openRefused(error))
      }
      reply(event { try takeInPages() })
    }
  }

  /// Reads the config file, and looks through a person's own content where there is some; done after the first frame.
  func readConfig(reply: @escaping Services.Reply) {
    books.async { [self] in
      let (read, problems) = config.read()
      reply(.configured(read, problems + (config.ownContent().isEmpty ? [] : shelf.problems)))
    }
  }

  /// Takes in what captures have left in the inbox.
  func takeInNotes(now: Instant, reply: @escaping Services.Reply) {
    queue.async { [self] in
      reply(event { .notesTaken(try vault.takeInNotes(dayEnd: try vault.dayEnd, now: now).count) })
    }
  }

  /// Waits for what is in line.
  func finish() { queue.sync {} }

  /// Waits for what is in line, then closes: after it nothing is half written.
  func close() {
    queue.sync {
      holding.withLock {
        $0?.close()
        $0 = nil
      }
    }
  }

  // MARK: On the journal's thread

  private func opened(now: Instant) throws(Problem) -> Vault {
    guard let folder else { return try Vault.madeUp(endingAt: now, in: zone) }
    return try Vault.open(folder, now: now)
  }

  private var vault: Vault {
    get throws(Problem) {
      guard let vault = holding.withLock({ $0 }) else { throw .journalHeld(process: nil) }
      return vault
    }
  }

  private var shelf: Shelf {
    bookshelf.withLock { bookshelf in
      if let bookshelf { return bookshelf }
      let shelf = Shelf(own: config.ownContent())
      bookshelf = shelf
      return shelf
    }
  }

  private func takeInPages() throws -> Event {
    try vault.takeInPages()
    return .notesTaken(0)
  }

  /// The one place where wishes meet the world; the compiler asks for every case.
  private func answer(_ wish: Wish, now: Instant) -> Event {
    switch wish {
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
        try vault.make(change, now: now)
        return .made(change)
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
    case .loadHeads(let filter, let place, let limit):
      event { .headsLoaded(filter, place, try vault.page(filter, at: place, limit: limit)) }
    case .count(let filter, let most): event { try vault.counted(filter, most: most) }
    case .loadDays(let days): event { .daysLoaded(days, try vault.days(days)) }
    case .loadEntry(let id): event { try vault.page(of: id, from: shelf) }
    case .openPage(let id): event { try vault.writingPage(of: id, from: shelf) }
    case .loadNeighbour(let head, let filter, let newer):
      event { .neighbourLoaded(try vault.neighbour(of: head, filter, newer: newer), newer: newer) }
    case .findNames(let kind, let prefix): event { try vault.names(kind, startingWith: prefix) }
    case .change(let settings):
      event {
        try vault.set(settings)
        return .changed(settings)
      }
    case .leaveNote(let note): event(refused: { .noteRefused(note.id, $0) }, { try leave(note) })
    case .keepNote(let note): event(refused: { .noteRefused(note.id, $0) }, { try keep(note, now: now) })
    case .forgetNote(let id):
      event {
        try inbox?.forget(id)
        return .noteForgotten(id)
      }
    case .loadSavedSearches: event { .savedSearchesLoaded(try vault.savedSearches()) }
    case .keepSearch(let search):
      event { .searchKept(search, inPlaceOf: try vault.keep(search, now: now)) }
    case .loadHushed: event { .hushedLoaded(try vault.hushed()) }
    case .export(let ids, let form, let path):
      event(refused: Event.exportRefused) {
        try vault.export(ids, form, to: path, at: Stamp(now, in: zone), Words(formats: config.read().config.formats))
      }
    case .loadTemplates: .templatesLoaded(shelf.templates)
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

  private func keep(_ note: Note, now: Instant) throws -> Event {
    try inbox?.keep(note, now: now)
    return .noteKept(note.id)
  }

  private func event(refused refusal: (Problem) -> Event = Event.refused, _ work: () throws -> Event) -> Event {
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
    case .loadLines, .loadTemplates, .chooseCountry: true
    default: false
    }
  }
}
