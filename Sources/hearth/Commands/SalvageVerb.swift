import ArgumentParser
import Foundation
import HearthContent
import HearthCore
import HearthStorage

/// Saves what can still be read of a damaged journal.
struct SalvageVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "salvage",
    abstract: "Save what can be read of a damaged journal into a new one.",
    discussion: """
        hearth salvage ~/.local/share/hearth/journal.db ~/saved
        hearth --journal ~/saved

      It goes through the file row by row, and page by page where the way to the rows is broken. The damaged file is \
      only read. If there is a backup, `hearth restore-backup` may give back more. The new journal opens with the \
      passphrase of the damaged one, if that had one.

      The exit status is 1 when something could not be read.
      """)

  @Argument(help: "The damaged journal: its file or its folder, or a backup.", completion: .file())
  var file: String

  @Argument(help: "A new or empty folder for the journal that is saved.", completion: .directory)
  var dest: String

  @Option(
    name: .customLong("passphrase-fd"),
    help: ArgumentHelp("Read the passphrase from the first line of this open file.", valueName: "number"))
  var passphraseFile: CInt?

  func run() throws {
    if file.isEmpty || dest.isEmpty { throw UsageError(sentence: Words()[.shellPlaceUnnamed]) }
    let shell = Shell(
      folder: try JournalLocation(named: dest), clock: try LiveClock(), passphraseFile: passphraseFile)
    try expectRoom(shell)
    let salvage = try Salvage(file) { header in try shell.opening(.shellPassphraseAskFile) { try $0.key(of: header) } }
    let (tally, isSealed) = try save(salvage, shell)
    say(tally, from: salvage.path, isSealed: isSealed, shell)
    if tally.lost + tally.lostPages + tally.notesAside > 0 || tally.isPartial { throw ExitCode(1) }
  }

  /// What was only begun goes again: it would look like all there is, and take the room for another try.
  private func save(_ salvage: Salvage, _ shell: Shell) throws -> (Salvage.Tally, isSealed: Bool) {
    do {
      let vault = try salvage.makeJournal(shell.folder.path, now: shell.clock.now)
      defer { vault.close() }
      return (try salvage.write(into: vault, now: shell.clock.now), vault.isSealed)
    } catch {
      salvage.takeBack(shell.folder.path)
      throw error
    }
  }

  /// Refuses a place in which no new journal can begin, before anything is opened.
  private func expectRoom(_ shell: Shell) throws(UsageError) {
    if dest == "-" { throw UsageError(sentence: shell.words[.shellSalvageNoOutput]) }
    var isFolder: ObjCBool = false
    if FileManager.default.fileExists(atPath: shell.folder.path, isDirectory: &isFolder), !isFolder.boolValue {
      throw UsageError(sentence: shell.words[.shellSalvageNoFolder, ["file": dest]])
    }
    guard (try? FileManager.default.contentsOfDirectory(atPath: shell.folder.path))?.isEmpty ?? true else {
      throw UsageError(sentence: shell.words[.shellSalvageFull, ["folder": dest]])
    }
    if Salvage.isWithinJournal(shell.folder.path) {
      throw UsageError(sentence: shell.words[.shellPlaceWithin, ["place": dest]])
    }
  }

  /// - Parameter damaged: the folder of the damaged file.
  private func say(_ tally: Salvage.Tally, from damaged: String, isSealed: Bool, _ shell: Shell) {
    let number = shell.words.number
    let gaps = [
      "entries": number(tally.entries), "versions": number(tally.versions), "drafts": number(tally.drafts),
      "folder": dest,
    ]
    shell.say(.shellSalvageDone, gaps)
    let counts: [(Word, Int)] = [
      (.shellSalvageEarlier, tally.inEarlierForm), (.shellSalvageNotes, tally.notes),
      (.shellSalvageAside, tally.notesAside),
      (.shellSalvagePages, tally.lostPages), (.shellSalvageLoose, tally.looseRows), (.shellSalvageLost, tally.lost),
    ]
    for (word, count) in counts where count > 0 { shell.say(word, ["n": number(count), "damaged": damaged]) }
    if tally.isPartial { shell.say(.shellSalvagePartial) }
    shell.say(isSealed ? .shellSalvageSealed : .shellSalvageOpen, gaps)
  }
}
