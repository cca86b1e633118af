import ArgumentParser
import Foundation
import HearthContent
import HearthCore
import HearthStorage

/// The options that every verb takes.
struct JournalOptions: ParsableArguments {
  @Option(
    name: .customLong("journal"), help: ArgumentHelp("The journal's folder.", valueName: "dir"), completion: .directory)
  var folder: String?

  func shell() throws -> Shell { Shell(folder: try JournalFolder(named: folder), clock: try LiveClock()) }
}

/// What a verb works with: the journal, the time, and words.
struct Shell {
  let folder: JournalFolder
  let clock: LiveClock
  /// What the config file says.
  let config: Config
  let words: Words

  init(folder: JournalFolder, clock: LiveClock) {
    self.folder = folder
    self.clock = clock
    config = ConfigFile(folder: folder.config).read().config
    words = Words(formats: config.formats)
  }

  /// Opens the journal, takes in the notes that wait beside it, does the work, and closes.
  ///
  /// - Throws: `folderMissing` where a folder was named and is not there.
  func withJournal<Result>(_ work: (Vault) throws -> Result) throws -> Result {
    if folder.isNamed && !folder.exists { throw Problem.folderMissing(folder.path) }
    return try withOpened(open(patience: 20), work)
  }

  /// The same for a verb with which a journal may begin.
  func withNewJournal<Result>(_ work: (Vault) throws -> Result) throws -> Result {
    try withOpened(open(patience: 20), work)
  }

  /// The journal, or nil while another process holds it.
  func withJournalIfFree<Result>(_ work: (Vault?) throws -> Result) throws -> Result {
    do {
      return try withOpened(open(patience: 0), work)
    } catch Problem.journalHeld {
      return try work(nil)
    }
  }

  var inbox: Inbox { Inbox(folder: folder.path) }

  /// How dates are read here and now.
  func dates(dayEnd: DayEnd) -> DateLanguage {
    DateLanguage(
      now: clock.now, zone: clock.zone, dayEnd: dayEnd, order: config.typedDates, weekStart: config.weekStart)
  }

  func today(dayEnd: DayEnd) -> Day { Stamp(clock.now, in: clock.zone).day(endingAt: dayEnd) }

  func say(_ word: Word, _ gaps: [String: String] = [:]) { Output.say(words[word, gaps]) }

  private func withOpened<Result>(_ vault: Vault, _ work: (Vault) throws -> Result) throws -> Result {
    defer { vault.close() }
    takeInNotes(vault)
    let result = try work(vault)
    takeInNotes(vault)
    return result
  }

  /// A note that cannot be taken in stays where it is; the work at hand goes on.
  private func takeInNotes(_ vault: Vault) {
    do {
      _ = try vault.takeInNotes(dayEnd: try vault.dayEnd, now: clock.now)
    } catch {
      say(.shellNoteWaits)
    }
  }

  /// Another verb holds the journal for a blink only: it is worth asking again, for at most `patience` times 20 ms.
  private func open(patience: Int) throws(Problem) -> Vault {
    var left = patience
    while true {
      do {
        return try Vault.open(folder.path, now: clock.now)
      } catch .journalHeld where left > 0 {
        left -= 1
        usleep(20_000)
      }
    }
  }
}
