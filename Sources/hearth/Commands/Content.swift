import ArgumentParser

/// What is written for Hearth, in files.
struct Content: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "content",
    abstract: "Check questions, practices and cards of your own.",
    subcommands: [ContentCheck.self])
}
