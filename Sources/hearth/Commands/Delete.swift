import ArgumentParser
import FoundationEssentials
import HearthContent
import HearthCore
import HearthStorage

/// Puts entries into the trash, and empties it where that is asked for.
struct Delete: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "delete",
    abstract: "Put entries into the trash.",
    discussion: """
        hearth delete 3f9a1c
        hearth delete --tag draft --to 'last year'
        hearth list --trash
        hearth restore 3f9a1c
        hearth delete --empty-trash

      All of the ids have to be right, or nothing is put away. Where more than one is chosen by what it is, you are \
      asked first. What is in the trash stays there until you empty it; only then is it gone for good, with its \
      versions.
      """)

  @OptionGroup var journal: JournalOptions
  @OptionGroup var pick: EntryPick
  @OptionGroup var consent: Consent

  @Flag(help: "Remove what is in the trash, for good.")
  var emptyTrash = false

  func validate() throws {
    if !emptyTrash { return try pick.validateSome() }
    if !pick.isEmpty { throw ValidationError("--empty-trash goes alone.") }
  }

  func run() throws {
    let shell = try journal.shell()
    try shell.withJournal { vault in try emptyTrash ? empty(vault, shell) : trash(vault, shell) }
  }

  private func trash(_ vault: Vault, _ shell: Shell) throws {
    let found = try pick.found(in: vault, .journal, shell)
    if !pick.choice.isEmpty && found.count > 1 {
      try consent.need(.shellTrashMany, orSay: .shellTrashManyUnasked, n: found.count, shell)
    }
    try vault.make(.trash(found), now: shell.clock.now)
    try shell.say(.shellTrashed, .shellTrashedMany, found, vault)
  }

  private func empty(_ vault: Vault, _ shell: Shell) throws {
    let count = try vault.count(EntryFilter(place: .trash))
    guard count > 0 else { return shell.say(.shellTrashEmpty) }
    try consent.need(.shellEmptyTrash, orSay: .shellEmptyTrashUnasked, n: count, shell)
    Output.say(shell.words.count(try vault.emptyTrash(), .shellGoneOne, .shellGoneMany))
  }
}

extension Shell {
  /// What was done to which entries: by their ids where they are few, else how many.
  func say(_ named: Word, _ counted: Word, _ ids: [UUID], _ vault: Vault) throws(Problem) {
    guard ids.count <= 12 else { return say(counted, ["n": words.number(ids.count)]) }
    var names: [String] = []
    for id in ids { names.append(try vault.shortID(id)) }
    say(named, ["ids": names.joined(separator: " ")])
  }
}
