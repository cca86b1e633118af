import ArgumentParser
import HearthContent
import HearthCore
import HearthStorage

/// What opens the journal, and how that changes.
struct PassphraseVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "passphrase",
    abstract: "Seal the journal with a passphrase, change it, or take it away.",
    discussion: """
        hearth passphrase                    tell what opens the journal
        hearth passphrase set                set one, or change it
        hearth passphrase recovery           a second way in, to be kept on paper
        hearth passphrase remove

      A journal with a passphrase can be read by nobody without it, nor can its backups that are made from then on. \
      Nobody can open it for you either: a forgotten passphrase without a recovery code is final.

      A passphrase comes from the terminal; or from the command in $HEARTH_PASSPHRASE_COMMAND, of whose output the \
      first line counts; or from an open file with --passphrase-fd. It is never an argument, which others could see.

        hearth list --passphrase-fd 3 3< file
        HEARTH_PASSPHRASE_COMMAND='pass show hearth' hearth list
      """,
    subcommands: [PassphraseSet.self, PassphraseRecovery.self, PassphraseRemove.self])

  @OptionGroup var journal: JournalOptions

  func run() throws {
    let shell = try journal.shell()
    try shell.expectFolder()
    let closed = try shell.enter(patience: 20)
    guard closed.isSealed else { return shell.say(.shellPassphraseNone) }
    shell.say(closed.hasRecovery ? .shellPassphraseAndCode : .shellPassphraseAlone)
  }
}
