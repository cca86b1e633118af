import ArgumentParser
import Canvas
import HearthContent
import HearthCore
import HearthExchange
import HearthStorage

/// The earlier versions of an entry.
struct Versions: ReadingVerb {
  static let configuration = CommandConfiguration(
    commandName: "versions",
    abstract: "Show earlier versions of an entry, or put one back.",
    discussion: """
        hearth versions 3f9a1c
        hearth versions 3f9a1c --show 2
        hearth versions 3f9a1c --restore 2

      1 is the version just before the present one. When you put one back, the present one joins the earlier versions; \
      `hearth undo` takes that back.
      """)

  @OptionGroup var journal: JournalOptions

  @Argument(help: "The entry's id, or the beginning of it.")
  var id: NameArgument

  @Option(help: ArgumentHelp("Show this version in full.", valueName: "number"))
  var show: Int?

  @Option(help: ArgumentHelp("Put this version back.", valueName: "number"))
  var restore: Int?

  @Option(help: "How to show it.")
  var format = OutputFormat.text

  var onlyReads: Bool { restore == nil }

  func validate() throws {
    if show != nil && restore != nil { throw ValidationError("--show and --restore exclude each other.") }
    if format == .json && (show != nil || restore != nil) {
      throw ValidationError("--format json lists all versions, each in full; without --show and --restore.")
    }
  }

  func run() throws {
    let shell = try journal.shell()
    try shell.withJournal { vault, shell in
      let entry = try vault.entry(withIDBeginning: id.text)
      let versions = try vault.revisions(of: entry.id, limit: .max)
      if let restore {
        try putBack(try version(restore, of: versions, shell), entry, vault, shell)
      } else if let show {
        let version = try version(show, of: versions, shell)
        try Output.write((Output.isTerminal ? Legible.text(version.text) : version.text) + "\n")
      } else if format == .json {
        try Output.write(VersionsJSON.document(of: entry, versions))
      } else {
        try list(versions, shell)
      }
    }
  }

  private func version(_ number: Int, of versions: [Revision], _ shell: Shell) throws -> Revision {
    if let version = versions.at(place: number) { return version }
    throw UsageError(sentence: shell.words[.shellNoVersion, ["number": String(number), "n": String(versions.count)]])
  }

  private func putBack(_ version: Revision, _ entry: Entry, _ vault: Vault, _ shell: Shell) throws {
    let change = Change.version(text: version.text, addedTags: version.addedTags, entry.id)
    guard change.alters(entry) else { return shell.say(.shellUnchanged, ["ids": try vault.shortID(entry.id)]) }
    try vault.make(change, now: shell.clock.now)
    shell.say(.noticeVersionBack)
  }

  private func list(_ versions: [Revision], _ shell: Shell) throws {
    if versions.isEmpty { return shell.say(.versionsNone) }
    let width = String(versions.count).count
    for (place, version) in versions.enumerated() {
      try Output.write(String(place + 1).paddedLeft(to: width) + "  " + line(version, shell) + "\n")
    }
  }

  /// `written 2026-03-02 21:04, changed 2026-03-03 09:12  By the canal`
  private func line(_ version: Revision, _ shell: Shell) -> String {
    let (written, replaced) = (
      Stamp(version.writtenAt, in: shell.clock.zone), Stamp(version.replacedAt, in: shell.clock.zone)
    )
    let title = Markdown.plain(Title.of(version.text))
    let tags = version.addedTags.map { "  #\($0)" }.joined()
    let gaps = [
      "written": shell.words.typed(written), "replaced": shell.words.typed(replaced),
      "title": Legible.line((title.isEmpty ? shell.words[.entryUntitled] : title) + tags),
    ]
    return shell.words[version.reason.word, gaps]
  }
}

extension Revision.Reason {
  fileprivate var word: Word {
    switch self {
    case .edit: .shellVersionEdited
    case .imported: .shellVersionImported
    case .restored: .shellVersionRestored
    }
  }
}
