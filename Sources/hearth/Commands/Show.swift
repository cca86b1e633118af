import ArgumentParser
import HearthContent
import HearthCore
import HearthStorage

/// Shows one entry whole.
struct Show: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show an entry.",
    discussion: """
        hearth show 3f9a1c
        hearth show 3f9a1c --format json

      The id is the last column of `hearth list`; its beginning is enough.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json, md }

  @OptionGroup var journal: JournalOptions

  @Argument(help: "The entry's id, or its beginning.")
  var id: String

  @Option(help: "How: text, json, md.")
  var format: Format = .text

  func run() throws {
    let shell = try journal.shell()
    try shell.withJournal { vault in
      let entry = try vault.entry(withIDBeginning: id)
      let today = shell.today(dayEnd: try vault.dayEnd)
      switch format {
      case .text: try Output.write(EntryPage(entry, shell.words).text())
      case .md: try Output.write(EntryPage(entry, shell.words).markdown())
      case .json: try JSONOutput(shell).write { write throws(Problem) in try write(entry) }
      }
      if let instant = entry.trashedAt {
        let day = Stamp(instant, in: shell.clock.zone).calendarDay
        shell.say(.shellInTrash, ["day": shell.words.dayInWords(day, today: today)])
      }
    }
  }
}
