import ArgumentParser
import HearthContent
import HearthCore
import HearthStorage
import Seal

/// Takes the passphrase away.
struct PassphraseRemove: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove",
    abstract: "Remove the passphrase.",
    discussion: """
      The journal then opens without a passphrase, and whoever can read its files can read it, with what was kept only \
      because it was sealed. The recovery code goes too.
      """)

  @OptionGroup var journal: JournalOptions
  @OptionGroup var consent: Consent

  func run() throws {
    let shell = try journal.shell()
    try shell.withJournal { vault, shell in
      guard vault.isSealed else { throw UsageError(sentence: shell.words[.shellPassphraseNone]) }
      // The same whether there is something or not: this may be looked at by others.
      shell.say(.shellPassphraseRemoveKept)
      try consent.need(.shellPassphraseRemove, orSay: .shellPassphraseRemoveUnasked, shell)
      try vault.whileInterruptible { goingOn in try vault.reseal(nil, cost: .least, goingOn: goingOn) }
      shell.say(.shellPassphraseRemoved)
      try EarlierBackups(vault, shell).settle(.newPassphrase, renewing: false)
    }
  }
}
