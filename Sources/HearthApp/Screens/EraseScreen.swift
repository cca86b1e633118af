import Canvas
import FoundationEssentials
import HearthContent
import HearthCore

/// Removes entries, or all there is, for good: what that takes and what it cannot reach is said before, a passphrase or
/// a word is asked for, and the backups that still hold what is gone are named.
package struct EraseScreen: Screen {
  package static let title = Word.eraseTitle

  /// What is to go.
  package enum Matter: Hashable, Sendable {
    case entries([UUID])
    /// The journal, its backups beside it, the notes that wait.
    case everything
  }

  private let matter: Matter
  private(set) var stage = Stage.asked
  private let isSealed: Bool
  private let isMadeUp: Bool
  /// The passphrase, which seals what is left.
  private var typed = SecretText()
  /// The word that shows that all of it is meant.
  private var word: Field
  private var trouble: String?
  private var count = 0
  private var backups: [String] = []
  private var page = ScrollView()

  enum Stage: Equatable {
    case asked, proving, erasing
    /// Entries are gone, and backups may hold them still.
    case done
    case copying
    /// There is no journal any more.
    case gone
  }

  init(_ matter: Matter, in context: Context) {
    self.matter = matter
    isSealed = context.safekeeping?.isSealed ?? false
    isMadeUp = context.isMadeUp
    word = Field("", placeholder: "")
  }

  package var precedesJournal: Bool { stage == .gone }

  // MARK: Commands

  package enum Command: Hashable, Sendable { case next, renew, stop, leave, up, down, back }

  package var takes: Takes { [.proving, .erasing, .gone].contains(stage) ? .text : .nothing }

  package var bindings: Bindings<Command> {
    switch stage {
    case .asked: isMadeUp && matter == .everything ? Self.reading : Self.onQuestion
    case .proving: Self.onProof
    case .erasing, .copying: matter == .everything ? Self.onNothing : Self.onWork
    case .done: backups.isEmpty ? Self.reading : Self.onDone
    case .gone: Self.onGone
    }
  }

  private static let reading: Bindings<Command> = [
    Binding("Up k", .up, .readUp), Binding("Down j", .down, .readDown),
    Binding("Esc", .back, .houseBack, hint: .keyBack),
  ]
  private static let onQuestion: Bindings<Command> =
    [Binding("e", .next, .eraseGoOn, hint: .keyErase)] + reading
  private static let onProof: Bindings<Command> = [
    Binding("Enter", .next, .eraseDo, hint: .keyErase), Binding("Esc", .back, .houseBack, hint: .keyBack),
  ]
  private static let onWork: Bindings<Command> = [Binding("Esc", .stop, .passphraseStop, hint: .keyStop)]
  private static let onNothing: Bindings<Command> = []
  private static let onDone: Bindings<Command> =
    [Binding("Enter", .renew, .passphraseRenew, hint: .keyNewBackup)] + reading
  private static let onGone: Bindings<Command> = [Binding("Enter", .leave, .eraseLeave, hint: .keyLeave)]

  package func header(in context: Context) -> Header { .title(context.words[.eraseTitle]) }

  package func status(in context: Context) -> Line? {
    stage != .proving && !page.isAtEnd ? Line(context.words[.listMore], .dim) : nil
  }

  // MARK: Update

  package mutating func update(_ message: Message<Command>, in context: Context) -> [Effect] {
    let effects =
      switch message {
      case .command(let command): carryOut(command, in: context)
      case .input(let input): take(input, in: context)
      case .event(let event): hear(event, in: context)
      }
    page.lines = text(in: context)
    page.fit(Flow(Chrome.body(of: context.size)).rest.size)
    return effects
  }

  private mutating func carryOut(_ command: Command, in context: Context) -> [Effect] {
    switch command {
    case .up: page.scroll(-1)
    case .down: page.scroll(1)
    case .next: return goOn(in: context)
    case .stop: return [.wish(.interrupt)]
    case .renew:
      begin(.copying)
      return [.wish(.renewBackups)]
    case .leave: return [.leave]
    case .back:
      if stage != .proving { return [.close] }
      begin(.asked)
    }
    return []
  }

  private mutating func begin(_ stage: Stage) {
    self.stage = stage
    trouble = nil
    page = ScrollView()
    typed.wipe()
    word = Field("", placeholder: "")
  }

  private mutating func goOn(in context: Context) -> [Effect] {
    switch (stage, matter) {
    case (.asked, .entries(let ids)) where !isSealed: return erase(ids, nil)
    case (.asked, _): begin(.proving)
    case (.proving, .entries(let ids)) where !typed.isEmpty:
      let given = typed
      typed = SecretText()
      return erase(ids, given)
    case (.proving, .everything): return eraseEverything(in: context)
    default: break
    }
    return []
  }

  private mutating func erase(_ ids: [UUID], _ passphrase: SecretText?) -> [Effect] {
    begin(.erasing)
    return [.wish(.erase(ids, passphrase))]
  }

  private mutating func eraseEverything(in context: Context) -> [Effect] {
    guard word.text.trimmed.lowercased() == context.words[.eraseWord].lowercased() else {
      trouble = context.words[.eraseOtherWord]
      return []
    }
    begin(.erasing)
    return [.wish(.eraseEverything)]
  }

  private mutating func take(_ input: Input, in context: Context) -> [Effect] {
    switch stage {
    case .proving: type(input)
    case .gone: if case .key = input { return [.leave] }
    case .asked, .done: page.handle(input, in: Flow(Chrome.body(of: context.size)).rest)
    case .erasing, .copying: break
    }
    return []
  }

  private mutating func type(_ input: Input) {
    trouble = nil
    if matter == .everything { word.handle(input) } else { _ = typed.handle(input) }
  }

  private mutating func hear(_ event: Event, in context: Context) -> [Effect] {
    switch event {
    case .erased(let count, let backups) where stage == .erasing:
      (self.count, self.backups) = (count, backups)
      begin(.done)
    case .everythingErased: begin(.gone)
    case .eraseRefused(let problem) where stage == .erasing: return wasRefused(problem, in: context)
    case .backupsRenewed where stage == .copying:
      return [.close, .say(Notice(context.words[.passphraseRenewed]))]
    case .backupRefused(let problem) where stage == .copying:
      begin(.done)
      return [.say(Notice(context.words.sentence(problem), kind: .trouble))]
    case .screenCleared: typed.wipe()
    default: break
    }
    return []
  }

  private mutating func wasRefused(_ problem: Problem, in context: Context) -> [Effect] {
    let isWrong = problem == .passphraseWrong
    begin(isWrong ? .proving : .asked)
    if !isWrong { return [.say(Notice(context.words.sentence(problem), kind: .trouble))] }
    trouble = context.words[.eraseWrong]
    return []
  }

  // MARK: Draw

  private func text(in context: Context) -> [Line] {
    let words = context.words
    switch stage {
    case .asked: return .page(words[.eraseTitle], question(words))
    case .done where isMadeUp: return .page(words.count(count, .eraseDoneOne, .eraseDoneMany), [words[.eraseMadeUp]])
    case .proving:
      let asked = words[matter == .everything ? .eraseAskWord : .eraseAskPassphrase, ["word": words[.eraseWord]]]
      return [Line(asked)]
    case .erasing: return [Line(words[matter == .everything ? .eraseErasingAll : .eraseErasing])]
    case .copying: return [Line(words[.passphraseCopying])]
    case .done:
      let held = backups.isEmpty ? [] : [words[.eraseBackups], backups.map { "  \($0)" }.joined(separator: "\n")]
      let offer = backups.isEmpty ? [] : [words[.passphraseRenewOffer]]
      return .page(words.count(count, .eraseDoneOne, .eraseDoneMany), held + offer + [words[.eraseReach]])
    case .gone: return .page(words[.eraseGone], [words[.eraseReach], words[.eraseAnyKey]])
    }
  }

  private func question(_ words: Words) -> [String] {
    switch matter {
    case .entries(let ids) where isMadeUp: [words.count(ids.count, .eraseOne, .eraseMany), words[.eraseMadeUp]]
    case .entries(let ids):
      [words.count(ids.count, .eraseOne, .eraseMany), words[.eraseHow], words[.eraseReach]]
    case .everything where isMadeUp: [words[.eraseMadeUp]]
    case .everything: [words[.eraseAll], words[.eraseReach]]
    }
  }

  package func draw(on frame: inout Frame, in body: Rect, _ context: Context) {
    guard stage == .proving else {
      page.draw(on: &frame, in: Flow(body).rest)
      frame.cursor = Flow(body).rest.origin
      return
    }
    if matter != .everything {
      let line = TypedLine(field: typed, said: trouble.map { Line($0, .error) })
      return line.draw(below: text(in: context), on: &frame, in: body)
    }
    drawWord(on: &frame, in: body, context)
  }

  private func drawWord(on frame: inout Frame, in body: Rect, _ context: Context) {
    var flow = Flow(body)
    for line in text(in: context) { flow.paragraph(line.text, on: &frame) }
    if body.rows >= 10 { flow.gap() }
    word.draw(on: &frame, in: flow.rest.top(1))
    flow.gap(body.rows >= 10 ? 2 : 1)
    if let trouble { flow.paragraph(trouble, .error, on: &frame) }
  }
}

extension EraseScreen {
  /// What it can be in, for those who list keys.
  static func states(of head: EntryHead, in context: Context) -> [any Screen] {
    [Stage.asked, .proving, .erasing, .done, .gone].map { stage in
      var screen = EraseScreen(.entries([head.id]), in: context)
      (screen.stage, screen.backups) = (stage, ["one"])
      return screen
    }
  }
}
