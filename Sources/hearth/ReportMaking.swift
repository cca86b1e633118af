import HearthApp
import HearthContent
import HearthCore
import HearthExchange
import HearthStorage

/// A report on its way out of a journal.
struct ReportMaking {
  let shelf: Shelf
  let words: Words
  let today: Day
  /// 1 (Monday) to 7 (Sunday).
  let weekStart: Int

  func notes(_ request: ReportRequest, _ vault: Vault) throws(Problem) -> ReportNotes {
    try vault.reportNotes(of: request.days, without: Set(shelf.checks.map(\.id)))
  }

  /// The text of it, whole.
  func text(_ request: ReportRequest, of notes: ReportNotes, _ vault: Vault) throws(Problem) -> String {
    let report = Report(
      notes, request, fields: shelf.checkInFields,
      figures: request.parts.contains(.charts) ? try figures(of: request.days, vault) : [], words: words, today: today,
      weekStart: weekStart)
    return switch request.form {
    case .html: ReportHTML(report, language: Language.current).text
    case .md: ReportMarkdown(report).text
    }
  }

  /// Writes it to a file that only its owner can read.
  ///
  /// - Parameter path: `~` is the home. A file that is there already is refused: nothing is written over.
  func write(_ request: ReportRequest, of vault: Vault, to path: String) throws(Problem) {
    let path = Environment.opened(path)
    if NewFile.exists(path) { throw .fileExists(path) }
    let text = try text(request, of: try notes(request, vault), vault)
    try NewFile.write(path) { out throws(Problem) in try out(text) }
  }

  // MARK: Pictures

  /// None of these names anybody.
  private static let charts: [Chart.Kind] = [
    .wantedAndHad, .moodAndCloseness, .companyAndCloseness, .aloneTime, .microAndMeaningful, .feltAfter,
  ]

  private func figures(of days: ClosedRange<Day>, _ vault: Vault) throws(Problem) -> [Report.Block] {
    let voice = ChartVoice(words, measures: shelf.charted, askedBy: shelf.askedBy)
    var figures: [Report.Block] = []
    for kind in Self.charts {
      let request = ChartRequest(
        .builtIn(kind), span: .days(days.length), last: days.upperBound, weekStart: weekStart)
      let sheet = try vault.sheet(request, from: shelf)
      if sheet.isEmpty { continue }
      let (title, said) = (voice.title(sheet.chart), voice.said(sheet, today: today))
      let picture = ChartSVG(
        sheet, title: title, description: said.joined(separator: "\n"), on: .paper, name: voice.label)
      figures.append(
        .picture(
          picture.text, said: [title, voice.coverage(sheet)] + voice.sentences(sheet) + [voice.rule(sheet.chart)]))
    }
    return figures
  }
}
