import ArgumentParser
import HearthContent
import HearthCore
import HearthStorage

/// Brings entries back from the trash.
struct Restore: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "restore",
    abstract: "Bring entries back from the trash.",
    discussion: """
        hearth list --trash
        hearth restore 3f9a1c
        hearth restore --search canal
      """)

  @OptionGroup var journal: JournalOptions
  @OptionGroup var pick: EntryPick

  func validate() throws { try pick.validateSome() }

  func run() throws {
    let shell = try journal.shell()
    try shell.withJournal { vault, shell in
      let found = try pick.found(in: vault, .trash, shell: shell)
      try pick.move(
        found, Change.restore, (.shellRestored, .shellRestoredMany), orSay: .shellRestoredBefore, vault, shell)
    }
  }
}
