import ArgumentParser
import HearthContent
import HearthCore
import HearthExchange
import HearthStorage

/// Fills an empty journal with entries nobody wrote, to measure with.
struct Generate: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "generate",
    abstract: "Fill an empty journal with made-up entries, to measure with.",
    discussion: """
        hearth generate --journal big --entries 100000 --text big.txt --jrnl big.jrnl

      About 155 words an entry, from a made-up language in which few words are common and many are rare; up to three \
      tags and two people each, moods, and as many years as someone may take to write so much: 1,000 entries over 2.7 \
      years, 10,000 over 8.4, 100,000 over 26, up to 28 February 2026. The same seed gives the same entries.

      Counted words: `\(SyntheticJournal.commonWord)` stands in three of ten entries, \
      `\(SyntheticJournal.rareWord)` in seven, the tag `\(SyntheticJournal.rareTag)` in five; nothing else begins so.
      """,
    shouldDisplay: false)

  @OptionGroup var journal: JournalOptions

  @Option(help: ArgumentHelp("How many.", valueName: "count"))
  var entries: Int

  @Option(help: ArgumentHelp("As many check-ins, and as many moments, seven a day up to today.", valueName: "count"))
  var answers = 0

  @Option(help: ArgumentHelp("Another number gives other entries.", valueName: "number"))
  var seed: UInt64 = 1

  @Option(help: ArgumentHelp("Write the texts into this file too.", valueName: "file"), completion: .file())
  var text: String?

  @Option(help: ArgumentHelp("The same, as jrnl keeps them.", valueName: "file"), completion: .file())
  var jrnl: String?

  @Flag(help: "Replace files of those names.")
  var replace = false

  func validate() throws {
    if !(0...1_000_000).contains(entries) { throw ValidationError("--entries takes a number up to 1000000.") }
    if !(0...1_000_000).contains(answers) { throw ValidationError("--answers takes a number up to 1000000.") }
    if journal.folder == nil { throw ValidationError("Name the journal to fill: --journal DIR.") }
  }

  func run() throws {
    let shell = try journal.shell()
    for file in [text, jrnl].compactMap({ $0 }) where !replace && NewFile.exists(file) {
      throw UsageError(sentence: shell.words[.shellFileExists, ["file": file]])
    }
    try shell.withNewJournal { vault, shell in
      guard try vault.count() == 0, try vault.count(EntryFilter(place: .trash)) == 0 else {
        throw UsageError(sentence: shell.words[.shellNotEmpty, ["folder": shell.folder.path]])
      }
      try fill(vault, now: shell.clock.now)
      try answer(vault, shell)
      vault.joinIndex()
    }
    if let text { try writeText(text) }
    if let jrnl { try writeJrnl(jrnl, EntryDocument(.jrnl, shell)) }
  }

  private func writeText(_ file: String) throws(Problem) {
    try NewFile.write(file) { out throws(Problem) in
      for entry in synthetic { try out(entry.text + "\n\n") }
    }
  }

  private func writeJrnl(_ file: String, _ document: EntryDocument) throws(Problem) {
    _ = try NewFile.write(file) { out throws(Problem) in
      try document.write(to: out) { each throws(Problem) in
        for entry in synthetic { try each(entry) }
      }
    }
  }

  private var synthetic: SyntheticJournal { SyntheticJournal(entries: entries, seed: seed) }

  private func answer(_ vault: Vault, _ shell: Shell) throws(Problem) {
    let today = shell.today(dayEnd: .four)
    for first in stride(from: 0, to: answers, by: 500) {
      let some = SyntheticAnswers(first..<min(answers, first + 500), endingOn: today, seed: seed)
      try vault.takeIn([], Preferences(checkIns: some.checkIns, moments: some.moments), now: shell.clock.now)
    }
  }

  private func fill(_ vault: Vault, now: Instant) throws(Problem) {
    var batch: [Entry] = []
    for entry in synthetic {
      batch.append(entry)
      guard batch.count == 500 else { continue }
      try vault.takeIn(batch, now: now)
      batch.removeAll(keepingCapacity: true)
    }
    try vault.takeIn(batch, now: now)
  }
}
