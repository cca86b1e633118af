import ArgumentParser

/// What `hearth` alone does.
struct Open: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "open",
    abstract: "Open the journal full screen.")

  @OptionGroup var journal: JournalOptions

  @Flag(help: "Look around in a made-up journal. It is in memory only: nothing you do there is kept.")
  var demo = false

  func validate() throws {
    if demo && journal.folder != nil { throw ValidationError("--demo goes without --journal.") }
  }

  func run() throws {
    try openFullScreen(
      in: JournalLocation(named: journal.folder), passphraseFile: journal.passphraseFile, isDemo: demo)
  }
}
