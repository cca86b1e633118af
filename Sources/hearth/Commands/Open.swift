import ArgumentParser

/// What `hearth` alone does.
struct Open: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "open",
    abstract: "Open the journal full screen.")

  @OptionGroup var journal: JournalOptions

  func run() throws { try openFullScreen(journal) }
}
