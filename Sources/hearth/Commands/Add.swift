import ArgumentParser
import FoundationEssentials
import HearthContent
import HearthCore
import HearthStorage

/// Keeps a few words, also while the journal is open elsewhere.
struct Add: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add",
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
      21:04:`, `2026-02-14:`. What is not clearly a date stays in the text. A star before the text or after its first \
      line (`Called Mum *`) stars the entry. If the journal is open in another window, that window takes the entry in. \
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
  var prompt: String?

  func run() throws {
    let shell = try journal.shell()
    if let prompt,
      !Shelf(own: ConfigFile(folder: shell.folder.config).ownContent()).prompts.contains(where: { $0.id == prompt })
    {
      throw ValidationError("There is no question \(prompt): see hearth prompt --list.")
    }
    let capture = try capture()
    // What cannot be read is refused before there is a journal to put it into.
    _ = try capture.reading(shell.dates(dayEnd: .four))
    let (reading, id) = try givingBack(capture) { try shell.withJournalIfFree { try keep(capture, in: $0, shell) } }
    let day = shell.words.weekdayAndDate(reading.stamp.calendarDay, today: shell.today(dayEnd: .midnight))
    shell.say(.shellSaved, ["day": day, "clock": shell.words.clock(reading.stamp), "id": EntryID.short(id)])
    if reading.isFirstOfTwo { shell.say(.shellFirstOfTwo) }
  }

  /// Words that found no place go back to standard output: they may have been typed nowhere else.
  private func givingBack<Result>(_ capture: Capture, _ work: () throws -> Result) throws -> Result {
    do {
      return try work()
    } catch {
      try? Output.write(capture.text + "\n")
      try? Output.finish()
      throw error
    }
  }

  private func capture() throws -> Capture {
    let reads = text.isEmpty || text == ["-"]
    let typed = reads ? try StandardInput.text() : text.joined(separator: " ")
    return try Capture(typed, at: at, tags: tags.map(\.name), mood: mood?.mood, isStarred: star)
  }

  private func keep(_ capture: Capture, in vault: Vault?, _ shell: Shell) throws -> (DateLanguage.Reading, UUID) {
    let dayEnd = try vault?.dayEnd ?? .four
    let reading = try capture.reading(shell.dates(dayEnd: dayEnd))
    var note = capture.note(id: UUID(), at: reading.stamp)
    note.prompt = prompt
    if let vault {
      _ = try vault.save(note.entry(dayEnd: dayEnd, at: shell.clock.now), now: shell.clock.now)
    } else {
      try shell.inbox.leave(note)
    }
    return (reading, note.id)
  }
}
