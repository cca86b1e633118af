import ArgumentParser
import Foundation
import HearthApp
import HearthContent
import HearthCore
import HearthStorage
import Seal

/// Does some work in a made-up journal and says how long each piece took, for the bench: what sealing costs is measured
/// beside the same journal without it.
struct Weigh: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "weigh",
    abstract: "Do some work in a made-up journal, to measure it.",
    discussion: """
      Prints a line for each piece: nanoseconds. It writes into the journal; name one that may be lost. `plain` makes \
      the file named by --plain from the journal, as SQLite alone would keep it.
      """,
    shouldDisplay: false)

  enum Work: String, ExpressibleByArgument, CaseIterable { case plain, open, save, search, rekey, patterns }

  @OptionGroup var journal: JournalOptions

  @Option(help: "What to do.")
  var work: Work

  @Option(help: ArgumentHelp("Do it in this plain file.", valueName: "file"), completion: .file())
  var plain: String?

  @Option(help: ArgumentHelp("How often; the words to look for come on standard input.", valueName: "count"))
  var times = 1

  func validate() throws {
    if journal.folder == nil { throw ValidationError("Name the journal: --journal DIR.") }
    if work == .plain && plain == nil { throw ValidationError("Name the file to make: --plain FILE.") }
  }

  func run() throws {
    let shell = try journal.shell()
    switch work {
    // One with a passphrase is nobody's to write out in clear.
    case .plain:
      let vault = try shell.enter(patience: 0).open()
      defer { vault.close() }
      try vault.writeUnsealed(to: plain ?? "")
    case .open: for _ in 0..<times { try tell { try opened(shell) { try look($0, shell) } } }
    case .save:
      try opened(shell) { vault in
        for entry in made() { try tell { _ = try vault.save(entry, now: shell.clock.now) } }
      }
    case .search: try opened(shell) { vault in for line in try words() { try tell { try find(line, vault, shell) } } }
    case .patterns:
      try opened(shell) { vault in for _ in 0..<times { try tell { try ask(vault, shell) } } }
    case .rekey: try opened(shell) { vault in try tell { try vault.reseal(nil, cost: .least) } }
    }
  }

  private func opened(_ shell: Shell, _ work: (Vault) throws -> Void) throws {
    let vault = try plain.map { try Vault.unsealed($0) } ?? shell.enter(patience: 0).open()
    defer { vault.close() }
    try work(vault)
  }

  private func tell(_ work: () throws -> Void) throws {
    let took = try ContinuousClock().measure(work).components
    try Output.write("\(took.seconds * 1_000_000_000 + took.attoseconds / 1_000_000_000)\n")
  }

  // MARK: Pieces of work

  /// What Today asks for.
  private func look(_ vault: Vault, _ shell: Shell) throws {
    let settings = vault.settingsOrUsual { 1 }
    _ = try vault.today(shell.today(dayEnd: settings.dayEnd), settings, from: Shelf())
  }

  /// New ones, each time: what is there already would not be written.
  private func made() -> [Entry] {
    var synthetic = SyntheticJournal(entries: 1, seed: 7_000)
    guard let model = synthetic.next() else { return [] }
    return (0..<times).map { number in
      Entry(
        id: UUID(), stamp: model.stamp, day: model.day, createdAt: model.createdAt, modifiedAt: model.modifiedAt,
        text: "\(model.text) \(number)")
    }
  }

  private func find(_ word: String, _ vault: Vault, _ shell: Shell) throws {
    let query = try shell.query(word, shell.dates(dayEnd: .four))
    _ = try vault.heads(EntryFilter(where: query.condition), limit: 40)
  }

  /// As many questions as may be chosen.
  private func ask(_ vault: Vault, _ shell: Shell) throws {
    let questions = Array(PatternQuestion.offered.prefix(PatternQuestion.most))
    _ = try vault.board(questions, on: try shell.today(dayEnd: vault.dayEnd), from: Shelf())
  }

  private func words() throws -> [String] {
    String(decoding: FileHandle.standardInput.readDataToEndOfFile(), as: UTF8.self).split(separator: "\n").map(
      String.init)
  }
}
