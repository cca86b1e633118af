import ArgumentParser
import HearthContent
import HearthCore
import HearthStorage

/// A page to take along.
struct ReportVerb: ReadingVerb {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Write a page about some weeks for a therapist, a doctor or a friend.",
    discussion: """
        hearth report --output report.html
        hearth report --from 2026-01 --include charts,practices --output spring.html
        hearth report --from 'last 30 days' --people none --format md | less

      Without --from it covers the last three months. Names become initials unless --people says otherwise; a name you \
      never marked with @ stays as you wrote it. Nothing of the relationship check goes into it. What is written is \
      not sealed: whoever has it can read it.
      """)

  @OptionGroup var journal: JournalOptions

  @Option(help: ArgumentHelp("From this day on.", valueName: "day"))
  var from: String?

  @Option(help: ArgumentHelp("Up to and including this day.", valueName: "day"))
  var to: String?

  @Option(help: "How names are written.")
  var people = Report.Names.initials

  @Option(
    help: ArgumentHelp("What goes into it: charts, entries, practices, with commas between.", valueName: "parts"))
  var include = ReportParts(all: [.charts])

  @Option(help: "A page for a browser, or Markdown.")
  var format = Report.Form.html

  @Option(
    help: ArgumentHelp(
      "Write to this new file, which only you can read, instead of standard output.", valueName: "file"),
    completion: .file())
  var output: String?

  func run() throws {
    let shell = try journal.shell()
    if let output { try shell.expectRoom(for: output, orSay: .reportExists) }
    try shell.withJournal { vault, shell in
      let dates = shell.dates(dayEnd: try vault.dayEnd)
      let request = try request(dates, shell.words)
      let making = ReportMaking(
        shelf: shell.shelf, words: shell.words,
        today: dates.today, weekStart: shell.config.weekStart)
      if let output {
        try making.write(request, of: vault, to: output)
        shell.say(.reportDone, ["file": output])
      } else {
        let text = try making.text(request, of: try making.notes(request, vault), vault)
        try Output.write(Output.isTerminal ? Legible.text(text) : text)
        shell.say(.reportPlain)
      }
    }
  }

  private func request(_ dates: DateLanguage, _ words: Words) throws -> ReportRequest {
    let last = try to.map(dates.span)?.upperBound ?? dates.today
    let first = try from.map(dates.span)?.lowerBound ?? last.adding(months: -3)
    guard first <= last else {
      let days = (from: words.fullDate(first), to: words.fullDate(last))
      throw UsageError(sentence: words[.shellSpanBackwards, ["from": days.from, "to": days.to]])
    }
    return ReportRequest(
      days: first...last, names: people, parts: Set(include.all), form: format)
  }
}

extension Report.Names: ExpressibleByArgument {}
extension Report.Form: ExpressibleByArgument {}

/// Parts of a report in one argument, with commas between them.
struct ReportParts: ExpressibleByArgument {
  let all: [Report.Part]

  init(all: [Report.Part]) { self.all = all }

  init?(argument: String) {
    let names = argument.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    all = names.compactMap(Report.Part.init)
    guard all.count == names.count else { return nil }
  }

  var defaultValueDescription: String { all.map(\.rawValue).joined(separator: ",") }
}
