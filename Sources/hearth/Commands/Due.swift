import ArgumentParser
import HearthApp
import HearthContent
import HearthCore
import HearthExchange
import HearthStorage

/// What it has been a while with, in the shell.
struct Due: ReadingVerb {
  static let configuration = CommandConfiguration(
    commandName: "due", abstract: "Show steady things it has been a while with: three at most.",
    discussion: """
        hearth due
        hearth due --format ics > steady.ics     all steady things but those at rest

      People you let rest, and people you remember, are never among them.
      """)

  enum Form: String, CaseIterable, ExpressibleByArgument { case text, json, ics }

  @OptionGroup var journal: JournalOptions

  @Option(help: "How to show it.")
  var format = Form.text

  func run() throws {
    let shell = try journal.shell()
    try shell.withJournal { vault, shell in
      let (all, today) = (try vault.rhythms(), shell.today(dayEnd: try vault.dayEnd))
      switch format {
      case .ics:
        try Output.write(TouchpointICS.text(of: all.filter { !$0.isAtRest }, writtenAt: shell.clock.now))
      case .json:
        let due = all.due(on: today).map { rhythm in
          rhythm.touchpoint.members + [("name", rhythm.person.map { JSONText.quoted($0.name) } ?? .null)]
        }
        try Output.write(JSONText.document([("due", JSONText.objects(due))]))
      case .text: try write(all.due(on: today), on: today, shell)
      }
    }
  }

  private func write(_ due: [Rhythm], on today: Day, _ shell: Shell) throws {
    if due.isEmpty { return shell.say(.shellDueNone) }
    let lines = due.map { "\(Legible.line(shell.words.title(of: $0)))\n  \(shell.words.sentence($0, on: today))\n" }
    try Output.write(lines.joined())
  }
}
