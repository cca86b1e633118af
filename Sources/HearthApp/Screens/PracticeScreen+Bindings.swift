import Canvas
import HearthContent

/// The keys of each kind of step, and of what can lie over it.
extension PracticeScreen {
  package enum Command: Hashable, Sendable {
    case next, back, skip, unsaid, leave
    case move(RowMove)
    case start, pause, longer, shorter
    case later, earlier
    case write, choose, read
    case edit(Editing)
  }

  package var takes: Takes {
    if leaving != nil { return .nothing }
    if isTurnedAway { return .text }
    return ending != nil ? .nothing : passage?.form.takes ?? .nothing
  }

  package var answering: Answering? { takes == .digits ? passage?.form.answering : nil }

  package static var tables: [KeyTable] {
    [StepKeys.later, .atFirst].flatMap {
      listing(.nothing, $0.read) + listing(.digits, $0.answered) + listing(.text, $0.typed)
    } + listing(.nothing, [onEnding, onLeaving]) + listing(.text, [onTurnedAway])
  }

  package var bindings: Bindings<Command> {
    if leaving != nil { return Self.onLeaving }
    if isTurnedAway { return Self.onTurnedAway }
    if ending != nil { return Self.onEnding }
    let keys = passage?.isAtBeginning == true ? StepKeys.atFirst : .later
    return switch passage?.form {
    case nil, .card: namesCard ? keys.onCardAbout : keys.onCard
    case .scale, .grades, .choice, .ticks, .items: namesCard ? keys.onAnswersAbout : keys.onAnswers
    case .text: keys.onText
    case .person(_, let completion): completion == nil ? keys.onName : keys.onNames
    case .timer(let timer):
      timer.isWaiting || timer.isPaused ? keys.onTimer : timer.isOver ? keys.onCard : keys.onRunning
    case .due: keys.onDue
    case .compose(let entry): entry == nil ? keys.onPage : keys.onCard
    }
  }

  private static let onEnding: Bindings<Command> = [
    Binding("Enter", .choose, .practiceChoose, hint: .keyChoose), Binding("Up k", .move(.up), .listUp),
    Binding("Down j", .move(.down), .listDown), Binding("PgUp", .move(.pageUp), .readPageUp),
    Binding("PgDn Space", .move(.pageDown), .readPageDown),
    Binding("S-Tab", .back, .practiceBack, hint: .keyBefore),
    Binding("Esc q", .leave, .practiceLeave, hint: .keyDone),
  ]
  /// Enter may have been typed ahead.
  private static let onTurnedAway: Bindings<Command> = [Binding("Esc", .leave, .houseBack, hint: .keyBack)]
  private static let onLeaving: Bindings<Command> = [
    Binding("Enter", .choose, .practiceChoose, hint: .keyChoose),
    Binding("Esc", .back, .practiceStay, hint: .keyBack),
  ]
}

/// The keys of each kind of step. Before the first there is nothing to go back to.
private struct StepKeys {
  typealias Command = PracticeScreen.Command
  let onCard, onCardAbout, onAnswers, onAnswersAbout: Bindings<Command>
  let onText, onName, onNames, onTimer, onRunning, onDue, onPage: Bindings<Command>

  // Read from their notation once: they are asked for with every key and every frame.
  static let atFirst = StepKeys(canGoBack: false)
  static let later = StepKeys(canGoBack: true)

  /// By what typing goes to where they hold.
  var read: [Bindings<Command>] { [onCard, onCardAbout, onTimer, onRunning, onDue, onPage] }
  var answered: [Bindings<Command>] { [onAnswers, onAnswersAbout] }
  var typed: [Bindings<Command>] { [onText, onName, onNames] }

  private init(canGoBack: Bool) {
    let back = canGoBack ? [Binding("S-Tab", Command.back, .practiceBack, hint: .keyBefore)] : []
    func keys(_ own: [Binding<Command>], _ rest: Bindings<Command>) -> Bindings<Command> {
      Bindings(own + back + rest.all)
    }
    onCard = keys([Binding("Enter Tab Space", .next, .practiceNext, hint: .keyNext)], Self.leave + Self.reading)
    onCardAbout = onCard + Self.readAbout
    onAnswers = keys(
      [
        Binding("Enter Tab", .next, .practiceNext, hint: .keyNext), Self.skip,
        Binding("x", .unsaid, .practiceUnsaid),
      ], Self.leave)
    onAnswersAbout = onAnswers + Self.readAbout
    onText = keys([Binding("Tab C-s", .next, .practiceNextOrSkip, hint: .keyNext)], Self.leaveText)
    onName = keys([Binding("Enter Tab C-s", .next, .practiceNextOrSkip, hint: .keyNext)], Self.leaveText)
    onNames = keys([Binding("Tab Enter", .choose, .composeTake, hint: .keyTake)], Self.leaveText)
    onTimer = keys(
      [Binding("Enter Space", .start, .practiceStart, hint: .keyBegin), Binding("Tab", .next, .practiceNext)]
        + Self.timing, Self.leave)
    onRunning = keys(
      [
        Binding("Enter Tab", .next, .practiceNext, hint: .keyNext),
        Binding("Space p", .pause, .practicePause, hint: .keyPause),
      ] + Self.timing, Self.leave)
    onDue = keys(
      [
        Binding("Enter Tab", .next, .practiceAgree, hint: .keyTake),
        Binding("Left - h", .earlier, .practiceEarlier, hint: .keyEarlier),
        Binding("Right + l", .later, .practiceLaterDue, hint: .keyLaterHour),
        Binding("s", .skip, .practiceNoReminder, hint: .keySkip),
      ], Self.leave)
    onPage = keys(
      [Binding("Enter", .write, .practiceWrite, hint: .keyWrite), Binding("Tab", .next, .practiceNext), Self.skip],
      Self.leave)
  }

  private static let skip = Binding("s", Command.skip, .practiceSkip, hint: .keySkip)
  private static let leave: Bindings<Command> = [Binding("Esc q", Command.leave, .practiceLeave, hint: .keyLater)]
  private static let leaveText: Bindings<Command> =
    [Binding("Esc", Command.leave, .practiceLeave, hint: .keyLater)] + EditingKeys.all(Command.edit)
  private static let reading: Bindings<Command> = [
    Binding("Up k", .move(.up), .readUp), Binding("Down j", .move(.down), .readDown),
    Binding("PgUp", .move(.pageUp), .readPageUp), Binding("PgDn", .move(.pageDown), .readPageDown),
  ]
  private static let readAbout: Bindings<Command> = [Binding("r", .read, .cardRead, hint: .keyReadAbout)]
  private static let timing: [Binding<Command>] = [
    Binding("+ =", .longer, .practiceLonger, hint: .keyLonger),
    Binding("-", .shorter, .practiceShorter, hint: .keyShorter), skip,
  ]
}
