import ArgumentParser
import HearthContent
import HearthCore
import HearthStorage
import Seal

/// Seals the journal with a passphrase, or with another one.
struct PassphraseSet: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "set",
    abstract: "Set a passphrase, or change it.",
    discussion: """
        hearth passphrase set
        hearth passphrase set --passphrase-fd 3 --new-passphrase-fd 4 3< old 4< new

      It offers six random words, which are hard to guess; words of your own will do too. Everything is sealed with a \
      new key, so the earlier passphrase no longer opens the journal; older backups may still open with it. Until that \
      is done the earlier file stays whole; Ctrl-C leaves it as it was.
      """)

  @OptionGroup var journal: JournalOptions

  @Option(
    name: .customLong("new-passphrase-fd"),
    help: ArgumentHelp("Read the new passphrase from the first line of this open file.", valueName: "number"))
  var newFile: CInt?

  @Flag(inversion: .prefixedNo, help: "Make a backup afterwards and remove the earlier ones, without asking.")
  var renewBackups: Bool?

  func run() throws {
    let shell = try journal.shell()
    // What cannot be asked for is refused before the journal is opened.
    if newFile == nil && !QuietTerminal.isThere { throw UsageError(sentence: shell.words[.shellPassphraseUnasked]) }
    try shell.withNewJournal { vault, shell in
      let wasSealed = vault.isSealed
      let key = try newFile.map(shell.key) ?? shell.newKey()
      if key.isBlank { throw UsageError(sentence: shell.words[.shellPassphraseBlank]) }
      if newFile != nil && key.isShort { shell.say(.shellPassphraseShort) }
      shell.say(.shellPassphraseSealing)
      try vault.whileInterruptible { goingOn in
        try vault.reseal(key.passphrase, cost: .ofThisMachine, goingOn: goingOn)
      }
      shell.say(wasSealed ? .shellPassphraseChanged : .shellPassphraseSet)
      if !vault.hasRecovery { shell.say(.shellPassphraseNoCode) }
      try EarlierBackups(vault, shell).settle(.newPassphrase, renewing: renewBackups)
    }
  }
}
