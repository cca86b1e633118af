import Canvas
import FoundationEssentials
import HearthContent
import HearthCore

/// One entry, to be read in a comfortable measure. Its neighbours in the list are a key away, and what is set beside it
/// can be changed.
package struct ReadScreen: Screen {
  package static let title = Word.readTitle

  let filter: EntryFilter
  private let sought: Sought
  private(set) var head: EntryHead
  /// Nil until it is here.
  private(set) var entry: Entry?
  /// The question it answers.
  private(set) var prompt: Prompt?
  /// When its words were changed last; nil where they never were.
  private var reworded: Instant?
  /// What follows the title.
  private(set) var text = ScrollView()
  /// What is being set beside the text.
  private(set) var marking: MarkLine?
  /// Asks for the file that it is written out to.
  private(set) var asking: AskLine?
  /// It is being written out.
  private var isExporting = false
  /// A mood was just answered with a digit.
  private var answered = AnsweredLine()
  /// The first answer has come, whatever it was.
  private var isLoaded = false
  /// The entry is opened for editing as soon as it is here.
  private var isAwaitingEdit = false
  private var isAwaitingNeighbour = false

  init(_ head: EntryHead, in filter: EntryFilter) {
    self.head = head
    self.filter = filter
    sought = Sought(filter.condition)
    text.lines = [Line(head.excerpt, .text, finding: sought)]
  }

  var isTrashed: Bool { filter.place == .trash }

  package var name: Word { asking == nil ? Self.title : .askTitle }

  package var awaits: Bool { !isLoaded || isAwaitingEdit || isAwaitingNeighbour || isExporting }

  // MARK: Commands

  package enum Command: Hashable, Sendable {
    case edit, star, trash, restore, older, newer, back
    case move(RowMove)
    case versions, hush, mood, tags, date, wholeDay, erase, set, leave
    case export, write, turnForm
  }

  package var takes: Takes { marking == nil && asking == nil ? .nothing : .text }

  package static var tables: [KeyTable] {
    listing(.nothing, [inJournal, inJournalBackwards, inTrash, inTrashBackwards]) + listing(.text, [onMarkLine])
      + listing(.text, [onFile], named: .askTitle)
  }

  package var bindings: Bindings<Command> {
    if marking != nil { return Self.onMarkLine }
    if asking != nil { return Self.onFile }
    let isNewestFirst = filter.order == .newestFirst
    if isTrashed { return isNewestFirst ? Self.inTrash : Self.inTrashBackwards }
    return isNewestFirst ? Self.inJournal : Self.inJournalBackwards
  }

  // Read from their notation once: they are asked for with every key and every frame.
  private static let inJournal: Bindings<Command> = onEntry + neighbours("Right l", "Left h") + moving
  private static let inJournalBackwards: Bindings<Command> = onEntry + neighbours("Left h", "Right l") + moving
  private static let inTrash: Bindings<Command> = onTrashed + neighbours("Right l", "Left h") + moving
  private static let inTrashBackwards: Bindings<Command> = onTrashed + neighbours("Left h", "Right l") + moving

  private static let onEntry: Bindings<Command> = [
    Binding("e Enter", Command.edit, .readEdit, hint: .keyEdit), Binding("s", .star, .readStar, hint: .keyStar),
    Binding("d", .trash, .readTrash, hint: .keyTrash), Binding("v", .versions, .readVersions, hint: .keyVersions),
    Binding("M", .mood, .readMood), Binding("#", .tags, .readTags), Binding("D", .date, .readDate),
    Binding("b", .hush, .readHush), Binding("E", .export, .readExport), Binding("a", .wholeDay, .calendarWholeDay),
    erase,
  ]
  private static let onTrashed: Bindings<Command> = [
    Binding("r", Command.restore, .readRestore, hint: .keyRestore), erase,
  ]
  private static let erase = Binding("C-d", Command.erase, .journalErase)
  private static let onMarkLine: Bindings<Command> = [
    Binding("Enter", Command.set, .readSet, hint: .keyTake), Binding("Esc", .leave, .readLeave, hint: .keyBack),
  ]
  private static let onFile: Bindings<Command> = AskLine.fileKeys(take: .write, turnForm: .turnForm, leave: .leave)
  private static let moving: Bindings<Command> =
    RowKeys.text(Command.move) + [Binding("Esc", .back, .readBack, hint: .keyBack)]

  /// Right goes on in the list's order.
  private static func neighbours(_ older: String, _ newer: String) -> Bindings<Command> {
    [Binding(older, .older, .readOlder, hint: .keyOlder), Binding(newer, .newer, .readNewer, hint: .keyNewer)]
  }

  package func ignores(_ key: KeyPress, in context: Context) -> Bool {
    takes == .nothing && answered.owns(key, at: context.uptime)
  }

  package func header(in context: Context) -> Header {
    .title(context.when(head.stamp))
  }

  package func status(in context: Context) -> Line? {
    text.isAtEnd ? nil : Line(context.words[.listMore], .dim)
  }

  // MARK: Update

  package mutating func update(_ message: Message<Command>, in context: Context) -> [Effect] {
    let rect = layout(in: Chrome.body(of: context.size), context).text
    text.fit(rect.size)
    switch message {
    case .command(let command): return carryOut(command, in: context)
    case .input(let input): return take(input, in: rect, context)
    case .event(let event): return hear(event, in: context)
    }
  }

  private mutating func carryOut(_ command: Command, in context: Context) -> [Effect] {
    switch command {
    case .edit:
      isAwaitingEdit = true
      return [.wish(.openPage(head.id))]
    case .star: return [.wish(.make(.star(!head.isStarred, [head.id])))]
    case .trash: return [.wish(.make(.trash([head.id])))]
    case .restore: return [.wish(.make(.restore([head.id])))]
    case .older, .newer:
      isAwaitingNeighbour = true
      return [.wish(.loadNeighbour(head, filter, newer: command == .newer))]
    case .move(let way): text.scroll(way)
    case .back: return [.close]
    case .versions: return [.open(.versions(head))]
    case .hush: return [.open(.hushed(head))]
    case .mood: marking = .mood(of: [head], in: context)
    case .tags: marking = entry.map { .tags(of: $0, in: context) }
    case .date: marking = .date(of: head, in: context)
    case .wholeDay: return [.open(.day(head.day))]
    case .erase: return [.open(.erase(.entries([head])))]
    case .set: return set(in: context)
    case .export: asking = .file(for: [head], in: context)
    case .write: return write(in: context)
    case .turnForm: asking?.turnForm()
    case .leave: (marking, asking) = (nil, nil)
    }
    return []
  }

  /// The line stays until the file is written; a blank one is left.
  private mutating func write(in context: Context) -> [Effect] {
    if asking?.answer.isEmpty == true { asking = nil }
    let wish = asking?.export(context.words)
    isExporting = wish != nil
    return wish.map { [.wish($0)] } ?? []
  }

  private mutating func take(_ input: Input, in rect: Rect, _ context: Context) -> [Effect] {
    asking?.handle(input)
    if asking != nil { return [] }
    guard marking != nil else {
      text.handle(input, in: rect)
      return []
    }
    guard marking?.handle(input) == true else { return [] }
    answered.answer(at: context.uptime)
    return set(in: context)
  }

  /// A date that cannot be read holds the line open.
  private mutating func set(in context: Context) -> [Effect] {
    let change = marking?.change(in: context)
    if marking?.trouble == nil { marking = nil }
    return change.map { [.wish(.make($0))] } ?? []
  }

  private mutating func hear(_ event: Event, in context: Context) -> [Effect] {
    switch event {
    case .shown, .takenBack: return [.wish(.loadEntry(head.id))]
    case .entryLoaded(let loaded, let question, let changed) where loaded.id == head.id:
      if (loaded.trashedAt != nil) != isTrashed { return [.close] }
      (prompt, reworded) = (question, changed)
      show(loaded, in: context)
    case .pageFound(head.id, let page):
      isAwaitingEdit = false
      return [.open(.compose(page))]
    case .erased: return [.wish(.loadEntry(head.id))]
    case .entryMissing(head.id): return [.close]
    case .refused:
      (isLoaded, isAwaitingEdit, isAwaitingNeighbour, isExporting) = (true, false, false, false)
    case .exported(let count, let path) where isExporting:
      (asking, isExporting) = (nil, false)
      return [AskLine.written(count, to: path, context.words)]
    case .exportRefused(let problem) where isExporting:
      isExporting = false
      asking?.refuse(problem, context.words)
    case .made(.trash(let ids)) where ids.contains(head.id), .made(.restore(let ids)) where ids.contains(head.id):
      return [.close]
    case .made(let change) where change.ids.contains(head.id): return [.wish(.loadEntry(head.id))]
    case .saved(let saved) where saved.id == head.id: show(saved, in: context)
    case .neighbourLoaded(let found?, _):
      self = ReadScreen(found, in: filter)
      return [.wish(.loadEntry(found.id))]
    case .neighbourLoaded(nil, let newer):
      isAwaitingNeighbour = false
      return [.say(Notice(context.words[endOfList(newer)]))]
    default: break
    }
    return []
  }

  /// What is told where no other entry follows.
  private func endOfList(_ newer: Bool) -> Word {
    if filter.condition != .everything { return newer ? .noticeNewestFound : .noticeOldestFound }
    return newer ? .noticeNewest : .noticeOldest
  }

  /// What was searched for is in sight when the entry is seen first.
  private mutating func show(_ loaded: Entry, in context: Context) {
    let isFirst = entry == nil
    (entry, head, isLoaded) = (loaded, loaded.head, true)
    let body = Markdown(loaded.body, found: sought.ranges(in: loaded.body))
    text.lines = opening(context) + body.lines + foot(of: loaded, context)
    text.fit(layout(in: Chrome.body(of: context.size), context).text.size)
    if isFirst { text.showFound() }
  }

  /// Title and marks: they scroll with the text, so that also a first line of many rows can be read.
  private func opening(_ context: Context) -> [Line] {
    var title = Line(head.isStarred ? "★ " : "", .heading)
    title.append(
      head.title.isEmpty
        ? Line(context.words[.entryUntitled], .heading) : Line(head.shownTitle, .heading, finding: sought))
    let marks = Line(marksOf: head, context.words)
    let isRoomy = context.size.rows >= 12
    return [title] + (marks.isEmpty ? [] : [marks]) + [Line(trashed: head, context)].compactMap(\.self)
      + (isRoomy ? [Line()] : [])
  }

  /// What is said of the entry below its text.
  private func foot(of entry: Entry, _ context: Context) -> [Line] {
    var said: [String] = []
    // Saving at once what was just written is no change.
    if let reworded, reworded > entry.createdAt.adding(seconds: 60) {
      said.append(context.words[.readChanged, ["when": context.when(Stamp(reworded, in: context.zone))]])
    }
    if entry.isHushed { said.append(context.words[.readStaysAway]) }
    return said.isEmpty ? [] : [Line()] + said.map { Line($0, .dim) }
  }

  // MARK: Draw

  private struct Places {
    var question, text, foot: Rect
  }

  /// Where question, text and the line below it stand.
  private func layout(in body: Rect, _ context: Context) -> Places {
    let isRoomy = body.rows >= 8
    var rest = Flow(body).rest.dropTop(isRoomy ? 1 : 0)
    let asked = prompt.map { min(2, $0.text.wrapped(to: max(1, rest.columns)).count) + 1 } ?? 0
    let (columns, words) = (rest.columns, context.words)
    let foot = rest.bottom(marking?.height(columns: columns, words) ?? asking?.height(columns: columns, words) ?? 0)
    rest = rest.dropBottom(foot.rows)
    let question = rest.top(body.rows >= 12 ? asked : 0)
    return Places(question: question, text: rest.dropTop(question.rows), foot: foot)
  }

  package func mark(_ place: inout Place) { place.reading = head.id }

  package func draw(on frame: inout Frame, in body: Rect, _ context: Context) {
    let places = layout(in: body, context)
    if let prompt, !places.question.isEmpty {
      for (index, row) in prompt.text.wrapped(to: max(1, places.question.columns)).prefix(2).enumerated() {
        frame.put(row, at: places.question.dropTop(index).origin, style: .question, limit: places.question.columns)
      }
    }
    text.draw(on: &frame, in: places.text)
    frame.cursor = places.text.origin
    marking?.draw(on: &frame, in: places.foot, context)
    asking?.draw(on: &frame, in: places.foot, context)
  }
}
