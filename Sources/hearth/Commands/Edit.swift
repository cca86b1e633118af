import ArgumentParser
import HearthContent
import HearthCore
import HearthStorage

/// Changes an entry; the version before is kept.
struct Edit: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Change an entry.",
    discussion: """
        hearth edit 3f9a1c < new-text.txt
        hearth show 3f9a1c --format json      see what it is now
        hearth edit 3f9a1c --mood 4 --tag walk --at 'yesterday 21:00'

      Without options the new text comes from standard input; with options it does only where a - stands after the id. \
      The version before is kept.
      """)

  @OptionGroup var journal: JournalOptions

  @Argument(help: "The entry's id, or its beginning.")
  var id: String

  @Argument(help: ArgumentHelp("A - takes the new text from standard input.", valueName: "-"))
  var source: String?

  @Option(
    name: .customLong("tag"), help: ArgumentHelp("Add a tag beside the text; may be given again.", valueName: "tag"))
  var tags: [TagArgument] = []

  @Option(name: .customLong("no-tag"), help: ArgumentHelp("Take off a tag beside the text.", valueName: "tag"))
  var removedTags: [TagArgument] = []

  @Option(help: ArgumentHelp("How it was, from 1 (very low) to 5 (good).", valueName: "1-5"))
  var mood: MoodArgument?

  @Flag(name: .customLong("no-mood"), help: "Take the mood off.")
  var removesMood = false

  @Flag(inversion: .prefixedNo, help: "Star it, or take the star off.")
  var star: Bool?

  @Option(help: ArgumentHelp("When it was.", valueName: "date"))
  var at: String?

  func validate() throws {
    if let source, source != "-" {
      throw ValidationError("After the id only - may stand; the text comes from standard input.")
    }
    if mood != nil && removesMood { throw ValidationError("--mood and --no-mood exclude each other.") }
  }

  func run() throws {
    let shell = try journal.shell()
    let text = try newText()
    try shell.withJournal { vault in
      let old = try vault.entry(withIDBeginning: id)
      let new = try changed(old, text, shell, dayEnd: try vault.dayEnd)
      let name = try vault.shortID(old.id)
      guard !new.isExactly(old) else { return shell.say(.shellUnchanged, ["ids": name]) }
      _ = try vault.save(new, now: shell.clock.now)
      shell.say(.shellChanged, ["ids": name])
    }
  }

  private var hasOptions: Bool {
    !tags.isEmpty || !removedTags.isEmpty || mood != nil || removesMood || star != nil || at != nil
  }

  private func newText() throws -> String? {
    guard source == "-" || !hasOptions else { return nil }
    guard source == "-" || !StandardInput.isTerminal else { throw Problem.textEmpty }
    let text = try StandardInput.text()
    guard text.contains(where: { !$0.isWhitespace }) else { throw Problem.textEmpty }
    return text
  }

  private func changed(_ old: Entry, _ text: String?, _ shell: Shell, dayEnd: DayEnd) throws(Problem) -> Entry {
    var entry = old
    if let text { entry.text = text }
    if let mood { entry.mood = mood.mood }
    if removesMood { entry.mood = nil }
    if let star { entry.isStarred = star }
    let removed = Set(removedTags.map(\.name))
    entry.addedTags = Marks.merged(old.addedTags, tags.map(\.name)).filter { !removed.contains($0) }
    guard let at else { return entry }
    let reading = try shell.dates(dayEnd: dayEnd).moment(at)
    if reading.isFirstOfTwo { shell.say(.shellFirstOfTwo) }
    entry.stamp = reading.stamp
    entry.day = reading.stamp.day(endingAt: dayEnd)
    return entry
  }
}
