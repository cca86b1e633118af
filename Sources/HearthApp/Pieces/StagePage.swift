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

  /// That there is more below.
  func status(in context: Context) -> Line? { text.isAtEnd ? nil : Line(context.words[.listMore], .dim) }

  private static func place(in body: Rect) -> Rect { Flow(body).rest }

  func draw(on frame: inout Frame, in body: Rect) { text.draw(on: &frame, in: Self.place(in: body)) }

  static func reading<Command>(_ move: (RowMove) -> Command, back: Command) -> Bindings<Command> {
    RowKeys.text(move) + [Binding("Esc", back, .houseBack, hint: .keyBack)]
  }
}
