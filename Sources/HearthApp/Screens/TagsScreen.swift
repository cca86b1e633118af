import Canvas
import HearthContent
import HearthCore

/// The tags in use, the most used first. From each one goes to what has it, or gives it another name.
package struct TagsScreen: Screen {
  package static let title = Word.houseTags

  /// Nil until they are here.
  private(set) var tags: [TagUse]?
  private var list = ListView<String>()
  private var focus = Focus.list
  /// The name that was asked for, until it is known what came of it.
  private var renaming: String?
  /// A name that is typed, until it is kept.
  private var lineDraft = LineDraft()

  private enum Focus: Equatable {
    case list
    case naming(PromptLine, of: TagUse)
    /// Where the name is another tag's.
    case deciding(Decision, over: PromptLine, of: TagUse)
  }

  package var awaits: Bool { tags == nil || renaming != nil }
  package var name: Word { focus == .list ? Self.title : .askTitle }
  package var takes: Takes { focus == .list ? .nothing : .text }

  // MARK: Commands

  package enum Command: Hashable, Sendable {
    case open, rename, back
    case keep, leave, decide
    case move(RowMove)
  }

  package static var tables: [KeyTable] {
    listing(.nothing, [keys, onNothing]) + listing(.text, [onName, onChoice], named: .askTitle)
  }

  package var bindings: Bindings<Command> {
    switch focus {
    case .list: tags?.isEmpty == true ? Self.onNothing : Self.keys
    case .naming: Self.onName
    case .deciding: Self.onChoice
    }
  }

  private static let keys: Bindings<Command> =
    [
      Binding("Enter l", Command.open, .tagsOpen, hint: .keyEntries),
      Binding("r", .rename, .tagsRename, hint: .keyOtherName),
    ] + RowKeys.list(Command.move) + [Binding("Esc", .back, .houseBack, hint: .keyBack)]
  private static let onNothing: Bindings<Command> = [Binding("Esc", .back, .houseBack, hint: .keyBack)]
  private static let onName: Bindings<Command> = [
    Binding("Enter", .keep, .peopleKeep, hint: .keyKeep), Binding("Esc", .leave, .peopleLeave, hint: .keyBack),
  ]
  private static let onChoice: Bindings<Command> = [
    Binding("Enter", .decide, .askChoose, hint: .keyChoose), Binding("Esc", .leave, .askLeave, hint: .keyBack),
  ]

  package func header(in context: Context) -> Header { .title(context.words[.houseTags]) }

  package func unkept(in context: Context) -> Wish? { lineDraft.unkept(in: context) }
  package var wakes: Int? { lineDraft.wakes }

  // MARK: Update

  package mutating func update(_ message: Message<Command>, in context: Context) -> [Effect] {
    list.fit(rows: place(in: Chrome.body(of: context.size), context).rows)
    switch message {
    case .command(let command): return carryOut(command, in: context)
    case .input(let input): return take(input, in: context)
    case .event(let event): return hear(event, in: context)
    }
  }

  private mutating func carryOut(_ command: Command, in context: Context) -> [Effect] {
    switch command {
    case .open: return opened
    case .rename: return askName(context.words)
    case .move(let way): list.move(way)
    case .back: return [.close]
    case .keep: return keepName(context.words)
    case .leave: return stepBack()
    case .decide: return take(.key(KeyPress(.enter)), in: context)
    }
    return []
  }

  private var opened: [Effect] {
    list.selection.map { [.open(.entries(seeking: Query.Key.tag.term($0)))] } ?? []
  }

  private mutating func take(_ input: Input, in context: Context) -> [Effect] {
    switch focus {
    case .list: list.handle(input, in: place(in: Chrome.body(of: context.size), context))
    case .naming(var line, let use):
      line.handle(input)
      focus = .naming(line, of: use)
      lineDraft.change(line.answer == use.name ? "" : line.answer, in: context)
    case .deciding(var decision, let line, let use):
      let effects = decision.take(input, in: Chrome.body(of: context.size))
      focus = effects == nil ? .deciding(decision, over: line, of: use) : .naming(line, of: use)
      if effects?.isEmpty == false { renaming = Marks.tag(typed: line.answer) }
      return effects ?? []
    }
    return []
  }

  private mutating func hear(_ event: Event, in context: Context) -> [Effect] {
    switch event {
    case .shown, .takenBack: return [.wish(.loadTags)]
    case .made(.tags), .tagsUnchanged: return [.wish(.loadTags)] + (renaming == nil ? [] : endAsking())
    case .tagsLoaded(let loaded): show(loaded)
    case .refused: (tags, renaming) = (tags ?? [], nil)
    default: return lineDraft.hear(event, in: context)
    }
    return []
  }

  /// A tag that has another name now keeps the mark.
  private mutating func show(_ loaded: [TagUse]) {
    tags = loaded
    list.show(loaded.map { .init($0.name) })
    if let renaming { list.select(renaming) }
    renaming = nil
  }

  // MARK: Another name

  /// Of a tag that stands in texts alone only that is said: nothing would change.
  private mutating func askName(_ words: Words) -> [Effect] {
    guard let use = list.selectedIndex.flatMap({ tags?[$0] }) else { return [] }
    let stays = words[.detailsTagStays, ["tag": "#" + use.name]]
    if use.inTexts == use.entries { return [.say(Notice(stays, kind: .note))] }
    focus = .naming(PromptLine(.tagsNewName, use.name, saying: use.inTexts > 0 ? stays : nil), of: use)
    return []
  }

  private mutating func keepName(_ words: Words) -> [Effect] {
    guard case .naming(let line, let use) = focus, !line.answer.isEmpty, line.answer != use.name else {
      return endAsking()
    }
    guard let name = Marks.tag(typed: line.answer) else {
      focus = .naming(line.refusing(words[.tagsNoTag]), of: use)
      return []
    }
    if name == use.name { return endAsking() }
    guard tags?.contains(where: { $0.name == name }) == true else {
      renaming = name
      return [.wish(.renameTag(use.name, to: name))]
    }
    focus = .deciding(joining(use, with: name, words), over: line, of: use)
    return []
  }

  /// What becomes of a tag, before it is one with another.
  private func joining(_ use: TagUse, with other: String, _ words: Words) -> Decision {
    let gaps = ["tag": "#" + use.name, "other": "#" + other]
    return Decision(
      .renameTag(use.name, to: other), title: words[.tagsJoinAsk, gaps],
      says: [words[.tagsJoinGoes, gaps], words[.tagsJoinUndo]], back: words[.tagsJoinNo], on: words[.tagsJoinYes])
  }

  /// Out of what is asked, to the name.
  private mutating func stepBack() -> [Effect] {
    guard case .deciding(_, let line, let use) = focus else { return endAsking() }
    focus = .naming(line, of: use)
    return []
  }

  private mutating func endAsking() -> [Effect] {
    focus = .list
    return lineDraft.end()
  }

  // MARK: Draw

  private func foot(_ body: Rect, _ context: Context) -> Int {
    guard case .naming(let line, _) = focus else { return 0 }
    return line.height(columns: Flow(body).rest.columns, context.words)
  }

  private func place(in body: Rect, _ context: Context) -> Rect {
    Flow(body, airyFrom: 10).rest.dropBottom(foot(body, context))
  }

  package func draw(on frame: inout Frame, in body: Rect, _ context: Context) {
    drawTags(on: &frame, in: place(in: body, context), context)
    switch focus {
    case .list: break
    case .naming(let line, _):
      line.draw(on: &frame, in: Flow(body).rest.bottom(foot(body, context)), context.words)
    case .deciding(let decision, _, _): decision.draw(on: &frame, in: body)
    }
  }

  private func drawTags(on frame: inout Frame, in place: Rect, _ context: Context) {
    guard let tags, !tags.isEmpty else {
      if tags != nil { ScrollView([Line(context.words[.tagsNone], .dim)]).draw(on: &frame, in: place) }
      return
    }
    let counts = tags.map { context.words.number($0.entries) }
    let wide = counts.map { TextWidth.columns(of: $0) }.max() ?? 0
    list.draw(on: &frame, in: place) { index, isMarked, frame, row in
      frame.put(counts[index], at: row.dropLeft(wide - TextWidth.columns(of: counts[index])).origin, style: .dim)
      let name = row.dropLeft(wide + 2)
      frame.put(
        "#\(tags[index].name)".truncated(to: name.columns), at: name.origin, style: isMarked ? .tag.with(.bold) : .tag)
    }
  }
}
