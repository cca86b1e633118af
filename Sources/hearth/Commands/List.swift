import ArgumentParser
import HearthContent
import HearthCore
import HearthStorage

/// Lists entries, narrowed as asked.
struct List: ReadingVerb {
  static let configuration = CommandConfiguration(
    commandName: "list", _superCommandName: "hearth",
    abstract: "List entries, newest first.",
    discussion: """
        hearth list -n 10
        hearth list --from 'last month' --tag walk
        hearth list --on 2026-02 --with Jon --format md
        hearth list --format json | jq -r '.entries[].title'

      Days are written as in `hearth add`, or as a span: `this week`, `last july`, `last 7 days`, `the 14th`, 2026-02, \
      `week 9`, 2026-W09, 2026. The last column is the beginning of the entry's id, for `hearth show` and others.
      """)

  @OptionGroup var journal: JournalOptions
  @OptionGroup(title: "Which entries") var choice: EntryChoice
  @OptionGroup var portion: Portion

  @Flag(help: "Look in the trash instead.")
  var trash = false

  @Option(help: "How to show it.")
  var format = EntryListing.Form.text

  func run() throws {
    let shell = try journal.shell()
    try shell.withJournal { vault, shell in
      let condition = try choice.condition(shell, shell.dates(dayEnd: try vault.dayEnd))
      let filter = EntryFilter(place: trash ? .trash : .journal, order: portion.order, where: condition)
      let limit = portion.screenful(format)
      let listing = EntryListing(shell, vault, found: FoundWords(condition, tellsPlaces: false))
      let (count, isMore) = try listing.write(filter, as: format, limit: limit)
      if count == 0 { try shell.sayNothing(of: filter, vault) }
      if portion.limit == nil && isMore { shell.sayRest(of: try vault.count(filter), shown: count) }
    }
  }
}

extension Portion {
  /// How many are shown: more would push the first off the screen of someone who only asks what there is.
  func screenful(_ form: EntryListing.Form) -> Int? { limit ?? (Output.isTerminal && form != .json ? 50 : nil) }
}

extension Shell {
  /// That nothing is found, and why, where a part of what is looked for finds nothing alone.
  func sayNothing(of filter: EntryFilter, _ vault: Vault) throws(Problem) {
    guard let why = try vault.missing(filter).flatMap(words.sentence(missing:)) else { return say(.shellNothingFound) }
    Output.say(Legible.line(why))
  }

  /// That there are more than were shown.
  func sayRest(of total: Int, shown: Int) {
    say(.shellNewest, ["n": words.number(shown), "total": String(total)])
  }
}
