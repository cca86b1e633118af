import ArgumentParser
import FoundationEssentials
import HearthApp
import HearthContent
import HearthCore
import HearthExchange
import HearthStorage

/// Notes a moment, also while the journal is open elsewhere.
struct MomentVerb: ReadingVerb {
  static let configuration = CommandConfiguration(
    commandName: "moment",
    abstract: "Note a moment with others, or one where you kept your distance.",
    discussion: """
        hearth moment micro hello --with Ana --after=-1
        hearth moment conversation --with Jon --minutes 40 --medium call
        hearth moment                        asks; an empty line skips a question
        hearth moment --list --format json   the last seven days

      Small ones: \(Moment.Kind.micro.map { "micro \($0.rawValue.dropFirst(6))" }.joined(separator: ", ")).
      Others: \(Moment.Kind.larger.map(\.rawValue).joined(separator: ", ")).

      Your shell keeps names and lines typed as arguments in its history. If the journal is sealed, or open in another \
      window, the moment waits beside it, sealed too.
      """)

  @OptionGroup var journal: JournalOptions

  @Argument(help: "What it was.", completion: .list(Moment.Kind.typed))
  var kind: [NameArgument] = []

  @Option(name: .customLong("with"), help: ArgumentHelp("With whom; can be repeated.", valueName: "name"))
  var people: [PersonArgument] = []

  @Option(help: ArgumentHelp("How you felt afterwards, from -2 (drained) to 2 (settled).", valueName: "-2..2"))
  var after: Int?

  @Option(help: "How you reached each other.")
  var medium: Moment.Medium?

  @Option(help: ArgumentHelp("How long it took.", valueName: "number"))
  var minutes: Int?

  @Option(name: .customLong("tick"), help: ArgumentHelp("What it was like; can be repeated.", valueName: "mark"))
  var marks: [Moment.Mark] = []

  @Option(
    name: .customLong("set"),
    help: ArgumentHelp(
      "A number: \(Moment.Number.allCases.map(\.rawValue).joined(separator: ", ")).", valueName: "name=value"))
  var numbers: [AnswerArgument] = []

  @Option(help: ArgumentHelp("A line about it.", valueName: "text"))
  var line: String?

  @Option(help: ArgumentHelp("When it was; now, if you leave this out.", valueName: "date"))
  var at: String?

  @Flag(help: "Show the moments of the last seven days.")
  var list = false

  @Option(help: "How to show --list.")
  var format = OutputFormat.text

  var onlyReads: Bool { list }

  func validate() throws {
    let isTold = [medium?.rawValue, line, at].contains { $0 != nil } || after != nil || minutes != nil
    let isAny = isTold || !(kind.isEmpty && people.isEmpty && marks.isEmpty && numbers.isEmpty)
    if list && isAny { throw ValidationError("--list shows; it keeps no moment.") }
    if format == .json && !list { throw ValidationError("--format json goes with --list.") }
  }

  func run() throws {
    let shell = try journal.shell()
    if list { return try shell.withJournal { try write($0, $1) } }
    // What cannot be read is refused before anything is asked.
    let stamp = try shell.dates(dayEnd: .four).moment(at ?? "now").stamp
    let people = try people.map { try PersonName.new($0.name) }
    if kind.isEmpty { try shell.expectInputIsFree() }
    let moment = try kind.isEmpty ? asked(at: stamp, with: people, shell) : given(at: stamp, with: people, shell)
    guard var kept = moment else { return shell.say(.shellNothingAnswered) }
    let dayEnd = try shell.withJournalIfFree { vault, shell in
      let dayEnd = try vault?.dayEnd ?? .four
      kept.stamp = try shell.dates(dayEnd: dayEnd).moment(at ?? "now").stamp
      kept.day = kept.stamp.day(endingAt: dayEnd)
      if let vault { try vault.save(kept, now: shell.clock.now) } else { try shell.inbox.leave(kept) }
      return dayEnd
    }
    shell.say(.shellAnswersKept, at: kept.stamp, dayEnd)
  }

  private func given(at stamp: Stamp, with people: [String], _ shell: Shell) throws -> Moment? {
    let kind = kind.map(\.text)
    guard let kind = Moment.Kind(rawValue: kind.joined(separator: "/")) else {
      throw UsageError(sentence: shell.words[.shellNoSuchKind, ["name": kind.joined(separator: " ")]])
    }
    if let after { try AnswerArgument("--after", after).expect(in: Moment.feltRange, shell.words) }
    if let minutes { try AnswerArgument("--minutes", minutes).expect(in: Moment.minutesRange, shell.words) }
    return Moment(
      id: UUID(), stamp: stamp, day: stamp.calendarDay, kind: kind, with: people, medium: medium,
      minutes: minutes, felt: after, marks: marks.uniqued(), numbers: try givenNumbers(shell.words), line: line ?? "",
      createdAt: shell.clock.now)
  }

  private func givenNumbers(_ words: Words) throws -> [Moment.Number: Int] {
    let pairs = try numbers.map { number in
      guard let name = Moment.Number(rawValue: number.name) else {
        throw UsageError(sentence: words[.shellNoSuchNumber, ["name": number.name]])
      }
      try number.expect(in: name.range, words)
      return (name, number.value)
    }
    return Dictionary(pairs) { _, last in last }
  }

  /// Nil where nobody says what it was.
  private func asked(at stamp: Stamp, with people: [String], _ shell: Shell) throws -> Moment? {
    let (words, dialogue) = (shell.words, Dialogue(words: shell.words))
    let kinds = Moment.Kind.allCases.map { ($0.rawValue, words.moment($0), $0) }
    guard let kind = try dialogue.choose(words[.momentAskKind], kinds) else { return nil }
    let names = people + (try dialogue.ask(words[.momentAskWith], Self.names) ?? [])
    let felt = try after ?? dialogue.ask("\(words[.momentAskFelt]) (-2…2)") { Int($0).flatMap(Self.felt) }
    return Moment(
      id: UUID(), stamp: stamp, day: stamp.calendarDay, kind: kind, with: names, felt: felt,
      createdAt: shell.clock.now)
  }

  private static func felt(_ value: Int) -> Int? { Moment.feltRange.contains(value) ? value : nil }

  /// `Ana, Jon`; nil where one of them is no name.
  private static func names(_ typed: String) -> [String]? {
    let names = typed.split(separator: ",").map { PersonArgument(argument: String($0.trimmed))?.name }
    let known = names.compactMap(\.self)
    return known.count == names.count ? known : nil
  }

  private func write(_ vault: Vault, _ shell: Shell) throws {
    let moments = try vault.moments(in: shell.lastWeek(vault))
    if format == .json {
      return try Output.write(JSONText.document([("moments", JSONText.objects(moments.map(\.members)))]))
    }
    try shell.show(
      moments.map { moment in
        let told = moment.told(shell.words).joined(separator: " · ")
        return (moment.day, moment.stamp, told, moment.line.isEmpty ? nil : moment.line)
      })
  }
}

extension Moment.Medium: ExpressibleByArgument {}
extension Moment.Mark: ExpressibleByArgument {}

extension Moment.Kind {
  /// As words of a command: `micro hello` is two.
  fileprivate static var typed: [String] {
    larger.map(\.rawValue) + ["micro"] + micro.map { String($0.rawValue.dropFirst(6)) }
  }
}
