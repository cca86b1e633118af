import Canvas
import FoundationEssentials
import HearthContent
import HearthCore

/// One entry, to be read in a comfortable measure; its neighbours in the list are a key away.
package struct ReadScreen: Screen {
  package static let title = Word.readTitle

  let filter: EntryFilter
  var head: EntryHead
  var entry: Entry?
  /// The question it answers.
  var prompt: Prompt?
  /// The first row of the text that is seen.
  var scroll = 0
  /// The entry is opened for editing as soon as it is here.
  private var isAwaitingEdit = false

  init(_ head: EntryHead, in filter: EntryFilter) {
    self.head = head
    self.filter = filter
  }

  var isTrashed: Bool { filter.place == .trash }

  package var awaits: Bool { isAwaitingEdit }

  // MARK: Commands

  package enum Command: Hashable, Sendable {
    case edit, star, trash, restore, older, newer, up, down, pageUp, pageDown, back
  }

  package var bindings: [Binding<Command>] {
    let own: [Binding<Command>] =
      isTrashed
      ? [Binding("r", .restore, .readRestore, hint: .keyRestore)]
      : [
        Binding("e Enter", .edit, .readEdit, hint: .keyEdit), Binding("s", .star, .readStar, hint: .keyStar),
        Binding("d", .trash, .readTrash, hint: .keyTrash),
      ]
    return own + [
      Binding("Right l", .older, .readOlder, hint: .keyOlder), Binding("Left h", .newer, .readNewer, hint: .keyNewer),
      Binding("Up k", .up, .readUp), Binding("Down j", .down, .readDown),
      Binding("PgUp", .pageUp, .readPageUp), Binding("PgDn Space", .pageDown, .readPageDown),
      Binding("Esc", .back, .readBack, hint: .keyBack),
    ]
  }

  package func header(in context: Context) -> Header {
    .title(context.words.dayAndClock(head.stamp, today: context.today))
  }

  // MARK: Update

  package mutating func update(_ message: Message<Command>, in context: Context) -> [Effect] {
    switch message {
    case .command(let command): carryOut(command, in: context)
    case .input(.mouse(let event)):
      scroll(by: event.action == .wheelUp ? -3 : event.action == .wheelDown ? 3 : 0, in: context)
    case .input: []
    case .event(let event): hear(event, in: context)
    }
  }

  private mutating func carryOut(_ command: Command, in context: Context) -> [Effect] {
    let page = max(1, Chrome.body(of: context.size).rows - 4)
    switch command {
    case .edit:
      if let entry { return [.open(.compose(.entry(entry, answering: prompt)))] }
      isAwaitingEdit = true
    case .star: return [.wish(.setStar(!head.isStarred, [head.id])), .remember(.setStar(head.isStarred, [head.id]))]
    case .trash:
      return [
        .wish(.trash([head.id])), .remember(.restore([head.id])), .close, .say(Notice(context.words[.noticeTrashed])),
      ]
    case .restore: return [.wish(.restore([head.id])), .remember(.trash([head.id])), .close]
    case .older, .newer: return [.wish(.loadNeighbour(head, filter, newer: command == .newer))]
    case .up: return scroll(by: -1, in: context)
    case .down: return scroll(by: 1, in: context)
    case .pageUp: return scroll(by: -page, in: context)
    case .pageDown: return scroll(by: page, in: context)
    case .back: return [.close]
    }
    return []
  }

  private mutating func scroll(by rows: Int, in context: Context) -> [Effect] {
    let length = text(columns: measure(of: context.size.columns)).count
    scroll = min(max(0, scroll + rows), max(0, length - max(1, Chrome.body(of: context.size).rows - 4)))
    return []
  }

  private mutating func hear(_ event: Event, in context: Context) -> [Effect] {
    switch event {
    case .returned: return [.wish(.loadEntry(head.id))]
    case .entryLoaded(let loaded, let question) where loaded.id == head.id:
      (entry, prompt) = (loaded, question)
      if isAwaitingEdit {
        isAwaitingEdit = false
        return [.open(.compose(.entry(loaded, answering: question)))]
      }
    case .entryMissing(head.id), .refused: isAwaitingEdit = false
    case .saved(let saved) where saved.id == head.id:
      entry = saved
      head = saved.head
    case .starred(let on, let ids) where ids.contains(head.id):
      head.isStarred = on
      entry?.isStarred = on
    case .neighbourLoaded(let found?, _):
      (head, entry, prompt, scroll) = (found, nil, nil, 0)
      return [.wish(.loadEntry(found.id))]
    case .neighbourLoaded(nil, let newer):
      return [.say(Notice(context.words[newer ? .noticeNewest : .noticeOldest]))]
    default: break
    }
    return []
  }

  // MARK: Draw

  package func draw(on frame: inout Frame, in body: Rect, _ context: Context) {
    var flow = Flow(body)
    if body.rows >= 8 { flow.gap() }
    if let prompt, body.rows >= 12 {
      flow.paragraph(prompt.text, .question, most: 2, on: &frame)
      flow.gap()
    }
    let title = head.title.isEmpty ? context.words[.entryUntitled] : head.title
    flow.line("\(head.isStarred ? "★ " : "")\(title)", .heading, on: &frame)
    drawMarks(with: &flow, on: &frame, context)
    if body.rows >= 8 { flow.gap() }
    let rows = text(columns: flow.rest.columns)
    frame.cursor = flow.rest.origin
    for row in rows.dropFirst(min(scroll, max(0, rows.count - 1))) where !flow.isFull { flow.line(row, on: &frame) }
  }

  private func drawMarks(with flow: inout Flow, on frame: inout Frame, _ context: Context) {
    var line = Line()
    if let mood = head.mood {
      line.append("\(Glyphs.mood(mood)) \(context.words[mood.word])  ", Glyphs.style(of: mood))
    }
    for tag in head.tags { line.append("#\(tag) ", Style(.tag)) }
    for person in head.people { line.append("@\(person) ", Style(.person)) }
    guard line.columns > 0, !flow.isFull else { return }
    line.draw(on: &frame, at: flow.rest.origin, limit: flow.rest.columns)
    flow.gap()
  }

  private func measure(of columns: Int) -> Int { Flow(Rect(column: 0, row: 0, columns: columns, rows: 1)).rest.columns }

  /// What follows the title, wrapped.
  private func text(columns: Int) -> [String] { (entry?.body ?? head.excerpt).wrapped(to: max(1, columns)) }
}

extension Mood {
  /// What the person reads for it.
  var word: Word { [.mood1, .mood2, .mood3, .mood4, .mood5][rawValue - 1] }
}
