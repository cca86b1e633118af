import Canvas
import HearthContent
import HearthCore

/// Makes or takes away the recovery code: a second way into a sealed journal, written on paper. It counts once two of
/// its groups were typed back.
package struct RecoveryScreen: StagedScreen {
  package static let title = Word.recoveryTitle

  private(set) var stage = Stage.explained
  private var isSealed: Bool
  private var hasRecovery: Bool
  private var code = SecretText()
  private var typed = SecretText()
  private var trouble: String?
  var page = StagePage()

  enum Stage: Equatable { case explained, shown, checking, keeping }

  init(in context: Context) {
    isSealed = context.safekeeping?.isSealed ?? false
    hasRecovery = context.safekeeping?.hasRecovery ?? false
  }

  // MARK: Commands

  package enum Command: Hashable, Sendable {
    case make, takeAway, next, back
    case move(RowMove)
  }

  package var takes: Takes { stage == .checking ? .text : .nothing }

  package var bindings: Bindings<Command> {
    switch stage {
    case .explained: !isSealed ? Self.reading : hasRecovery ? Self.onCode : Self.onNone
    case .shown: Self.onShown
    case .checking: Self.onCheck
    case .keeping: Self.reading
    }
  }

  private static let reading = StagePage.reading(Command.move, back: .back)
  private static let onNone: Bindings<Command> =
    [Binding("Enter", .make, .recoveryMake, hint: .keyMake)] + reading
  private static let onCode: Bindings<Command> =
    [
      Binding("Enter", .make, .recoveryMakeAnother, hint: .keyAnother),
      Binding("t", .takeAway, .recoveryTakeAway, hint: .keyTakeAway),
    ] + reading
  private static let onShown: Bindings<Command> =
    [Binding("Enter", .next, .recoveryNext, hint: .keyNext)] + reading
  private static let onCheck: Bindings<Command> = [
    Binding("Enter", .next, .recoveryKeep, hint: .keyDone), Binding("Esc", .back, .houseBack, hint: .keyBack),
  ]

  var isRead: Bool { stage != .checking }

  // MARK: Update

  mutating func carryOut(_ command: Command, in context: Context) -> [Effect] {
    switch command {
    case .move(let way): page.scroll(way)
    case .make: return [.wish(.drawCode)]
    case .takeAway:
      stage = .keeping
      return [.wish(.keepCode(nil))]
    case .next: return goOn(in: context)
    case .back: return stepBack()
    }
    return []
  }

  private mutating func stepBack() -> [Effect] {
    switch stage {
    case .explained, .keeping: return [.close]
    case .checking:
      stage = .shown
      typed.wipe()
      trouble = nil
    case .shown: forget()
    }
    return []
  }

  private mutating func forget() {
    stage = .explained
    code.wipe()
    typed.wipe()
    trouble = nil
  }

  private mutating func goOn(in context: Context) -> [Effect] {
    guard stage == .checking else {
      stage = .checking
      return []
    }
    let groups = groups
    let wanted = asked.map { groups[$0] }.joined()
    let isRight = typed.text.filter { !$0.isWhitespace }.uppercased() == wanted
    typed.wipe()
    guard isRight else {
      trouble = context.words[.recoveryDiffers]
      return []
    }
    let kept = code
    code = SecretText()
    stage = .keeping
    return [.wish(.keepCode(kept))]
  }

  mutating func answer(_ input: Input, in context: Context) -> [Effect] {
    if stage == .checking {
      if typed.handle(input) { trouble = nil }
    } else {
      page.handle(input, in: context)
    }
    return []
  }

  mutating func learn(_ event: Event, in context: Context) -> [Effect] {
    switch event {
    case .codeDrawn(let drawn):
      code = drawn
      stage = .shown
    case .codeKept(let isThere) where stage == .keeping:
      return [.close, .say(Notice(context.words[isThere ? .recoveryKept : .recoveryGone]))]
    case .refused: stage = .explained
    case .screenCleared where stage != .keeping: forget()
    default: break
    }
    return []
  }

  // MARK: The code

  private var groups: [String] { code.text.split(separator: " ").map(String.init) }

  /// The places of the two that are asked for, one early and one late. Which they are comes from the code itself.
  private var asked: [Int] {
    let sum = code.text.unicodeScalars.reduce(0) { $0 + Int($1.value) }
    return groups.count == 7 ? [sum % 3, 3 + sum % 4] : []
  }

  // MARK: Draw

  func text(in context: Context) -> [Line] {
    let words = context.words
    switch stage {
    case .explained where !isSealed:
      return .page(words[.recoveryTitle], [words[.recoveryWhat], words[.recoveryNeedsPassphrase]])
    case .explained:
      return .page(
        words[hasRecovery ? .recoveryIsSet : .recoveryNone],
        [words[.recoveryWhat], words[hasRecovery ? .recoveryAnother : .recoveryWhere]])
    case .shown:
      let rows = [groups.prefix(4), groups.dropFirst(4)].map { Line("  " + $0.joined(separator: "  "), .strong) }
      return [Line(words[.recoveryWriteDown]), Line()] + rows + [Line(), Line(words[.recoveryOnlyHere])]
    case .checking:
      let places = asked.map { String($0 + 1) }
      return [Line(words[.recoveryTypeBack, ["one": places.first ?? "", "other": places.last ?? ""]])]
    case .keeping: return [Line(words[.recoveryKeeping])]
    }
  }

  package func draw(on frame: inout Frame, in body: Rect, _ context: Context) {
    if stage == .checking {
      let said = trouble.map { Line($0, .error) }
      return TypedLine(field: typed, said: said, asCode: true).draw(below: text(in: context), on: &frame, in: body)
    }
    page.draw(on: &frame, in: body)
  }
}

extension RecoveryScreen {
  /// What it can be in beside its beginning, for those who list keys.
  static func states(in context: Context) -> [any Screen] {
    var (none, one) = (RecoveryScreen(in: context), RecoveryScreen(in: context))
    (none.isSealed, one.isSealed, one.hasRecovery) = (true, true, true)
    let later = [Stage.shown, .checking].map { stage in
      var screen = none
      screen.stage = stage
      return screen
    }
    return [none, one] + later
  }
}
