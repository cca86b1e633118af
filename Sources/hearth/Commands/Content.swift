import ArgumentParser

/// What is written for Hearth, in files.
struct Content: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "content",
    abstract: "Questions, practices and cards of your own: see that they can be used.",
    subcommands: [ContentCheck.self])
}
