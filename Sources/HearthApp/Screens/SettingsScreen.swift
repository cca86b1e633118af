import Canvas
import HearthContent
import HearthCore

/// What is about the person: what they want to understand, and when their day ends. Kept inside the journal, at once.
package struct SettingsScreen: Screen {
  package static let title = Word.houseSettings

  enum Row: Equatable, CaseIterable { case interests, dayEnd }

  var row = Row.interests
  var interests: Ticks
  var settings: Settings

  init(_ settings: Settings) {
    self.settings = settings
    interests = Ticks(Interest.allCases.map(\.rawValue), ticked: settings.interests.map(\.rawValue))
  }

  // MARK: Commands

  package enum Command: Hashable, Sendable { case next, mark, earlier, later, back }

  package var takes: Takes { .digits }
  package var bindings: [Binding<Command>] {
    let own: [Binding<Command>] =
      row == .dayEnd
      ? [
        Binding("Left h", .earlier, .settingsEarlier, hint: .keyEarlier),
        Binding("Right l", .later, .settingsLater, hint: .keyLaterHour),
      ] : [Binding("Space", .mark, .listMark, hint: .keyMark)]
    return own + [
      Binding("Tab", .next, .settingsNext, hint: .keyNext), Binding("Esc", .back, .houseBack, hint: .keyDone),
    ]
  }

  package func header(in context: Context) -> Header { .title(context.words[.houseSettings]) }

  // MARK: Update

  package mutating func update(_ message: Message<Command>, in context: Context) -> [Effect] {
    switch message {
    case .command(.next): row = row == .interests ? .dayEnd : .interests
    case .command(.earlier): return keep { $0.dayEnd = DayEnd(minute: $0.dayEnd.minute - 60) }
    case .command(.later): return keep { $0.dayEnd = DayEnd(minute: $0.dayEnd.minute + 60) }
    case .command(.back): return [.close]
    case .command(.mark): return mark(with: .key(KeyPress(.character(" "))))
    case .input(let input): return mark(with: input)
    case .event: break
    }
    return []
  }

  private mutating func mark(with input: Input) -> [Effect] {
    guard row == .interests, interests.handle(input) else { return [] }
    let ticked = interests.ticked.compactMap(Interest.init(rawValue:))
    return keep { $0.interests = ticked }
  }

  private mutating func keep(_ change: (inout Settings) -> Void) -> [Effect] {
    change(&settings)
    return [.wish(.change(settings))]
  }

  // MARK: Draw

  package func draw(on frame: inout Frame, in body: Rect, _ context: Context) {
    var flow = Flow(body)
    if body.rows >= 14 { flow.gap() }
    flow.line(context.words[.settingsInterests], row == .interests ? .heading : .dim, on: &frame)
    let rows = min(flow.rest.rows, Interest.allCases.count)
    interests.draw(on: &frame, in: flow.rest.top(rows), isFocused: row == .interests) {
      context.words[Interest.allCases[$0].word]
    }
    flow.gap(rows + (body.rows >= 12 ? 1 : 0))
    flow.line(context.words[.settingsDayEnd], row == .dayEnd ? .heading : .dim, on: &frame)
    let minute = settings.dayEnd.minute
    let clock = "\((minute / 60).digits(2)):\((minute % 60).digits(2))"
    if row == .dayEnd, !flow.isFull { frame.cursor = flow.rest.origin }
    flow.line("‹ \(clock) ›", row == .dayEnd ? .text.with(.bold) : .text, indent: 2, on: &frame)
    flow.paragraph(context.words[.settingsDayEndWhy], .dim, indent: 2, on: &frame)
    if body.rows >= 14 { flow.gap() }
    flow.paragraph(context.words[.settingsConfig], .dim, on: &frame)
  }
}
