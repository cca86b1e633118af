/// One answer of several, or none yet. Arrows choose, digits answer, Backspace takes the answer back.
package struct Choice: Equatable, Sendable {
  private var options: Options
  /// The id of the chosen answer.
  package private(set) var chosen: String?

  /// - Parameter ids: what the answers are called in data; their words are told while drawing.
  package init(_ ids: [String], chosen: String? = nil) {
    options = Options(ids)
    if let chosen, let index = ids.firstIndex(of: chosen) { choose(index) }
  }

  /// The ids of all answers, in order.
  package var ids: [String] { options.ids }

  private mutating func choose(_ index: Int) {
    guard !ids.isEmpty else { return }
    options.mark(index)
    chosen = ids[options.marked]
  }

  // MARK: Taking in

  /// - Parameters:
  ///   - rect: the area it is drawn in; with `label`, its text, a click chooses.
  /// - Returns: false for input it does not use: Enter, Tab, Esc and letters.
  @discardableResult
  package mutating func handle(_ input: Input, in rect: Rect? = nil, label: (Int) -> String = { _ in "" }) -> Bool {
    if let index = options.index(meantBy: input, in: rect, sign: Self.sign, label: label) {
      choose(index)
      return true
    }
    guard case .key(let press) = input, press.modifiers.isEmpty else { return false }
    return handle(press.key)
  }

  private mutating func handle(_ key: Key) -> Bool {
    switch key {
    case .up: choose(chosen == nil ? options.marked : options.marked - 1)
    case .down: choose(chosen == nil ? options.marked : options.marked + 1)
    case .character(" "): choose(options.marked)
    case .backspace, .delete: chosen = nil
    default: return false
    }
    return true
  }

  // MARK: Drawing

  private static let sign = "○"

  /// How many rows it takes.
  package func height(columns: Int, label: (Int) -> String) -> Int {
    options.height(columns: columns, sign: Self.sign, label: label)
  }

  /// - Parameter label: the words of the answer of that place.
  package func draw(on frame: inout Frame, in rect: Rect, isFocused: Bool = true, label: (Int) -> String) {
    let sign = { (index: Int) in ids[index] == chosen ? ("●", true) : (Self.sign, false) }
    guard !ids.isEmpty else { return }
    // While nothing is chosen, no row is marked.
    if isFocused { frame.cursor = rect.origin }
    options.draw(on: &frame, in: rect, isFocused: isFocused && chosen != nil, sign: sign, label: label)
  }
}
