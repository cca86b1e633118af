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

      It takes back what was done to entries: into the trash and out of it, stars, moods, tags, dates, a version put \
      back; here or in the journal, today or earlier, one at a time. What was written is not taken back; \
      `hearth versions` has it as it was.
      """)

  @OptionGroup var journal: JournalOptions

  func run() throws {
    let shell = try journal.shell()
    try shell.withJournal { vault in
      guard let kind = try vault.takeBack(now: shell.clock.now) else {
        shell.say(.noticeNothingToUndo)
        throw ExitCode(1)
      }
      shell.say(kind.undone)
    }
  }
}

extension Change.Kind {
  /// What it is like once it was taken back.
  fileprivate var undone: Word {
    switch self {
    case .trash: .undoneTrash
    case .restore: .undoneRestore
    case .star, .unstar: .undoneStar
    case .tags: .undoneTags
    case .mood: .undoneMood
    case .date: .undoneDate
    case .hush, .unhush: .undoneHush
    case .version: .undoneVersion
    }
  }
}
