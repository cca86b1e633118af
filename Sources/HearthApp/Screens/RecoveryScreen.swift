import Canvas
import HearthContent
import HearthCore

/// Makes or takes away the recovery code: a second way into a sealed journal, written on paper. It counts once two of
/// its groups were typed back. An open screen alone changes nothing here: what opens the journal is asked for first.
package struct RecoveryScreen: StagedScreen {
  package static let title = Word.recoveryTitle

  var stage = Stage.explained
  var isSealed: Bool
  var hasRecovery: Bool
  private var code = SecretText()
  private var typed = SecretText()
  private var trouble: String?
  var page = StagePage()
  /// It is to be taken away.
  private var isParting = false
  /// A code was shown, and does not count: its groups were not typed back.
  private var hasDropped = false

  enum Stage: Equatable {
    /// What a code is; what it means to be without.
    case explained, parting
    /// What opens the journal now is asked for, then tried; what was right goes on at once.
    case proving, trying
    case shown, checking, keeping
  }

  /// - Parameter hasDropped: a code was shown, and does not count.
  init(hasDropped: Bool = false, in context: Context) {
    self.hasDropped = hasDropped
    isSealed = context.safekeeping?.isSealed ?? false
    hasRecovery = context.safekeeping?.hasRecovery ?? false
  }

  /// Another page may have changed what this one speaks of.
  private mutating func lookAnew(in context: Context) {
    guard stage == .explained else { return }
    self = RecoveryScreen(hasDropped: hasDropped, in: context)
  }

  // MARK: Commands

  package enum Command: Hashable, Sendable {
    case make, takeAway, next, back
    case move(RowMove)
  }

  package var takes: Takes { [.proving, .trying, .checking].contains(stage) ? .text : .nothing }

  package static var tables: [KeyTable] {
    listing(.nothing, [onNone, onCode, onParting, onShown, reading]) + listing(.text, [onProof, onCheck])
  }

  package var bindings: Bindings<Command> {
    switch stage {
    case .explained: !isSealed ? Self.reading : hasRecovery ? Self.onCode : Self.onNone
    case .parting: Self.onParting
    case .proving: Self.onProof
    case .trying: Self.onNothing
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
  private static let onParting: Bindings<Command> =
    [Binding("t", .next, .recoveryTakeAway, hint: .keyTakeAway)] + reading
  private static let onProof = StagePage.typing(Command.next, .passphraseNext, hint: .keyNext, back: .back)
  private static let onNothing: Bindings<Command> = []
  private static let onShown: Bindings<Command> =
    [Binding("Enter", .next, .recoveryNext, hint: .keyNext)] + reading
  private static let onCheck = StagePage.typing(Command.next, .recoveryKeep, hint: .keyDone, back: .back)

  var isRead: Bool { takes == .nothing }

  /// A code is on the page, or on paper already, that opens nothing yet.
  var isUncounted: Bool { [.shown, .checking].contains(stage) }

  /// No key leads away from it unawares: whoever leaves is told that there is no code.
  package var holdsAnswers: Bool { isUncounted }

  // MARK: Update

  mutating func carryOut(_ command: Command, in context: Context) -> [Effect] {
    switch command {
    case .move(let way): page.scroll(way)
    case .make: prove(parting: false)
    case .takeAway: stage = .parting
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
    case .parting, .proving, .trying, .shown: forget()
    }
    return []
  }

  private mutating func forget() {
    let isLost = isUncounted || stage == .keeping && !isParting
    hasDropped = isLost || stage == .explained && hasDropped
    stage = .explained
    code.wipe()
    typed.wipe()
    trouble = nil
  }

  private mutating func prove(parting: Bool, trouble: String? = nil) {
    forget()
    (stage, isParting, self.trouble, hasDropped) = (.proving, parting, trouble, false)
  }

  private mutating func goOn(in context: Context) -> [Effect] {
    switch stage {
    case .parting: prove(parting: true)
    case .proving where !typed.isEmpty:
      let given = typed
      typed = SecretText()
      stage = .trying
      return [.wish(.prove(given))]
    // No group is passed over because the window is small.
    case .shown where !page.isAtEnd: page.scroll(.pageDown)
    case .shown: stage = .checking
    case .checking: return keep(in: context)
    default: break
    }
    return []
  }

  private mutating func wasProved(_ isRight: Bool, in context: Context) -> [Effect] {
    guard isRight else {
      prove(parting: isParting, trouble: context.words[.passphraseProveWrong])
      return []
    }
    if !isParting { return [.wish(.drawCode)] }
    stage = .keeping
    return [.wish(.keepCode(nil))]
  }

  /// Only a code that the paper has is kept; it goes away with the wish.
  private mutating func keep(in context: Context) -> [Effect] {
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
    switch stage {
    case .proving, .checking: if typed.handle(input) { trouble = nil }
    case .trying: break
    case .explained, .parting, .shown, .keeping: page.handle(input, in: context)
    }
    return []
  }

  mutating func learn(_ event: Event, in context: Context) -> [Effect] {
    switch event {
    case .shown, .safekeepingKnown: lookAnew(in: context)
    case .proved(let isRight) where stage == .trying: return wasProved(isRight, in: context)
    case .codeDrawn(let drawn) where stage == .trying:
      code = drawn
      stage = .shown
    case .codeKept(let isThere) where stage == .keeping:
      return [.close, .say(Notice(context.words[isThere ? .recoveryKept : .recoveryGone]))]
    case .refused where [.trying, .keeping].contains(stage): forget()
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
      return [Line(words[.recoveryWhat]), Line(), Line(words[.recoveryNeedsPassphrase])]
    case .explained:
      let dropped = hasDropped ? [words[hasRecovery ? .recoveryDroppedAnother : .recoveryDropped]] : []
      return .page(
        words[hasRecovery ? .recoveryIsSet : .recoveryNone],
        dropped + [words[.recoveryWhat], words[hasRecovery ? .recoveryAnother : .recoveryWhere]])
    case .parting: return .page(words[.recoveryParting], [words[.recoveryPartingWhat]])
    case .proving: return [Line(words[hasRecovery ? .passphraseProveOrCode : .passphraseProve])]
    case .trying: return [Line(words[.unlockTrying])]
    case .shown:
      let rows = [groups.prefix(4), groups.dropFirst(4)].map { Line("  " + $0.joined(separator: "  "), .strong) }
      return [Line(words[.recoveryNotYet]), Line(words[.recoveryWriteDown]), Line()] + rows
        + [Line(), Line(words[.recoveryOnlyHere])]
    case .checking:
      let places = asked.map { String($0 + 1) }
      return [Line(words[.recoveryTypeBack, ["one": places.first ?? "", "other": places.last ?? ""]])]
    case .keeping: return [Line(words[.recoveryKeeping])]
    }
  }

  package func mark(_ place: inout Place) { if isUncounted { place.hasUncountedCode = true } }

  package func draw(on frame: inout Frame, in body: Rect, _ context: Context) {
    if [.proving, .checking].contains(stage) {
      let said = trouble.map { Line($0, .error) }
      return TypedLine(field: typed, said: said, asCode: stage == .checking).draw(
        below: text(in: context), on: &frame, in: body)
    }
    page.draw(on: &frame, in: body)
  }
}
