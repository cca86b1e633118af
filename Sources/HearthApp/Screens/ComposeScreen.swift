import Canvas
import FoundationEssentials
import HearthContent
import HearthCore

/// The page one writes on. Whatever stands on it is kept as a draft while it is typed, and leaves the screen only once the
/// journal has it.
package struct ComposeScreen: Screen {
  package static let title = Word.composeTitle

  let entry: UUID
  /// It has been saved before: an emptied page leaves it as it was.
  private(set) var isEdit: Bool
  let prompt: Prompt?
  let promptID: String?
  var text: TextArea
  var details: Details
  /// What was set on the page and is not saved yet. The rest may be changed elsewhere meanwhile, and stays so.
  private var touched: Set<Detail>
  /// The same, on its way to the journal.
  private var sent: Set<Detail> = []
  var focus = Focus.text
  /// The names that were asked for last, and have not come.
  private var awaited: TextMarks.Begun?
  /// One of them is taken as soon as they come: the key was quicker.
  private var takesWhatComes = false
  /// What was last looked for.
  private var sought = ""
  var saveState: SaveState
  /// The words of the text, counted while nobody types: a number that moves with every word is a score.
  private var counted: Int
  /// What is to be known of a page when it opens; nil where nothing is.
  private var opening: Word?
  /// As long as nothing is changed on it, the entry stays as it was changed elsewhere.
  private var isOutdated = false
  /// What is said when a page closes that was new.
  private var thanks: String?
  /// What stood on it when it was begun, such as a template: a page with nothing else on it is as good as blank.
  private var given: String?
  private let date = Memo<Dated, Header>()
  private let foot = Memo<Foot, Line>()

  enum Focus: Equatable {
    case text
    case find(FindLine)
    case details(DetailsPanel)
    case completion(Completion)
  }

  init(_ page: Route.Page, in context: Context) {
    switch page {
    case .blank(let prompt):
      let name = prompt == nil ? context.personInMind.map { "@\(Marks.written($0)) " } : nil
      self.init(
        entry: context.makeID(), isEdit: false, prompt: prompt, promptID: prompt?.id, text: name ?? "",
        details: Details(stamp: context.stamp))
      given = name
    case .begun(let text, let prompt):
      self.init(
        entry: context.makeID(), isEdit: false, prompt: prompt, promptID: prompt?.id, text: text,
        details: Details(stamp: context.stamp))
      self.text.moveToGap()
      given = text
    case .entry(let entry, let prompt):
      self.init(
        entry: entry.id, isEdit: true, prompt: prompt, promptID: entry.prompt,
        text: entry.text, details: Details(entry))
      opening = entry.trashedAt == nil ? nil : .noticeWritesInTrash
    case .draft(let draft, let prompt, let isOutdated):
      self.init(
        entry: draft.entry, isEdit: draft.isEdit, prompt: prompt, promptID: draft.prompt,
        text: draft.text, details: Details(draft), touched: draft.touched)
      saveState = .ofDraft
      self.isOutdated = isOutdated
      opening = isOutdated ? .noticeDraftOutdated : nil
    }
  }

  private init(
    entry: UUID, isEdit: Bool, prompt: Prompt?, promptID: String?, text: String, details: Details,
    touched: Set<Detail> = []
  ) {
    self.entry = entry
    self.isEdit = isEdit
    self.prompt = prompt
    self.promptID = promptID
    self.text = TextArea(text)
    self.text.moveToEnd()
    counted = self.text.wordCount
    self.details = details
    self.touched = touched
    saveState = SaveState()
  }

  var isBlank: Bool { text.isBlank || touched.isEmpty && given.map { text.text == $0 } == true }

  // MARK: Commands

  package enum Command: Hashable, Sendable {
    case save, done, details, find, findNext, findPrevious
    case edit(Editing)
  }

  package var takes: Takes { .text }

  package static var tables: [KeyTable] {
    listing(.text, [onText, onNames, onDetails, onFind])
  }

  package var bindings: Bindings<Command> {
    switch focus {
    case .text: Self.onText
    case .completion: Self.onNames
    case .details: Self.onDetails
    case .find: Self.onFind
    }
  }

  // Read from their notation once: they are asked for with every key and every frame.
  private static let save = Binding("C-s", Command.save, .composeSave, hint: .keySave)
  private static let onText: Bindings<Command> =
    [
      save, Binding("Esc", .done, .composeDone, hint: .keyDone),
      Binding("Tab", .details, .composeDetails, hint: .keyDetails),
      Binding("C-f", .find, .composeFind, hint: .keyFind), Binding("F3", .findNext, .composeFindNext),
    ] + editing
  private static let onNames: Bindings<Command> =
    [
      Binding("Tab", .details, .composeTake, hint: .keyTake),
      Binding("Esc", .done, .composeLeaveNames, hint: .keyBack), save,
    ] + editing
  private static let onDetails: Bindings<Command> =
    [Binding("Esc Tab", .done, .composeToPage, hint: .keyBack), save] + editing
  private static let onFind: Bindings<Command> =
    [
      Binding("Enter F3 Down", .findNext, .composeFindNext, hint: .keyNext),
      Binding("Up", .findPrevious, .composeFindPrevious, hint: .keyBefore),
      Binding("Esc", .done, .composeToPage, hint: .keyBack), save,
    ] + editing
  private static let editing = EditingKeys.all(Command.edit)

  // MARK: Update

  package mutating func update(_ message: Message<Command>, in context: Context) -> [Effect] {
    // What the person does counts as a change, what happens elsewhere does not.
    if case .event(let event) = message {
      defer { if saveState.light(isBlank: isBlank) != .typing { counted = text.wordCount } }
      return hear(event, in: context)
    }
    if case .command(.save) = message { settleDate(in: context) }
    let before = (text.revision, details)
    let effects = react(to: message, in: context)
    if !message.isTyping { counted = text.wordCount }
    touched.formUnion(details.differences(from: before.1))
    if text.revision != before.0 || details != before.1 { saveState.change(at: context.uptime) }
    return effects
  }

  /// A date that is still being typed counts from here on, where it can be read.
  private mutating func settleDate(in context: Context) {
    guard case .details(var panel) = focus else { return }
    let before = details
    panel.settleDate(into: &details, in: context)
    focus = .details(panel)
    touched.formUnion(details.differences(from: before))
    if details != before { saveState.change(at: context.uptime) }
  }

  private mutating func react(to message: Message<Command>, in context: Context) -> [Effect] {
    switch message {
    case .command(let command): carryOut(command, in: context)
    case .input(let input): take(input, in: context)
    case .event: []
    }
  }

  private mutating func carryOut(_ command: Command, in context: Context) -> [Effect] {
    switch command {
    case .save: return isBlank ? emptied(in: context) : save(in: context)
    case .done: return stepBack(in: context)
    case .details: return tab(in: context)
    case .find: focus = .find(FindLine(context.words))
    case .findNext: findAgain()
    case .findPrevious: text.findPrevious()
    case .edit(let editing): perform(editing)
    }
    return []
  }

  /// `Esc`: first out of what is open on the page, then off the page.
  private mutating func stepBack(in context: Context) -> [Effect] {
    switch focus {
    case .find: text.endFind()
    case .completion: break
    case .details(var panel):
      guard panel.leave(into: &details, in: context) else {
        focus = .details(panel)
        return []
      }
    case .text: return finish(in: context)
    }
    focus = .text
    return []
  }

  /// Also when the search was closed: what was looked for is still known.
  private mutating func findAgain() {
    guard text.findCount == nil, !sought.isEmpty else { return text.findNext() }
    let before = text.selection
    text.find(sought)
    if text.selection == before { text.findNext() }
  }

  private mutating func tab(in context: Context) -> [Effect] {
    switch focus {
    case .completion(let completion): accept(completion)
    case .details: return stepBack(in: context)
    case .text where awaited != nil && awaited == text.markBeforeCursor: takesWhatComes = true
    case .text, .find: focus = .details(DetailsPanel(details, in: context))
    }
    return []
  }

  /// An empty page leaves nothing; one that is saved already closes; anything else is saved first.
  private mutating func finish(in context: Context) -> [Effect] {
    let forgetting: [Effect] = saveState.hasDraft ? [.wish(.forgetDraft(entry))] : []
    if isOutdated, saveState.isAsKept { return [.close] }
    if isBlank { return forgetting + [.close] + emptied(in: context) }
    if saveState.isSaved { return forgetting + [.close] + (thanks.map { [.say(Notice($0))] } ?? []) }
    return save(closing: true, in: context)
  }

  private func emptied(in context: Context) -> [Effect] {
    isEdit ? [.say(Notice(context.words[.noticeEntryStays]))] : []
  }

  private mutating func save(closing: Bool = false, in context: Context) -> [Effect] {
    guard saveState.beginSaving(closing: closing) else { return [] }
    (sent, touched) = (touched, [])
    return [.wish(.save(written(in: context), touching: sent))]
  }

  private mutating func take(_ input: Input, in context: Context) -> [Effect] {
    switch focus {
    case .find(let line): find(with: line, input)
    case .details(var panel):
      let body = Chrome.body(of: context.size)
      panel.handle(input, in: panelPlace(in: body, layout(in: body).page), into: &details, in: context)
      focus = .details(panel)
    case .completion(var completion) where completion.handle(input):
      focus = .completion(completion)
    case .completion, .text: return type(input, in: context)
    }
    return []
  }

  /// Names are asked for while a `#` or `@` is being typed; those offered stand until the new ones come.
  private mutating func type(_ input: Input, in context: Context) -> [Effect] {
    let before = text.revision
    text.handle(input, in: layout(in: Chrome.body(of: context.size)).page, at: context.uptime)
    guard text.revision != before, let begun = text.markBeforeCursor else {
      focus = .text
      return []
    }
    awaited = begun
    return [.wish(.findNames(begun.kind == .tag ? .tag : .person, prefix: begun.prefix))]
  }

  /// Editing keys work on whatever has the focus.
  private mutating func perform(_ editing: Editing) {
    switch focus {
    case .find(var line):
      line.field.perform(editing)
      look(for: line.field.text)
      focus = .find(line)
    case .details(var panel):
      panel.perform(editing, into: &details)
      focus = .details(panel)
    case .completion, .text:
      focus = .text
      text.perform(editing)
    }
  }

  private mutating func find(with line: FindLine, _ input: Input) {
    var line = line
    if line.field.handle(input) { look(for: line.field.text) }
    focus = .find(line)
  }

  private mutating func look(for words: String) {
    sought = words
    text.find(words)
  }

  private mutating func accept(_ completion: Completion) {
    if let name = completion.selected { text.complete(with: name) }
    focus = .text
  }

  // MARK: What happened

  private mutating func hear(_ event: Event, in context: Context) -> [Effect] {
    switch event {
    case .shown:
      defer { opening = nil }
      return opening.map { [.say(Notice(context.words[$0], kind: .note))] } ?? []
    case .finishAsked:
      settleDate(in: context)
      focus = .text
      return finish(in: context)
    case .ticked:
      saveState.tick(at: context.uptime)
      return saveState.isDue(at: context.uptime) ? keep(in: context) : []
    case .draftKept(entry, let version): saveState.wasKept(version)
    case .draftForgotten(entry): saveState.wasForgotten()
    case .draftRefused(entry, let problem): saveState.wasRefused(problem, at: context.uptime)
    case .saved(let saved) where saved.id == entry: return wasSaved(saved, in: context)
    case .saveRefused(entry, let problem):
      saveState.saveWasRefused()
      (sent, touched) = ([], touched.union(sent))
      return [.say(Notice(context.words.sentence(unsaved: problem), kind: .trouble))]
    case .made, .takenBack: return isEdit ? [.wish(.loadEntry(entry))] : []
    case .entryLoaded(let loaded, _, _) where loaded.id == entry: takeDetails(of: loaded, in: context)
    case .namesFound(let kind, let prefix, let names): return offer(names, for: kind, prefix, in: context)
    case .refused: (awaited, takesWhatComes) = (nil, false)
    default: break
    }
    return []
  }

  private mutating func wasSaved(_ saved: Entry, in context: Context) -> [Effect] {
    // Saved first and closed later, it is said all the same.
    if !isEdit { thanks = saved.isLongAndLow ? context.words[.noticeSavedLow] : context.saved(under: saved.day) }
    let notice = thanks ?? context.words[.noticeSaved]
    given = nil
    isEdit = true
    sent = []
    takeDetails(of: saved, in: context)
    if saveState.wasSaved() { return save(in: context) }
    return saveState.closesWhenSaved ? [.close, .say(Notice(notice))] : []
  }

  /// What was set on the page stays; the rest is shown as the journal has it.
  private mutating func takeDetails(of loaded: Entry, in context: Context) {
    let before = details
    details.take(Details(loaded), except: touched.union(sent))
    guard details != before, case .details(let panel) = focus else { return }
    focus = .details(DetailsPanel(details, at: panel.row, in: context))
  }

  private mutating func keep(in context: Context) -> [Effect] {
    guard let wish = keepWish(in: context) else { return [] }
    saveState.send()
    return [.wish(wish)]
  }

  /// How what is on the page now is kept: as a draft; a page that was erased has none.
  private func keepWish(in context: Context) -> Wish? {
    if !isBlank { return .keepDraft(draft(in: context), revision: saveState.version) }
    return saveState.hasDraft ? .forgetDraft(entry) : nil
  }

  /// Names that come late, for a word no longer begun, are dropped.
  private mutating func offer(
    _ names: [String], for kind: NameKind, _ prefix: String, in context: Context
  ) -> [Effect] {
    guard let begun = text.markBeforeCursor, begun.prefix == prefix, (begun.kind == .tag) == (kind == .tag) else {
      return []
    }
    awaited = nil
    let names = kind == .person ? Marks.writable(names) : names
    switch focus {
    case .text, .completion:
      focus = names.isEmpty || names == [prefix] ? .text : .completion(Completion(names))
    case .find, .details: break
    }
    guard takesWhatComes else { return [] }
    takesWhatComes = false
    return tab(in: context)
  }

  // MARK: What is on the page

  private func written(in context: Context) -> Entry {
    draft(in: context).entry(dayEnd: context.settings.dayEnd, at: context.now)
  }

  private func draft(in context: Context) -> Draft {
    Draft(
      entry: entry, isEdit: isEdit, text: text.text, stamp: details.stamp, addedTags: details.addedTags,
      mood: details.mood, isStarred: details.isStarred, prompt: promptID, touched: touched.union(sent),
      keptAt: context.now)
  }

  package func unkept(in context: Context) -> Wish? {
    var page = self
    page.settleDate(in: context)
    return page.saveState.isSafe ? nil : page.keepWish(in: context)
  }

  /// A page that was erased has a draft to be forgotten.
  package var holdsWords: Bool {
    if isBlank { return saveState.hasDraft && !saveState.isSaved }
    if case .details(let panel) = focus, panel.isDateTyped { return true }
    return !saveState.isSaved
  }

  /// What is typed while the page closes is meant for what comes after it, and what is typed after a name for behind it.
  package var awaits: Bool { saveState.isSaving && saveState.closesWhenSaved || takesWhatComes }

  package var wakes: Int? { isBlank && !saveState.hasDraft ? nil : saveState.wakes }

  // MARK: Draw

  package func header(in context: Context) -> Header {
    let words = context.words
    let stamp = details.stamp
    let dated = Dated(stamp: stamp, day: context.day(of: stamp), today: context.today, formats: words.formats)
    return date.value(for: dated) {
      .title(words.dayAndClock($0.stamp, on: $0.day, today: $0.today), .dim)
    }
  }

  /// What the top line is made of.
  private struct Dated: Equatable {
    var stamp: Stamp
    var day: Day
    var today: Day
    var formats: Formats
  }

  package func status(in context: Context) -> Line? {
    let words = context.words
    let count = context.size.columns >= 60 ? counted : nil
    return foot.value(for: Foot(count: count, light: saveState.light(isBlank: isBlank))) {
      var line = Line()
      if let count = $0.count { line.append(words.count(count, .composeWord, .composeWords) + "  ", .dim) }
      line.append($0.light.line(words))
      return line
    }
  }

  /// What the end of the key bar is made of.
  private struct Foot: Equatable {
    var count: Int?
    var light: SaveState.Light
  }

  /// Where question, page and find line stand in the body.
  private func layout(in body: Rect) -> (question: Rect, page: Rect, find: Rect) {
    let flow = Flow(body).rest
    let indent = isBeside(in: body) ? 2 : flow.column - body.column
    let rest = Rect(column: body.column + indent, row: flow.row, columns: flow.columns, rows: flow.rows)
    let wanted = prompt.map { min(3, $0.text.wrapped(to: max(1, rest.columns)).count) + (body.rows >= 10 ? 1 : 0) } ?? 0
    let question = rest.top(body.rows >= 6 ? wanted : 0)
    var find = rest.bottom(0)
    if case .find = focus { find = rest.bottom(1) }
    return (question, rest.dropTop(question.rows).dropBottom(find.rows), find)
  }

  /// Where there is room the panel stands beside the text and covers nothing of it.
  private func isBeside(in body: Rect) -> Bool {
    guard case .details = focus else { return false }
    return body.columns >= 2 + Flow(body).rest.columns + DetailsPanel.least + 2
  }

  private func panelPlace(in body: Rect, _ page: Rect) -> Rect {
    isBeside(in: body) ? body.dropLeft(page.endColumn + 2).dropRight(1) : page
  }

  package func mark(_ place: inout Place) { place.writing = entry }

  package func draw(on frame: inout Frame, in body: Rect, _ context: Context) {
    let layout = layout(in: body)
    drawQuestion(on: &frame, in: layout.question)
    text.draw(on: &frame, in: layout.page)
    switch focus {
    case .text: frame.echo = echo(in: layout.page)
    case .completion(let completion): completion.draw(on: &frame, in: layout.page, near: frame.cursor)
    case .details(let panel): panel.draw(on: &frame, in: panelPlace(in: body, layout.page), context)
    case .find(let line): line.draw(text.finding, on: &frame, in: layout.find, context.words)
    }
  }

  private func echo(in page: Rect) -> LocalEcho? {
    guard let until = saveState.staysTyping(isBlank: isBlank) else { return nil }
    let columns = text.lettersAhead(in: page)
    return columns > 0 ? LocalEcho(columns: columns, until: until) : nil
  }

  private func drawQuestion(on frame: inout Frame, in rect: Rect) {
    guard let prompt, !rect.isEmpty else { return }
    let rows = prompt.text.wrapped(to: max(1, rect.columns)).prefix(3)
    for (index, row) in rows.enumerated() {
      frame.put(row, at: rect.dropTop(index).origin, style: .question, limit: rect.columns)
    }
    if rect.rows > rows.count { frame.fill(rect.bottom(1), with: "┈", style: .border) }
  }
}

extension Entry {
  /// Much was written, and the mood of it is one of the two lowest: where that is the end of it, it may go on turning.
  fileprivate var isLongAndLow: Bool {
    (mood?.rawValue ?? 3) <= 2 && text.split(whereSeparator: \.isWhitespace).count >= 120
  }
}
