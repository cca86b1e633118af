import ArgumentParser
import FoundationEssentials
import HearthContent
import HearthCore
import HearthStorage

/// Puts entries into the trash, and empties it where that is asked for.
struct Delete: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "delete",
    abstract: "Move entries to the trash.",
    discussion: """
        hearth delete 3f9a1c
        hearth delete --tag draft --to 'last year'
        hearth list --trash
        hearth restore 3f9a1c
        hearth delete --empty-trash

      If one of the ids is wrong, nothing is moved. You are asked first when you choose more than one entry by a tag, \
      a day or the like. Entries stay in the trash until you empty it; only then are they gone for good, with their \
      versions.
      """)

  @OptionGroup var journal: JournalOptions
  @OptionGroup var pick: EntryPick
  @OptionGroup var consent: Consent

  @Flag(help: "Remove everything in the trash, for good.")
  var emptyTrash = false

  func validate() throws {
    if !emptyTrash { return try pick.validateSome() }
    if !pick.isEmpty { throw ValidationError("--empty-trash goes alone.") }
  }

  func run() throws {
    let shell = try journal.shell()
    try shell.withJournal { vault, shell in try emptyTrash ? empty(vault, shell) : trash(vault, shell) }
  }

  private func trash(_ vault: Vault, _ shell: Shell) throws {
    let found = try pick.found(in: vault, .journal, shell: shell)
    if !pick.choice.isEmpty && found.count > 1 {
      try consent.need(.shellTrashMany, orSay: .shellTrashManyUnasked, n: found.count, shell)
    }
    try pick.move(found, Change.trash, (.shellTrashed, .shellTrashedMany), orSay: .shellTrashedBefore, vault, shell)
  }

  private func empty(_ vault: Vault, _ shell: Shell) throws {
    let count = try vault.count(EntryFilter(place: .trash))
    guard count > 0 else { return shell.say(.shellTrashEmpty) }
    try consent.need(.shellEmptyTrash, orSay: .shellEmptyTrashUnasked, n: count, shell)
    let gone = try vault.emptyTrash()
    Output.say(shell.words.count(gone.entries, .shellGoneOne, .shellGoneMany))
    guard gone.unfinished > 0 else { return }
    Output.say(shell.words.count(gone.unfinished, .noticePageStaysOne, .noticePageStaysMany))
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
