import Canvas
import HearthContent
import HearthCore

/// The fifth room: one chart at a time, over the days one wants to see.
package struct ChartsScreen: Screen {
  package static let title = Word.roomCharts

  /// What there is; nil until it is known.
  private(set) var shelf: ChartShelf?
  private(set) var chart = Chart.builtIn(.wantedAndHad)
  /// How many days one wants to see, of any chart; nil for as many as suit each.
  private(set) var chosenSpan: ChartSpan?
  /// The last day that is shown; nil for today.
  private(set) var last: Day?
  private(set) var variant = 0
  /// What is drawn; an earlier one stays until the next is here.
  private(set) var sheet: ChartSheet?
  /// What was asked for and is not here yet.
  private(set) var asked: ChartRequest?
  /// The place one is on, among the points of the sheet; nil before one has moved.
  var cursor: Int?
  /// The chart in words, while it is read so.
  var said: ScrollView?
  private var hasChosen = false
  /// What the questions about patterns say; nil before one has looked.
  private(set) var board: PatternBoard?
  var questions: [PatternQuestion] = []
  /// The page about patterns.
  var page = ScrollView()
  /// All charts, while one chooses among them.
  var list: ListView<Chart>?
  /// How far back to go, while one types it.
  var spanning: PromptLine?
  /// The question one is on while choosing which are asked.
  var choosing: Int?

  init() {}

  /// What is in sight, and what keys are about.
  enum Mode {
    case list(ListView<Chart>)
    case span, patterns
    case choosing(Int)
    case words(ScrollView)
    case picture
  }

  var mode: Mode {
    if let list { return .list(list) }
    if spanning != nil { return .span }
    if chart == .builtIn(.patterns) { return choosing.map(Mode.choosing) ?? .patterns }
    return said.map(Mode.words) ?? .picture
  }

  var span: ChartSpan { chosenSpan ?? chart.usualSpan }

  /// What is drawn, where it is of this chart: a picture never stands below the name of another.
  var shown: ChartSheet? { sheet?.chart == chart ? sheet : nil }

  // MARK: Commands

  package enum Command: Hashable, Sendable {
    case next, previous, longer, shorter, earlier, later, today
    case left, right
    case move(RowMove)
    case open, say, turn, back, choose, toggle, all, span, keepSpan, leaveOut
  }

  package var takes: Takes { spanning == nil ? .nothing : .text }

  package var awaits: Bool { shelf == nil }
  package static var tables: [KeyTable] {
    listing(
      .nothing, [onChart, onTurning, onTimeless, onTurningTimeless, onNow, onWords, onList, onPatterns, onChoice])
      + listing(.text, [onSpan])
  }

  package var bindings: Bindings<Command> {
    switch mode {
    case .list: Self.onList
    case .span: Self.onSpan
    case .patterns: Self.onPatterns
    case .choosing: Self.onChoice
    case .words: Self.onWords
    case .picture where chart.isTimeless: Self.onNow
    case .picture where hasDays: chart.variants.isEmpty ? Self.onChart : Self.onTurning
    case .picture: chart.variants.isEmpty ? Self.onTimeless : Self.onTurningTimeless
    }
  }

  /// Whether there is a place that is a day, or several.
  var hasDays: Bool { shown?.points.contains { $0.day != nil } ?? false }

  private static let onChart = Bindings(choosing + [turn, open] + moving)
  private static let onTimeless = Bindings(choosing + [turn] + moving)
  /// Where one chart can show several things, the key for it stands in the key bar.
  private static let onTurning = Bindings(choosing + [hintedTurn, open] + moving)
  private static let onTurningTimeless = Bindings(choosing + [hintedTurn] + moving)
  /// Where there is no span, none is offered.
  private static let onNow = Bindings(finding + words + steps)
  private static let turn = Binding("v", Command.turn, .chartTurn)
  private static let hintedTurn = Binding("v", Command.turn, .chartTurn, hint: .keyMeasure)
  private static let open = Binding("Enter", Command.open, .chartOpenDay, hint: .keyOpenDay)
  private static let finding: [Binding<Command>] = [
    Binding("Tab", .next, .chartNext, hint: .keyChart), Binding("S-Tab", .previous, .chartPrevious),
    Binding("a", .all, .chartAll, hint: .keyAllCharts),
  ]
  private static let choosing: [Binding<Command>] =
    finding + [
      Binding("+ =", .longer, .chartLonger, hint: .keySpan), Binding("-", .shorter, .chartShorter),
      Binding("s", .span, .chartAskSpan),
    ]
  private static let words: [Binding<Command>] = [Binding("w", .say, .chartInWords, hint: .keyInWords)]
  private static let steps: [Binding<Command>] = [
    Binding("Left h", .left, .chartLeft), Binding("Right l", .right, .chartRight),
    Binding("Up k", .move(.up), .chartUp),
    Binding("Down j", .move(.down), .chartDown), Binding("Home g", .move(.first), .listTop),
    Binding("End G", .move(.last), .listBottom),
  ]
  private static let moving: [Binding<Command>] =
    words + [
      Binding("t", .today, .chartToday), Binding("PgUp", .earlier, .chartEarlier),
      Binding("PgDn", .later, .chartLater),
    ] + steps
  private static let onWords: Bindings<Command> =
    [
      Binding("Esc w", Command.back, .chartAsPicture, hint: .keyPicture),
      Binding("Tab", .next, .chartNext, hint: .keyChart),
      Binding("S-Tab", .previous, .chartPrevious), Binding("a", .all, .chartAll),
    ] + ofWords
  private static let ofWords: Bindings<Command> =
    [Binding("Up k", .move(.up), .chartWordsUp), Binding("Down j", .move(.down), .chartWordsDown)]
    + RowKeys.pages(Command.move)
  private static let onList: Bindings<Command> =
    [
      Binding("Enter", Command.open, .chartChooseThis, hint: .keyOpen),
      Binding("Esc a", .back, .chartAsPicture, hint: .keyBack),
    ] + RowKeys.list(Command.move)

  private static let onSpan: Bindings<Command> = [
    Binding("Enter", Command.keepSpan, .chartKeepSpan, hint: .keyKeep),
    Binding("Esc", .back, .chartAsPicture, hint: .keyBack),
  ]
  private static let onPatterns: Bindings<Command> =
    [
      Binding("Tab", Command.next, .chartNext, hint: .keyChart), Binding("S-Tab", .previous, .chartPrevious),
      Binding("a", .all, .chartAll, hint: .keyAllCharts),
      Binding("Enter", .choose, .patternChoose, hint: .keyQuestions),
      Binding("i", .leaveOut, .patternLeaveOut, hint: .keyIllDays),
    ] + ofWords
  private static let onChoice: Bindings<Command> = [
    Binding("Enter Space", Command.toggle, .patternToggle, hint: .keyChoose), Binding("Up k", .move(.up), .listUp),
    Binding("Down j", .move(.down), .listDown), Binding("Esc", .back, .patternDone, hint: .keyDone),
  ]

  package func status(in context: Context) -> Line? {
    guard let shelf, context.size.columns >= 60 else { return nil }
    let all = charts(of: shelf, context)
    let now = (all.firstIndex(of: chart) ?? 0) + 1
    return Line(
      context.words[.chartChoose, ["now": context.words.number(now), "all": context.words.number(all.count)]], .dim)
  }

  // MARK: Update

  package mutating func update(_ message: Message<Command>, in context: Context) -> [Effect] {
    switch message {
    case .command(let command): return carryOut(command, in: context)
    case .input(.mouse(let event)): return point(event, in: context)
    case .input(let input):
      spanning?.handle(input)
      return []
    case .event(let event): return hear(event, in: context)
    }
  }

  private mutating func carryOut(_ command: Command, in context: Context) -> [Effect] {
    switch mode {
    case .list: return carryOutOnList(command, in: context)
    case .span: return carryOutOnSpan(command, in: context)
    case .choosing(let place): return choose(command, at: place, in: context)
    case .patterns: return carryOutOnPatterns(command, in: context) ?? carryOutOnChart(command, in: context)
    case .words: return read(command, in: context) ? [] : carryOutOnChart(command, in: context)
    case .picture: return carryOutOnChart(command, in: context)
    }
  }

  private mutating func carryOutOnChart(_ command: Command, in context: Context) -> [Effect] {
    switch command {
    case .next: return step(by: 1, in: context)
    case .previous: return step(by: -1, in: context)
    case .longer: return stretch(by: 1, in: context)
    case .shorter: return stretch(by: -1, in: context)
    case .earlier: return shift(by: -1, in: context)
    case .later: return shift(by: 1, in: context)
    case .today:
      (last, cursor) = (nil, nil)
      return need(in: context)
    case .turn:
      guard !chart.variants.isEmpty else { return [] }
      variant = (variant + 1) % chart.variants.count
      return need(in: context)
    case .left, .right, .move: return move(command, in: context)
    case .open: return openDay()
    case .say: say(in: context)
    case .all: list(in: context)
    case .span: spanning = PromptLine(.chartSpanLabel, saying: context.words[.chartSpanHint])
    case .back, .choose, .toggle, .keepSpan, .leaveOut: break
    }
    return []
  }

  private mutating func step(by count: Int, in context: Context) -> [Effect] {
    guard let shelf else { return [] }
    let all = charts(of: shelf, context)
    let place = (all.firstIndex(of: chart) ?? 0) + count
    return show(all[(place + all.count) % all.count], in: context)
  }

  mutating func show(_ chart: Chart, in context: Context) -> [Effect] {
    self.chart = chart
    (cursor, variant, hasChosen, choosing) = (nil, 0, true, nil)
    return need(in: context)
  }

  private mutating func stretch(by count: Int, in context: Context) -> [Effect] {
    // From one that was typed, to the usual one below or above it.
    let place = span.place + (count < 0 && !ChartSpan.usual.contains(span) ? 0 : count)
    guard ChartSpan.usual.indices.contains(place) else { return [] }
    (chosenSpan, cursor) = (ChartSpan.usual[place], nil)
    return need(in: context)
  }

  private mutating func carryOutOnSpan(_ command: Command, in context: Context) -> [Effect] {
    guard command == .keepSpan, let answer = spanning?.answer, !answer.isEmpty else {
      spanning = nil
      return []
    }
    guard let span = ChartSpan(answer) else {
      spanning?.trouble = context.words[.chartSpanOdd, ["span": answer]]
      return []
    }
    (chosenSpan, cursor, spanning) = (span, nil, nil)
    return need(in: context)
  }

  /// Half of what is shown, and never beyond today. Where that leads nowhere, what is marked stays marked.
  mutating func shift(by direction: Int, in context: Context) -> [Effect] {
    guard case .days(let count) = span else { return [] }
    let moved = (last ?? context.today).adding(days: direction * max(1, count / 2))
    let wanted = moved >= context.today ? nil : moved
    guard wanted != last else { return [] }
    (last, cursor) = (wanted, nil)
    return need(in: context)
  }

  private mutating func hear(_ event: Event, in context: Context) -> [Effect] {
    switch event {
    case .shown: return [.wish(.charts(.list))] + (shelf == nil ? [] : need(in: context))
    case .patternsAsked:
      (list, spanning, said) = (nil, nil, nil)
      return show(.builtIn(.patterns), in: context)
    case .placeFound(let found): return found.place.chart.map { goBack(to: $0, in: context) } ?? []
    case .charts(.listed(let shelf)): return take(shelf, in: context)
    case .charts(.looked(let questions, let board)):
      // While one is choosing, answers to fewer questions are still on their way.
      guard choosing == nil || questions == self.questions else { return [] }
      (self.questions, self.board) = (questions, board)
      showBoard(in: context)
      return []
    case .charts(.drawn(let request, let sheet)) where request == asked:
      self.sheet = sheet
      asked = nil
      cursor = cursor.map { min($0, sheet.points.count - 1) }.flatMap { $0 < 0 ? nil : $0 }
      if said != nil { say(in: context) }
      return []
    // Whatever else changes answers lies above the room, and the room is shown again after it.
    case .takenBack, .notesTaken(1...): return shelf == nil ? [] : need(in: context)
    case .refused:
      asked = nil
      return []
    default: return []
    }
  }

  /// What the person wants to understand stands first, until they have chosen themselves.
  private mutating func take(_ shelf: ChartShelf, in context: Context) -> [Effect] {
    self.shelf = shelf
    let all = charts(of: shelf, context)
    if !hasChosen || !all.contains(chart) { chart = all[0] }
    return need(in: context)
  }

  func charts(of shelf: ChartShelf, _ context: Context) -> [Chart] {
    Chart.all(for: context.settings.interests, measures: shelf.own)
  }

  package func mark(_ place: inout Place) {
    guard hasChosen || chosenSpan != nil || last != nil else { return }
    place.chart = ChartPlace(chart, span: chosenSpan, last: last, variant: variant)
  }

  private mutating func goBack(to place: ChartPlace, in context: Context) -> [Effect] {
    (chart, chosenSpan, last, variant, hasChosen) = (place.chart, place.span, place.last, place.variant, true)
    return shelf == nil ? [] : need(in: context)
  }

  private mutating func need(in context: Context) -> [Effect] {
    if chart == .builtIn(.patterns) { return [.wish(.charts(.look(on: context.today)))] }
    let request = ChartRequest(
      chart, span: span, last: last ?? context.today, variant: variant, weekStart: context.config.weekStart)
    asked = request
    return [.wish(.charts(.draw(request)))]
  }

  // MARK: In words

  mutating func say(in context: Context) {
    guard let sheet = shown else { return }
    let voice = voice(context)
    said = ScrollView(
      [Line(voice.title(sheet.chart), .heading), Line()] + voice.said(sheet, today: context.today).map { Line($0) })
  }

  /// - Returns: false for what means the same as on the picture.
  private mutating func read(_ command: Command, in context: Context) -> Bool {
    said?.fit(Flow(Chrome.body(of: context.size)).rest.size)
    switch command {
    case .back, .say: said = nil
    case .move(let way): said?.scroll(way)
    default: return false
    }
    return true
  }
}
