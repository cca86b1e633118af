/// What a mouse did, and where.
package struct MouseEvent: Hashable, Sendable {
  /// What can be done with a mouse.
  package enum Action: Hashable, Sendable {
    case press, release
    /// Moved with a button held.
    case drag
    case wheelUp, wheelDown
    /// Moved without a button.
    case move
  }

  /// What was done.
  package var action: Action
  /// 1 left, 2 middle, 3 right, 8 and up for more; 0 where there is none or the terminal does not tell.
  package var button: Int
  /// The cell, from 0 at the top left of the screen.
  package var at: Point
  package var modifiers: Modifiers

  /// What a mouse did; by default with the left button.
  package init(_ action: Action, button: Int = 1, at point: Point, modifiers: Modifiers = []) {
    self.action = action
    self.button = button
    at = point
    self.modifiers = modifiers
  }
}

extension MouseEvent {
  /// A report of a terminal; nil for what is of no use here, such as a wheel that is tilted.
  ///
  /// - Parameters:
  ///   - code: the button in the bits 1, 2, 64 and 128; Shift 4, Alt 8, Control 16; motion 32.
  ///   - column: counted from 1, as `row` is.
  ///   - isRelease: told apart by the newer kind of report; the older says button 3.
  init?(code: Int, column: Int, row: Int, isRelease: Bool) {
    guard (0..<256).contains(code), column >= 1, row >= 1, let action = Action(code: code, isRelease: isRelease) else {
      return nil
    }
    let low = code & 3
    let isWheel = code & 64 != 0
    let button = isWheel || (low == 3 && code & 128 == 0) ? 0 : code & 128 == 0 ? low + 1 : low + 8
    var modifiers: Modifiers = []
    if code & 4 != 0 { modifiers.insert(.shift) }
    if code & 8 != 0 { modifiers.insert(.alt) }
    if code & 16 != 0 { modifiers.insert(.control) }
    self.init(action, button: button, at: Point(column: column - 1, row: row - 1), modifiers: modifiers)
  }

  /// A report of the old kind: three bytes, each with 32 added.
  init?(oldReport bytes: [UInt8]) {
    let numbers = bytes.map { Int($0) - 32 }
    guard numbers.count == 3 else { return nil }
    self.init(code: numbers[0], column: numbers[1], row: numbers[2], isRelease: false)
  }
}

extension MouseEvent.Action {
  fileprivate init?(code: Int, isRelease: Bool) {
    let hasButton = code & 3 != 3 || code & 128 != 0
    switch code & 96 {
    case 64 where code & 3 == 0: self = .wheelUp
    case 64 where code & 3 == 1: self = .wheelDown
    case 64, 96: return nil
    case 32: self = hasButton ? .drag : .move
    default: self = isRelease || !hasButton ? .release : .press
    }
  }
}
