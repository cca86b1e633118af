import ArgumentParser
import HearthContent
import HearthCore
import HearthExchange
import HearthStorage

/// Finds entries by what is in them.
struct Search: ReadingVerb {
  static let configuration = CommandConfiguration(
    commandName: "search", _superCommandName: "hearth",
    abstract: "Find entries by what is in them.",
    discussion: """
        hearth search canal
        hearth search 'canal "the long way" -work'
        hearth search with:Jon mood:1..2 from:2026-01
        hearth search --save Walks tag:walk mood:4..5
        hearth search --saved Walks --on 'this year'
        hearth search --elsewhere canal      in people, moments and practices

        walk             words that begin like this, whatever the case and accents
        "the long way"   exactly these words, in this order
        tea coffee       both words; tea OR coffee finds either; ( ) group
        -work            without it; also NOT work
        tag:walk         with this tag, or one below it such as walk/canal
        with:Jon         with this person
        mood:1..2        a mood from 1 to 2; also mood:4, mood:low
        from: to: on:    days, as in `hearth list`: from:2026-01, on:"last week"
        prompt:ID        answers to this question
        starred:         starred entries

      Put the whole search in your shell's quotes, as above: the shell would take quotes and parentheses for itself. \
      After -- everything is looked for, also what is written like an option. Behind / in the journal it is the same \
      language.

      The exit status is 0 when something was found, 1 when nothing was.
      """)

  @OptionGroup var journal: JournalOptions

  @Argument(help: "What to look for.")
  var query: [String] = []

  @OptionGroup(title: "Which entries") var narrowing: EntryOptions
  @OptionGroup var portion: Portion

  @Flag(help: "Look in the trash instead.")
  var trash = false

  @Flag(help: "Look in what is no entry instead: people, moments, practices.")
  var elsewhere = false

  @Option(help: "How to show it.")
  var format = EntryListing.Form.text

  @Option(help: ArgumentHelp("Run the search kept under this name.", valueName: "name"))
  var saved: NameArgument?

  @Option(help: ArgumentHelp("Keep this search under this name.", valueName: "name"))
  var save: NameArgument?

  @Option(help: ArgumentHelp("Forget the search kept under this name.", valueName: "name"))
  var forget: NameArgument?

  @Flag(help: "List the searches that are kept.")
  var listSaved = false

  /// Whether words were given; what a shell made of an unset variable are none.
  private var hasQuery: Bool { query.contains { !$0.allSatisfy(\.isWhitespace) } }

  var onlyReads: Bool { save == nil && forget == nil }

  func validate() throws {
    let looks = hasQuery || saved != nil || !narrowing.isEmpty
    if save != nil && !looks { throw ValidationError("--save keeps a search; say what to look for.") }
    if save != nil && trash { throw ValidationError("--save keeps what is looked for, and not --trash.") }
    if elsewhere && (trash || format == .md) {
      throw ValidationError("--elsewhere shows no entries: it goes with neither --trash nor --format md.")
    }
    if !looks && forget == nil && !listSaved { throw ValidationError("Say what to look for, such as canal tag:walk.") }
    if looks && (forget != nil || listSaved) { throw ValidationError("--forget and --list-saved look for nothing.") }
  }

  func run() throws {
    let shell = try journal.shell()
    // A search may be kept before there is anything to find.
    try (save == nil ? shell.withJournal(look) : shell.withNewJournal(look))
  }

