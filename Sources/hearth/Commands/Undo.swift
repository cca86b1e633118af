import ArgumentParser
import HearthContent
import HearthCore
import HearthStorage

/// Takes back the last change, also one made in the journal itself.
struct Undo: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "undo",
    abstract: "Take back the last change.",
    discussion: """
        hearth delete 3f9a1c
        hearth undo

      It takes back what was done: into the trash and out of it, stars, moods, tags, dates, a version put back, \
      check-ins and moments, people and what is steady; here or in the journal, today or earlier, one at a time. What \
      was written is not taken back; `hearth versions` has it as it was.
      """)

  @OptionGroup var journal: JournalOptions

  func run() throws {
    let shell = try journal.shell()
    try shell.withJournal { vault in
      let kind = try vault.takeBack(now: shell.clock.now)
      Output.say(shell.words.undone(kind))
      if kind == nil { throw ExitCode(1) }
    }
  }
}
