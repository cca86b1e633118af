import ArgumentParser
import FoundationEssentials
import HearthContent
import HearthCore
import HearthStorage

/// Removes words for good, from every place that Hearth can reach.
struct Erase: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "erase",
    abstract: "Remove entries, a person, or everything, for good.",
    discussion: """
        hearth erase 3f9a1c
        hearth erase --tag draft --to 'last year'
        hearth erase --person Jon
        hearth erase --everything

      Entries go from the journal and the trash, with all their versions. The rest is sealed with a new key, so that \
      nobody can open what is left of them on the disk. With a person goes all that names them with @: entries, \
      drafts, earlier versions, moments; what is known of them, and passages through practices in which the name stands. \
      You are asked first, and then whether one new backup takes the place of the earlier ones, which may still hold what \
      was erased. To remove something and be able to \
      bring it back: hearth delete
      """)

  @OptionGroup var journal: JournalOptions
  @OptionGroup var pick: EntryPick
  @OptionGroup var consent: Consent

  @Option(help: ArgumentHelp("All that names this person with @, and what is known of them.", valueName: "name"))
  var person: NameArgument?

  @Flag(help: "The whole journal, the backups beside it and the notes that wait.")
  var everything = false

  @Flag(inversion: .prefixedNo, help: "Make a backup afterwards and remove the earlier ones, without asking.")
  var renewBackups: Bool?

  func validate() throws {
    let others = [!pick.isEmpty, person != nil, everything].count { $0 }
    if others > 1 { throw ValidationError("Entries, --person or --everything: one at a time.") }
    if others == 0 { try pick.validateSome() }
  }

  func run() throws {
    let shell = try journal.shell()
    if everything { return try eraseEverything(shell) }
    try shell.withJournalAndKey { vault, shell, key in
      let erasure = try erasure(vault, shell)
      // Said once, before the question where one is asked.
      let isOpen = !vault.isSealed
      let count = try agreed(to: erasure, vault, shell)
      let passphrase = try shell.passphrase(toSeal: vault, openedWith: key)
      _ = try vault.whileInterruptible { goingOn in
        try vault.erase(erasure, opening: passphrase, or: key?.code, cost: .ofThisMachine, goingOn: goingOn)
      }
      if count > 0 || person == nil { Output.say(shell.words.count(count, .shellEraseDoneOne, .shellEraseDoneMany)) }
      if let person { shell.say(.shellEraseDonePerson, ["person": try PersonName.kept(person.text)]) }
      if isOpen && consent.yes { shell.say(.shellEraseOpen) }
      try EarlierBackups(vault, shell).settle(.erasing, renewing: renewBackups)
      shell.say(.shellEraseReach)
    }
  }

  private func erasure(_ vault: Vault, _ shell: Shell) throws -> Erasure {
    if let person { return .person(person.text) }
    return .entries(Set(try pick.found(in: vault, .journal, .trash, shell: shell)))
  }

  /// - Returns: how many entries it takes.
  private func agreed(to erasure: Erasure, _ vault: Vault, _ shell: Shell) throws -> Int {
    let found = try vault.entries(in: erasure)
    let count = found.count
    if let person = person?.text {
      if try !vault.knows(person) { throw UsageError(sentence: shell.words[.shellEraseNobody, ["person": person]]) }
      let gaps = ["person": try PersonName.kept(person), "n": shell.words.number(count)]
      sayBefore(vault, shell)
      try consent.need(.shellErasePerson, orSay: .shellErasePersonUnasked, gaps: gaps, shell)
    } else {
      if !consent.yes { try name(found, vault, shell) }
      sayBefore(vault, shell)
      try consent.need(
        count == 1 ? .shellEraseOne : .shellEraseMany,
        orSay: count == 1 ? .shellEraseUnaskedOne : .shellEraseUnaskedMany, n: count, shell)
    }
    return count
  }

  /// What the question takes for known.
  private func sayBefore(_ vault: Vault, _ shell: Shell) {
    if !vault.isSealed && !consent.yes { shell.say(.shellEraseOpen) }
  }

  /// What nothing brings back is named before it is asked for, where that is not too much to read.
  private func name(_ entries: [UUID], _ vault: Vault, _ shell: Shell) throws {
    guard entries.count <= 8 else { return }
    let nothing = FoundWords(.everything, tellsPlaces: false)
    for entry in try entries.compactMap({ id throws in try vault.entry(id) }) {
      let row = EntryRow(entry.head, id: EntryID.short(entry.id), untitled: shell.words[.entryUntitled])
      Output.say(row.text(columns: Output.columns, found: nothing))
    }
  }

  private func eraseEverything(_ shell: Shell) throws {
    try shell.expectFolder()
    guard shell.folder.exists else { throw Problem.noJournal(shell.folder.path) }
    if let folder = secondFolder(shell) { shell.say(.eraseElsewhere, ["folder": Legible.line(folder)]) }
    try consent.need(
      .shellEraseAll, orSay: .shellEraseAllUnasked, gaps: ["folder": shell.folder.path], shell)
    let left = try ClosedVault.erase(shell.folder.path)
    shell.say(.shellEraseDoneAll)
    if left.isEmpty { return }
    let names = Legible.line(left.joined(separator: ", "))
    shell.say(.shellEraseLeft, ["folder": shell.folder.path, "names": names])
  }

  /// Where more backups may lie, as far as the journal can be asked: a sealed one, or one that is damaged, also goes.
  private func secondFolder(_ shell: Shell) -> String? {
    let answer = try? shell.withJournalIfFree { vault, _ in try vault?.secondFolderPath }
    return answer ?? nil
  }
}
