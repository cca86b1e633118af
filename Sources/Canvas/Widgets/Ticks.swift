/// Any of several answers. Arrows move, Space ticks, digits tick at once.
package struct Ticks: Equatable, Sendable {
  private var options: Options
  private var chosen: Set<String>

  /// - Parameter ids: what the answers are called in data; their words are told while drawing.
  package init(_ ids: [String], ticked: [String] = []) {
    options = Options(ids)
    chosen = Set(ticked).intersection(ids)
  }

  /// The ids of all answers, in order.
  package var ids: [String] { options.ids }
  /// The ids of the ticked answers, in the order in which they stand.
  package var ticked: [String] { ids.filter(chosen.contains) }

  private mutating func toggle(_ index: Int) {
    options.mark(index)
    guard ids.indices.contains(options.marked) else { return }
    chosen.formSymmetricDifference([ids[options.marked]])
  }

  // MARK: Taking in

  /// - Parameters:
  ///   - rect: the area it is drawn in; with `label`, its text, a click ticks.
  /// - Returns: false for input it does not use: Enter, Tab, Esc and letters.
  @discardableResult
  package mutating func handle(_ input: Input, in rect: Rect? = nil, label: (Int) -> String = { _ in "" }) -> Bool {
    if let index = options.index(meantBy: input, in: rect, sign: Self.sign, label: label) {
      toggle(index)
      return true
    }
    guard case .key(let press) = input, press.modifiers.isEmpty else { return false }
    return handle(press.key)
  }

  private mutating func handle(_ key: Key) -> Bool {
    switch key {
    case .up: options.mark(options.marked - 1)
    case .down: options.mark(options.marked + 1)
    case .character(" "): toggle(options.marked)
    default: return false
    }
    return true
  }

  // MARK: Drawing

  private static let sign = "[ ]"

  /// How many rows it takes.
  package func height(columns: Int, label: (Int) -> String) -> Int {
    options.height(columns: columns, sign: Self.sign, label: label)
  }

  /// - Parameter label: the words of the answer of that place.
  package func draw(on frame: inout Frame, in rect: Rect, isFocused: Bool = true, label: (Int) -> String) {
    let sign = { (index: Int) in chosen.contains(ids[index]) ? ("[✓]", true) : (Self.sign, false) }
    if !ids.isEmpty { options.draw(on: &frame, in: rect, isFocused: isFocused, sign: sign, label: label) }
  }
}
