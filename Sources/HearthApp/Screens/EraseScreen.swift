import Canvas
import FoundationEssentials
import HearthContent
import HearthCore

/// Removes entries, or all there is, for good: what that takes and what it cannot reach is said before, a passphrase or
/// a word is asked for, and the backups that still hold what is gone are named.
package struct EraseScreen: StagedScreen {
  package static let title = Word.eraseTitle

  /// What is to go.
  package enum Matter: Hashable, Sendable {
    case entries([EntryHead])
    /// All that names somebody, and what is known of them.
    case person(PersonPage)
    /// The journal, its backups beside it, the notes that wait.
    case everything
  }

  private let matter: Matter
  var stage = Stage.asked
  private let isSealed: Bool
  private let isMadeUp: Bool
  /// The passphrase, which seals what is left.
  private var typed = SecretText()
  /// The word that shows that all of it is meant.
  private var word: Field
  private var trouble: String?
  private var count = 0
  var backups: [String] = []
  /// What is not the journal's, and stays in its folder.
  private var left: [String] = []
  var page = StagePage()
  private var resealing = Resealing.none

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

  package enum Command: Hashable, Sendable {
    case next, renew, stop, leave, back
    case move(RowMove)
  }

  package var takes: Takes { [.proving, .erasing, .gone].contains(stage) ? .text : .nothing }

  package static var tables: [KeyTable] {
    listing(.nothing, [onQuestion, onDone, onWork, reading]) + listing(.text, [onProof, onWork, onGone])
  }

  package var bindings: Bindings<Command> {
    switch stage {
    case .asked: isMadeUp && matter == .everything ? Self.reading : Self.onQuestion
    case .proving: Self.onProof
    case .erasing, .copying: matter == .everything ? Self.onNothing : Self.onWork
    case .done: backups.isEmpty ? Self.reading : Self.onDone
    case .gone: Self.onGone
    }
  }

  private static let reading = StagePage.reading(Command.move, back: .back)
  private static let onQuestion: Bindings<Command> =
    [Binding("e", .next, .eraseGoOn, hint: .keyErase)] + reading
  private static let onProof = StagePage.typing(Command.next, .eraseDo, hint: .keyErase, back: .back)
  private static let onWork: Bindings<Command> = [Binding("Esc", .stop, .passphraseStop, hint: .keyStop)]
  private static let onNothing: Bindings<Command> = []
  private static let onDone: Bindings<Command> =
    [Binding("Enter", .renew, .passphraseRenew, hint: .keyNewBackup)] + reading
  private static let onGone: Bindings<Command> = [Binding("Enter", .leave, .eraseLeave, hint: .keyLeave)]

  var isRead: Bool { stage != .proving }

  // MARK: Update

  mutating func carryOut(_ command: Command, in context: Context) -> [Effect] {
    switch command {
    case .move(let way): page.scroll(way)
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
    page = StagePage()
    resealing = stage == .erasing && matter != .everything ? .begun : .none
    typed.wipe()
    word = Field("", placeholder: "")
  }

  private mutating func goOn(in context: Context) -> [Effect] {
    switch (stage, matter) {
    case (.proving, .everything): return eraseEverything(in: context)
    case (.asked, .entries), (.asked, .person): if !isSealed { return erase(nil) } else { begin(.proving) }
    case (.asked, .everything): begin(.proving)
    case (.proving, _) where !typed.isEmpty:
      let given = typed
      typed = SecretText()
      return erase(given)
    default: break
    }
    return []
  }

  private mutating func erase(_ passphrase: SecretText?) -> [Effect] {
    begin(.erasing)
    return switch matter {
    case .entries(let heads): [.wish(.erase(heads.map(\.id), passphrase))]
    case .person(let page): [.wish(.erasePerson(page.person.name, passphrase))]
    case .everything: []
    }
  }

  private mutating func eraseEverything(in context: Context) -> [Effect] {
    guard word.text.trimmed.lowercased() == context.words[.eraseWord].lowercased() else {
      trouble = context.words[.eraseOtherWord]
      return []
    }
    begin(.erasing)
    return [.wish(.eraseEverything)]
  }

  mutating func answer(_ input: Input, in context: Context) -> [Effect] {
    switch stage {
    case .proving: type(input)
    case .gone:
      guard case .key = input else { break }
      if page.isAtEnd { return [.leave] }
      page.scroll(.pageDown)
    case .asked, .done: page.handle(input, in: context)
    case .erasing, .copying: break
    }
    return []
  }

  private mutating func type(_ input: Input) {
    trouble = nil
    if matter == .everything { word.handle(input) } else { _ = typed.handle(input) }
  }

  mutating func learn(_ event: Event, in context: Context) -> [Effect] {
    switch event {
    case .erased(let count, let backups) where stage == .erasing:
      (self.count, self.backups) = (count, backups)
      begin(.done)
    case .everythingErased(let left):
      self.left = left
      begin(.gone)
    case .eraseRefused(let problem) where stage == .erasing: return wasRefused(problem, in: context)
    case .backupsRenewed(_, let elsewhere) where stage == .copying:
      return [.close, .say(context.words.told(elsewhere.map(BackupTrouble.elsewhere), made: .passphraseRenewed))]
    case .backupRefused(let problem) where stage == .copying:
      begin(.done)
      return [.say(context.words.told(.here(problem), made: .passphraseRenewed))]
    case .screenCleared: typed.wipe()
    default: return resealing.learn(event, in: context)
    }
    return []
  }

  package var wakes: Int? { resealing.wakes }

  private mutating func wasRefused(_ problem: Problem, in context: Context) -> [Effect] {
    let isWrong = problem == .passphraseWrong
    begin(isWrong ? .proving : .asked)
    if !isWrong { return [.say(Notice(context.words.sentence(problem), kind: .trouble))] }
    trouble = context.words[context.safekeeping?.hasRecovery == true ? .eraseWrongNotCode : .eraseWrong]
    return []
  }

  // MARK: Draw

  func text(in context: Context) -> [Line] {
    let words = context.words
    switch stage {
    case .asked:
      let asked = question(context)
      return [Line(asked.what)] + .rows(asked.which) + .paragraphs(asked.how)
    case .done where isMadeUp: return .page(done(words), [words[.eraseMadeUp]])
    case .proving:
      let asked = words[matter == .everything ? .eraseAskWord : .eraseAskPassphrase, ["word": words[.eraseWord]]]
      return [Line(asked)]
    case .erasing where matter == .everything: return [Line(words[.eraseErasingAll])]
    case .erasing: return [Line(words[.eraseErasing])] + resealing.lines(words)
    case .copying: return [Line(words[.passphraseCopying])]
    case .done:
      if backups.isEmpty { return .page(done(words), [words[.eraseReach]]) }
      return .page(done(words), [words[.passphraseRenewOffer], words[.eraseReach], words[.eraseBackups]])
        + .rows(backups)
    case .gone:
      return .page(words[.eraseGone], stayed(words) + elsewhere(context) + [words[.eraseReach], words[.eraseAnyKey]])
    }
  }

  private func done(_ words: Words) -> String {
    if case .person(let page) = matter { return words[.eraseDonePerson, ["name": page.person.name]] }
    return words.count(count, .eraseDoneOne, .eraseDoneMany)
  }

  /// What would go, the names of it, and how that is.
  private func question(_ context: Context) -> (what: String, which: [String], how: [String]) {
    let words = context.words
    let how = isMadeUp ? [words[.eraseMadeUp]] : [words[isSealed ? .eraseHow : .eraseHowOpen], words[.eraseReach]]
    switch matter {
    case .entries(let heads): return (words.count(heads.count, .eraseOne, .eraseMany), named(heads, context), how)
    case .person(let page):
      let gaps = ["name": page.person.name, "n": words.number(page.mentions)]
      return (words[.erasePerson, gaps], [], how)
    case .everything where isMadeUp: return (words[.eraseMadeUp], [], [])
    case .everything: return (words[.eraseAll], [], elsewhere(context) + [words[.eraseReach]])
    }
  }

  /// More than these would push the rest of the question out of sight.
  private static let mostNamed = 5

  private func named(_ heads: [EntryHead], _ context: Context) -> [String] {
    let words = context.words
    let shown = heads.count > Self.mostNamed + 1 ? heads.prefix(Self.mostNamed) : heads[...]
    let rest = heads.count - shown.count
    return shown.map { head in
      let title = head.title.isEmpty ? words[.entryUntitled] : head.shownTitle
      return "\(context.when(head.stamp)): \(title)"
    } + (rest > 0 ? [words[.eraseOthers, ["n": words.number(rest)]]] : [])
  }

  private func stayed(_ words: Words) -> [String] {
    left.isEmpty ? [] : [words[.eraseLeft, ["names": left.joined(separator: ", ")]]]
  }

  /// What erasing everything does not reach, where a second folder is named.
  private func elsewhere(_ context: Context) -> [String] {
    context.settings.backupFolder.map { [context.words[.eraseElsewhere, ["folder": $0]]] } ?? []
  }

  package func draw(on frame: inout Frame, in body: Rect, _ context: Context) {
    guard stage == .proving else {
      return page.draw(on: &frame, in: body)
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
    word.draw(.text, on: &frame, in: flow.rest.top(1))
    flow.gap(body.rows >= 10 ? 2 : 1)
    if let trouble { flow.paragraph(trouble, .error, on: &frame) }
  }
}
