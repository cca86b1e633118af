import ArgumentParser
import HearthContent
import HearthCore
import HearthExchange
import HearthStorage

/// Shows entries whole.
struct Show: ReadingVerb {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show entries.",
    discussion: """
        hearth show 3f9a1c
        hearth show --on yesterday
        hearth show 3f9a1c --format raw | sed 's/Jon/J./' | hearth edit 3f9a1c

      The id is the last column of `hearth list`; its beginning is enough. raw is the text alone, just as it was \
      written.
      """)

  enum Form: String, ExpressibleByArgument, CaseIterable { case text, json, md, raw }

  @OptionGroup var journal: JournalOptions
  @OptionGroup var pick: EntryPick
  @OptionGroup var portion: Portion

  @Flag(help: "Look in the trash instead; an id is found there either way.")
  var trash = false

  @Option(help: "How to show it.")
  var format = Form.text

  func validate() throws { try pick.validateSome() }

  func run() throws {
    let shell = try journal.shell()
    try shell.withJournal { vault, shell in
      let entries = try chosen(in: vault, shell)
      switch format {
      case .text: try pages(entries, between: "\n") { EntryPage($0, shell.words).text() }
      case .raw: try pages(entries, between: "") { raw($0.text) }
      case .json: try EntryDocument(.json, shell).show(entries)
      case .md: try EntryDocument(.md, shell).show(entries)
      }
    }
  }

  private func chosen(in vault: Vault, _ shell: Shell) throws -> EntryDocument.Entries {
    guard pick.choice.isEmpty else { return try filtered(vault, shell) }
    let all = try pick.ids.map { try vault.entry(withIDBeginning: $0.text) }
    let today = shell.today(dayEnd: try vault.dayEnd)
    return { each throws(Problem) in
      for entry in all {
        try each(entry)
        guard let instant = entry.trashedAt else { continue }
        let day = Stamp(instant, in: shell.clock.zone).calendarDay
        shell.say(.shellInTrash, ["day": shell.words.dayInWords(day, today: today)])
      }
    }
  }

  private func filtered(_ vault: Vault, _ shell: Shell) throws -> EntryDocument.Entries {
    let condition = try pick.choice.condition(shell, shell.dates(dayEnd: try vault.dayEnd))
    let filter = EntryFilter(place: trash ? .trash : .journal, order: portion.order, where: condition)
    guard try vault.count(filter, most: 1) > 0 else {
      // A script is to read that there is nothing.
      if format == .json { try EntryDocument(.json, shell).show { _ in } }
      try shell.sayNothing(of: filter, vault)
      throw ExitCode(1)
    }
    return { each throws(Problem) in try vault.entries(filter, limit: portion.limit, each: each) }
  }

  private func pages(_ entries: EntryDocument.Entries, between: String, _ page: @escaping (Entry) -> String)
    throws(Problem)
  {
    var isFirst = true
    try entries { entry throws(Problem) in
      try Output.write((isFirst ? "" : between) + page(entry))
      isFirst = false
    }
  }

  /// A terminal is shown what would steer it.
  private func raw(_ text: String) -> String {
    (Output.isTerminal ? Legible.text(text) : text) + (text.utf8.last == UInt8(ascii: "\n") ? "" : "\n")
  }
}
