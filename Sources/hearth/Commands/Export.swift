import ArgumentParser
import HearthContent
import HearthCore
import HearthExchange
import HearthStorage

/// Writes the journal out, or a part of it.
struct Export: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write the journal out.",
    discussion: """
        hearth export --format json --output journal.json
        hearth export --format json | gpg -c > journal.json.gpg
        hearth export --format md --folder notes
        hearth export --format jrnl --tag walk | jrnl --import
        hearth export --format csv --on 2026 --output 2026.csv

        json    everything; `hearth import` reads it again
        md      a page to read; with --folder a file an entry
        jrnl    text as jrnl keeps it
        csv     a table for spreadsheets

      docs/formats.md tells what each holds. What is written is not sealed: whoever has it can read it.
      """)

  @OptionGroup var journal: JournalOptions

  @Option(help: "In which form.")
  var format: DocumentForm

  @OptionGroup(title: "Which entries") var choice: EntryChoice
  @OptionGroup var portion: Portion

  @Flag(help: "With what is in the trash.")
  var includeTrash = false

  @Option(
    help: ArgumentHelp("Write to this file, readable by you alone, instead of standard output.", valueName: "file"),
    completion: .file())
  var output: String?

  @Option(
    help: ArgumentHelp("Write a file an entry into this folder, which is new or empty.", valueName: "dir"),
    completion: .directory)
  var folder: String?

  @Flag(help: "Take the place of files of the same name; others in a folder stay.")
  var replace = false

  func validate() throws {
    if folder != nil && format != .md { throw ValidationError("--folder goes with --format md.") }
    if folder != nil && output != nil { throw ValidationError("--folder and --output exclude each other.") }
  }

  func run() throws {
    let shell = try journal.shell()
    if let output, !replace, NewFile.exists(output) {
      throw Refusal(sentence: shell.words[.shellFileExists, ["file": output]])
    }
    try shell.withJournal { vault in
      let entries = try chosen(in: vault, shell)
      if let folder {
        let count = try NewFolder(folder, mayHold: replace, shell.words).write(entries)
        say(count, in: folder, shell.words)
      } else if let output {
        let document = try document(of: vault, shell)
        let count = try NewFile.write(output) { out throws(Problem) in try document.write(to: out, entries) }
        say(count, in: output, shell.words)
      } else if Output.isTerminal {
        try document(of: vault, shell).show(entries)
      } else {
        try document(of: vault, shell).write(entries)
      }
    }
  }

  private func say(_ count: Int, in file: String, _ words: Words) {
    let word: Word = count == 1 ? .shellExportedOne : .shellExportedMany
    Output.say(words[word, ["n": words.number(count), "file": file]])
  }

  /// What was settled about the journal goes with the whole of it: a part may be meant for other eyes.
  private func document(of vault: Vault, _ shell: Shell) throws(Problem) -> EntryDocument {
    let isWhole = choice.isEmpty && portion.limit == nil
    return EntryDocument(format, shell, preferences: isWhole ? try vault.preferences() : Preferences())
  }

  /// Those in the trash at the end.
  private func chosen(in vault: Vault, _ shell: Shell) throws -> EntryDocument.Entries {
    let condition = try choice.condition(shell, shell.dates(dayEnd: try vault.dayEnd))
    let places: [EntryFilter.Place] = includeTrash ? [.journal, .trash] : [.journal]
    return { each throws(Problem) in
      var left = portion.limit ?? .max
      for place in places where left > 0 {
        let filter = EntryFilter(place: place, order: portion.order, where: condition)
        try vault.entries(filter, limit: left) { entry throws(Problem) in
          left -= 1
          try each(entry)
        }
      }
    }
  }
}

extension DocumentForm: ExpressibleByArgument {}
