import Canvas
import FoundationEssentials
import HearthContent
import HearthCore

/// The second room: everything written, by day, newest first. The trash is the same list of another place.
package struct JournalScreen: Screen {
  package static let title = Word.roomJournal

  let filter: EntryFilter
  var heads: [EntryHead] = []
  var rows: [Row] = []
  var list = ListView<UUID>()
  /// True once the oldest entry is in `heads`.
  var isEnd = false
  /// The first answer has come, whatever it was.
  var isLoaded = false
  private var isLoading = false
  /// What is opened for writing as soon as it is here.
  private var toEdit: UUID?
  /// What has come back and is marked as soon as it is in the list.
  private var toMark: UUID?

  init(_ filter: EntryFilter) { self.filter = filter }

  var isTrash: Bool { filter.place == .trash }
  var marked: EntryHead? { list.selection.flatMap { id in heads.first { $0.id == id } } }

  package var name: Word { isTrash ? .journalTrashTitle : Self.title }

  package var awaits: Bool { !isLoaded || toEdit != nil }

  // MARK: Commands

  package enum Command: Hashable, Sendable {
    case read, edit, star, trash, restore, up, down, pageUp, pageDown, first, last, back
  }

  package var bindings: Bindings<Command> { isTrash ? Self.inTrash : Self.inJournal }

  private static let moving: Bindings<Command> = [
    Binding("Up k", .up, .listUp), Binding("Down j", .down, .listDown), Binding("PgUp", .pageUp, .listPageUp),
    Binding("PgDn Space", .pageDown, .listPageDown), Binding("Home g", .first, .listTop),
    Binding("End G", .last, .listBottom),
  ]
  private static let reading: Bindings<Command> = [Binding("Enter l", .read, .journalRead, hint: .keyRead)]
  private static let inJournal: Bindings<Command> =
    reading + [
      Binding("e", .edit, .journalEdit, hint: .keyEdit), Binding("s", .star, .journalStar, hint: .keyStar),
      Binding("d", .trash, .journalTrash, hint: .keyTrash),
    ] + moving
  private static let inTrash: Bindings<Command> =
    reading + [Binding("r", .restore, .journalRestore, hint: .keyRestore)] + moving
    + [Binding("Esc", .back, .houseBack, hint: .keyBack)]

  package func header(in context: Context) -> Header { isTrash ? .title(context.words[.journalTrashTitle]) : .tabs }

  // MARK: Update

  package mutating func update(_ message: Message<Command>, in context: Context) -> [Effect] {
    switch message {
    case .command(let command): carryOut(command, in: context) + loadMore()
    case .input(let input): take(input, in: context) + loadMore()
    case .event(let event): hear(event)
    }
  }

  private mutating func carryOut(_ command: Command, in context: Context) -> [Effect] {
    let rows = listRect(in: Chrome.body(of: context.size)).rows
    list.fit(rows: rows)
    switch command {
    case .up: list.up()
    case .down: list.down()
    case .pageUp: list.pageUp(rows: rows)
    case .pageDown: list.pageDown(rows: rows)
    case .first: list.home()
    case .last: list.end()
    case .back: return [.close]
    case .edit:
      toEdit = marked?.id
      return marked.map { act(command, on: $0) } ?? []
    case .read, .star, .trash, .restore: return marked.map { act(command, on: $0) } ?? []
    }
    return []
  }

  private func act(_ command: Command, on head: EntryHead) -> [Effect] {
    switch command {
    case .read: [.open(.read(head, in: filter))]
    case .edit: [.wish(.openPage(head.id))]
    case .star: [.wish(.make(.star(!head.isStarred, [head.id])))]
    case .trash: [.wish(.make(.trash([head.id])))]
    case .restore: [.wish(.make(.restore([head.id])))]
    default: []
    }
  }

  /// A click marks; a click on what is marked reads it.
  private mutating func take(_ input: Input, in context: Context) -> [Effect] {
    guard case .mouse(let event) = input else { return [] }
    let before = list.selection
    let isOnRow = list.handle(event, in: listRect(in: Chrome.body(of: context.size)))
    guard isOnRow, event.action == .press, before == list.selection else { return [] }
    return marked.map { [.open(.read($0, in: filter))] } ?? []
  }

  private mutating func hear(_ event: Event) -> [Effect] {
    switch event {
    case .headsLoaded(filter, let place, let page): take(page, at: place)
    case .pageFound(let id, let page) where id == toEdit:
      toEdit = nil
      return [.open(.compose(page))]
    case .entryMissing(let id) where id == toEdit: toEdit = nil
    case .refused: (toEdit, isLoaded, isLoading) = (nil, true, false)
    case .made(.restore(let ids)):
      toMark = ids.first
      return reload()
    case .shown, .made, .takenBack, .notesTaken: return reload()
    default: break
    }
    return []
  }

  private mutating func take(_ page: HeadsPage, at place: ListPlace) {
    if case .after(let last) = place {
      guard last.id == heads.last?.id else { return }
      heads += page.heads
    } else {
      heads = page.heads
    }
    isEnd = page.isEnd
    isLoaded = true
    isLoading = false
    showRows()
    if let back = toMark, list.select(back) { toMark = nil }
  }

  /// As far as the marked entry and some more, so that the place in the list survives.
  private mutating func reload() -> [Effect] {
    isLoading = true
    let place = heads.firstIndex { $0.id == list.selection } ?? 0
    return [.wish(.loadHeads(filter, .start, limit: place + 100))]
  }

  /// Fetches what is older before the list ends.
  private mutating func loadMore() -> [Effect] {
    guard isLoaded, !isEnd, !isLoading, let last = heads.last,
      let place = heads.firstIndex(where: { $0.id == list.selection }), place > heads.count - 50
    else { return [] }
    isLoading = true
    return [.wish(.loadHeads(filter, .after(last), limit: 200))]
  }
}

// MARK: The list

extension JournalScreen {
  /// A row of the list: an entry, or the heading before the first of a month. Both name a place in `heads`.
  enum Row: Equatable {
    case month(Int)
    case entry(Int)
  }

  private mutating func showRows() {
    rows = heads.indices.flatMap { index -> [Row] in
      let isFirst = index == 0 || heads[index - 1].day.month != heads[index].day.month
      return isFirst ? [.month(index), .entry(index)] : [.entry(index)]
    }
    list.show(
      rows.map { row in
        switch row {
        case .month: .init(nil, height: 1)
        case .entry(let index): .init(heads[index].id, height: 2)
        }
      })
  }

  // MARK: Draw

  private func listRect(in body: Rect) -> Rect { Flow(body).rest }

  package func draw(on frame: inout Frame, in body: Rect, _ context: Context) {
    let rect = listRect(in: body)
    guard !heads.isEmpty else { return drawEmpty(on: &frame, in: body, context) }
    list.draw(on: &frame, in: rect) { index, isMarked, frame, place in
      switch rows[index] {
      case .month(let head):
        frame.put(context.words.monthAndYear(heads[head].day), at: place.origin, style: .heading, limit: place.columns)
      case .entry(let head):
        EntryLine(heads[head], isMarked: isMarked, when: .dayAndClock).draw(on: &frame, in: place, context)
      }
    }
  }

  private func drawEmpty(on frame: inout Frame, in body: Rect, _ context: Context) {
    guard isLoaded else { return }
    var flow = Flow(body)
    if body.rows >= 8 { flow.gap() }
    flow.paragraph(context.words[isTrash ? .journalEmptyTrash : .journalEmpty], .dim, on: &frame)
  }
}
