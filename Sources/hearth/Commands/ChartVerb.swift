import ArgumentParser
import Canvas
import HearthApp
import HearthContent
import HearthCore
import HearthExchange
import HearthStorage

/// One chart, in the shell.
struct ChartVerb: ReadingVerb {
  static let configuration = CommandConfiguration(
    commandName: "chart",
    abstract: "Show a chart.",
    discussion: """
        hearth chart --list                               what there is
        hearth chart wanted-and-had
        hearth chart pixels --span 1y --measure energy
        hearth chart mood-and-closeness --span 90d --format svg > mood.svg
        hearth chart wanted-and-had --format csv

      A day without an answer is drawn as a gap. A span is a number with d, w, m or y, or the word all.
      """)

  enum Form: String, CaseIterable, ExpressibleByArgument { case text, svg, json, csv }

  @OptionGroup var journal: JournalOptions

  @Argument(
    help: "A chart from --list, or the id of a measure.", completion: .list(Chart.Kind.allCases.map(\.rawValue)))
  var name: NameArgument?

  @Option(help: "How far back: 90d, 12w, 6m, 2y or all. Each chart has a span of its own.")
  var span: NameArgument?

  @Option(help: "What it shows, if it can show several things: the id of a measure, or gap.")
  var measure: NameArgument?

  @Option(help: "How to show it.")
  var format = Form.text

  @Flag(help: "Draw with plain characters only.")
  var ascii = false

  @Flag(help: "List the charts.")
  var list = false

  func validate() throws {
    if let span = span?.text, ChartSpan(span) == nil {
      throw ValidationError("--span \(span): use a number with d, w, m or y, or all.")
    }
    guard list != (name != nil) else { throw ValidationError("Name a chart, or use --list.") }
    if list && format != .text { throw ValidationError("--list comes as text only.") }
  }

  func run() throws {
    let shell = try journal.shell()
    let content = shell.shelf
    try shell.withJournal { vault, shell in
      let shelf = try vault.chartShelf(from: content)
      let voice = ChartVoice(shell.words, measures: shelf.measures, askedBy: shelf.askedBy)
      guard let name = name?.text else { return try Output.write(Self.listing(shelf, voice)) }
      guard let chart = Chart(id: name, measures: shelf.measures.map(\.id)) else {
        throw ValidationError("There is no chart \(name): see hearth chart --list.")
      }
      let today = shell.today(dayEnd: try vault.dayEnd)
      var request = ChartRequest(chart, span: span.flatMap { ChartSpan($0.text) } ?? chart.usualSpan, last: today)
      request.variant = try variant(of: chart)
      request.weekStart = shell.config.weekStart
      try write(try vault.sheet(request, from: content), voice, today, request.weekStart)
    }
  }

  private func variant(of chart: Chart) throws -> Int {
    guard let measure = measure?.text else { return 0 }
    let asked = measure == "gap" ? Chart.Variant.gap : .measure(measure)
    guard let place = chart.variants.firstIndex(of: asked) else {
      throw ValidationError("\(chart.id) does not show \(measure).")
    }
    return place
  }

  private static func listing(_ shelf: ChartShelf, _ voice: ChartVoice) -> String {
    Chart.all(for: [], measures: shelf.own).map { "\($0.id)\t\(voice.question($0))\n" }.joined()
  }

  private func write(_ sheet: ChartSheet, _ voice: ChartVoice, _ today: Day, _ weekStart: Int) throws {
    let (title, said) = (voice.title(sheet.chart), voice.said(sheet, today: today))
    switch format {
    case .text:
      try Output.write(Legible.text(text(sheet, voice, today, weekStart)))
    case .svg:
      try Output.write(ChartSVG(sheet, title: title, description: said.joined(separator: "\n"), name: voice.label).text)
    case .csv: try Output.write(ChartTable(sheet, name: voice.label).csv)
    case .json:
      try Output.write(
        ChartTable(sheet, name: voice.label).json(
          title: title, question: voice.question(sheet.chart), rule: voice.rule(sheet.chart),
          sentences: voice.sentences(sheet)))
    }
  }

  /// The picture, and below it what it says, for those who hear it.
  private func text(_ sheet: ChartSheet, _ voice: ChartVoice, _ today: Day, _ weekStart: Int) -> String {
    let columns = max(20, min(Output.columns, 76))
    let named = [voice.title(sheet.chart), voice.question(sheet.chart), voice.coverage(sheet)]
    let head = named.filter { !$0.isEmpty } + [""]
    guard !sheet.isEmpty else {
      return (head + voice.empty(sheet.chart, inShell: true).wrapped(to: columns)).joined(separator: "\n") + "\n"
    }
    // A shell scrolls: all rows are shown.
    let picture = ChartPicture(sheet, voice, today: today, weekStart: weekStart)
    var frame = Frame(columns: columns, rows: max(18, picture.wantedRows ?? 0))
    picture.draw(on: &frame, in: frame.bounds, ascii ? .ascii : .fine)
    let rows = frame.text().split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let drawn = Array(rows.reversed().drop { $0.isEmpty }.reversed())
    let foot = [""] + (voice.sentences(sheet) + [voice.rule(sheet.chart)]).flatMap { $0.wrapped(to: columns) }
    return (head + drawn + foot).joined(separator: "\n") + "\n"
  }
}
