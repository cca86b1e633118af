import ArgumentParser
import FoundationEssentials
import HearthContent
import HearthCore
import HearthStorage

/// Changes entries; the version before is kept.
struct Edit: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "edit",
    abstract: "Change an entry.",
    discussion: """
        hearth edit 3f9a1c
        hearth edit 3f9a1c < new-text.txt
        hearth show 3f9a1c --format raw | sed 's/Jon/J./' | hearth edit 3f9a1c
        hearth edit 3f9a1c --mood 4 --tag walk --at 'yesterday 21:00'
        hearth edit --search 'canal on:2026-02' --tag walk

      An id alone opens the entry full screen, to be written on. In a script the new text comes from standard input; \
      with options, only if a - follows the id. $EDITOR is not used: what it writes would lie in a file, unsealed. The earlier \
      version is kept (`hearth versions`). Moods, tags, stars and dates can be taken back (`hearth undo`), and only \
      they can be changed with --search.
      """)

  @OptionGroup var journal: JournalOptions

  @Argument(help: "The entry's id, or the beginning of it.")
  var id: NameArgument?

  @Argument(help: ArgumentHelp("A - reads the new text from standard input.", valueName: "-"))
  var source: String?

  @Option(parsing: .unconditional, help: ArgumentHelp("Change everything that this search finds.", valueName: "query"))
  var search: String?

  @OptionGroup var marks: EntryMarks
  @OptionGroup var consent: Consent

  func validate() throws {
    if (id == nil) == (search == nil) { throw ValidationError("Name one entry's id, or a --search.") }
    if let source, source != "-" {
      throw ValidationError("After the id only - may stand; the text comes from standard input.")
    }
    guard search != nil else { return }
    if marks.isEmpty { throw ValidationError("With --search, say what to change: --tag, --mood, --star and others.") }
    if marks.at != nil { throw ValidationError("--at moves one entry; it goes without --search.") }
  }

  func run() throws {
    if let id, opensPage {
      return try openFullScreen(
        in: JournalLocation(named: journal.folder), passphraseFile: journal.passphraseFile, writing: id.text)
    }
    let shell = try journal.shell()
    guard let id else { return try shell.withJournal { try changeAll($0, $1) } }
    let text = try newText(shell)
    try Output.givingBack(text) {
      try shell.withJournal { vault, shell in
        let old = try vault.entry(withIDBeginning: id.text)
        let said = try change(old, text, vault, shell)
        let ids = ["ids": try vault.shortID(old.id)]
        shell.say(said, ids)
        if text == nil, StandardInput.isWaiting { shell.say(.shellInputUnread) }
        if text != nil, try vault.draft(of: old.id) != nil { shell.say(.shellPageWaits) }
        if old.trashedAt != nil { shell.say(.shellChangedInTrash, ids) }
        say(staying(in: try vault.entry(old.id) ?? old), shell)
      }
    }
  }

  /// Nothing is set, and nothing piped in.
  private var opensPage: Bool { source == nil && marks.isEmpty && StandardInput.isTerminal }

  private func newText(_ shell: Shell) throws -> String? {
    guard source == "-" || marks.isEmpty else { return nil }
    try shell.expectInputIsFree()
    let text = try StandardInput.text()
    guard text.contains(where: { !$0.isWhitespace }) else { throw Problem.textEmpty }
    return text
  }

  /// What cannot be read of a date is refused before anything is changed.
  private func change(_ old: Entry, _ text: String?, _ vault: Vault, _ shell: Shell) throws -> Word {
    let move = try move(old, shell, dayEnd: try vault.dayEnd)
    var new = old
    if let text { new.text = text }
    if !new.isExactly(old) { new = try vault.save(new, keepingDraft: true, now: shell.clock.now) }
    let changes = (marks.changes([old.id]) + [move].compactMap { $0 }).filter { $0.alters(old) }
    try vault.make(changes, now: shell.clock.now)
    if changes.isEmpty { return new.isExactly(old) ? .shellUnchanged : .shellChanged }
    return text == nil ? .shellMarked : .shellChanged
  }

  private func move(_ entry: Entry, _ shell: Shell, dayEnd: DayEnd) throws(Problem) -> Change? {
    guard let at = marks.at else { return nil }
    let reading = try shell.dates(dayEnd: dayEnd, of: entry.stamp).moment(at)
    if reading.isFirstOfTwo { shell.say(.shellFirstOfTwo) }
    return .date(reading.stamp, reading.stamp.day(endingAt: dayEnd), entry.id)
  }

  private func changeAll(_ vault: Vault, _ shell: Shell) throws {
    let query = try shell.query(search ?? "", shell.dates(dayEnd: try vault.dayEnd))
    let found = try vault.ids(EntryFilter(where: query.condition))
    guard !found.isEmpty else {
      shell.say(.shellNothingFound)
      throw ExitCode(1)
    }
    let changes = marks.changes(found)
    var staying: Set<String> = []
    let altered = try found.filter { id in
      guard let entry = try vault.entry(id) else { return false }
      staying.formUnion(self.staying(in: entry))
      return changes.contains { $0.alters(entry) }
    }
    guard !altered.isEmpty else {
      // That they are without the tag would not be true.
      if staying.isEmpty { Output.say(shell.words.count(found.count, .shellUnchangedOne, .shellUnchangedMany)) }
      return say(staying, shell)
    }
    let n = altered.count
    if n > 1 { try consent.need(.shellChangeMany, orSay: .shellChangeManyUnasked, n: n, shell) }
    try vault.make(marks.changes(altered), now: shell.clock.now)
    try shell.say(.shellMarked, .shellMarkedMany, altered, vault)
    say(staying, shell)
  }

  /// Tags that were to be taken off and stand in the text itself.
  private func staying(in entry: Entry) -> Set<String> {
    marks.removedTags.isEmpty ? [] : Set(marks.removedTags.flatMap(\.names)).intersection(Marks.tags(in: entry.text))
  }

  private func say(_ staying: Set<String>, _ shell: Shell) {
    for tag in staying.sorted() { shell.say(.detailsTagStays, ["tag": "#" + tag]) }
  }
}
