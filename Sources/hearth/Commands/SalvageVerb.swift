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

      It goes through the file row by row: entries, versions, unfinished pages. The file itself is only read; nothing \
      in it is changed. Where there is a backup, `hearth restore-backup` may give back more. The new journal has no \
      passphrase; set one with `hearth passphrase set`.

      The exit status is 1 when something could not be read.
      """)

  @Argument(help: "The damaged journal: its file, a backup, or its folder.", completion: .file())
  var file: String

  @Argument(help: "A folder for the new journal, which is new or empty.", completion: .directory)
  var dest: String

  @Option(
    name: .customLong("passphrase-fd"),
    help: ArgumentHelp("Read the passphrase from this open file: its first line.", valueName: "number"))
  var passphraseFile: CInt?

  func run() throws {
    let shell = Shell(
      folder: try JournalFolder(named: dest), clock: try LiveClock(), passphraseFile: passphraseFile)
    guard (try? FileManager.default.contentsOfDirectory(atPath: dest))?.isEmpty ?? true else {
      throw Refusal(sentence: shell.words[.shellSalvageFull, ["folder": dest]])
    }
    let salvage = try Salvage(file) { header in try shell.opening(.shellPassphraseAskFile) { try $0.key(of: header) } }
    let tally = try shell.withNewJournal { try salvage.write(into: $0, now: shell.clock.now) }
    say(tally, shell)
    if tally.lost > 0 { throw ExitCode(1) }
  }

  private func say(_ tally: Salvage.Tally, _ shell: Shell) {
    let number = shell.words.number
    let gaps = [
      "entries": number(tally.entries), "versions": number(tally.versions), "drafts": number(tally.drafts),
      "folder": dest,
    ]
    shell.say(.shellSalvageDone, gaps)
    if tally.inEarlierForm > 0 { shell.say(.shellSalvageEarlier, ["n": number(tally.inEarlierForm)]) }
    if tally.withoutMarks > 0 { shell.say(.shellSalvageBare, ["n": number(tally.withoutMarks)]) }
    if tally.notes > 0 { shell.say(.shellSalvageNotes, ["n": number(tally.notes)]) }
    if tally.lost > 0 { shell.say(.shellSalvageLost, ["n": number(tally.lost)]) }
    shell.say(.shellSalvageOpen, gaps)
  }
}
