import ArgumentParser
import HearthContent
import HearthCore
import HearthStorage

/// Lists entries, narrowed as asked.
struct List: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "List entries, newest first.",
    discussion: """
        hearth list -n 10
        hearth list --from 'last month' --tag walk
        hearth list --on 2026-02 --with Jon --format md
        hearth list --format json | jq -r '.entries[].title'

      Days are written as in `hearth add`, or as a stretch: `this week`, `last month`, `last 7 days`, 2026-02, 2026. \
      The last column of a line begins the entry's id, for `hearth show` and others.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, short, json, md }

  @OptionGroup var journal: JournalOptions
  @OptionGroup var choice: ListChoice

  @Option(name: .customShort("n", allowingJoined: true), help: ArgumentHelp("At most so many.", valueName: "count"))
  var limit: Int?

  @Flag(help: "Oldest first.")
  var oldestFirst = false

  @Option(help: "How: text, short, json, md.")
  var format: Format = .text

  /// More would push the newest off the screen of someone who only asks what there is.
  private static let screenful = 50

  func validate() throws {
    if let limit, limit < 1 { throw ValidationError("-n takes a number from 1 up.") }
  }

  func run() throws {
    let shell = try journal.shell()
    try shell.withJournal { vault in
      let filter = try choice.filter(shell.dates(dayEnd: try vault.dayEnd))
      let total = try vault.count(filter)
      let limit = limit ?? (Output.isTerminal && format != .json ? List.screenful : total)
      let listing = EntryListing(shell, today: shell.today(dayEnd: try vault.dayEnd), isLong: limit > 1_000)
      try listing.write(filter, of: vault, as: format, limit: min(limit, total), oldestFirst: oldestFirst)
      if total == 0 { shell.say(.shellNothingFound) }
      if self.limit == nil && total > limit {
        shell.say(.shellNewest, ["n": shell.words.number(limit), "total": String(total)])
      }
    }
  }
}

/// Which entries are meant, as options.
struct ListChoice: ParsableArguments {
  @Option(help: ArgumentHelp("From this day on.", valueName: "day"))
  var from: String?

  @Option(help: ArgumentHelp("Up to this day, included.", valueName: "day"))
  var to: String?

  @Option(help: ArgumentHelp("Only this day, week, month or year.", valueName: "day"))
  var on: String?

  @Option(name: .customLong("tag"), help: ArgumentHelp("Only with this tag; may be given again.", valueName: "tag"))
  var tags: [TagArgument] = []

  @Option(
    name: .customLong("with"), help: ArgumentHelp("Only with this person; may be given again.", valueName: "name"))
  var people: [PersonArgument] = []

  @Flag(help: "Only starred ones.")
  var starred = false

  @Flag(help: "What is in the trash instead.")
  var trash = false

  func validate() throws {
    if on != nil && (from != nil || to != nil) { throw ValidationError("--on goes without --from and --to.") }
  }

  func filter(_ dates: DateLanguage) throws(Problem) -> EntryFilter {
    var filter = EntryFilter(
      place: trash ? .trash : .journal, tags: tags.map(\.name), people: people.map(\.name), onlyStarred: starred)
    if let from = from ?? on { filter.from = try dates.span(from).lowerBound }
    if let to = to ?? on { filter.to = try dates.span(to).upperBound }
    return filter
  }
}
