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
  /// What is asked for a passphrase now.
  let asking = Mutex<Asking?>(nil)
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
      if wish.isForBooks { return books.async { [self] in answer(wish, now: now, reply).map(reply) } }
      thread.async { [self] in
        let event = longWork.during(wish.length) { answer(wish, now: now, reply) }
        event.map(reply)
        if case .backedUp = event { beginToJoinIndex() }
      }
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
      if let vault = try enter(now: now, trying, reply) { begin(vault, reply).map(reply) }
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
  /// - Returns: what of that was refused; nil where nothing was.
  func begin(_ vault: Vault, _ reply: Services.Reply) -> Event? {
    let wished: PlaceFound?
    do throws(Problem) {
      wished = try writing.map { typed throws(Problem) in try vault.place(writing: typed, from: shelf) }
    } catch {
      vault.close()
      return .openRefused(error)
    }
    holding.withLock { $0 = vault }
    let settings = vault.settingsOrUsual { UInt64.random(in: .min ... .max) }
    follow(settings)
    reply(.opened(settings))
    reply(event { .safekeepingKnown(try vault.safekeeping) })
    let left = try? vault.takePlace(from: shelf)
    if let place = wished ?? left { reply(.placeFound(place)) }
    do throws(Problem) {
      try vault.takeInPages()
      return nil
    } catch {
      return .refused(error)
    }
  }

  /// Gives the journal up where it stands; whatever is asked of it afterwards is refused.
  func letGo() {
    holding.withLock {
      $0?.close()
      $0 = nil
    }
  }

  /// Ends the long work that is under way, or waits for its turn, and asks nothing for a passphrase any more.
  func interrupt() {
    askNoMore()
    longWork.callOff { holding.withLock { $0 }?.interrupt() }
  }

  /// The same, but for what somebody relies on: an erasure, or another passphrase, comes to its end unseen.
  func endDispensableWork() {
    askNoMore()
    longWork.leave { holding.withLock { $0 }?.interrupt() }
  }

  private func askNoMore() { asking.withLock { $0 }?.callOff() }

  /// Whether the journal is open and takes a passphrase.
  var isSealed: Bool { holding.withLock { $0 }?.isSealed ?? false }

  /// Whether a passphrase is being tried.
  var isUnlocking: Bool { unlocking.load(ordering: .relaxed) }

  /// Tells what cannot be used of the config file that was read, and of a person's own content where there may be some.
  func tell(_ problems: [ContentProblem], of read: Config, reply: @escaping Services.Reply) {
    if problems.isEmpty && !config.hasContentFolder { return }
    books.async { [self] in
      reply(.configured(read, problems + (config.hasOwnContent ? shelf.problems : [])))
    }
  }

  /// Takes in what captures have left in the inbox.
  func takeInNotes(now: Instant, reply: @escaping Services.Reply) {
    thread.async { [self] in
      // The folder changes also when the journal is erased: nothing is left to take them in then.
      guard let vault = holding.withLock({ $0 }) else { return }
      do throws(Problem) {
        let taken = try vault.takeInNotes(dayEnd: try vault.dayEnd, now: now)
        if taken.answers > 0 { reply(.answersChanged) }
        if !taken.notes.isEmpty { reply(.notesTaken(taken.notes.count)) }
      } catch {
        reply(.refused(error))
      }
      let putAside = vault.takeCountOfNotesPutAside()
      if putAside > 0 { reply(.notesPutAside(putAside)) }
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

  /// Beside the backup, which is made mostly where nobody is there: an index that has grown into many pieces is joined,
  /// a little at a time. Nobody waits for it, and what is left of it is joined another day.
  private func beginToJoinIndex() {
    if (try? vault.hasIndexInManyPieces) == true { joinIndexFurther() }
  }

  /// Each piece of it waits in line: what a person wishes meanwhile comes in between.
  private func joinIndexFurther() {
    thread.async { [self] in
      let goesOn = longWork.during(.dispensable) { () -> Bool in
        do throws(Problem) {
          try goOn()
          return try vault.joinIndexFurther()
        } catch {
          return false
        }
      }
      if goesOn { joinIndexFurther() }
    }
  }

  /// To be asked in the middle of long work.
  func goOn() throws(Problem) { try longWork.goOn() }

  var vault: Vault {
    get throws(Problem) {
      guard let vault = holding.withLock({ $0 }) else { throw .journalClosed }
      return vault
    }
  }

  /// What the shelf gives from now on is as plain as the person wants it.
  func follow(_ settings: Settings) { speaksPlainly.store(settings.speaksPlainly, ordering: .relaxed) }

  var shelf: Shelf {
    bookshelf.withLock { bookshelf in
      var shelf = bookshelf ?? config.shelf()
      shelf.speaksPlainly = speaksPlainly.load(ordering: .relaxed)
      bookshelf = shelf
      return shelf
    }
  }

  /// What comes of some work; where it is refused, what `refusal` makes of the problem.
  func event(refused refusal: (Problem) -> Event = Event.refused, _ work: () throws -> Event) -> Event {
    do {
      return try work()
    } catch let problem as Problem {
      return refusal(met(problem))
    } catch {
      // The journal throws nothing else; were it to, it is told all the same.
      return refusal(.systemRefused(folder ?? "", code: (error as NSError).code))
    }
  }

  /// A journal that is open is not damaged all through: what says so was met in a part of it. Of a backup it says the
  /// same with another folder.
  private func met(_ problem: Problem) -> Problem {
    guard case .journalDamaged(let place) = problem, place == (try? vault)?.folderPath else { return problem }
    return .journalPartDamaged(place)
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
