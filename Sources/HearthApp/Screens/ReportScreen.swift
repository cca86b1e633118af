import Canvas
import HearthContent
import HearthCore

/// A report to take along: what is to be in it, how it would read, and only then a file.
package struct ReportScreen: Screen {
  package static let title = Word.reportScreen

  private var form: Form
  /// What cannot be used of the answers, or what kept the file from being written.
  private var trouble: String?
  /// Nil while one is asked.
  private var preview: Preview?
  private var isWriting = false

  /// How it would read.
  private struct Preview: Equatable {
    let request: ReportRequest
    let path: String
    /// Nil until it is here.
    var counts: ReportNotes.Counts?
    var text = ScrollView()
  }

  init(in context: Context) {
    let (usual, words) = (ReportRequest.usual(context.today), context.words)
    form = Form([
      Form.line("from", words[.reportAskFrom], "\(usual.days.lowerBound)", hint: words[.askDayHint]),
      Form.line("to", words[.reportAskTo], "\(usual.days.upperBound)", hint: words[.askDayHint]),
      Form.ticks("parts", words[.reportAskParts], usual.parts) { words[$0.name] },
      Form.choice("names", words[.reportAskNames], usual.names) { words[$0.name] },
      Form.choice("form", words[.reportAskForm], usual.form) { words[$0.name] },
      Form.line("file", words[.reportAskFile], "~/hearth-report-\(context.today).html"),
    ])
  }

  // MARK: Commands

  package enum Command: Hashable, Sendable {
    case next, previous, look, write, change, back
    case move(RowMove)
  }

  package var takes: Takes { preview == nil ? form.takes : .nothing }
  package var answering: Answering? { preview == nil ? form.answering : nil }
  package var awaits: Bool { isWriting || preview.map { $0.counts == nil } ?? false }
  package static var tables: [KeyTable] {
    listing(.digits, [onForm]) + listing(.text, [onForm]) + listing(.nothing, [onPreview, onWriting])
  }

  package var bindings: Bindings<Command> {
    preview == nil ? Self.onForm : isWriting ? Self.onWriting : Self.onPreview
  }

  private static let onForm: Bindings<Command> = [
    Binding("Tab Enter", .next, .formNext, hint: .keyNext),
    Binding("S-Tab", .previous, .formPrevious, hint: .keyBefore),
    Binding("C-s", .look, .reportLook, hint: .keySeeIt), Binding("Esc", .back, .readBack, hint: .keyBack),
  ]
  private static let onPreview: Bindings<Command> =
    [
      Binding("Enter", Command.write, .reportWrite, hint: .keyExport),
      Binding("Esc", .change, .reportChange, hint: .keyChange),
    ] + onWriting
  private static let onWriting = RowKeys.text(Command.move)

  package func header(in context: Context) -> Header { .title(context.words[.reportScreen]) }

  package func status(in context: Context) -> Line? {
    preview.map { !$0.text.isAtEnd } == true ? Line(context.words[.listMore], .dim) : nil
  }

  // MARK: Update

  package mutating func update(_ message: Message<Command>, in context: Context) -> [Effect] {
    switch message {
    case .command(let command): return carryOut(command, in: context)
    case .input(let input): take(input, in: context)
    case .event(.report(let event)): return hear(event, in: context)
    case .event: break
    }
    fit(context)
    return []
  }

  private mutating func take(_ input: Input, in context: Context) {
    if preview == nil, case .mouse(let event) = input {
      return form.turn(event, in: formPlaces(in: Chrome.body(of: context.size)).form)
    }
    trouble = nil
    guard preview == nil else {
      let place = place(in: Chrome.body(of: context.size), context)
      preview?.text.handle(input, in: place)
      return
    }
    let before = form.chosen("form")
    form.take(input)
    if form.chosen("form") != before { turnEnding() }
  }

  /// The name of the file ends as its form does, where it did before.
  private mutating func turnEnding() {
    guard let form = form.chosen("form"), let other = Report.Form.allCases.first(where: { $0.rawValue != form }) else {
      return
    }
    let file = self.form.text("file")
    guard file.hasSuffix(".\(other.rawValue)") else { return }
    self.form.replace("file", with: String(file.dropLast(other.rawValue.count)) + form)
  }

  private mutating func carryOut(_ command: Command, in context: Context) -> [Effect] {
    switch command {
    case .next:
      if form.isAtEnd { return look(in: context) }
      form.move(by: 1)
    case .previous: form.move(by: -1)
    case .look: return look(in: context)
    case .write: return write()
    case .change: (preview, trouble) = (nil, nil)
    case .move(let way): preview?.text.scroll(way)
    case .back: return [.close]
    }
    return []
  }

  private mutating func look(in context: Context) -> [Effect] {
    do throws(Problem) {
      let request = try request(context)
      let path = form.text("file")
      guard !path.isEmpty else {
        trouble = context.words[.reportNoFile]
        return []
      }
      (preview, trouble) = (Preview(request: request, path: path), nil)
      return [.wish(.report(.preview(request)))]
    } catch {
      trouble = context.words.sentence(error)
      return []
    }
  }

  private func request(_ context: Context) throws(Problem) -> ReportRequest {
    var request = ReportRequest.usual(context.today)
    let first = try context.dates.span(form.text("from")).lowerBound
    let last = try context.dates.span(form.text("to")).upperBound
    request.days = min(first, last)...max(first, last)
    request.names = form.chosen("names").flatMap(Report.Names.init) ?? .initials
    request.parts = Set(form.ticked("parts").compactMap(Report.Part.init))
    request.form = form.chosen("form").flatMap(Report.Form.init) ?? .html
    return request
  }

  private mutating func write() -> [Effect] {
    guard let preview, preview.counts != nil else { return [] }
    isWriting = true
    return [.wish(.report(.write(preview.request, path: preview.path)))]
  }

  private mutating func hear(_ event: ReportEvent, in context: Context) -> [Effect] {
    switch event {
    case .previewed(let request, let counts, let text):
      guard preview?.request == request else { return [] }
      preview?.counts = counts
      preview?.text.lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { Line(String($0)) }
      fit(context)
    case .written(let path):
      return [.close, .say(Notice(context.words[.reportDone, ["file": path]]))]
    case .refused(let problem):
      (isWriting, trouble) = (false, context.words.sentence(problem))
      if preview?.counts == nil { preview = nil }
    }
    return []
  }

  private mutating func fit(_ context: Context) {
    let size = place(in: Chrome.body(of: context.size), context).size
    preview?.text.fit(size)
  }

  // MARK: Draw

  /// Below what is said of it.
  private func place(in body: Rect, _ context: Context) -> Rect {
    let rest = Flow(body, airyFrom: 14).rest
    return rest.dropTop(min(head(rest.columns, context).count, max(0, rest.rows - 3)))
  }

  /// Where it goes, that it is in clear, and what is not in it.
  private func head(_ columns: Int, _ context: Context) -> [Line] {
    guard let preview else { return [] }
    let words = context.words
    let counts = preview.counts.map { words.counts($0, of: preview.request.days) } ?? words[.reportGathering]
    let said: [(String, Style)] = [
      (words[.reportTo, ["file": preview.path]], .strong), (words[.reportPlain], .strong), (counts, .text),
      (words[.reportLeftOut], .dim),
    ]
    let trouble = self.trouble.map { [($0, Style.error)] } ?? []
    return (trouble + said).flatMap { text, style in text.wrapped(to: max(1, columns)).map { Line($0, style) } } + [
      Line()
    ]
  }

  package func draw(on frame: inout Frame, in body: Rect, _ context: Context) {
    guard var text = preview?.text else { return drawForm(on: &frame, in: body, context) }
    let rest = Flow(body, airyFrom: 14).rest
    let place = place(in: body, context)
    head(rest.columns, context).prefix(rest.rows - place.rows).draw(on: &frame, in: rest)
    frame.cursor = place.origin
    text.fit(place.size)
    text.draw(on: &frame, in: place)
  }

  private func drawForm(on frame: inout Frame, in body: Rect, _ context: Context) {
    let (rest, rows, place) = formPlaces(in: body)
    for (row, text) in rows.enumerated() where row < rest.rows {
      frame.put(text, at: rest.dropTop(row).origin, style: .error, limit: rest.columns)
    }
    form.draw(on: &frame, in: place)
  }

  /// What is wrong, in its rows, stands above the form.
  private func formPlaces(in body: Rect) -> (all: Rect, trouble: [String], form: Rect) {
    let all = Flow(body, airyFrom: 14).rest
    let rows = trouble.map { $0.wrapped(to: max(1, all.columns)) } ?? []
    return (all, rows, all.dropTop(rows.isEmpty ? 0 : rows.count + 1))
  }
}

extension Report.Part {
  fileprivate var name: Word {
    switch self {
    case .charts: .reportPartCharts
    case .entries: .reportPartEntries
    case .practices: .reportPartPractices
    }
  }
}

extension Report.Names {
  fileprivate var name: Word {
    switch self {
    case .initials: .reportNamesInitials
    case .aliases: .reportNamesAliases
    case .none: .reportNamesNone
    }
  }
}

extension Report.Form {
  fileprivate var name: Word {
    switch self {
    case .html: .reportFormHtml
    case .md: .reportFormMd
    }
  }
}
