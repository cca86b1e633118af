import Canvas
import FoundationEssentials
import HearthContent
import HearthCore

/// A time with others in three keys: what it was, with whom, how it felt afterwards. The rest is behind Tab.
package struct MomentScreen: Screen {
  package static let title = Word.momentTitle

  /// What is asked now.
  private enum Stage: Equatable { case kind, with, felt, more }

  private var moment: Moment
  /// As it was when it was opened.
  private var begun: Moment
  private let isNew: Bool
  private var stage: Stage
  private var kinds: ListView<Moment.Kind>
  private var with: Field
  private var names: Completion?
  private var rows = AnswerRows()
  private var isSaving = false
  /// What is typed where nobody was there.
  private let nobody: String
  /// The line until the moment is saved.
  private var lineDraft = LineDraft()
  /// What is typed at the foot, of all the rest.
  private var typed: Typed?

  private struct Typed: Equatable {
    enum Kind { case line, minutes }
    let kind: Kind
    var line: PromptLine
  }

  /// - Parameter known: one that is changed; nil begins another.
  init(_ known: Moment?, in context: Context) {
    isNew = known == nil
    moment =
      known
      ?? Moment(
        id: context.makeID(), stamp: context.stamp, day: context.today, kind: .hello, createdAt: context.now)
    begun = moment
    stage = known == nil ? .kind : .more
    kinds = ListView(Moment.Kind.allCases.map { .init($0) })
    kinds.select(moment.kind)
    let names = known?.with ?? [context.personInMind].compactMap(\.self)
    with = Field(names.joined(separator: ", "), placeholder: context.words[.momentNames])
    rows = AnswerRows(
      MomentRows.rows(context.words, other: moment.minutes), answers: MomentRows.answers(of: moment))
    nobody = context.words[.momentNobody]
    begun = noted
  }

  /// Something was answered or typed beside what kind it was.
  private var isTouched: Bool {
    var noted = noted
    if isNew { noted.kind = begun.kind }
    return noted != begun
  }

  /// What is typed while the page closes is meant for what comes after it.
  package var awaits: Bool { isSaving }
  /// A line that was erased has a draft to be forgotten.
  package var holdsWords: Bool { isTouched || !lineDraft.forgetting.isEmpty }

  // MARK: Commands

  package enum Command: Hashable, Sendable {
    case take(Moment.Kind)
    case move(RowMove)
    case next, more, save, back, leave, discard, trash, again
    case earlier, later, line, length, keepTyped, leaveTyped
  }

  package var takes: Takes {
    if typed != nil { return .text }
    return switch stage {
    case .kind: .nothing
    case .with: .text
    case .felt, .more: .digits
    }
  }

  package var answering: Answering? {
    if typed != nil { return nil }
    return switch stage {
    case .kind, .with: nil
    case .felt: Answering(digits: 1...MomentRows.feelings.count, isOnce: true)
    case .more: rows.answering
    }
  }

  package static var tables: [KeyTable] {
    listing(.nothing, [onKinds, onKindsAgain]) + listing(.text, [onNames, onOffered, onTyped])
      + listing(.digits, [onFelt, onMore, onKnown])
  }

  package var bindings: Bindings<Command> {
    if typed != nil { return Self.onTyped }
    return switch stage {
    case .kind: isTouched ? Self.onKindsAgain : Self.onKinds
    case .with: names == nil ? Self.onNames : Self.onOffered
    case .felt: Self.onFelt
    case .more: isNew ? Self.onMore : Self.onKnown
    }
  }

  private static let onTyped: Bindings<Command> = [
    Binding("Enter", .keepTyped, .momentKeepLine, hint: .keyKeep),
    Binding("Esc", .leaveTyped, .momentLeaveLine, hint: .keyBack),
  ]
  private static let days: [Binding<Command>] = [
    Binding("[", .earlier, .momentEarlier, hint: .keyEarlierDay), Binding("]", .later, .momentLater),
  ]
  private static let letters = Array("abcdefgilorstvwy")
  private static let leaving: Bindings<Command> = [
    Binding("Esc", .leave, .checkInLeave, hint: .keyBackKept),
    Binding("C-x", .discard, .checkInDiscard, hint: .keyKeepNothing),
  ]
  private static let take: Bindings<Command> = [Binding("Enter", .next, .momentTake, hint: .keyTake)]
  private static let kinds = Bindings(
    RowKeys.answers(Command.move).all
      + zip(letters, Moment.Kind.allCases).map { letter, kind in
        Binding(String(letter), .take(kind), kind.word)
      } + days)
  private static let onKinds = take + [Binding("Esc", .back, .houseBack, hint: .keyBack)] + kinds
  private static let onKindsAgain = take + leaving + kinds
  private static let onOffered: Bindings<Command> = [
    Binding("Tab Enter", .next, .composeTake, hint: .keyTake), Binding("C-s", .save, .momentSave, hint: .keySave),
    Binding("Esc", .back, .houseBack, hint: .keyBack),
  ]
  private static let onNames: Bindings<Command> = [
    Binding("Enter", Command.next, .momentNext, hint: .keyNext), Binding("Tab", .more, .momentMore, hint: .keyMore),
    Binding("C-s", .save, .momentSave, hint: .keySave), Binding("Esc", .back, .houseBack, hint: .keyBack),
  ]
  private static let onFelt: Bindings<Command> = [
    Binding("Enter C-s", Command.save, .momentSave, hint: .keySave),
    Binding("Tab", .more, .momentMore, hint: .keyMore), Binding("Esc", .back, .houseBack, hint: .keyBack),
  ]
  private static let onMore = Bindings(
    [Binding("Enter C-s", Command.save, .momentSave, hint: .keySave)] + leaving.all
      + RowKeys.answers(Command.move).all + [
        Binding("e", .line, .momentLine, hint: .keyLine), Binding("t", .length, .momentLength),
        Binding("Tab", .again, .momentAgain, hint: .keyBefore),
      ] + days)
  private static let onKnown: Bindings<Command> = onMore + [Binding("d", .trash, .momentTrash, hint: .keyTrash)]

  package func header(in context: Context) -> Header {
    let title = stage == .kind ? context.words[.momentTitle] : context.words.moment(moment.kind)
    return .title("\(title)  \(context.when(moment.stamp))")
  }

  package func unkept(in context: Context) -> Wish? {
    isTouched ? .answers(.saveMoment(noted(in: context))) : nil
  }

  // MARK: Update

  package mutating func update(_ message: Message<Command>, in context: Context) -> [Effect] {
    let rect = Self.place(in: Chrome.body(of: context.size))
    switch message {
    case .command(let command): return carryOut(command, in: rect, context)
    case .input(let input): return take(input, in: rect, context)
    case .event(let event): return hear(event, in: context)
    }
  }

  private mutating func carryOut(_ command: Command, in rect: Rect, _ context: Context) -> [Effect] {
    switch command {
    case .take(let kind): choose(kind)
    case .next: next()
    case .more: stage = .more
    case .again: stage = .kind
    case .save: return save(in: context)
    case .back: return back()
    case .leave: return isTouched ? save(in: context) : back()
    case .discard: return lineDraft.forgetting + [.close, .say(Notice(context.words[.noticeNothingKept]))]
    case .trash:
      let said = Effect.say(Notice(context.words[.noticeTrashed]))
      return [.wish(.answers(.trashMoment(moment.id)))] + lineDraft.forgetting + [.close, said]
    case .earlier: move(by: -1, in: context)
    case .later: move(by: 1, in: context)
    case .line: typed = Typed(kind: .line, line: PromptLine(.momentLineAsk, moment.line))
    case .length:
      typed = Typed(kind: .minutes, line: PromptLine(.momentLengthAsk, moment.minutes.map(String.init) ?? ""))
    case .keepTyped: keepTyped(in: context)
    case .leaveTyped:
      moment.line = line
      typed = nil
    case .move(let way) where stage == .kind:
      kinds.fit(rows: rect.rows)
      kinds.move(way)
    case .move(let way): rows.move(way, in: rowsPlace(in: rect))
    }
    return []
  }

  private mutating func choose(_ kind: Moment.Kind) {
    moment.kind = kind
    kinds.select(kind)
    stage = .with
  }

  /// An offered name is taken first.
  private mutating func next() {
    if stage == .kind { return choose(kinds.selection ?? moment.kind) }
    if let name = names?.selected {
      let before = listed.dropLast()
      with = Field((before + [name]).joined(separator: ", "), placeholder: with.placeholder)
      names = nil
    } else {
      stage = .felt
    }
  }

  private mutating func back() -> [Effect] {
    switch stage {
    case .kind: return lineDraft.forgetting + [.close]
    case .with where names != nil: names = nil
    case .with: stage = .kind
    case .more where !isNew: return lineDraft.forgetting + [.close]
    case .felt, .more: stage = .with
    }
    return []
  }

  /// Another day, at the same hour; none that is still to come.
  private mutating func move(by days: Int, in context: Context) {
    let day = moment.day.adding(days: days)
    guard day <= context.today else { return }
    moment.day = day
    moment.stamp = moment.stamp.moved(days: days, in: context.zone)
  }

  /// Also while it is typed: no word of it is lost.
  private var line: String { typed?.kind == .line ? typed?.line.answer ?? "" : moment.line }

  private mutating func keepTyped(in context: Context) {
    guard let typed else { return }
    let answer = typed.line.answer
    switch typed.kind {
    case .line: moment.line = answer
    case .minutes:
      let minutes = Int(answer)
      guard answer.isEmpty || minutes.map(Moment.minutesRange.contains) == true else {
        self.typed?.line.trouble = context.words[.momentLengthRefused]
        return
      }
      moment.minutes = minutes
      rows.show(MomentRows.rows(context.words, other: minutes))
      rows.answers[MomentRows.length] = MomentRows.answers(of: moment)[MomentRows.length]
    }
    self.typed = nil
  }

  private mutating func save(in context: Context) -> [Effect] {
    isSaving = true
    return [.wish(.answers(.saveMoment(noted(in: context))))]
  }

  /// What cannot be used is said first; who leaves it so leaves without it.
  private mutating func finish(in context: Context) -> [Effect] {
    let wasTold = typed?.line.trouble != nil
    keepTyped(in: context)
    if wasTold { typed = nil }
    if typed != nil { return [.stay] }
    return isTouched ? save(in: context) : lineDraft.forgetting + [.close]
  }

  private func noted(in context: Context) -> Moment {
    var noted = noted
    noted.modifiedAt = context.now
    return noted
  }

  private var noted: Moment {
    var noted = moment
    noted.line = line
    noted.with = listed.filter { !$0.isEmpty && $0.lowercased() != nobody }.uniqued()
    MomentRows.put(rows.answers, into: &noted)
    noted.minutes = minutes(of: noted)
    return noted
  }

  /// Also while they are typed, where they can be read.
  private func minutes(of noted: Moment) -> Int? {
    guard let typed, typed.kind == .minutes else { return noted.minutes }
    if typed.line.answer.isEmpty { return nil }
    return Int(typed.line.answer).flatMap { Moment.minutesRange.contains($0) ? $0 : nil } ?? noted.minutes
  }

  /// The names as they are typed; the last may be only begun.
  private var listed: [String] {
    with.text.split(separator: ",", omittingEmptySubsequences: false).map { name in
      let bare = name.trimmed
      return bare.hasPrefix("@") ? String(bare.dropFirst()) : bare
    }
  }

  private mutating func take(_ input: Input, in rect: Rect, _ context: Context) -> [Effect] {
    if typed != nil {
      typed?.line.handle(input)
      lineDraft.change(line == begun.line ? "" : line, in: context)
      return []
    }
    switch stage {
    case .kind:
      guard case .mouse(let event) = input else { break }
      if kinds.opens(with: event, in: rect) { next() }
    case .with: return type(input)
    case .felt:
      guard case .key(let key) = input, let number = key.digit, (1...5).contains(number) else { break }
      rows.answers[MomentRows.felt] = Double(number)
      return save(in: context)
    case .more: rows.handle(input, in: rowsPlace(in: rect))
    }
    return []
  }

  private mutating func type(_ input: Input) -> [Effect] {
    if names?.handle(input) == true { return [] }
    guard with.handle(input) else { return [] }
    names = nil
    return listed.last.map { $0.isEmpty ? [] : [.wish(.findNames(.person, prefix: $0))] } ?? []
  }

  private mutating func hear(_ event: Event, in context: Context) -> [Effect] {
    switch event {
    case .finishAsked: return finish(in: context)
    case .namesFound(.person, let prefix, let found) where stage == .with && listed.last == prefix:
      // One with a comma in it would be two people here.
      let found = found.filter(PersonName.isOne)
      names = found.isEmpty || found == [prefix] ? nil : Completion(found)
    case .momentSaved(let id) where id == moment.id:
      return lineDraft.forgetting + (isSaving ? [.close, .say(Notice(context.saved(under: moment.day)))] : [])
    case .refused: isSaving = false
    default: if !isSaving { return lineDraft.hear(event, in: context) }
    }
    return []
  }

  package var wakes: Int? { isSaving ? nil : lineDraft.wakes }

  // MARK: Draw

  private static func place(in body: Rect) -> Rect { Flow(body, airyFrom: 8).rest }

  package func draw(on frame: inout Frame, in body: Rect, _ context: Context) {
    let rect = Self.place(in: body)
    switch stage {
    case .kind: drawKinds(on: &frame, in: rect, context)
    case .with: drawNames(on: &frame, in: rect, context)
    case .felt: drawFelt(on: &frame, in: rect, context)
    case .more: drawMore(on: &frame, in: rect, context)
    }
  }

  /// The line that was written of it stands below the rest.
  private func showsLine(in rect: Rect) -> Bool { typed == nil && !moment.line.isEmpty && rect.rows >= 5 }

  /// Where the rows stand while nothing is typed.
  private func rowsPlace(in rect: Rect) -> Rect { rect.dropBottom(showsLine(in: rect) ? 2 : 0) }

  private func drawMore(on frame: inout Frame, in rect: Rect, _ context: Context) {
    if let typed {
      let foot = min(typed.line.height(columns: rect.columns, context.words), rect.rows)
      rows.draw(on: &frame, in: rect.dropBottom(foot), context.words)
      return typed.line.draw(on: &frame, in: rect.bottom(foot), context.words)
    }
    rows.draw(on: &frame, in: rowsPlace(in: rect), context.words)
    if showsLine(in: rect) {
      frame.put(moment.line.truncated(to: rect.columns), at: rect.bottom(1).origin, style: .question)
    }
  }

  private func drawKinds(on frame: inout Frame, in rect: Rect, _ context: Context) {
    kinds.draw(on: &frame, in: rect) { index, isMarked, frame, place in
      frame.put(String(Self.letters[index]), in: place, style: .key)
      frame.put(
        context.words.moment(Moment.Kind.allCases[index]).truncated(to: place.columns - 3),
        at: place.dropLeft(3).origin,
        style: isMarked ? .text.with(.bold) : .text)
    }
  }

  private func drawNames(on frame: inout Frame, in rect: Rect, _ context: Context) {
    // The line one types on comes first where there is no room for all.
    let line = rect.rows > 2 ? rect.dropTop(2) : rect.bottom(1)
    frame.put(context.words[.momentWith], in: rect.dropBottom(line.rows), style: .text.with(.bold))
    with.draw(.text, on: &frame, in: line.top(1))
    names?.draw(on: &frame, in: rect, near: frame.cursor)
  }

  private func drawFelt(on frame: inout Frame, in rect: Rect, _ context: Context) {
    frame.put(context.words[.momentFelt], in: rect, style: .text.with(.bold))
    for (place, word) in MomentRows.feelings.enumerated() where place + 2 < rect.rows {
      let row = rect.dropTop(place + 2).dropLeft(2)
      frame.put("\(place + 1)", in: row, style: .key)
      frame.put(context.words[word], in: row.dropLeft(3))
    }
    frame.cursor = rect.origin
  }
}
