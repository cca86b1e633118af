import Canvas
import FoundationEssentials
import HearthContent
import HearthCore

/// All that a day brings back, of which Today shows the nearest: what was written a week, a month, half a year and
/// years before. What does not come back by itself does not come here either.
package struct MemoriesScreen: Screen {
  package static let title = Word.memoryTitle

  let day: Day
  /// Nil until they are here.
  private(set) var memories: [Memory]?
  private(set) var list = ListView<UUID>()

  init(_ day: Day) { self.day = day }

  /// What stands on a row.
  private enum Item {
    case distance(Memory.Distance)
    case entry(EntryHead)
  }

  private var items: [Item] {
    (memories ?? []).flatMap { [.distance($0.distance), .entry($0.head)] }
  }

  private var marked: EntryHead? {
    memories?.first { $0.head.id == list.selection }?.head
  }

  package var awaits: Bool { memories == nil }
  package var dayInMind: Day? { marked?.day }

  // MARK: Commands

  package enum Command: Hashable, Sendable {
    case read, hush, wholeDay, back
    case move(RowMove)
  }

  package static var tables: [KeyTable] { listing(.nothing, [onEntry, onNothing]) }

  package var bindings: Bindings<Command> { list.isEmpty ? Self.onNothing : Self.onEntry }

  private static let onEntry: Bindings<Command> =
    [
      Binding("Enter l", Command.read, .todayRead, hint: .keyRead),
      Binding("b", .hush, .todayHush, hint: .keyComesBack),
      Binding("a", .wholeDay, .calendarWholeDay, hint: .keyWholeDay),
    ] + onNothing + RowKeys.list(Command.move)
  private static let onNothing: Bindings<Command> = [Binding("Esc", Command.back, .houseBack, hint: .keyBack)]

  package func header(in context: Context) -> Header { .title(context.words[.memoryTitle]) }

  // MARK: Update

  package mutating func update(_ message: Message<Command>, in context: Context) -> [Effect] {
    let place = place(in: Chrome.body(of: context.size))
    list.fit(rows: place.rows)
    defer { show(columns: place.columns - 2, context.words) }
    switch message {
    case .command(let command): return carryOut(command)
    case .input(let input):
      guard case .mouse(let event) = input else { return [] }
      return list.opens(with: event, in: place) ? carryOut(.read) : []
    case .event(let event): return hear(event)
    }
  }

  private mutating func carryOut(_ command: Command) -> [Effect] {
    switch command {
    case .read: return marked.map { [.open(.read($0, in: EntryFilter()))] } ?? []
    case .hush: return marked.map { [.open(.hushed($0))] } ?? []
    case .wholeDay: return marked.map { [.open(.day($0.day))] } ?? []
    case .move(let way): list.move(way)
    case .back: return [.close]
    }
    return []
  }

  private mutating func hear(_ event: Event) -> [Effect] {
    switch event {
    case .shown, .made, .takenBack, .saved, .notesTaken(1...): return [.wish(.loadMemories(day))]
    case .memoriesLoaded(day, let loaded): memories = loaded
    case .refused: memories = memories ?? []
    default: break
    }
    return []
  }

  /// An entry takes a second row where the first cannot say all of it.
  private mutating func show(columns: Int, _ words: Words) {
    let lead = EntryLine.lead(in: columns, .day, words)
    list.show(items) { item in
      guard case .entry(let head) = item else { return nil }
      return .init(head.id, height: EntryLine.isWhole(head, in: columns, after: lead) ? 1 : 2)
    }
  }

  // MARK: Draw

  private func place(in body: Rect) -> Rect { Flow(body, airyFrom: 10).rest }

  package func draw(on frame: inout Frame, in body: Rect, _ context: Context) {
    guard let memories else { return }
    guard !memories.isEmpty else {
      var flow = Flow(body, airyFrom: 10)
      frame.cursor = flow.rest.origin
      return flow.paragraph(context.words[.memoryNone], .dim, on: &frame)
    }
    let items = items
    list.draw(on: &frame, in: place(in: body)) { index, isMarked, frame, rect in
      switch items[index] {
      case .distance(let distance): frame.putHeading(context.words.distance(distance), in: rect)
      case .entry(let head): EntryLine(head, isMarked: isMarked, when: .day).draw(on: &frame, in: rect, context)
      }
    }
  }
}

extension Words {
  /// The heading above what was written so long ago.
  func distance(_ distance: Memory.Distance) -> String {
    switch distance {
    case .week: self[.memoryWeek]
    case .month: self[.memoryMonth]
    case .sixMonths: self[.memorySixMonths]
    case .years(let years): count(years, .memoryYear, .memoryYears)
    }
  }
}
