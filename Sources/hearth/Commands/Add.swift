import ArgumentParser
import FoundationEssentials
import HearthContent
import HearthCore
import HearthStorage

/// Keeps a few words, also while the journal is open elsewhere.
struct Add: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", _superCommandName: "hearth",
    abstract: "Write an entry.",
    discussion: """
      The text comes from standard input, or from the arguments:

        echo 'A quiet day. #walk with @Jon' | hearth add
        hearth add < letter.txt
        hearth add -                         type it; Ctrl-D ends
        hearth add yesterday 9am: Called Mum

      Your shell keeps what you type as arguments in its history, where others may read it. Text from standard input \
      is not kept there.

      A date at the start, with a colon and a space after it, says when: `yesterday 9am:`, `last friday:`, `14 feb \
      21:04:`, `2026-02-14:`. What is not clearly a date stays in the text, and so does one that does not exist or can be \
      read in two ways. A star before the text or after its first line (`Called Mum *`) stars the entry. If the journal is open in another window, that window takes the entry in. \
      If it is sealed, no passphrase is asked for: the entry waits beside it, sealed too, until it is next opened.
      """)

  @OptionGroup var journal: JournalOptions

  @Argument(help: "The text; leave it out, or write -, to read standard input.")
  var text: [String] = []

  @Option(help: ArgumentHelp("When it was, instead of a date before the text.", valueName: "date"))
  var at: String?

  @Option(name: .customLong("tag"), help: ArgumentHelp("A tag beside the text; can be repeated.", valueName: "tag"))
  var tags: [TagArgument] = []

  @Option(help: ArgumentHelp("How it was, from 1 (very low) to 5 (good).", valueName: "1-5"))
  var mood: MoodArgument?

  @Flag(help: "Star it.")
  var star = false

  @Option(help: ArgumentHelp("The question it answers; see hearth prompt.", valueName: "id"))
  var prompt: NameArgument?

  func run() throws {
    let shell = try journal.shell()
    // What is wrong with an option is said before anything is typed.
    try expectQuestion(shell)
    if let at { _ = try shell.dates(dayEnd: .four).moment(at) }
    let capture = try capture(shell)
    let saved = try Output.givingBack(capture.typed) {
      try shell.withJournalIfFree { try keep(capture, in: $0, $1) }
    }
    say(saved, capture, shell)
  }

  private func expectQuestion(_ shell: Shell) throws {
    guard let prompt = prompt?.text else { return }
    let prompts = shell.shelf.prompts
    if prompts.contains(where: { $0.id == prompt }) { return }
    throw UsageError(sentence: shell.words[.shellQuestionUnknown, ["id": prompt]])
  }

  private func capture(_ shell: Shell) throws -> Capture {
    let reads = text.isEmpty || text == ["-"]
    if reads { try shell.expectInputIsFree() }
    let typed = reads ? try StandardInput.text() : text.joined(separator: " ")
    return try Capture(
      typed, at: at, shell.dates(dayEnd: .four), tags: tags.map(\.name), mood: mood?.mood, isStarred: star)
  }

  /// Where an entry came to lie.
  private struct Saved {
    let reading: DateLanguage.Reading
    let dayEnd: DayEnd
    let id: String
  }

  private func say(_ saved: Saved, _ capture: Capture, _ shell: Shell) {
    shell.say(.shellSaved, at: saved.reading.stamp, saved.dayEnd, ["id": saved.id])
    if saved.reading.isFirstOfTwo { shell.say(.shellFirstOfTwo) }
    if let date = capture.unreadDate { shell.say(.shellDateStays, ["date": date, "id": saved.id]) }
  }

  private func keep(_ capture: Capture, in vault: Vault?, _ shell: Shell) throws -> Saved {
    let dayEnd = try vault?.dayEnd ?? .four
    let reading = try capture.reading(shell.dates(dayEnd: dayEnd))
    var note = capture.note(id: UUID(), at: reading.stamp)
    note.prompt = prompt?.text
    if let vault {
      _ = try vault.save(note.entry(dayEnd: dayEnd, at: shell.clock.now), now: shell.clock.now)
    } else {
      try shell.inbox.leave(note)
    }
    return Saved(reading: reading, dayEnd: dayEnd, id: EntryID.short(note.id))
  }
}
