import ArgumentParser
import FoundationEssentials
import HearthApp
import HearthContent
import HearthCore
import HearthStorage

/// A practice as a plain dialogue, one question after the other.
struct PracticeVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "practice",
    abstract: "Go through a practice, question by question.",
    discussion: """
        hearth practice --list              what there is
        hearth practice solitude-check      begin one
        hearth practice bids --go-on        go on where you left off

      Enter leaves a question open and goes on; a line with only < goes back; q leaves. Some practices keep every \
      step, some ask at the end, and some keep nothing. Those that keep nothing are asked at a terminal only.
      """)

  @OptionGroup var journal: JournalOptions

  @Argument(help: "The id of a practice, or its name.", completion: .list(Practice.builtInIDs))
  var practice: NameArgument?

  @Flag(help: "List the practices.")
  var list = false

  @Flag(help: "Go on with the one you did not finish.")
  var goOn = false

  func run() throws {
    guard let practice, !list else { return try writeList() }
    let shell = try journal.shell()
    let practices = shell.shelf.practices
    let wanted = practice.text.lowercased()
    guard let found = practices.first(where: { $0.id == wanted || $0.title.lowercased() == wanted }) else {
      shell.say(.shellPracticeNone)
      throw ExitCode(2)
    }
    try shell.expectInputIsFree()
    try ask(found, shell.shelf.practiceTitles, shell)
  }

  private func writeList() throws {
    let practices = try journal.shellWithoutJournal().shelf.practices
    try Output.write(practices.map { "\($0.id)\t\($0.title)\n" }.joined())
  }

  private func ask(_ practice: Practice, _ titles: [String: String], _ shell: Shell) throws {
    switch practice.keep {
    case .never:
      guard StandardInput.isTerminal, Output.isTerminal else {
        throw UsageError(sentence: shell.words[.shellPracticeNoTerminal])
      }
      try QuietTerminal.aside(leave: shell.words[.shellPracticeLeave]) {
        var dialogue = PracticeDialogue(begun(practice, shell, .four), practice, shell, dayEnd: .four)
        if try dialogue.ask(after: { _ in }) { dialogue.sayEnding(titles) }
      }
      shell.say(.shellPracticeNothing)
    case .always: try shell.withNewJournal { try askKeeping(practice, titles, $0, $1) }
    case .ask: try shell.withNewJournal { try askFirst(practice, titles, $0, $1) }
    }
  }

  private func begun(_ practice: Practice, _ shell: Shell, _ dayEnd: DayEnd) -> Run {
    let stamp = Stamp(shell.clock.now, in: shell.clock.zone)
    return Run(of: practice, id: UUID(), startedAt: stamp, day: stamp.day(endingAt: dayEnd))
  }

  /// Every step is in the journal before the next is asked.
  private func askKeeping(_ practice: Practice, _ titles: [String: String], _ vault: Vault, _ shell: Shell) throws {
    let practice = try vault.speaksPlainly ? practice.plainly : practice
    let dayEnd = try vault.dayEnd
    var run = begun(practice, shell, dayEnd)
    if goOn, let left = try vault.runs(finished: false, limit: 100).first(where: { $0.practice == practice.id }) {
      run = left
      run.takeUp(in: practice)
    }
    var dialogue = PracticeDialogue(run, practice, shell, dayEnd: dayEnd)
    let isWhole = try dialogue.ask(
      after: { try vault.keep($0, followUps: $0.followUps(in: practice)) },
      write: { try write($0, answering: practice, vault, shell) })
    guard dialogue.hasAnswers else { return }
    if isWhole { try finish(&dialogue, practice, vault) }
    shell.say(isWhole ? .shellPracticeKept : .shellPracticePlace)
    if isWhole { dialogue.sayEnding(titles, check: try checkDoor(vault, shell)) }
  }

  private func checkDoor(_ vault: Vault, _ shell: Shell) throws(Problem) -> String? {
    Settings(try vault.settings()).checkDoor(shell.words)
  }

  private func write(_ text: String, answering practice: Practice, _ vault: Vault, _ shell: Shell) throws -> UUID {
    let stamp = Stamp(shell.clock.now, in: shell.clock.zone)
    let entry = Entry(
      id: UUID(), stamp: stamp, day: stamp.day(endingAt: try vault.dayEnd), createdAt: stamp.instant,
      modifiedAt: stamp.instant, text: text, prompt: "practice/\(practice.id)")
    return try vault.save(entry, now: stamp.instant).id
  }

  private func askFirst(_ practice: Practice, _ titles: [String: String], _ vault: Vault, _ shell: Shell) throws {
    let practice = try vault.speaksPlainly ? practice.plainly : practice
    let dayEnd = try vault.dayEnd
    var dialogue = PracticeDialogue(begun(practice, shell, dayEnd), practice, shell, dayEnd: dayEnd)
    let isWhole = try dialogue.ask(after: { _ in })
    if isWhole { dialogue.sayEnding(titles, check: try checkDoor(vault, shell)) }
    guard dialogue.hasAnswers, Consent.isGiven(shell.words[.shellPracticeKeepAsk]) else {
      return shell.say(.shellPracticeNothing)
    }
    if isWhole { try finish(&dialogue, practice, vault) } else { try vault.keep(dialogue.run) }
    shell.say(.shellPracticeKept)
  }

  private func finish(_ dialogue: inout PracticeDialogue, _ practice: Practice, _ vault: Vault) throws {
    dialogue.finish()
    let run = dialogue.run
    try vault.keep(run, readings: run.readings(in: practice), followUps: run.followUps(in: practice))
  }
}
