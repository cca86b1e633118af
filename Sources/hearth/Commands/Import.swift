import ArgumentParser
import FoundationEssentials
import HearthContent
import HearthCore
import HearthExchange
import HearthStorage

/// Takes in a document that `export` wrote. It only ever adds.
struct Import: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Take in the entries of a document.",
    discussion: """
        hearth import journal.json --dry-run
        hearth import journal.json
        gpg -d journal.json.gpg | hearth import -

      It reads what `hearth export --format json` writes; docs/formats.md tells how to write one. Entries are added, \
      nothing that is in the journal is changed: what is there already is skipped, and what is there under the same \
      id with other words is left as it is and named. What stays away from Today and the kept searches come in too.
      """)

  @OptionGroup var journal: JournalOptions

  @Argument(help: "The document; - reads standard input.")
  var file: String

  @Flag(help: "Say what would be taken in, and change nothing.")
  var dryRun = false

  func run() throws {
    let shell = try journal.shell()
    let isInput = file == "-"
    let bytes = try isInput ? StandardInput.bytes() : StandardInput.bytes(ofFile: file)
    let document = try JournalJSON.Document(bytes, file: isInput ? "standard input" : file)
    let tally = try shell.withNewJournal { try take(document, into: $0, shell) }
    say(tally, shell)
    if !tally.differing.isEmpty || !tally.differingSearches.isEmpty { throw ExitCode(1) }
  }

  /// What became of the entries of a document.
  private struct Tally {
    var added = 0
    var known = 0
    var differing: [String] = []
    var hasNewPreferences = false
    var differingSearches: [String] = []
  }

  private func take(_ document: JournalJSON.Document, into vault: Vault, _ shell: Shell) throws -> Tally {
    var tally = Tally()
    var new: [Entry] = []
    try document.entries { entry throws(Problem) in
      if let here = try vault.entry(entry.id) {
        if here.isExactly(entry) { tally.known += 1 } else { tally.differing.append(EntryID.short(entry.id)) }
      } else {
        new.append(entry)
      }
    }
    tally.added = new.count
    let preferences = try vault.preferences()
    tally.hasNewPreferences = document.preferences.beyond(preferences) != Preferences()
    tally.differingSearches = document.preferences.clashes(with: preferences)
    // In one piece: an import that is cut short has taken in nothing.
    if !dryRun { try vault.takeIn(new, document.preferences, now: shell.clock.now) }
    return tally
  }

  private func say(_ tally: Tally, _ shell: Shell) {
    let words = shell.words
    Output.say(
      dryRun
        ? words.count(tally.added, .shellImportableOne, .shellImportableMany)
        : words.count(tally.added, .shellImportedOne, .shellImportedMany))
    if tally.hasNewPreferences { shell.say(dryRun ? .shellPreferencesImportable : .shellPreferencesImported) }
    if tally.known > 0 { Output.say(words.count(tally.known, .shellKnownOne, .shellKnownMany)) }
    if !tally.differing.isEmpty {
      shell.say(.shellDiffering, ["ids": tally.differing.joined(separator: " ")])
    }
    for name in tally.differingSearches { shell.say(.shellSearchDiffering, ["name": Legible.line(name)]) }
  }
}
