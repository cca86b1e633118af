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
  /// What follows the title.
  var text: ScrollView
  /// The entry is opened for editing as soon as it is here.
  private var isAwaitingEdit = false
  private var isAwaitingNeighbour = false

  init(_ head: EntryHead, in filter: EntryFilter) {
    self.head = head
    self.filter = filter
    text = ScrollView(Self.lines(of: head.excerpt))
  }

  private static func lines(of text: String) -> [Line] {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { Line(String($0)) }
  }

  var isTrashed: Bool { filter.place == .trash }

  package var awaits: Bool { isAwaitingEdit || isAwaitingNeighbour }

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

  package func status(in context: Context) -> Line? {
    text.isAtEnd ? nil : Line(context.words[.listMore], .dim)
  }

  // MARK: Update

  package mutating func update(_ message: Message<Command>, in context: Context) -> [Effect] {
    let rect = layout(in: Chrome.body(of: context.size), context).text
    text.fit(rect.size)
    switch message {
    case .command(let command): return carryOut(command, page: max(1, rect.rows - 1))
    case .input(let input): text.handle(input, in: rect)
    case .event(let event): return hear(event, in: context)
    }
    return []
  }

  /// - Parameter page: rows that a page moves by.
  private mutating func carryOut(_ command: Command, page: Int) -> [Effect] {
    switch command {
    case .edit:
      isAwaitingEdit = true
      return [.wish(.openPage(head.id))]
    case .star: return [.wish(.setStar(!head.isStarred, [head.id]))]
    case .trash: return [.wish(.trash([head.id]))]
    case .restore: return [.wish(.restore([head.id]))]
    case .older, .newer:
      isAwaitingNeighbour = true
      return [.wish(.loadNeighbour(head, filter, newer: command == .newer))]
    case .up: text.scroll(-1)
    case .down: text.scroll(1)
    case .pageUp: text.scroll(-page)
    case .pageDown: text.scroll(page)
    case .back: return [.close]
    }
    return []
  }

  private mutating func hear(_ event: Event, in context: Context) -> [Effect] {
    switch event {
    case .shown: return [.wish(.loadEntry(head.id))]
    case .entryLoaded(let loaded, let question) where loaded.id == head.id:
      prompt = question
      show(loaded, in: context)
    case .pageFound(head.id, let page):
      isAwaitingEdit = false
      return [.open(.compose(page))]
    case .entryMissing(head.id), .refused: (isAwaitingEdit, isAwaitingNeighbour) = (false, false)
    case .trashed([head.id]), .restored([head.id]): return [.close]
    case .saved(let saved) where saved.id == head.id:
      head = saved.head
      show(saved, in: context)
    case .starred(let on, let ids) where ids.contains(head.id):
      head.isStarred = on
      entry?.isStarred = on
    case .neighbourLoaded(let found?, _):
      isAwaitingNeighbour = false
      self = ReadScreen(found, in: filter)
      return [.wish(.loadEntry(found.id))]
    case .neighbourLoaded(nil, let newer):
      isAwaitingNeighbour = false
      return [.say(Notice(context.words[newer ? .noticeNewest : .noticeOldest]))]
    default: break
    }
    return []
  }

  private mutating func show(_ entry: Entry, in context: Context) {
    self.entry = entry
    text.lines = Self.lines(of: entry.body)
    text.fit(layout(in: Chrome.body(of: context.size), context).text.size)
  }

  // MARK: Draw

  /// Where question, title with marks, and text stand.
  private func layout(in body: Rect, _ context: Context) -> (question: Rect, title: Rect, text: Rect) {
    let isRoomy = body.rows >= 8
    var rest = Flow(body).rest.dropTop(isRoomy ? 1 : 0)
    let asked = prompt.map { min(2, $0.text.wrapped(to: max(1, rest.columns)).count) + 1 } ?? 0
    let question = rest.top(body.rows >= 12 ? asked : 0)
    rest = rest.dropTop(question.rows)
    let title = rest.top(marks(context).isEmpty ? 1 : 2)
    return (question, title, rest.dropTop(title.rows + (isRoomy ? 1 : 0)))
  }

  package func draw(on frame: inout Frame, in body: Rect, _ context: Context) {
    let layout = layout(in: body, context)
    if let prompt, !layout.question.isEmpty {
      for (index, row) in prompt.text.wrapped(to: max(1, layout.question.columns)).prefix(2).enumerated() {
        frame.put(row, at: layout.question.dropTop(index).origin, style: .question, limit: layout.question.columns)
      }
    }
    let title = head.title.isEmpty ? context.words[.entryUntitled] : head.title
    frame.put(
      "\(head.isStarred ? "★ " : "")\(title)".truncated(to: layout.title.columns), at: layout.title.origin,
      style: .heading)
    if layout.title.rows > 1 {
      marks(context).draw(on: &frame, at: layout.title.bottom(1).origin, limit: layout.title.columns)
    }
    text.draw(on: &frame, in: layout.text)
    frame.cursor = layout.title.origin
  }

  private func marks(_ context: Context) -> Line {
    var line = Line()
    if let mood = head.mood {
      line.append("\(Glyphs.mood(mood)) \(context.words[mood.word])  ", Glyphs.style(of: mood))
    }
    for tag in head.tags { line.append("#\(tag) ", .tag) }
    for person in head.people { line.append("@\(person) ", .person) }
    return line
  }
}

extension Mood {
  /// What the person reads for it.
  var word: Word { [.mood1, .mood2, .mood3, .mood4, .mood5][rawValue - 1] }
}
