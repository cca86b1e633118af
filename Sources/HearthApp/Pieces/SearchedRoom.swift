import Canvas
import HearthContent

/// A room that is a `SearchedList`. It says what there is to open; how one looks, moves and leaves is the same in all.
protocol SearchedRoom: Screen {
  associatedtype Row: Hashable & Sendable

  /// What stands in the search line until something is typed.
  static var placeholder: Word { get }
  var listed: SearchedList<Row> { get set }
  mutating func carryOut(_ command: Command, in context: Context) -> [Effect]
  mutating func learn(_ event: Event, in context: Context) -> [Effect]
  /// Opens what is marked.
  func open() -> [Effect]
  /// Shows what the search and the person's wishes leave.
  mutating func show(in context: Context)
  /// What stands beside the list about what is marked.
  func page(in context: Context) -> [Line]
  /// Why the list is empty, where it is; nil until what it shows is here.
  var whyEmpty: Word? { get }
  /// What a row says, and what stands at its end.
  func said(_ row: Row, in context: Context) -> (String, right: String)
}

extension SearchedRoom {
  package var takes: Takes { listed.query == nil ? .nothing : .text }

  package mutating func update(_ message: Message<Command>, in context: Context) -> [Effect] {
    listed.fit(in: Chrome.body(of: context.size))
    let effects =
      switch message {
      case .command(let command): carryOut(command, in: context)
      case .input(let input): answer(input, in: context)
      case .event(let event): learn(event, in: context)
      }
    listed.turnPage(to: page(in: context))
    return effects
  }

  package func draw(on frame: inout Frame, in body: Rect, _ context: Context) {
    listed.draw(on: &frame, in: body, whyEmpty: whyEmpty.map { context.words[$0] }) { said($0, in: context) }
  }

  private mutating func answer(_ input: Input, in context: Context) -> [Effect] {
    if case .mouse(let event) = input {
      return listed.opens(with: event, in: Chrome.body(of: context.size)) ? openAndLeaveSearch(in: context) : []
    }
    if listed.type(input) {
      show(in: context)
      listed.goToTop()
    }
    return []
  }

  // MARK: What their commands have in common

  mutating func search(in context: Context) { listed.search(context.words[Self.placeholder]) }

  mutating func leaveSearch(in context: Context) {
    listed.endSearch()
    show(in: context)
  }

  mutating func widen(in context: Context) {
    listed.widen()
    show(in: context)
  }

  /// Closes the search line, so that keys are commands again on return.
  mutating func openAndLeaveSearch(in context: Context) -> [Effect] {
    let effects = open()
    if listed.query != nil, !effects.isEmpty { leaveSearch(in: context) }
    return effects
  }
}