  private func look(_ vault: Vault, _ shell: Shell) throws {
    if let forget {
      let name = try vault.savedSearch(forget, shell).name
      try vault.make(.forgetSearch(name: name), now: shell.clock.now)
      return shell.say(.shellSearchForgotten, ["name": name])
    }
    if listSaved { return try Output.write(listing(of: vault.savedSearches())) }
    let dates = shell.dates(dayEnd: try vault.dayEnd)
    let text = searched(vault, shell, dates)
    let asked = hasQuery ? try shell.query(text, dates).condition : .everything
    let before = try saved.map { try vault.savedSearch($0, shell).text }
    let kept = try before.map { try shell.query($0, dates).condition }
    if let save {
      // Options are a part of what is looked for.
      let whole = ([before, hasQuery ? text : nil].compactMap(\.self) + narrowing.terms).joined(separator: " ")
      _ = try shell.query(whole, dates)
      try keep(SavedSearch(name: save.onOneLine, text: whole), vault, shell)
    }
    let condition = asked.and(kept ?? .everything).and(try narrowing.condition(dates))
    try (elsewhere ? findElsewhere(condition, in: vault, shell) : find(condition, in: vault, shell))
  }

  /// What was asked for, as one text.
  private func searched(_ vault: Vault, _ shell: Shell, _ dates: DateLanguage) -> String {
    Query.joining(query.map(\.trimmed), dates: dates, moods: shell.words.moods) { name in
      let known = try? vault.people(startingWith: name, limit: .max)
      return known?.contains { $0.lowercased() == name.lowercased() } == true
    }
  }

  private func listing(of searches: [SavedSearch]) -> String {
    if format == .json { return JSONText.document([("searches", JSONText.objects(searches.map(\.members)))]) }
    return searches.map { "\(Legible.line($0.name))\t\(Legible.line($0.text))\n" }.joined()
  }

  private func find(_ condition: Condition, in vault: Vault, _ shell: Shell) throws {
    let filter = EntryFilter(place: trash ? .trash : .journal, order: portion.order, where: condition)
    let limit = portion.screenful(format)
    let listing = EntryListing(shell, vault, found: FoundWords(condition, tellsPlaces: true))
    let (count, isMore) = try listing.write(filter, as: format, limit: limit)
    guard count > 0 else {
      try shell.sayNothing(of: filter, vault)
      let others = trash ? 0 : try vault.elsewhere(condition).count
      if others > 0 { Output.say(shell.words.count(others, .shellElsewhereOne, .shellElsewhereMany)) }
      throw ExitCode(1)
    }
    // To count all of them would take longer than to find these.
    let words = shell.words
    switch (isMore, portion.limit) {
    case (true, nil): shell.sayRest(of: try vault.count(filter), shown: count)
    case (true, _): Output.say(words.count(count, .shellFoundOneOfMore, .shellFoundManyOfMore))
    case (false, _): Output.say(words.count(count, .shellFoundOne, .shellFoundMany))
    }
  }

  private func findElsewhere(_ condition: Condition, in vault: Vault, _ shell: Shell) throws {
    let all = try vault.elsewhere(condition)
    let ordered = portion.order == .newestFirst ? all : all.reversed()
    let shown = ordered.prefix(portion.screenful(format) ?? all.count)
    let rows = shown.map { ElsewhereRow($0, shell.words) }
    if format == .json {
      try Output.write(JSONText.document([("elsewhere", JSONText.objects(rows.map(\.members)))]))
    } else {
      let found = FoundWords(condition, tellsPlaces: format == .text)
      for row in rows { try Output.write(row.text(found)) }
    }
    if all.isEmpty {
      shell.say(.elsewhereNone)
      throw ExitCode(1)
    }
    if shown.count < all.count { shell.sayRest(of: all.count, shown: shown.count) }
  }

  private func keep(_ search: SavedSearch, _ vault: Vault, _ shell: Shell) throws {
    let before = try vault.keep(search, now: shell.clock.now)
    shell.say(.shellSearchKept, ["name": search.name])
    if let before { shell.say(.shellSearchReplaced, ["text": before.text]) }
  }
}

extension Vault {
  /// The search kept under a name, in any case.
  fileprivate func savedSearch(_ name: NameArgument, _ shell: Shell) throws -> SavedSearch {
    let wanted = name.text.lowercased()
    if let found = try savedSearches().first(where: { $0.name.lowercased() == wanted }) { return found }
    throw UsageError(sentence: shell.words[.shellSearchUnknown, ["name": name.text]])
  }
}
