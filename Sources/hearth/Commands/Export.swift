import ArgumentParser
import HearthContent
import HearthCore
import HearthStorage

/// Writes the whole journal out.
struct Export: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write the journal as one document.",
    discussion: """
        hearth export --format json --output journal.json
        hearth export --format json | gpg -c > journal.json.gpg

      Everything is in it, and `hearth import` reads it again. The document is not sealed: whoever has it can read it.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case json }

  @OptionGroup var journal: JournalOptions

  @Option(help: "How: json.")
  var format: Format

  @Option(
    help: ArgumentHelp("Write to this file, readable by you alone, instead of standard output.", valueName: "file"))
  var output: String?

  @Flag(help: "Take the place of a file of that name.")
  var replace = false

  @Flag(help: "With what is in the trash.")
  var includeTrash = false

  func run() throws {
    let shell = try journal.shell()
    if let output, !replace, NewFile.exists(output) {
      throw Refusal(sentence: shell.words[.shellFileExists, ["file": output]])
    }
    try shell.withJournal { vault in
      guard let output else {
        _ = try write(vault, shell, to: Output.write)
        return
      }
      let count = try NewFile.write(output) { out throws(Problem) in try write(vault, shell, to: out) }
      Output.say(
        shell.words[
          count == 1 ? .shellExportedOne : .shellExportedMany, ["n": shell.words.number(count), "file": output]])
    }
  }

  private func write(
    _ vault: Vault, _ shell: Shell, to out: @escaping (String) throws(Problem) -> Void
  ) throws(Problem) -> Int {
    var count = 0
    try JSONOutput(shell).write(to: out) { write throws(Problem) in
      for place in includeTrash ? [EntryFilter.Place.journal, .trash] : [.journal] {
        try vault.entries(EntryFilter(place: place)) { entry throws(Problem) in
          try write(entry)
          count += 1
        }
      }
    }
    return count
  }
}
