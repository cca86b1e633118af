import Canvas
import FoundationEssentials
import HearthContent
import HearthCore

/// What was kept of the relationship check: seen, compared and deleted here, and nowhere else in the journal.
package struct KeptChecksScreen: Screen {
  package static let title = Word.keptChecksTitle

  private(set) var checks: [Practice]?
  private(set) var kept: [KeptCheck] = []
  private(set) var list = ListView<UUID>()
  /// The one that is read.
  private(set) var open: UUID?
  private var page = ScrollView()
  /// Whether the marked one is to be deleted.
  private var deciding: Modal?

  package var awaits: Bool { checks == nil }

  /// As the check itself.
  package var veilsAfter: Int? { checks == nil ? nil : 30_000 }

  // MARK: Commands

  package enum Command: Hashable, Sendable {
    case open, delete, back, stay, choose
    case move(RowMove)
  }

  package static var tables: [KeyTable] {
    listing(.nothing, [onList, onPage, onNothing, onDecision])
  }

  package var bindings: Bindings<Command> {
    if deciding != nil { return Self.onDecision }
    if checks != nil, kept.isEmpty { return Self.onNothing }
    return open == nil ? Self.onList : Self.onPage
  }

  private static let onNothing: Bindings<Command> = [Binding("Esc", Command.back, .houseBack, hint: .keyBack)]
  private static let moving: Bindings<Command> =
    RowKeys.list(Command.move) + onNothing + [Binding("d Delete", .delete, .keptChecksDelete, hint: .keyTakeOut)]
  private static let onList: Bindings<Command> =
    [Binding("Enter", Command.open, .keptChecksOpen, hint: .keyRead)] + moving
  private static let onPage = moving
  private static let onDecision: Bindings<Command> = [
    Binding("Enter", .choose, .signsChoose, hint: .keyChoose), Binding("Esc", .stay, .houseBack, hint: .keyBack),
  ]

  package func header(in context: Context) -> Header { .title(context.words[.keptChecksTitle]) }

  package func status(in context: Context) -> Line? {
    open != nil && !page.isAtEnd ? Line(context.words[.listMore], .dim) : nil
  }

  // MARK: Update

  package mutating func update(_ message: Message<Command>, in context: Context) -> [Effect] {
    let size = Self.place(in: Chrome.body(of: context.size)).size
    page.fit(size)
    list.fit(rows: size.rows)
    switch message {
    case .command(let command): return carryOut(command, in: context)
    case .input(let input): return take(input, in: context)
    case .event(.shown): return [.wish(.check(.load)), .wish(.check(.loadKept))]
    case .event(.check(let event)): return hear(event, in: context)
    case .event(.screenCleared): return [.close]
    case .event: return []
    }
  }

  private mutating func carryOut(_ command: Command, in context: Context) -> [Effect] {
    switch command {
    case .open:
      open = list.selection
      page = ScrollView(lines(context))
      page.fit(Self.place(in: Chrome.body(of: context.size)).size)
    case .delete: decide(context.words)
    case .move(let way): open == nil ? list.move(way) : page.scroll(way)
    case .stay: deciding = nil
    case .choose: return take(.key(KeyPress(.enter)), in: context)
    case .back:
      guard open != nil else { return [.close] }
      open = nil
    }
    return []
  }

  private mutating func decide(_ words: Words) {
    guard list.selection != nil else { return }
    deciding = Modal(
      title: words[.keptChecksDeleteTitle], lines: [Line(words[.keptChecksDeleteSays])],
      choices: [words[.keptChecksDeleteNot], words[.keptChecksDeleteYes]])
  }

  private mutating func take(_ input: Input, in context: Context) -> [Effect] {
    let body = Chrome.body(of: context.size)
    guard var modal = deciding else {
      if open == nil {
        list.handle(input, in: Self.place(in: body))
      } else {
        page.handle(input, in: Self.place(in: body))
      }
      return []
    }
    modal.handle(input, in: body)
    deciding = modal.chosen == nil ? modal : nil
    guard modal.chosen == 1, let id = list.selection else { return [] }
    open = nil
    return [.wish(.check(.forget(id)))]
  }

  private mutating func hear(_ event: CheckEvent, in context: Context) -> [Effect] {
    switch event {
    case .loaded(let loaded, _): checks = loaded
    case .keptLoaded(let loaded): show(loaded)
    case .forgotten(let id): show(kept.filter { $0.id != id })
    case .refused(let problem): return [.say(Notice(context.words.sentence(problem), kind: .trouble))]
    case .kept, .quietened, .proven: break
    }
    return []
  }

  private mutating func show(_ loaded: [KeptCheck]) {
    kept = loaded
    list.show(kept.map { .init($0.id) })
  }

  // MARK: One of them

  /// What was answered; below it what was other the time before.
  private func lines(_ context: Context) -> [Line] {
    guard let one = kept.first(where: { $0.id == open }), let check = checks?.first(where: { $0.id == one.check })
    else { return [] }
    let answered = one.sections(in: check).flatMap { section in
      [Line(section.question, .question.with(.bold))]
        + section.lines.flatMap { [Line($0.item), Line("  \($0.answer)", .strong)] } + [Line()]
    }
    // Of two of one day nobody knows which came first: of the hour nothing is kept.
    let earlier = kept.first { $0.day < one.day && $0.isAboutSame(as: one) }
    let changes = earlier.map { CheckChanges(from: $0, to: one, in: check, context).lines } ?? []
    return [Line(said(one, context), .heading), Line()] + answered + changes
  }

  private func said(_ one: KeptCheck, _ context: Context) -> String {
    let own = one.check == CheckScreen.relationship ? context.settings.checkName : nil
    let title = own ?? checks?.first { $0.id == one.check }?.title ?? ""
    return [context.words.fullDate(one.day), one.alias, title].filter { !$0.isEmpty }.joined(separator: " · ")
  }

  // MARK: Draw

  private static func place(in body: Rect) -> Rect { Flow(body, airyFrom: 10).rest }

  package func draw(on frame: inout Frame, in body: Rect, _ context: Context) {
    let place = Self.place(in: body)
    if open != nil {
      page.draw(on: &frame, in: place)
    } else if checks != nil, kept.isEmpty {
      let isSealed = context.safekeeping?.isSealed == true
      ScrollView([Line(context.words[isSealed ? .keptChecksNone : .signsNeedsPassphrase], .dim)]).draw(
        on: &frame, in: place)
    } else {
      list.draw(on: &frame, in: place) { index, isMarked, frame, row in
        frame.put(
          said(kept[index], context).truncated(to: row.columns), at: row.origin,
          style: isMarked ? .text.with(.bold) : .text)
      }
    }
    deciding?.draw(on: &frame, in: body)
  }
}
