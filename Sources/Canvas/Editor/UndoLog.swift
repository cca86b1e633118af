/// What was done to a text, to be taken back and done again without limit.
///
/// Typing becomes one step a word; erasing with a held key becomes one step, and so does a large paste; everything
/// else is a step each.
struct UndoLog: Equatable, Sendable {
  /// How a change came about, which decides whether it joins the one before.
  enum Kind: Equatable, Sendable {
    case typing, erasingBackward, erasingForward
    /// A large paste comes in several pieces.
    case pasting
    case other
  }

  /// One change: at a place, one text was put in place of another.
  struct Step: Equatable, Sendable {
    var kind: Kind
    var start: TextPosition
    var removed: String
    var inserted: String
    /// The cursor and selection before it.
    var before: Caret
  }

  private var done: [Step] = []
  private var undone: [Step] = []
  /// Whether the last step may still grow.
  private var isOpen = false

  mutating func record(_ step: Step) {
    undone.removeAll()
    guard isOpen, let last = done.popLast() else { return begin(step) }
    if let joined = last.joined(with: step) {
      done.append(joined)
    } else {
      done.append(last)
      begin(step)
    }
  }

  private mutating func begin(_ step: Step) {
    done.append(step)
    isOpen = true
  }

  /// What comes now is a step of its own.
  mutating func close() { isOpen = false }

  /// The step to take back; nil when there is none.
  mutating func back() -> Step? {
    close()
    guard let step = done.popLast() else { return nil }
    undone.append(step)
    return step
  }

  /// The step to do again; nil when there is none.
  mutating func forward() -> Step? {
    close()
    guard let step = undone.popLast() else { return nil }
    done.append(step)
    return step
  }
}

extension UndoLog.Step {
  /// Both as one step, where they belong together and touch.
  consuming func joined(with next: UndoLog.Step) -> UndoLog.Step? {
    guard kind == next.kind else { return nil }
    switch kind {
    case .other: return nil
    case .typing, .pasting:
      guard next.removed.isEmpty, next.start == start.advanced(past: inserted) else { return nil }
      guard kind == .pasting || !next.beginsWord(after: inserted) else { return nil }
      inserted += next.inserted
    case .erasingBackward:
      guard next.start.advanced(past: next.removed) == start else { return nil }
      removed = next.removed + removed
      start = next.start
    case .erasingForward:
      guard next.start == start else { return nil }
      removed += next.removed
    }
    return self
  }

  private func beginsWord(after text: String) -> Bool {
    text.last?.isWhitespace == true && inserted.first?.isWhitespace == false
  }
}
