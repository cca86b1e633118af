import Canvas
import HearthContent
import HearthCore

/// What was written in answer to one question at different times. Where there is room two of them stand side by side:
/// an earlier one on the left, a later one on the right.
package struct AnswersScreen: Screen {
  package static let title = Word.questionsAnswers

  let prompt: Prompt
  /// Nil until they are here; the oldest first.
  private(set) var entries: [Entry]?
  /// What there is to read about it.
  private(set) var about = AboutLine(card: nil)
  /// Of the entries the place of the later one that is shown.
  private(set) var shown = 0
  private var (earlier, later) = (ScrollView(), ScrollView())

  init(_ prompt: Prompt) { self.prompt = prompt }

  package var awaits: Bool { entries == nil }

  // MARK: Commands

  package enum Command: Hashable, Sendable {
    case write, read, readAbout, before, after, back
    case move(RowMove)
  }

  package static var tables: [KeyTable] {
    listing(.nothing, [keys])
  }

  package var bindings: Bindings<Command> { Self.keys }

  private static let keys: Bindings<Command> =
    [
      Binding("Enter", Command.read, .todayRead, hint: .keyRead),
      Binding("w", .write, .questionsWrite, hint: .keyAnswer),
      Binding("Left h", .before, .questionsBefore, hint: .keyEarlier), Binding("Right l", .after, .questionsAfter),
      Binding("r", .readAbout, .cardRead, hint: .keyReadAbout),
    ] + RowKeys.text(Command.move) + [Binding("Esc", .back, .readBack, hint: .keyBack)]

  package func header(in context: Context) -> Header { .title(context.words[.questionsAnswers]) }

  package func status(in context: Context) -> Line? {
    guard let entries, entries.count > 1 else { return nil }
    return Line(context.words[.signsProgress, ["n": "\(shown + 1)", "of": "\(entries.count)"]], .dim)
  }

  // MARK: Update

  package mutating func update(_ message: Message<Command>, in context: Context) -> [Effect] {
    let body = Chrome.body(of: context.size)
    fit(in: body)
    switch message {
    case .command(let command): return carryOut(command, in: context)
    case .event(.shown), .event(.takenBack): return [.wish(.questions(.answers(prompt.id))), .wish(.loadLibrary)]
    case .event(.libraryLoaded(let library)):
      about = AboutLine(card: library.card(leadingTo: .prompt(prompt.id)))
      fit(in: body)
    case .event(.questions(.answers(prompt.id, let found))):
      if found.count != entries?.count { shown = max(0, found.count - 1) }
      entries = found
      turn(to: min(shown, max(0, found.count - 1)), in: context)
    case .input, .event: break
    }
    return []
  }

  private mutating func carryOut(_ command: Command, in context: Context) -> [Effect] {
    switch command {
    case .write: return [.open(.compose(.blank(answering: prompt)))]
    case .read: return current.map { [.open(.read($0.head, in: EntryFilter(where: .prompt(prompt.id))))] } ?? []
    case .readAbout:
      return about.card.map { [.open(.card($0.id))] } ?? [.say(Notice(context.words[.cardNone]))]
    case .before: turn(to: shown - 1, in: context)
    case .after: turn(to: shown + 1, in: context)
    case .move(let way):
      earlier.scroll(way)
      later.scroll(way)
    case .back: return [.close]
    }
    return []
  }

  private var current: Entry? { entries?[safe: shown] }

  private mutating func turn(to place: Int, in context: Context) {
    guard let entries, entries.indices.contains(place) else { return }
    shown = place
    later = ScrollView(Self.lines(entries[place], context))
    earlier = ScrollView(place > 0 ? Self.lines(entries[place - 1], context) : [])
    fit(in: Chrome.body(of: context.size))
  }

  private static func lines(_ entry: Entry, _ context: Context) -> [Line] {
    [Line(context.words.fullDate(entry.day), .heading), Line()] + Markdown(entry.text).lines
  }

  // MARK: Draw

  private struct Places { let question, earlier, later: Rect }

  private func places(in body: Rect) -> Places {
    let isWide = body.columns >= 100
    let flow = isWide ? body.dropLeft(2).dropRight(2) : Flow(body).rest
    let rows = min(prompt.text.wrapped(to: max(1, flow.columns)).count, max(1, body.rows / 3))
    let top = body.rows >= 10 ? 1 : 0
    let rest = flow.dropTop(rows + 2 * top).dropBottom(about.rows(in: body))
    let half = rest.columns / 2 - 2
    return Places(
      question: flow.dropTop(top).top(rows), earlier: isWide ? rest.left(half) : rest.left(0),
      later: isWide ? rest.right(half) : rest)
  }

  private mutating func fit(in body: Rect) {
    let places = places(in: body)
    earlier.fit(places.earlier.size)
    later.fit(places.later.size)
  }

  package func draw(on frame: inout Frame, in body: Rect, _ context: Context) {
    let places = places(in: body)
    let question = prompt.text.wrapped(to: max(1, places.question.columns))
    for (row, text) in question.prefix(places.question.rows).enumerated() {
      frame.put(text, at: places.question.dropTop(row).origin, style: .question.with(.bold))
    }
    if !places.earlier.isEmpty {
      earlier.draw(on: &frame, in: places.earlier)
      frame.fill(
        Rect(column: places.later.column - 2, row: places.later.row, columns: 1, rows: places.later.rows), with: "│",
        style: .border)
    }
    later.draw(on: &frame, in: places.later)
    about.draw(on: &frame, in: body, context.words)
  }
}
