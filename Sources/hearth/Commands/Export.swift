import ArgumentParser
import Foundation
import HearthContent
import HearthCore
import HearthExchange
import HearthStorage

/// Writes the journal out, or a part of it.
struct Export: ReadingVerb {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write the journal out for other programs.",
    discussion: """
        hearth export --format json --output journal.json
        hearth export --format json | gpg -c > journal.json.gpg
        hearth export --format md --folder notes
        hearth export --format jrnl --tag walk | jrnl --import
        hearth export --format csv --on 2026 --output 2026.csv

        json    everything; `hearth import` reads it again
        md      pages to read; with --folder, one file per entry
        jrnl    text as jrnl keeps it
        csv     a table for spreadsheets
        sqlite  the journal's own tables, with versions; it needs --output

      docs/formats.md describes each of them. What is written is not sealed: whoever has it can read it.
      """)

  @OptionGroup var journal: JournalOptions

  /// Entries as a document; or the journal as it is.
  enum Form: String, ExpressibleByArgument, CaseIterable {
    case json, md, jrnl, csv, sqlite

    var document: DocumentForm? { DocumentForm(rawValue: rawValue) }
  }

  @Option(help: "The form to write.")
  var format: Form

  @OptionGroup(title: "Which entries") var choice: EntryChoice
  @OptionGroup var portion: Portion

  @Flag(help: "Include what is in the trash.")
  var includeTrash = false

  @Option(
    help: ArgumentHelp(
      "Write to this file, which only you can read, instead of standard output (-).", valueName: "file"),
    completion: .file())
  var output: String?

  /// Nil for standard output.
  private var file: String? { output == "-" ? nil : output }

  @Option(
    help: ArgumentHelp("Write one file per entry into this folder, which is new or empty.", valueName: "dir"),
    completion: .directory)
  var folder: String?

  @Flag(help: "Replace files of the same name; other files in a folder stay.")
  var replace = false

  @Flag(help: "Include what was kept of the relationship check, this once; for json and sqlite.")
  var withChecks = false

  @OptionGroup var consent: Consent

  // The plain copy is asked for first, and no is an answer.
  var onlyReads: Bool { format != .sqlite }

  func validate() throws {
    if folder != nil && format != .md { throw ValidationError("--folder goes with --format md.") }
    if folder != nil && output != nil { throw ValidationError("--folder and --output exclude each other.") }
    if withChecks && format != .json && format != .sqlite {
      throw ValidationError("--with-checks goes with --format json or sqlite.")
    }
    guard format == .sqlite else { return }
    if file == nil { throw ValidationError("--format sqlite writes a file; name it with --output.") }
    if !choice.isEmpty || portion.limit != nil { throw ValidationError("--format sqlite takes the whole journal.") }
  }

  func run() throws {
    let shell = try journal.shell()
    if let file { try shell.expectRoom(for: file, replacing: replace) }
    if let folder { try shell.expectOutside(folder) }
    guard let form = format.document else { return try writePlainCopy(shell) }
    try shell.withJournal { vault, shell in
      let entries = try chosen(in: vault, shell)
      if let folder {
        let count = try NewFolder(folder, mayHold: replace, shell.words).write(entries)
        say(count, in: folder, shell.words)
      } else if let file {
        let document = try document(form, of: vault, shell)
        let count = try NewFile.write(file) { out throws(Problem) in try document.write(to: out, entries) }
        say(count, in: file, shell.words)
      } else if Output.isTerminal {
        try document(form, of: vault, shell).show(entries)
      } else {
        try document(form, of: vault, shell).write(entries)
      }
    }
  }

  private func say(_ count: Int, in file: String, _ words: Words) {
    let word: Word = count == 1 ? .shellExportedOne : .shellExportedMany
    Output.say(words[word, ["n": words.number(count), "file": file]])
  }

  /// What was settled about the journal goes with the whole of it: a part may be meant for other eyes.
  private func document(_ form: DocumentForm, of vault: Vault, _ shell: Shell) throws(Problem) -> EntryDocument {
    let isWhole = choice.isEmpty && portion.limit == nil
    var preferences = isWhole ? try vault.preferences() : Preferences()
    if withChecks { (preferences.checks, preferences.tellsChecks) = (try vault.keptChecks(), true) }
    return EntryDocument(form, shell, preferences: preferences)
  }

  /// In clear and whole: it is asked for first.
  private func writePlainCopy(_ shell: Shell) throws {
    guard let file else { return }
    let draft = ".\((file as NSString).lastPathComponent).\(getpid()).new"
    try shell.withJournal { vault, shell in
      // Not before: a passphrase that is typed by habit would be the answer, and seen.
      try consent.need(.shellPlainAsk, orSay: .shellPlainUnasked, shell)
      UnfinishedFileCleanup.begin(
        ((file as NSString).deletingLastPathComponent as NSString).appendingPathComponent(draft))
      defer { UnfinishedFileCleanup.end() }
      try vault.writePlainCopy(to: file, withChecks: withChecks, first: draft)
    }
    shell.say(.shellPlainDone, ["file": file])
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
