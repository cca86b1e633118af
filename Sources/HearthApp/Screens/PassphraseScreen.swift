import Canvas
import HearthContent
import HearthCore

/// Sets, changes or takes away the passphrase: what it does and what not, six words to take or not, typed twice; and
/// what older backups still open with.
package struct PassphraseScreen: StagedScreen {
  package static let title = Word.passphraseTitle

  var stage = Stage.explained
  /// There is one already.
  var isSealed: Bool
  private let isMadeUp: Bool
  /// There are some from before beside the journal.
  private var hasOlderBackups: Bool
  /// Where they lie in the second folder.
  private var elsewhere: [String] = []
  private var words = SecretText()
  private var typed = SecretText()
  private var first = SecretText()
  private var trouble: String?
  var page = StagePage()
  private var resealing = Resealing.none
  /// The sealing came to its end when nobody was there to be told.
  private var endedUnseen = false
  /// It is to be taken away.
  private var isParting = false

  enum Stage: Equatable {
    /// What a passphrase does; what it means to be without; what the choice of one is.
    case explained, parting, choosing, repeating
    /// The present one is asked for: an open screen alone changes nothing here. Then it is tried.
    case proving, trying
    /// The journal is being sealed anew; a new backup is being made.
    case sealing, copying
    case done
  }

  /// - Parameter endedUnseen: a sealing did, and this is the first page since.
  init(endedUnseen: Bool = false, in context: Context) {
    self.endedUnseen = endedUnseen
    stage = endedUnseen ? .done : .explained
    isSealed = context.safekeeping?.isSealed ?? false
    isMadeUp = context.isMadeUp
    hasOlderBackups = context.safekeeping?.newestBackup != nil
  }

  /// Another page may have changed what this one speaks of.
  private mutating func lookAnew(in context: Context) {
    if stage == .explained { self = PassphraseScreen(in: context) }
  }

  // MARK: Commands

  package enum Command: Hashable, Sendable {
    case next, change, part, otherWords, stop, renew, back
    case move(RowMove)
  }

  /// Who types the first passphrase one Enter too early types it for nothing: no letter of it opens a page on which the
  /// rest would be kept as it stands.
  package var takes: Takes { isRead && !awaitsFirst ? .nothing : .text }

  private var awaitsFirst: Bool { stage == .explained && !isSealed && !isMadeUp }

  var isRead: Bool { [.explained, .parting, .done].contains(stage) }

  package static var tables: [KeyTable] {
    listing(.nothing, [onSealed, onParting, onDone, reading])
      + listing(.text, [onOpen, onChoosing, onRepeating, onProof, onWork])
  }

  package var bindings: Bindings<Command> {
    switch stage {
    case .explained: isMadeUp ? Self.reading : isSealed ? Self.onSealed : Self.onOpen
    case .parting: Self.onParting
    case .choosing: Self.onChoosing
    case .repeating: Self.onRepeating
    case .proving: Self.onProof
    case .trying: Self.onNothing
    case .sealing, .copying: Self.onWork
    case .done: hasOlderBackups ? Self.onDone : Self.reading
    }
  }

  private static let reading = StagePage.reading(Command.move, back: .back)
  private static let onOpen: Bindings<Command> =
    [Binding("Enter", .change, .passphraseSet, hint: .keySet)] + RowKeys.wordless(Command.move)
    + [Binding("Esc", .back, .houseBack, hint: .keyBack)]
  private static let onSealed: Bindings<Command> =
    [
      Binding("Enter", .change, .passphraseChange, hint: .keyChange),
      Binding("t", .part, .passphraseTakeAway, hint: .keyTakeAway),
    ] + reading
  private static let onParting: Bindings<Command> =
    [Binding("t", .next, .passphraseTakeAway, hint: .keyTakeAway)] + reading
  private static let onChoosing: Bindings<Command> = [
    Binding("Enter", .next, .passphraseNext, hint: .keyNext),
    Binding("Tab", .otherWords, .passphraseOtherWords, hint: .keyOtherWords),
    Binding("Esc", .back, .houseBack, hint: .keyBack),
  ]
  private static let onRepeating = StagePage.typing(Command.next, .passphraseSeal, hint: .keySet, back: .back)
  private static let onProof = StagePage.typing(Command.next, .passphraseNext, hint: .keyNext, back: .back)
  private static let onNothing: Bindings<Command> = []
  private static let onWork: Bindings<Command> = [Binding("Esc", .stop, .passphraseStop, hint: .keyStop)]
  private static let onDone: Bindings<Command> =
    [Binding("Enter", .renew, .passphraseRenew, hint: .keyNewBackup)] + reading

  // MARK: Update

  mutating func carryOut(_ command: Command, in context: Context) -> [Effect] {
    switch command {
    case .move(let way): page.scroll(way)
    case .change where isSealed: prove(parting: false)
    case .change: return choose()
    case .part: begin(.parting)
    case .otherWords: return [.wish(.offerWords)]
    case .next: return goOn(in: context)
    case .stop: return [.wish(.interrupt)]
    case .renew:
      begin(.copying)
      return [.wish(.renewBackups)]
    case .back: return stepBack()
    }
    return []
  }

  private mutating func begin(_ stage: Stage) {
    self.stage = stage
    trouble = nil
    page = StagePage()
    resealing = stage == .sealing ? .begun : .none
    typed.wipe()
  }

  private mutating func choose() -> [Effect] {
    begin(.choosing)
    return [.wish(.offerWords)]
  }

  private mutating func prove(parting: Bool) {
    isParting = parting
    begin(.proving)
  }

  private mutating func stepBack() -> [Effect] {
    switch stage {
    case .explained, .done: return [.close]
    case .repeating:
      first.wipe()
      begin(.choosing)
    case .parting, .choosing, .proving, .trying, .sealing, .copying: begin(.explained)
    }
    return []
  }

  private mutating func goOn(in context: Context) -> [Effect] {
    switch stage {
    case .parting: prove(parting: true)
    case .proving where !typed.isEmpty:
      let given = typed
      typed = SecretText()
      begin(.trying)
      return [.wish(.prove(given))]
    case .choosing where !typed.isEmpty && typed.isBlank:
      typed.wipe()
      trouble = context.words[.shellPassphraseBlank]
    case .choosing where !typed.isEmpty:
      (first, typed) = (typed, SecretText())
      stage = .repeating
    case .repeating where !typed.isEmpty: return seal(in: context)
    default: break
    }
    return []
  }

  /// Only what was typed the same twice seals; it goes away with the wish.
  private mutating func seal(in context: Context) -> [Effect] {
    guard typed.equals(first) else {
      first.wipe()
      begin(.choosing)
      trouble = context.words[.passphraseDiffer]
      return []
    }
    let chosen = first
    first = SecretText()
    words.wipe()
    begin(.sealing)
    return [.wish(.reseal(chosen))]
  }

  mutating func answer(_ input: Input, in context: Context) -> [Effect] {
    switch stage {
    case .choosing, .repeating, .proving: if typed.handle(input) { trouble = nil }
    case .explained, .parting, .done:
      page.handle(input, in: context)
    case .sealing, .copying, .trying: break
    }
    return []
  }

  mutating func learn(_ event: Event, in context: Context) -> [Effect] {
    switch event {
    case .shown, .safekeepingKnown: lookAnew(in: context)
    case .wordsOffered(let offered) where stage == .choosing: words = offered
    case .proved(let isRight) where stage == .trying: return wasProved(isRight, in: context)
    case .refused where stage == .trying: begin(.explained)
    case .screenCleared where [.choosing, .repeating, .proving].contains(stage):
      words.wipe()
      first.wipe()
      begin(.explained)
    case .resealed(let isSealed, let elsewhere) where stage == .sealing:
      (self.isSealed, self.elsewhere) = (isSealed, elsewhere)
      begin(.done)
    case .resealRefused(let problem) where stage == .sealing: return giveUp(problem, in: context)
    case .backupsRenewed(_, let elsewhere) where stage == .copying:
      return [.close, .say(context.words.told(elsewhere.map(BackupTrouble.elsewhere), made: .passphraseRenewed))]
    case .backupRefused(let problem) where stage == .copying:
      begin(.done)
      return [.say(context.words.told(.here(problem), made: .passphraseRenewed))]
    default: return resealing.learn(event, in: context)
    }
    return []
  }

  package var wakes: Int? { resealing.wakes }

  private mutating func wasProved(_ isRight: Bool, in context: Context) -> [Effect] {
    guard isRight else {
      begin(.proving)
      trouble = context.words[.passphraseProveWrong]
      return []
    }
    if !isParting { return choose() }
    begin(.sealing)
    return [.wish(.reseal(nil))]
  }

  private mutating func giveUp(_ problem: Problem, in context: Context) -> [Effect] {
    begin(.explained)
    return [.say(Notice(context.words.sentence(problem), kind: .trouble))]
  }

  // MARK: Draw

  func text(in context: Context) -> [Line] {
    let words = context.words
    switch stage {
    case .explained where isMadeUp: return [Line(words[.passphraseMadeUp])]
    case .explained where isSealed:
      return .page(words[.passphraseIsSet], [words[.passphraseChangeWhat], words[.passphraseLimits]])
    case .explained:
      return .page(
        words[.passphraseNone], [words[.passphraseWhat], words[.passphraseLimits], words[.passphraseForgotten]])
    case .parting: return .page(words[.passphraseParting], [words[.passphrasePartingWhat]])
    case .sealing: return [Line(words[.passphraseSealing])] + resealing.lines(words)
    case .copying: return [Line(words[.passphraseCopying])]
    case .done:
      // What lies in a second folder is not known any more by whoever comes back.
      let mayBeElsewhere = endedUnseen && context.settings.backupFolder != nil
      let hasSome = hasOlderBackups || !elsewhere.isEmpty || mayBeElsewhere
      let older: Word = isSealed ? .passphraseOldBackups : .passphraseOldBackupsOpen
      let unseen: [Word] = endedUnseen ? [isSealed ? .passphraseDoneUnseen : .passphraseGoneUnseen] : []
      let said: [Word] =
        unseen + (hasSome ? [older] : [.passphraseNoBackups]) + (hasOlderBackups ? [.passphraseRenewOffer] : [])
        + (elsewhere.isEmpty ? [] : [.passphraseBackupsElsewhere])
      return .page(words[isSealed ? .passphraseDone : .passphraseGone], said.map { words[$0] }) + .rows(elsewhere)
    case .choosing:
      return [
        Line(words[.passphraseWords]), Line(), Line(self.words.text, .strong), Line(), Line(words[.passphraseOwn]),
      ]
    case .repeating: return [Line(words[.passphraseAgain])]
    case .proving:
      let hasCode = context.safekeeping?.hasRecovery == true
      return [Line(words[hasCode ? .passphraseProveOrCode : .passphraseProve])]
    case .trying: return [Line(words[.unlockTrying])]
    }
  }

  package func draw(on frame: inout Frame, in body: Rect, _ context: Context) {
    switch stage {
    case .choosing, .repeating, .proving:
      TypedLine(field: typed, said: said(in: context)).draw(below: text(in: context), on: &frame, in: body)
    case .explained, .parting, .done, .sealing, .copying, .trying:
      page.draw(on: &frame, in: body)
    }
  }

  /// Of a typed passphrase only whether it is short.
  private func said(in context: Context) -> Line? {
    if let trouble { return Line(trouble, .error) }
    // Whoever types it again has read it.
    if stage == .repeating {
      return first.isShort ? Line(context.words[.passphraseShort], .middling) : nil
    }
    if typed.isEmpty || stage != .choosing { return nil }
    let isShort = typed.isShort
    return Line(context.words[isShort ? .passphraseShort : .passphraseFine], isShort ? .middling : .good)
  }
}
