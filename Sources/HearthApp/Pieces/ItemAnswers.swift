import Canvas
import HearthCore

/// Short sentences, one below the other, all with the same answers: arrows move, a digit answers and moves on.
struct ItemAnswers: Equatable {
  let items: [Step.Option]
  let answers: [Step.Option]
  /// By the id of an item, the id of its answer.
  private(set) var given: [String: String]
  private var list: ListView<String>

  init(_ items: [Step.Option], answers: [Step.Option], given: [String: String] = [:]) {
    self.items = items
    self.answers = answers
    self.given = given
    list = ListView(items.map { .init($0.id) })
  }

  /// - Returns: false for input it does not use: Enter, Tab, Esc and letters.
  @discardableResult
  mutating func handle(_ input: Input, in rect: Rect) -> Bool {
    let place = places(in: rect).list
    list.fit(rows: place.rows)
    if case .mouse(let event) = input { return list.handle(event, in: place) }
    guard case .key(let key) = input, key.modifiers.isEmpty else { return false }
    switch key.key {
    case .up: list.up()
    case .down: list.down()
    case .left: turn(by: -1)
    case .right: turn(by: 1)
    case .backspace, .delete: if let item = list.selection { given[item] = nil }
    case .character: return answer(key)
    default: return false
    }
    return true
  }

  private mutating func answer(_ key: KeyPress) -> Bool {
    guard let digit = key.digit, answers.indices.contains(digit - 1), let item = list.selection else { return false }
    given[item] = answers[digit - 1].id
    list.down()
    return true
  }

  private mutating func turn(by step: Int) {
    guard let item = list.selection else { return }
    let place = given[item].flatMap { id in answers.firstIndex { $0.id == id } } ?? (step > 0 ? -1 : 0)
    given[item] = answers[min(max(place + step, 0), answers.count - 1)].id
  }

  // MARK: Drawing

  private var width: Int { answers.map { TextWidth.columns(of: $0.text) }.max() ?? 0 }

  /// The answers with their digits, below what is asked.
  private func key(_ columns: Int) -> [String] {
    answers.enumerated().map { "\($0 + 1) \($1.text)" }.flowed(to: columns, between: "   ")
  }

  private func places(in rect: Rect) -> (key: Rect, list: Rect) {
    let rows = key(rect.columns).count
    let isShown = rect.rows >= items.count + rows + 1 || rect.rows > 6
    return isShown ? (rect.top(rows), rect.dropTop(rows + 1)) : (rect.top(0), rect)
  }

  func draw(on frame: inout Frame, in rect: Rect) {
    let places = places(in: rect)
    for (row, line) in key(rect.columns).prefix(places.key.rows).enumerated() {
      frame.put(line, at: places.key.dropTop(row).origin, style: .dim, limit: rect.columns)
    }
    list.draw(on: &frame, in: places.list) { index, isMarked, frame, place in
      draw(items[index], isMarked: isMarked, on: &frame, in: place)
    }
  }

  private func draw(_ item: Step.Option, isMarked: Bool, on frame: inout Frame, in place: Rect) {
    let answer = answers.first { $0.id == given[item.id] }?.text ?? "–"
    let room = min(width, place.columns / 2)
    frame.put(
      item.text.truncated(to: max(0, place.columns - room - 2)), at: place.origin,
      style: isMarked ? .text.with(.bold) : .text)
    frame.put(
      answer.truncated(to: room), at: place.right(room).origin, style: given[item.id] == nil ? .dim : .accent,
      limit: room)
  }
}
