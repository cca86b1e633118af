import ArgumentParser
import HearthContent
import HearthCore
import HearthStorage

/// Puts entries into the trash.
struct Delete: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Put entries into the trash.",
    discussion: """
        hearth delete 3f9a1c
        hearth list --trash
        hearth restore 3f9a1c

      All of the ids have to be right, or nothing is put away.
      """)

  @OptionGroup var journal: JournalOptions

  @Argument(help: "Ids, or their beginnings.")
  var ids: [String]

  func run() throws {
    let shell = try journal.shell()
    try shell.withJournal { vault in
      let found = try ids.map { try vault.entry(withIDBeginning: $0).id }
      try vault.trash(found, now: shell.clock.now)
      shell.say(.shellTrashed, ["ids": try found.map { try vault.shortID($0) }.joined(separator: " ")])
    }
  }
}
