import Canvas
import HearthContent
import HearthCore

/// Every question there is, by what it is about; within that, the one not seen for the longest time stands first.
package struct QuestionsScreen: Screen {
  package static let title = Word.questionsTitle

  /// Nil until they are here.
  private(set) var questions: [AskedQuestion]?
  /// Where to read about them; nil until it is here.
  private(set) var library: Library?
  private(set) var list = ListView<String>()
  /// What stands in each row of the list.
  private var items: [Item] = []
  private var columns = 0
  private(set) var narrowing = Narrowing.none
  /// The person has asked for what does not belong to what they want to understand as well.
  private var isWide = false

  private enum Item: Equatable {
    case heading(String)
    case question(AskedQuestion)
  }

  package var awaits: Bool { questions == nil }

  // MARK: Commands

  package enum Command: Hashable, Sendable {
    case open, write, read, putAside, widen, back
    case move(RowMove)
  }

  package static var tables: [KeyTable] {
    listing(.nothing, onList.all + onPutAside.all)
  }

  package var bindings: Bindings<Command> { (marked?.isPutAside == true ? Self.onPutAside : Self.onList)[narrowing] }

  private static let moving: Bindings<Command> =
    [Binding("r", .read, .cardRead, hint: .keyReadAbout)] + RowKeys.list(Command.move) + [
      Binding("Esc", .back, .houseBack, hint: .keyBack)
    ]
  private static let onList = NarrowedBindings(
    [
      Binding("Enter", Command.open, .questionsOpen, hint: .keyOpen),
      Binding("w", .write, .questionsWrite, hint: .keyAnswer), Binding("x", .putAside, .todayNever, hint: .keyNever),
    ], .widen, moving)
  private static let onPutAside = NarrowedBindings(
    [
      Binding("Enter", Command.open, .questionsOpen, hint: .keyOpen),
      Binding("w", .write, .questionsWrite, hint: .keyAnswer),
      Binding("x", .putAside, .questionsTakeUp, hint: .keyTakeUp),
    ], .widen, moving)

  package func header(in context: Context) -> Header { .title(context.words[.questionsTitle]) }

  /// What there is to read about the marked question.
  private var about: AboutLine { AboutLine(card: marked.flatMap { library?.card(leadingTo: .prompt($0.id)) }) }

  // MARK: Update

  private var marked: AskedQuestion? { questions?.first { $0.id == list.selection } }

  package mutating func update(_ message: Message<Command>, in context: Context) -> [Effect] {
    let place = place(in: Chrome.body(of: context.size))
    if place.columns != columns { show(columns: place.columns, context) }
    list.fit(rows: place.rows)
    switch message {
    case .command(let command): return carryOut(command, in: context)
    case .input(let input): return take(input, in: place)
    case .event(.shown), .event(.takenBack):
      return [.wish(.questions(.list))] + (library == nil ? [.wish(.loadLibrary)] : [])
    case .event(.libraryLoaded(let loaded)): library = loaded
    case .event(.questions(.listed(let listed))), .event(.questions(.changed(let listed))):
      questions = listed
      show(columns: place.columns, context)
    case .event: break
    }
    return []
  }

  private mutating func carryOut(_ command: Command, in context: Context) -> [Effect] {
    switch command {
    case .open: return open()
    case .read:
      return about.card.map { [.open(.card($0.id))] } ?? [.say(Notice(context.words[.cardNone]))]
    case .write: return marked.map { [.open(.compose(.blank(answering: $0.prompt)))] } ?? []
    case .putAside:
      return marked.map { [.wish(.questions($0.isPutAside ? .takeUp($0.id) : .putAside($0.id)))] } ?? []
    case .widen:
      isWide.toggle()
      show(columns: columns, context)
    case .move(let way): list.move(way)
    case .back: return [.close]
    }
    return []
  }

  /// What was written about it before, where there is something; else a page to write on.
  private func open() -> [Effect] {
    guard let marked else { return [] }
    return [.open(marked.answers > 0 ? .answers(marked.prompt) : .compose(.blank(answering: marked.prompt)))]
  }

  /// A click marks; a click on what is marked opens it.
  private mutating func take(_ input: Input, in place: Rect) -> [Effect] {
    guard case .mouse(let event) = input else { return [] }
    return list.opens(with: event, in: place) ? open() : []
  }

  // MARK: What is shown

  private mutating func show(columns: Int, _ context: Context) {
    let words = context.words
    self.columns = columns
    let all = (questions ?? []).filter { !$0.isPutAside }
    let chosen = all.filter { context.settings.interests.include($0.prompt) }
    narrowing = Narrowing(hides: chosen.count < all.count, isWide: isWide)
    let asked = narrowing == .chosen ? chosen : all
    let sections = asked.compactMap(\.prompt.categories.first).uniqued().map { category in
      (words.category(category), asked.filter { $0.prompt.categories.first == category }.longestUnseenFirst)
    }
    let putAside = (words[.questionsPutAside], (questions ?? []).filter(\.isPutAside))
    items = (sections + [putAside]).filter { !$0.1.isEmpty }.flatMap { heading, rows in
      [.heading(heading)] + rows.map(Item.question)
    }
    var list = list
    list.show(items) { item in
      guard case .question(let question) = item else { return nil }
      return .init(question.id, height: rows(of: question, words).count)
    }
    self.list = list
  }

  /// The question, a word of warning where it can weigh, and how often it was answered.
  private func rows(of question: AskedQuestion, isMarked: Bool = false, _ words: Words) -> [Line] {
    let style: Style = isMarked ? .text.with(.bold) : .text
    // What is below the first row hangs, or two questions would read as one.
    func hung(_ text: String, _ style: Style) -> [Line] {
      var line = Line(text, style)
      line.hang = 2
      return line.wrapped(to: max(1, columns - 2))
    }
    let said: String? =
      switch question.answers {
      case 0: nil
      case 1: words[.questionsAnsweredOnce]
      default: words[.questionsAnswered, ["n": words.number(question.answers)]]
      }
    let below = [question.prompt.note, said].compactMap(\.self)
    return hung(question.prompt.text, style) + below.flatMap { hung("  " + $0, .dim) }
  }

  // MARK: Draw

  private func place(in body: Rect) -> Rect {
    Flow(body, airyFrom: 10).rest.dropBottom(about.rows(in: body))
  }

  package func draw(on frame: inout Frame, in body: Rect, _ context: Context) {
    about.draw(on: &frame, in: body, context.words)
    list.draw(on: &frame, in: place(in: body)) { index, isMarked, frame, place in
      switch items[index] {
      case .heading(let heading): frame.putHeading(heading, in: place)
      case .question(let question):
        rows(of: question, isMarked: isMarked, context.words).draw(on: &frame, in: place)
      }
    }
  }
}
