import Canvas
import FoundationEssentials
import HearthContent
import HearthCore

/// A run to read again, whole, in the words in which it was asked.
package struct PastRunScreen: Screen {
  package static let title = Word.runTitle

  let id: UUID
  /// Nil until it is here.
  private(set) var kept: KeptRun?
  private var text = ScrollView()

  init(_ id: UUID) { self.id = id }

  package var awaits: Bool { kept == nil }

  // MARK: Commands

  package enum Command: Hashable, Sendable {
    case again, remove, back
    case move(RowMove)
  }

  package static var tables: [KeyTable] {
    listing(.nothing, [keys])
  }

  package var bindings: Bindings<Command> { Self.keys }

  private static let keys: Bindings<Command> =
    [
      Binding("Enter", Command.again, .runAgain, hint: .keyAgain),
      Binding("d", .remove, .practicesRemove, hint: .keyTrash),
    ] + RowKeys.text(Command.move) + [Binding("Esc", .back, .readBack, hint: .keyBack)]

  package func header(in context: Context) -> Header { .title(kept?.run.title ?? context.words[.roomPractice]) }

  package func status(in context: Context) -> Line? { text.isAtEnd ? nil : Line(context.words[.listMore], .dim) }

  // MARK: Update

  package mutating func update(_ message: Message<Command>, in context: Context) -> [Effect] {
    let rect = Self.place(in: Chrome.body(of: context.size))
    text.fit(rect.size)
    switch message {
    case .command(let command): return carryOut(command)
    case .input(let input): text.handle(input, in: rect)
    case .event(.shown), .event(.takenBack): return [.wish(.practices(.run(id)))]
    case .event(.runLoaded(let loaded)) where loaded.run.id == id:
      kept = loaded
      text.lines = RunPage(loaded, isTitled: false, context).lines
    case .event(.runMissing(id)), .event(.made(.letGoOfRun(id))): return [.close]
    case .event: break
    }
    return []
  }

  private mutating func carryOut(_ command: Command) -> [Effect] {
    switch command {
    case .again: return kept.map { [.close, .open(.practice(.begin($0.run.practice)))] } ?? []
    case .remove: return [.wish(.make(.letGoOfRun(id)))]
    case .move(let way): text.scroll(way)
    case .back: return [.close]
    }
    return []
  }

  // MARK: Draw

  private static func place(in body: Rect) -> Rect { Flow(body, airyFrom: 8).rest }

  package func draw(on frame: inout Frame, in body: Rect, _ context: Context) {
    text.draw(on: &frame, in: Self.place(in: body))
  }
}
