import ArgumentParser
import HearthContent
import HearthCore
import HearthStorage

/// Brings entries back from the trash.
struct Restore: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Bring entries back from the trash.",
    discussion: """
        hearth list --trash
        hearth restore 3f9a1c
      """)

  @OptionGroup var journal: JournalOptions

  @Argument(help: "Ids, or their beginnings.")
  var ids: [String]

  func run() throws {
    let shell = try journal.shell()
    try shell.withJournal { vault in
      let found = try ids.map { try vault.entry(withIDBeginning: $0).id }
      try vault.restore(found, now: shell.clock.now)
      shell.say(.shellRestored, ["ids": try found.map { try vault.shortID($0) }.joined(separator: " ")])
    }
  }
}
