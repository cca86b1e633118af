import ArgumentParser
import HearthContent
import HearthCore
import HearthExchange
import HearthStorage

/// The tags in use, and another name for one of them.
struct Tags: ReadingVerb {
  static let configuration = CommandConfiguration(
    commandName: "tags",
    abstract: "Show the tags you use, or rename one.",
    discussion: """
        hearth tags                            how many entries have each, and its name
        hearth search tag:walk                 those entries
        hearth tags --rename walk --to walks

      A tag is renamed where it was set beside the text, and `hearth undo` takes that back. Where it stands in a text it \
      stays, and that is said. You are asked first when the other name is another tag's: both are one tag from then on. \
      What lies in the trash is not counted.
      """)

  enum Form: String, CaseIterable, ExpressibleByArgument { case text, json }

  @OptionGroup var journal: JournalOptions

  @Option(help: ArgumentHelp("Rename this tag.", valueName: "tag"))
  var rename: KnownTagArgument?

  @Option(help: ArgumentHelp("Its other name.", valueName: "tag"))
  var to: TagArgument?

  @Option(help: "How to show them.")
  var format = Form.text

  @OptionGroup var consent: Consent

  var onlyReads: Bool { rename == nil }

  func validate() throws {
    if (rename == nil) != (to == nil) { throw ValidationError("--rename and --to go together.") }
    if let rename, rename.names == [to?.name] { throw ValidationError("--to is the name it has.") }
    if rename != nil && format != .text { throw ValidationError("--rename goes without --format.") }
  }

  func run() throws {
    try journal.shell().withJournal { vault, shell in
      let uses = try vault.tagUses()
      if let rename, let to { return try change(rename, to.name, uses, vault, shell) }
      switch format {
      case .text where uses.isEmpty: shell.say(.shellTagsNone)
      case .text: try Output.write(uses.map { "\($0.entries)\t\(Legible.line($0.name))\n" }.joined())
      case .json: try Output.write(JSONText.document([("tags", JSONText.objects(uses.map(members)))]))
      }
    }
  }

  private func members(_ use: TagUse) -> JSONText.Members {
    [("name", JSONText.quoted(use.name)), ("entries", .number(use.entries)), ("inTexts", .number(use.inTexts))]
  }

  private func change(
    _ tag: KnownTagArgument, _ new: String, _ uses: [TagUse], _ vault: Vault, _ shell: Shell
  ) throws {
    let old = tag.names.first { name in uses.contains { $0.name == name } } ?? tag.names[0]
    if uses.contains(where: { $0.name == new }), try vault.isTagBesideText(old) {
      try consent.need(.shellTagJoin, orSay: .shellTagJoinUnasked, gaps: ["tag": "#" + old, "other": "#" + new], shell)
    }
    let count = try vault.renameTag(old, to: new, now: shell.clock.now).count
    let inTexts = uses.first { $0.name == old }?.inTexts ?? 0
    if count > 0 { Output.say(shell.words.count(count, .shellTagRenamedOne, .shellTagRenamedMany)) }
    if inTexts > 0 { shell.say(.detailsTagStays, ["tag": "#" + old]) }
    guard count == 0, inTexts == 0 else { return }
    throw UsageError(sentence: shell.words[.shellTagUnknown, ["tag": "#" + old]])
  }
}
