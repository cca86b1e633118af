import Canvas
import HearthContent
import HearthCore

/// One question that a practice has left for later, or a reminder to be seen. What an answer offers comes after it.
package struct FollowUpScreen: Screen {
  package static let title = Word.followUpTitle

  private(set) var kept: KeptFollowUp
  private var choice: Choice
  /// What practices are called, by their ids.
  private var titles: [String: String] = [:]
  /// What the answer offers; nil before it is in the journal.
  private(set) var offers: EndingPage?
  private var isAnswering = false
  /// How far the question has been read, where not all of it has room.
  private var question = ScrolledRows()

  init(_ kept: KeptFollowUp) {
    self.kept = kept
    choice = Choice(kept.followUp.options.map(\.id))
  }

  private var isReminder: Bool { kept.followUp.isReminder }
  package var awaits: Bool { isAnswering }

  // MARK: Commands

  package enum Command: Hashable, Sendable {
    case take, letGo, back
    case move(RowMove)
  }

  package var floats: Bool { true }
  package var takes: Takes { offers == nil && !isReminder ? .digits : .nothing }
  package var answering: Answering? { takes == .digits ? .one(of: choice.ids.count) : nil }

  package static var tables: [KeyTable] {
    listing(.digits, [onQuestion]) + listing(.nothing, [onReminder, onOffers])
  }

  package var bindings: Bindings<Command> {
    offers != nil ? Self.onOffers : isReminder ? Self.onReminder : Self.onQuestion
  }

  private static let back = Binding("Esc q", Command.back, .followUpLater, hint: .keyLater)
  private static let onQuestion: Bindings<Command> = [
    Binding("Enter", Command.take, .followUpAnswer, hint: .keyAnswer),
    Binding("x", .letGo, .followUpLetGo, hint: .keyLetGo), back,
  ]
  private static let onReminder: Bindings<Command> = [
    Binding("Enter x", Command.letGo, .followUpSeen, hint: .keySeen), back,
  ]
  private static let onOffers: Bindings<Command> = [
    Binding("Enter", Command.take, .practiceChoose, hint: .keyChoose), Binding("Up k", .move(.up), .listUp),
    Binding("Down j", .move(.down), .listDown), Binding("Esc q", .back, .houseBack, hint: .keyDone),
  ]

  // MARK: Update

  package mutating func update(_ message: Message<Command>, in context: Context) -> [Effect] {
    switch message {
    case .command(let command): return carryOut(command, in: context)
    case .input(let input): return take(input, in: context)
    case .event(.shown): return [.wish(.practices(.titles))]
    case .event(.practiceTitlesLoaded(let loaded)): titles = loaded
    case .event(.followUpSettled(kept.id)): return wasSettled(in: context)
    case .event(.refused): isAnswering = false
    case .event: break
    }
    return []
  }

  private mutating func carryOut(_ command: Command, in context: Context) -> [Effect] {
    switch command {
    case .take where offers != nil: return offers?.selection?.effects ?? []
    case .take where choice.chosen == nil: return [.say(Notice(context.words[.followUpChoose], kind: .note))]
    case .take: return settle(choice.chosen, in: context)
    case .letGo: return settle(nil, in: context)
    case .move(let way):
      let place = inner(of: Chrome.body(of: context.size))
      offers?.move(way, in: place)
    case .back: return [.close]
    }
    return []
  }

  private mutating func settle(_ answer: String?, in context: Context) -> [Effect] {
    isAnswering = true
    return [.wish(.practices(.settle(kept.id, answer, context.today)))]
  }

  private mutating func wasSettled(in context: Context) -> [Effect] {
    isAnswering = false
    let offered = choice.chosen.flatMap { kept.followUp.offers[$0] } ?? []
    let page = EndingPage(
      context.words[.followUpThanks], offers: offered, titles: titles, check: context.checkDoor, first: [.done])
    guard page.rows.count > 1 else { return [.close, .say(Notice(context.words[.followUpThanks]))] }
    offers = page
    return []
  }

  private mutating func take(_ input: Input, in context: Context) -> [Effect] {
    let body = Chrome.body(of: context.size)
    if var page = offers {
      let isChosen = page.handle(input, in: inner(of: body))
      offers = page
      return isChosen ? page.selection?.effects ?? [] : []
    }
    let places = places(in: body, context)
    if case .key(let press) = input,
      question.handle(press, byRow: false, through: places.lines.count, in: places.text.rows)
    {
      return []
    }
    choice.handle(input, in: places.form, label: label)
    return []
  }

  private func label(_ index: Int) -> String { kept.followUp.options[index].text }

  // MARK: Draw

  private func inner(of body: Rect) -> Rect { Box.inner(of: body.centred(columns: 66, rows: min(body.rows, 14))) }

  private struct Places {
    let box: Rect
    /// The question, and where it is from.
    let lines: [Line]
    /// Where these stand.
    let text: Rect
    let form: Rect
  }

  private func places(in body: Rect, _ context: Context) -> Places {
    let width = min(66, body.columns)
    let columns = max(1, Box.inner(of: body.centred(columns: width, rows: body.rows)).columns)
    let said = context.words[.followUpFrom, ["title": kept.title]]
    let all = [Line(kept.followUp.question, .question.with(.bold)), Line(said, .dim)].flatMap {
      $0.wrapped(to: columns)
    }
    let form = isReminder ? 0 : choice.height(columns: columns, label: label)
    let box = body.centred(columns: width, rows: min(body.rows, all.count + form + 3))
    let inner = Box.inner(of: box)
    let room = min(all.count, max(1, inner.rows - form))
    let gap = inner.rows > room + form ? 1 : 0
    return Places(box: box, lines: all, text: inner.top(room), form: inner.dropTop(room + gap))
  }

  package func draw(on frame: inout Frame, in body: Rect, _ context: Context) {
    if let offers {
      let box = body.centred(columns: 66, rows: min(body.rows, 14))
      return offers.draw(on: &frame, in: Box.draw(on: &frame, in: box, title: context.words[name]), context)
    }
    let places = places(in: body, context)
    Box.draw(on: &frame, in: places.box, title: context.words[name])
    question.draw(places.lines, on: &frame, in: places.text, of: places.box)
    if !isReminder { choice.draw(on: &frame, in: places.form, label: label) }
  }
}
