import ArgumentParser
import Foundation
import HearthContent
import HearthCore
import HearthStorage
import Seal

/// The options that every verb takes.
struct JournalOptions: ParsableArguments {
  @Option(
    name: .customLong("journal"), help: ArgumentHelp("The journal's folder.", valueName: "dir"), completion: .directory)
  var folder: String?

  @Option(
    name: .customLong("passphrase-fd"),
    help: ArgumentHelp("Read the passphrase from the first line of this open file.", valueName: "number"))
  var passphraseFile: CInt?

  /// What they are called where the value is an argument of its own.
  static let namesBeforeValue: Set = ["--journal", "--passphrase-fd"]

  func shell() throws -> Shell {
    Shell(folder: try JournalLocation(named: folder), clock: try LiveClock(), passphraseFile: passphraseFile)
  }

  /// For what opens no journal: where it lies is not asked, so that a slip in what the config file says of it keeps
  /// nobody from reading.
  func shellWithoutJournal() throws -> Shell { Shell(folder: .ofContent, clock: try LiveClock()) }
}

/// What a verb works with: the journal, the time, and words.
struct Shell {
  let folder: JournalLocation
  let clock: LiveClock
  /// What the config file says.
  let config: Config
  /// With what the person calls the five moods, once the journal is open.
  private(set) var words: Words
  /// Where a passphrase would come from; nil where nobody can be asked.
  let passphrases: PassphraseSource?

  init(folder: JournalLocation, clock: LiveClock, passphraseFile: CInt? = nil) {
    self.folder = folder
    self.clock = clock
    passphrases = PassphraseSource(file: passphraseFile)
    config = ConfigFile(folder: folder.config).read().config
    words = Words(formats: config.formats)
  }

  /// Opens the journal, takes in the notes that wait beside it, does the work, and closes.
  ///
  /// - Parameters:
  ///   - takingNotes: without it all stays as it is.
  ///   - work: gets the journal, and this shell with the journal's own words.
  /// - Throws: `folderMissing` where a folder was named and is not there; `noJournal`.
  func withJournal<Result>(takingNotes: Bool = true, _ work: (Vault, Shell) throws -> Result) throws -> Result {
    try expectJournal()
    return try withOpened(open(patience: 20).vault, takingNotes: takingNotes, work)
  }

  /// The same with an empty one in memory where there is none.
  func withJournalOrNone<Result>(_ work: (Vault, Shell) throws -> Result) throws -> Result {
    do {
      return try withJournal(work)
    } catch Problem.noJournal, Problem.folderMissing {
      return try withOpened(.inMemory(), work)
    }
  }

  /// The same before it is opened, with its key: for a look that goes on where it is damaged.
  func withClosedJournal<Result>(_ work: (ClosedVault, DataKey) throws -> Result) throws -> Result {
    try expectJournal()
    let closed = try enter(patience: 20)
    let key = try closed.key { header in
      try opening(.shellPassphraseAsk) { try $0.key(of: header) }
    }
    return try work(closed, key)
  }

  /// The same with what the journal was opened with; nil where it takes nothing.
  func withJournalAndKey<Result>(_ work: (Vault, Shell, TypedKey?) throws -> Result) throws -> Result {
    try expectJournal()
    let (vault, key) = try open(patience: 20)
    return try withOpened(vault) { try work($0, $1, key) }
  }

  /// The same for a verb with which a journal may begin.
  func withNewJournal<Result>(_ work: (Vault, Shell) throws -> Result) throws -> Result {
    try withOpened(open(patience: 20).vault, work)
  }

  /// The journal, or nil while another process holds it or a passphrase would have to be asked for.
  func withJournalIfFree<Result>(_ work: (Vault?, Shell) throws -> Result) throws -> Result {
    do {
      return try withOpened(open(patience: 0, asking: false).vault, work)
    } catch Problem.journalHeld, Problem.journalSealed {
      return try work(nil, self)
    }
  }

  /// - Throws: `folderMissing` where a folder was named and is not there.
  func expectFolder() throws(Problem) {
    if folder.isNamed && !folder.exists { throw .folderMissing(folder.path) }
  }

  func expectJournal() throws(Problem) {
    try expectFolder()
    try ClosedVault.expectJournal(at: folder.path)
  }

  var inbox: Inbox { Inbox(folder: folder.path) }

  /// What there is to read and answer: what is built in, then the person's own.
  var shelf: Shelf { ConfigFile(folder: folder.config).shelf() }

  /// How dates are read here and now.
  /// - Parameter stamp: of what has a date: another is read by the clock it shows, and keeps what is not said.
  func dates(dayEnd: DayEnd, of stamp: Stamp? = nil) -> DateLanguage {
    DateLanguage(
      now: clock.now, zone: stamp?.zone(clock.zone, known: Zone.named) ?? clock.zone, dayEnd: dayEnd,
      order: config.typedDates, weekStart: config.weekStart, dated: stamp)
  }

  func today(dayEnd: DayEnd) -> Day { Stamp(clock.now, in: clock.zone).day(endingAt: dayEnd) }

  func say(_ word: Word, _ gaps: [String: String] = [:]) { Output.say(words[word, gaps]) }

  private func withOpened<Result>(
    _ vault: Vault, takingNotes: Bool = true, _ work: (Vault, Shell) throws -> Result
  ) throws -> Result {
    defer { vault.close() }
    if takingNotes { takeInNotes(vault) }
    var shell = self
    shell.words.moodNames = try vault.moodNames
    let result = try work(vault, shell)
    if takingNotes { takeInNotes(vault) }
    return result
  }

  /// A note that cannot be taken in stays where it is; the work at hand goes on.
  private func takeInNotes(_ vault: Vault) {
    do {
      _ = try vault.takeInNotes(dayEnd: try vault.dayEnd, now: clock.now)
      let count = vault.takeCountOfNotesPutAside()
      if count > 0 { Output.say(words.count(count, .noticeNotePutAside, .noticeNotesPutAside)) }
    } catch {
      say(.shellNoteWaits)
    }
  }

  /// - Parameter asking: whether somebody may be asked for the passphrase; one that was handed over counts anyway.
  private func open(patience: Int, asking: Bool = true) throws -> (vault: Vault, key: TypedKey?) {
    let closed = try enter(patience: patience)
    guard closed.isSealed else { return (try closed.open(), nil) }
    if !asking, !isKeyHandedOver { throw Problem.journalSealed }
    return try opening(.shellPassphraseAsk) { key in (try closed.open(key), key) }
  }

  private var isKeyHandedOver: Bool { if case .file? = passphrases { true } else { false } }

  /// Another verb holds the journal for a blink only: it is worth asking again, for at most `patience` times 20 ms.
  /// One that takes a passphrase is held longer, while that is tried.
  func enter(patience: Int) throws(Problem) -> ClosedVault {
    var left = ClosedVault.isSealed(at: folder.path) ? patience * 5 : patience
    while true {
      do {
        return try ClosedVault.enter(folder.path, now: clock.now)
      } catch .journalHeld where left > 0 {
        left -= 1
        usleep(20_000)
      }
    }
  }
}
