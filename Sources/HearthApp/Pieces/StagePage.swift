import Canvas
import HearthContent

/// What a screen of several stages says while nothing is typed on it, scrolled where there is no room for all.
struct StagePage: Equatable {
  private var text = ScrollView()

  mutating func show(_ lines: [Line], in context: Context) {
    text.lines = lines
    text.fit(Self.place(in: Chrome.body(of: context.size)).size)
  }

  mutating func scroll(_ way: RowMove) { text.scroll(way) }
  mutating func handle(_ input: Input, in context: Context) {
    text.handle(input, in: Self.place(in: Chrome.body(of: context.size)))
  }

  var isAtEnd: Bool { text.isAtEnd }

  /// That there is more below.
  func status(in context: Context) -> Line? { isAtEnd ? nil : Line(context.words[.listMore], .dim) }

  private static func place(in body: Rect) -> Rect { Flow(body).rest }

  func draw(on frame: inout Frame, in body: Rect) { text.draw(on: &frame, in: Self.place(in: body)) }

  /// The keys of a stage that is read.
  static func reading<Command>(_ move: (RowMove) -> Command, back: Command) -> Bindings<Command> {
    RowKeys.text(move) + [Binding("Esc", back, .houseBack, hint: .keyBack)]
  }

  /// The keys of a stage at which a line is typed.
  ///
  /// - Parameters:
  ///   - next: what becomes of the line.
  ///   - name: what that is called in help.
  ///   - hint: the same in the key bar.
  static func typing<Command>(_ next: Command, _ name: Word, hint: Word, back: Command) -> Bindings<Command> {
    [Binding("Enter", next, name, hint: hint), Binding("Esc", back, .houseBack, hint: .keyBack)]
  }
}

/// A screen that goes from stage to stage: at most of them a text is read, at some a line is typed.
protocol StagedScreen: Screen {
  var page: StagePage { get set }
  /// Whether its present stage is read, and typed at otherwise.
  var isRead: Bool { get }
  /// What the present stage says.
  func text(in context: Context) -> [Line]
  mutating func carryOut(_ command: Command, in context: Context) -> [Effect]
  mutating func answer(_ input: Input, in context: Context) -> [Effect]
  mutating func learn(_ event: Event, in context: Context) -> [Effect]
}

extension StagedScreen {
  package func header(in context: Context) -> Header { .title(context.words[Self.title]) }
  package func status(in context: Context) -> Line? { isRead ? page.status(in: context) : nil }

  package mutating func update(_ message: Message<Command>, in context: Context) -> [Effect] {
    let effects =
      switch message {
      case .command(let command): carryOut(command, in: context)
      case .input(let input): answer(input, in: context)
      case .event(let event): learn(event, in: context)
      }
    page.show(text(in: context), in: context)
    return effects
  }
}
