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

      It takes back one change at a time, made here or in the journal, today or earlier: to the trash, stars, moods, \
      tags, dates, versions put back, check-ins, moments, people and steady things. Text you wrote is not taken back: \
      where it came last this says so, and the next `hearth undo` goes on. `hearth versions` has it as it was.
      """)

  @OptionGroup var journal: JournalOptions

  func run() throws {
    let shell = try journal.shell()
    try shell.withJournal { vault, shell in
      let done = try vault.takeBack(now: shell.clock.now)
      // By its id, as everywhere in the shell: what a terminal has shown can be scrolled back to.
      let entry = try done?.head.map { try vault.shortID($0.id) }
      Output.say(shell.words.undone(done, of: entry, today: shell.today(dayEnd: try vault.dayEnd)))
      if done == nil || done?.kind == .writing { throw ExitCode(1) }
    }
  }
}
