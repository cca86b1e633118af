import ArgumentParser
import FoundationEssentials
import HearthContent
import HearthCore
import HearthExchange
import HearthStorage

/// Answers the check-in, also while the journal is open elsewhere.
struct CheckInVerb: ReadingVerb {
  static let configuration = CommandConfiguration(
    commandName: "checkin",
    abstract: "Say how you are, in a few numbers.",
    discussion: """
        hearth checkin --mood 4 --wanted 7 --had 3
        hearth checkin --set tension=3 --set feeling/calm=1 --at 'yesterday 21:00'
        hearth checkin                       asks; an empty line skips a question
        hearth checkin --list --format json  the last seven days
        hearth checkin --measures            what can be answered

      Any part of it is enough. If the journal is sealed, or open in another window, the answers wait beside it, \
      sealed too.
      """)

  @OptionGroup var journal: JournalOptions

  @Option(help: ArgumentHelp("How it is, from 1 (very low) to 5 (good).", valueName: "1-5"))
  var mood: MoodArgument?

  @Option(help: ArgumentHelp("How much company you wanted.", valueName: "0-10"))
  var wanted: Int?

  @Option(help: ArgumentHelp("How much company you had.", valueName: "0-10"))
  var had: Int?

  @Option(
    name: .customLong("set"), help: ArgumentHelp("Any other measure; can be repeated.", valueName: "name=value"))
  var others: [AnswerArgument] = []

  @Option(help: ArgumentHelp("When it was; now, if you leave this out.", valueName: "date"))
  var at: String?

  @Flag(help: "Show the answers of the last seven days.")
  var list = false

  @Flag(help: "List what can be answered, and its range.")
  var measures = false

  @Option(help: "How to show --list.")
  var format = OutputFormat.text

  var onlyReads: Bool { list || measures }

  func validate() throws {
    let isAnswered = mood != nil || wanted != nil || had != nil || !others.isEmpty || at != nil
    if isAnswered && (list || measures) { throw ValidationError("--list and --measures show; they keep no answers.") }
    if format == .json && !list { throw ValidationError("--format json goes with --list.") }
  }

  func run() throws {
    if measures {
      let fields = try journal.shellWithoutJournal().shelf.checkInFields
      return try Output.write(fields.flatMap(\.measures).map(line).joined())
    }
    let shell = try journal.shell()
    if list { return try shell.withJournal { try write($0, $1) } }
    let fields = shell.shelf.checkInFields
    let given = try given(fields.flatMap(\.measures), shell.words)
    // What cannot be read is refused before anything is asked.
    _ = try shell.dates(dayEnd: .four).moment(at ?? "now")
    if given.isEmpty { try shell.expectInputIsFree() }
    let answers = try given.isEmpty ? ask(fields.filter(\.isFirst), shell.words) : given
    guard !answers.isEmpty else { return shell.say(.shellNothingAnswered) }
    try keep(answers, shell)
  }

  /// - Throws: `UsageError` where there is no such measure or the value is outside of its range.
  private func given(_ measures: [Measure], _ words: Words) throws -> [Measure.ID: Double] {
    let named = [("mood", mood?.mood.rawValue), ("wanted", wanted), ("had", had)]
    let all = named.compactMap { name, value in value.map { AnswerArgument(name, $0) } } + others
    for answer in all {
      guard let measure = measures.first(where: { $0.id == answer.name }) else {
        throw UsageError(sentence: words[.shellNoSuchMeasure, ["name": answer.name]])
      }
      try answer.expect(in: measure.range, words)
    }
    return Dictionary(all.map { ($0.name, Double($0.value)) }) { _, last in last }
  }

  private func ask(_ fields: [CheckInField], _ words: Words) throws -> [Measure.ID: Double] {
    let dialogue = Dialogue(words: words)
    let pairs = try fields.flatMap(\.measures).compactMap { measure -> (Measure.ID, Double)? in
      let range = measure.range
      let value = try dialogue.ask("\(measure.question) (\(range.lowerBound)–\(range.upperBound))") { typed in
        Int(typed).flatMap { range.contains($0) ? $0 : nil }
      }
      return value.map { (measure.id, Double($0)) }
    }
    return Dictionary(pairs) { _, last in last }
  }

  private func keep(_ answers: [Measure.ID: Double], _ shell: Shell) throws {
    let (stamp, dayEnd) = try shell.withJournalIfFree { vault, shell in
      let dayEnd = try vault?.dayEnd ?? .four
      let stamp = try shell.dates(dayEnd: dayEnd).moment(at ?? "now").stamp
      let checkIn = CheckIn(
        id: UUID(), stamp: stamp, day: stamp.day(endingAt: dayEnd), answers: answers, createdAt: shell.clock.now)
      if let vault { try vault.save(checkIn, now: shell.clock.now) } else { try shell.inbox.leave(checkIn) }
      return (stamp, dayEnd)
    }
    shell.say(.shellAnswersKept, at: stamp, dayEnd)
  }

  private func write(_ vault: Vault, _ shell: Shell) throws {
    let checkIns = try vault.checkIns(in: shell.lastWeek(vault))
    if format == .json {
      return try Output.write(JSONText.document([("checkIns", JSONText.objects(checkIns.map(\.members)))]))
    }
    try shell.show(
      checkIns.map { checkIn in
        let answers = checkIn.readings.map { "\($0.measure) \(Int($0.value))" }
        return (checkIn.day, checkIn.stamp, answers.joined(separator: " · "), nil)
      })
  }

  private func line(_ measure: Measure) -> String {
    "\(measure.id)  \(measure.range.lowerBound)–\(measure.range.upperBound)  \(Legible.line(measure.title))\n"
  }
}

extension Shell {
  /// The last seven days, today included.
  func lastWeek(_ vault: Vault) throws(Problem) -> ClosedRange<Day> {
    let today = self.today(dayEnd: try vault.dayEnd)
    return today.adding(days: -6)...today
  }

  /// Shows one line for each: when it was, and what was kept of it; below it, and below the text, what was written.
  func show(_ kept: [(day: Day, stamp: Stamp, text: String, written: String?)]) throws(Problem) {
    if kept.isEmpty { return say(.shellNothingFound) }
    for (day, stamp, text, written) in kept {
      let moment = "\(day) \(stamp.clock)  "
      try Output.write("\(moment)\(Legible.line(text))\n")
      let indent = String(repeating: " ", count: moment.count)
      if let written { try Output.write("\(indent)“\(Legible.line(written))”\n") }
    }
  }

  /// Under which day something lies now, and where that is no longer the calendar's, why.
  func say(_ kept: Word, at stamp: Stamp, _ dayEnd: DayEnd, _ gaps: [String: String] = [:]) {
    let day = stamp.day(endingAt: dayEnd)
    let place = ["day": words.weekdayAndDate(day, today: today(dayEnd: dayEnd)), "clock": words.clock(stamp)]
    say(kept, gaps.merging(place) { $1 })
    if day != stamp.calendarDay { say(.shellStillDayBefore, ["clock": words.clock(minute: dayEnd.minute)]) }
  }
}
