import ArgumentParser
import HearthContent
import HearthCore
import HearthStorage

/// What opens the journal, and how that changes.
struct PassphraseVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "passphrase",
    abstract: "Seal the journal with a passphrase, or change or remove it.",
    discussion: """
        hearth passphrase                    say what opens the journal
        hearth passphrase set                set one, or change it
        hearth passphrase recovery           a second way in, to keep on paper
        hearth passphrase remove

      Without the passphrase nobody can read the journal, or the backups made from then on. Nobody can open it for you \
      either: if the passphrase is forgotten and there is no recovery code, the journal stays closed for good.

      The passphrase is typed at the terminal. Or it is the first line that the command in $HEARTH_PASSPHRASE_COMMAND \
      writes, or the first line of an open file given with --passphrase-fd. It is never an argument, which others \
      could see.

        hearth list --passphrase-fd 3 3< file
        HEARTH_PASSPHRASE_COMMAND='pass show hearth' hearth list
      """,
    subcommands: [PassphraseSet.self, PassphraseRecovery.self, PassphraseRemove.self])

  @OptionGroup var journal: JournalOptions

  func run() throws {
    let shell = try journal.shell()
    try shell.expectJournal()
    let closed = try shell.enter(patience: 20)
    shell.say(closed.waysIn)
  }
}

extension ClosedVault {
  /// What opens it, in a sentence.
  var waysIn: Word {
    if !isSealed { return .shellPassphraseNone }
    return hasRecovery ? .shellPassphraseAndCode : .shellPassphraseAlone
  }
}
