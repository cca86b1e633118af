import ArgumentParser
import FoundationEssentials
import HearthContent
import HearthCore
import HearthExchange
import HearthStorage

/// Takes in a journal that was exported, here or elsewhere. It only ever adds.
struct Import: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Bring in a journal that was exported.",
    discussion: """
        hearth import journal.json --dry-run
        hearth import journal.json
        gpg -d journal.json.gpg | hearth import -
        hearth import ~/.local/share/jrnl/journal.txt --dry-run
        hearth import notes

        json     what `hearth export` writes, with people, check-ins, moments, practices and settings
        md       a Markdown file with its date in front, or a folder of them, as `hearth export --folder` writes
        jrnl     a journal of jrnl's that is not encrypted, or its text export
        dayone   the JSON that Day One exports, taken out of the zip file

      Which of them it is, is known by how it begins. docs/formats.md describes them, and how to write such a file \
      yourself. Importing only adds: what is already here is skipped, and an entry that differs from the one here is \
      named and left out. What `hearth export` writes for jrnl has no ids: brought back, it stands here twice.
      """)

  @OptionGroup var journal: JournalOptions

  /// As in `ImportForm`.
  enum Form: String, ExpressibleByArgument, CaseIterable {
    case json, md, jrnl, dayone

    fileprivate var read: ImportForm? { ImportForm(rawValue: rawValue) }
  }

  @Argument(help: "The file, or a folder of Markdown files; - reads standard input.", completion: .file())
  var file: String

  @Option(help: "What the file is, where that cannot be known from how it begins.")
  var format: Form?

  @Flag(help: "Only say what would be taken in.")
  var dryRun = false

  /// Entries that are worth a new order of the search index.
  private static let many = 1_000

  func run() throws {
    let shell = try journal.shell()
    let document = try document(ImportZones(here: shell.clock.zone, named: Zone.named), shell.words)
    let work = { (vault: Vault, shell: Shell) in
      try vault.whileInterruptible { goingOn in try take(document, into: vault, shell, goingOn) }
    }
    let tally = try dryRun ? shell.withJournalOrNone(work) : shell.withNewJournal(work)
    say(tally, shell)
    if tally.isAnythingLeftOut { throw ExitCode(1) }
  }

  /// Read whole: a fault in it is told before anything is taken in.
  private func document(_ zones: ImportZones, _ words: Words) throws -> any ImportDocument {
    if let folder = MarkdownSource(file) {
      if format != nil && format != .md { throw UsageError(sentence: words[.shellFolderOnlyPages, ["folder": file]]) }
      return try folder.document(zones, words)
    }
    let isInput = file == "-"
    if isInput { try journal.shell().expectInputIsFree() }
    let (name, bytes) = (
      isInput ? StandardInput.name : file, try isInput ? StandardInput.bytes() : StandardInput.bytes(ofFile: file)
    )
    guard let form = format?.read ?? ImportForm(recognisedIn: bytes) else {
      throw Problem.importBroken(file: name, where: .line(1), what: .formUnknown)
    }
    return try form.document(
      bytes, file: name, zones: zones, scales: Shelf.builtInScales,
      scalesOfRun: Shelf.builtInScales(of:))
  }

  /// What became of a document.
  private struct Tally {
    var added = 0
    /// What came with the entries and was not here.
    var new = Preferences()
    var known = 0
    var differing: [String] = []
    var differingSearches: [String] = []
    /// What came with the entries, is here, and otherwise.
    var unlike = Preferences()
    var hasOtherSettings = false

    var isAnythingLeftOut: Bool { !differing.isEmpty || !differingSearches.isEmpty || unlike != Preferences() }
  }

  private func take(
    _ document: any ImportDocument, into vault: Vault, _ shell: Shell, _ goingOn: () throws(Problem) -> Void
  ) throws -> Tally {
    var tally = Tally()
    var new: [Entry] = []
    try document.entries(dayEnd: try vault.dayEnd) { entry throws(Problem) in
      try goingOn()
      if let here = try vault.entry(entry.id) {
        if here.isExactly(document.completed(entry, by: here)) {
          tally.known += 1
        } else {
          tally.differing.append(EntryID.short(entry.id))
        }
      } else {
        new.append(entry)
      }
    }
    tally.added = new.count
    var (here, preferences) = (try vault.preferences(), document.preferences)
    here.checks = try vault.keptChecks()
    // They are kept only behind a passphrase.
    if !vault.isSealed { preferences.checks = [] }
    preferences = preferences.told(among: here)
    tally.new = preferences.beyond(here)
    tally.differingSearches = preferences.clashes(with: here)
    tally.unlike = preferences.unlike(here)
    tally.hasOtherSettings = here.isSettled && preferences.settings.contains { here.settings[$0] != $1 }
    // In one piece: an import that is cut short has taken in nothing.
    if !dryRun { try vault.takeIn(new.oldestFirst, preferences, now: shell.clock.now) }
    if !dryRun, new.count >= Self.many { vault.joinIndex() }
    return tally
  }

  private func say(_ tally: Tally, _ shell: Shell) {
    let words = shell.words
    let what = parts(tally.added, tally.new, words).joined(separator: ", ")
    if what.isEmpty {
      shell.say(dryRun ? .shellImportableNothing : .shellImportedNothing)
    } else {
      shell.say(dryRun ? .shellImportable : .shellImported, ["what": what])
    }
    if tally.known > 0 { Output.say(words.count(tally.known, .shellKnownOne, .shellKnownMany)) }
    if !tally.differing.isEmpty {
      shell.say(.shellDiffering, ["ids": tally.differing.joined(separator: " ")])
    }
    let unlike = parts(0, tally.unlike, words).joined(separator: ", ")
    if !unlike.isEmpty { shell.say(.shellUnlike, ["what": unlike]) }
    for name in tally.differingSearches { shell.say(.shellSearchDiffering, ["name": Legible.line(name)]) }
    if tally.hasOtherSettings { shell.say(.shellSettingsDiffering) }
  }

  /// Only what there was.
  private func parts(_ entries: Int, _ new: Preferences, _ words: Words) -> [String] {
    let counted: [(Int, Word, Word)] = [
      (entries, .shellPartEntry, .shellPartEntries), (new.people.count, .shellPartPerson, .shellPartPeople),
      (new.touchpoints.count, .shellPartSteady, .shellPartSteadyMany),
      (new.checkIns.count, .shellPartCheckIn, .shellPartCheckIns),
      (new.moments.count, .shellPartMoment, .shellPartMoments), (new.runs.count, .shellPartRun, .shellPartRuns),
      (new.bonds.count, .shellPartBond, .shellPartBonds), (new.checks.count, .shellPartCheck, .shellPartChecks),
      (new.searches.count, .shellPartSearch, .shellPartSearches),
    ]
    return counted.filter { $0.0 > 0 }.map { words.count($0.0, $0.1, $0.2) }
      + (new.hushed == Hushed() ? [] : [words[.shellPartHushed]])
      + (new.settings.isEmpty ? [] : [words[.shellPartSettings]])
  }
}

extension [Entry] {
  /// The other way round where the later ones come first. Entries of one moment stand in a journal in the order in which
  /// they came into it, and so as they stood in the journal they are from.
  fileprivate var oldestFirst: [Entry] {
    let times = lazy.map { ($0.day, $0.stamp.instant) }
    let turn = zip(times, times.dropFirst()).first { $0 != $1 }
    return turn.map { $0 < $1 } == true ? self : reversed()
  }
}
