import ArgumentParser
import HearthContent
import HearthCore

/// Which entries are meant, as options; all of them count at once.
struct EntryOptions: ParsableArguments {
  @Option(help: ArgumentHelp("From this day on.", valueName: "day"))
  var from: String?

  @Option(name: [.long, .customLong("until")], help: ArgumentHelp("Up to and including this day.", valueName: "day"))
  var to: String?

  @Option(help: ArgumentHelp("Only this day, week, month or year.", valueName: "day"))
  var on: String?

  @Option(name: .customLong("tag"), help: ArgumentHelp("Only with this tag; can be repeated.", valueName: "tag"))
  var tags: [KnownTagArgument] = []

  @Option(
    name: .customLong("with"), help: ArgumentHelp("Only with this person; can be repeated.", valueName: "name"))
  var people: [PersonArgument] = []

  @Option(help: ArgumentHelp("Only with this mood: 4, or a range such as 1..2.", valueName: "1-5"))
  var mood: MoodsArgument?

  @Option(help: ArgumentHelp("Only answers to this question.", valueName: "id"))
  var prompt: NameArgument?

  @Flag(help: "Only starred entries.")
  var starred = false

  func validate() throws {
    if on != nil && (from != nil || to != nil) { throw ValidationError("--on goes without --from and --to.") }
  }

  /// Whether nothing was asked for, so that it means everything.
  var isEmpty: Bool {
    [from, to, on, prompt?.text].allSatisfy { $0 == nil } && tags.isEmpty && people.isEmpty && mood == nil && !starred
  }

  /// The same in the words of a search.
  var terms: [String] {
    let days: [(Query.Key, String?)] = [(.from, from), (.to, to), (.on, on)]
    let moods = mood.map {
      $0.range.count == 1 ? "\($0.range.lowerBound)" : "\($0.range.lowerBound)..\($0.range.upperBound)"
    }
    let named: [(Query.Key, String?)] =
      tags.map { (.tag, $0.names[0]) } + people.map { (.with, $0.name) } + [(.mood, moods), (.prompt, prompt?.text)]
    return (days + named).compactMap { key, value in value.map { key.term($0) } } + (starred ? ["starred:"] : [])
  }

  /// - Throws: what is wrong with a date.
  func condition(_ dates: DateLanguage) throws(Problem) -> Condition {
    var all: [Condition] = []
    let (first, last) = (from ?? on, to ?? on)
    if first != nil || last != nil {
      all.append(
        .days(from: try first.map(dates.span)?.lowerBound, to: try last.map(dates.span)?.upperBound))
    }
    all += tags.map(\.condition)
    all += people.map { .person($0.name, isBegun: false) }
    if let mood { all.append(.mood(mood.range)) }
    if let prompt { all.append(.prompt(prompt.text)) }
    if starred { all.append(.starred) }
    return all.reduce(.everything) { $0.and($1) }
  }
}

/// The same, or in the words of a search.
struct EntryChoice: ParsableArguments {
  @OptionGroup var narrowing: EntryOptions

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Only what this search finds: 'canal -work tag:walk'.", valueName: "query"))
  var search: String?

  var isEmpty: Bool { narrowing.isEmpty && search == nil }

  /// - Throws: what is wrong with a date, or a `UsageError` with what was not understood of the search.
  func condition(_ shell: Shell, _ dates: DateLanguage) throws -> Condition {
    let narrowed = try narrowing.condition(dates)
    guard let search else { return narrowed }
    return narrowed.and(try shell.query(search, dates).condition)
  }
}

/// How many entries, and from which end.
struct Portion: ParsableArguments {
  @Option(
    name: [.customShort("n", allowingJoined: true), .long], parsing: .unconditional,
    help: ArgumentHelp("At most this many.", valueName: "count"))
  var limit: Int?

  @Flag(help: "Oldest first.")
  var oldestFirst = false

  func validate() throws {
    if let limit, limit < 1 { throw ValidationError("-n takes a number from 1 up.") }
  }

  var order: EntryFilter.Order { oldestFirst ? .oldestFirst : .newestFirst }
}

extension Shell {
  /// A search as it was typed.
  ///
  /// - Throws: a `UsageError` where a part of it was not understood: half a search would find the wrong things, and none
  /// would be everything.
  func query(_ text: String, _ dates: DateLanguage) throws -> Query {
    let query = Query.reading(text, dates: dates, moods: words.moods)
    let mistakes = query.mistakes.map { words.sentence($0) }.uniqued()
    guard mistakes.isEmpty else { throw UsageError(sentence: mistakes.joined(separator: "\n")) }
    guard query.condition != .everything else { throw UsageError(sentence: words[.shellSearchEmpty]) }
    return query
  }
}
