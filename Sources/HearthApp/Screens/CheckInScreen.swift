import Canvas
import FoundationEssentials
import HearthContent
import HearthCore

/// How it is now: a few scales, one key each, each of them optional. Everything that can be asked is a key away.
package struct CheckInScreen: Screen {
  package static let title = Word.checkInTitle

  private var checkIn: CheckIn
  private let isNew: Bool
  /// Nil until it is known what can be asked.
  private var fields: [CheckInField]?
  private var rows: AnswerRows
  private var showsAll = false
  private var isSaving = false
  /// The day it was of before it was moved.
  private let begunDay: Day
  /// On a day with little energy one answer is all there is to it.
  private let isOneKey: Bool

  /// - Parameter known: one that is changed; nil begins another.
  init(_ known: CheckIn?, in context: Context) {
    isNew = known == nil
    isOneKey = known == nil && context.settings.lowEnergy.isOn(context.today)
    checkIn =
      known
      ?? CheckIn(
        id: context.makeID(), stamp: context.stamp, day: context.today, answers: [:], createdAt: context.now)
    begunDay = checkIn.day
    rows = AnswerRows(answers: checkIn.answers)
  }

  /// What is typed while the page closes is meant for what comes after it.
  package var awaits: Bool { fields == nil || isSaving }
  package var holdsWords: Bool { hasChanged }

  // MARK: Commands

  package enum Command: Hashable, Sendable {
    case save, leave, discard, more, ask, earlier, later, trash
    case move(RowMove)
  }

  package var takes: Takes { .digits }
  package var answering: Answering? { rows.answering }
  package static var tables: [KeyTable] {
    listing(.digits, [onNew, onKnown])
  }

  package var bindings: Bindings<Command> { isNew ? Self.onNew : Self.onKnown }

  private static let onNew: Bindings<Command> = own + RowKeys.answers(Command.move)
  private static let own: Bindings<Command> = [
    Binding("Enter C-s", Command.save, .checkInSave, hint: .keySave),
    Binding("Esc", .leave, .checkInLeave, hint: .keyBackKept),
    Binding("Tab", .more, .checkInMore, hint: .keyMore),
    Binding("C-x", .discard, .checkInDiscard, hint: .keyKeepNothing),
    Binding("x", .ask, .checkInAsk, hint: .keyAsk),
    Binding("[", .earlier, .checkInEarlier, hint: .keyEarlierDay), Binding("]", .later, .checkInLater),
  ]
  private static let onKnown: Bindings<Command> =
    onNew + [Binding("d", .trash, .checkInTrash, hint: .keyTrash)]

  package func header(in context: Context) -> Header {
    .title("\(context.words[.checkInTitle])  \(context.when(checkIn.stamp))")
  }

  /// What is on the page is kept before the program leaves or locks.
  package func unkept(in context: Context) -> Wish? {
    hasChanged && !rows.answers.isEmpty ? .answers(.saveCheckIn(answered(in: context))) : nil
  }

  private var hasChanged: Bool { rows.answers != checkIn.answers || checkIn.day != begunDay }

  // MARK: Update

  package mutating func update(_ message: Message<Command>, in context: Context) -> [Effect] {
    let rect = Self.place(in: Chrome.body(of: context.size))
    switch message {
    case .command(let command): return carryOut(command, in: rect, context)
    case .input(let input):
      rows.handle(input, in: rect)
      if isOneKey, !showsAll, input.isDigit, !rows.answers.isEmpty { return save(in: context) }
    case .event(let event): return hear(event, in: context)
    }
    return []
  }

  private mutating func carryOut(_ command: Command, in rect: Rect, _ context: Context) -> [Effect] {
    switch command {
    case .save: return save(in: context)
    case .leave: return hasChanged ? save(in: context) : [.close]
    case .discard: return [.close, .say(Notice(context.words[.noticeNothingKept]))]
    case .more:
      showsAll.toggle()
      show(in: context)
    case .ask: return ask(in: context)
    case .earlier: move(by: -1, in: context)
    case .later: move(by: 1, in: context)
    case .trash: return trash(in: context)
    case .move(let way): rows.move(way, in: rect)
    }
    return []
  }

  /// Nothing answered is nothing kept; all answers taken back takes the check-in back.
  private mutating func save(in context: Context) -> [Effect] {
    if rows.answers.isEmpty { return isNew ? [.close] : trash(in: context) }
    isSaving = true
    return [.wish(.answers(.saveCheckIn(answered(in: context))))]
  }

  private func trash(in context: Context) -> [Effect] {
    [.wish(.answers(.trashCheckIn(checkIn.id))), .close, .say(Notice(context.words[.noticeTrashed]))]
  }

  private func answered(in context: Context) -> CheckIn {
    var answered = checkIn
    answered.answers = rows.answers
    answered.modifiedAt = context.now
    return answered
  }

  /// The field of the marked row is asked each time from now on, or no more.
  private func ask(in context: Context) -> [Effect] {
    guard let fields, let measure = rows.marked?.measure,
      let field = fields.first(where: { $0.measures.contains { $0.id == measure.id } })
    else { return [] }
    var settings = context.settings
    guard let asked = Self.asked(of: fields, by: settings, turning: field.id) else {
      return [.say(Notice(context.words[.checkInAskedLast]))]
    }
    settings.checkInFields = asked
    let said: Word = asked.contains(field.id) ? .checkInAskedNow : .checkInAskedNoMore
    return [.wish(.change(settings)), .say(Notice(context.words[said, ["field": field.title]]))]
  }

  /// Another day, at the same hour; none that is still to come.
  private mutating func move(by days: Int, in context: Context) {
    let day = checkIn.day.adding(days: days)
    guard day <= context.today else { return }
    checkIn.day = day
    checkIn.stamp = checkIn.stamp.moved(days: days, in: context.zone)
  }

  private mutating func hear(_ event: Event, in context: Context) -> [Effect] {
    switch event {
    case .shown: return fields == nil ? [.wish(.answers(.fields))] : []
    case .fieldsLoaded(let loaded) where fields == nil:
      fields = loaded
      show(in: context)
    case .finishAsked: return carryOut(.leave, in: Self.place(in: Chrome.body(of: context.size)), context)
    case .checkInSaved(let id) where id == checkIn.id && isSaving:
      return [.close, .say(Notice(context.saved(under: checkIn.day)))]
    case .refused: isSaving = false
    default: break
    }
    return []
  }

  // MARK: What is asked

  /// Those the person has chosen, else the first few.
  static func asked(of fields: [CheckInField], by settings: Settings) -> [CheckInField] {
    let chosen = settings.checkInFields
    return fields.filter { chosen.isEmpty ? $0.isFirst : chosen.contains($0.id) }
  }

  /// The same with one field more, or with one less; nil where none would be left, because that means the first few.
  static func asked(of fields: [CheckInField], by settings: Settings, turning id: String) -> [String]? {
    let asked = asked(of: fields, by: settings).map(\.id)
    let turned = asked.contains(id) ? asked.filter { $0 != id } : asked + [id]
    return turned.isEmpty ? nil : turned
  }

  /// What was answered is always there to be seen.
  private mutating func show(in context: Context) {
    guard let fields else { return }
    let asked = isOneKey ? fields.filter { $0.id == "mood" } : Self.asked(of: fields, by: context.settings)
    let shown = fields.filter { field in
      showsAll || asked.contains(field) || field.measures.contains { rows.answers[$0.id] != nil }
    }
    rows.show(shown.flatMap { field in Self.rows(of: field, context.words) })
  }

  private static func rows(of field: CheckInField, _ words: Words) -> [AnswerRows.Row] {
    switch field.kind {
    case .scale(let measure) where measure.id == "mood": [.scale(named(measure, words))]
    case .scale(let measure): [.scale(measure)]
    case .choice(let measure): [.choice(measure)]
    case .ticks(let measures): [.heading(field.title)] + measures.map { .tick($0) }
    }
  }

  /// The words of the moods are the person's and do not stand in the file.
  private static func named(_ mood: Measure, _ words: Words) -> Measure {
    let ends = [mood.range.lowerBound, mood.range.upperBound].compactMap(Mood.init).map { words.mood($0) }
    return Measure(
      id: mood.id, title: mood.title, question: mood.question, range: mood.range, low: ends.first, high: ends.last,
      perDay: mood.perDay)
  }

  // MARK: Draw

  private static func place(in body: Rect) -> Rect { Flow(body, airyFrom: 8).rest }

  package func draw(on frame: inout Frame, in body: Rect, _ context: Context) {
    rows.draw(on: &frame, in: Self.place(in: body), context.words)
  }
}
