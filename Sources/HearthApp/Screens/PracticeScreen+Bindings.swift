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

  package var takes: Takes { leaving != nil || ending != nil ? .nothing : passage?.form.takes ?? .nothing }

  package var bindings: Bindings<Command> {
    if leaving != nil { return Self.onLeaving }
    if ending != nil { return Self.onEnding }
    return switch passage?.form {
    case nil, .card: namesCard ? Self.onFirstCard : Self.onCard
    case .scale, .grades, .choice, .ticks, .items: namesCard ? Self.onFirstAnswers : Self.onAnswers
    case .text: Self.onText
    case .person(_, let completion): completion == nil ? Self.onName : Self.onNames
    case .timer(let timer):
      timer.isWaiting || timer.isPaused ? Self.onTimer : timer.isOver ? Self.onCard : Self.onRunning
    case .due: Self.onDue
    case .compose(let entry): entry == nil ? Self.onPage : Self.onCard
    }
  }

  // Read from their notation once: they are asked for with every key and every frame.
  private static let back = Binding("S-Tab", Command.back, .practiceBack, hint: .keyBefore)
  private static let skip = Binding("s", Command.skip, .practiceSkip, hint: .keySkip)
  private static let leave = Binding("Esc q", Command.leave, .practiceLeave, hint: .keyLater)
  private static let leaveText = Binding("Esc", Command.leave, .practiceLeave, hint: .keyLater)
  private static let onCard: Bindings<Command> = [
    Binding("Enter Tab Space", .next, .practiceNext, hint: .keyNext), back, leave, Binding("Up k", .move(.up), .readUp),
    Binding("Down j", .move(.down), .readDown), Binding("PgUp", .move(.pageUp), .readPageUp),
    Binding("PgDn", .move(.pageDown), .readPageDown),
  ]
  private static let onAnswers: Bindings<Command> = [
    Binding("Enter Tab", .next, .practiceNext, hint: .keyNext), skip,
    Binding("x", .unsaid, .practiceUnsaid), back, leave,
  ]
  private static let readAbout: Bindings<Command> = [Binding("r", .read, .cardRead, hint: .keyReadAbout)]
  private static let onFirstCard = onCard + readAbout
  private static let onFirstAnswers = onAnswers + readAbout
  private static let onText: Bindings<Command> =
    [Binding("Tab C-s", .next, .practiceNextOrSkip, hint: .keyNext), back, leaveText] + editing
  private static let onName: Bindings<Command> =
    [Binding("Enter Tab C-s", .next, .practiceNextOrSkip, hint: .keyNext), back, leaveText] + editing
  private static let onNames: Bindings<Command> =
    [Binding("Tab Enter", .choose, .composeTake, hint: .keyTake), back, leaveText] + editing
  private static let timing: Bindings<Command> = [
    Binding("+ =", .longer, .practiceLonger, hint: .keyLonger),
    Binding("-", .shorter, .practiceShorter, hint: .keyShorter), skip, back, leave,
  ]
  private static let onTimer: Bindings<Command> =
    [Binding("Enter Space", .start, .practiceStart, hint: .keyBegin), Binding("Tab", .next, .practiceNext)] + timing
  private static let onRunning: Bindings<Command> =
    [
      Binding("Enter Tab", .next, .practiceNext, hint: .keyNext),
      Binding("Space p", .pause, .practicePause, hint: .keyPause),
    ] + timing
  private static let onDue: Bindings<Command> = [
    Binding("Enter Tab", .next, .practiceAgree, hint: .keyTake),
    Binding("Left - h", .earlier, .practiceEarlier, hint: .keyEarlier),
    Binding("Right + l", .later, .practiceLaterDue, hint: .keyLaterHour),
    Binding("s", .skip, .practiceNoReminder, hint: .keySkip), back, leave,
  ]
  private static let onPage: Bindings<Command> = [
    Binding("Enter", .write, .practiceWrite, hint: .keyWrite), Binding("Tab", .next, .practiceNext), skip, back, leave,
  ]
  private static let onEnding: Bindings<Command> = [
    Binding("Enter", .choose, .practiceChoose, hint: .keyChoose), Binding("Up k", .move(.up), .listUp),
    Binding("Down j", .move(.down), .listDown), Binding("PgUp", .move(.pageUp), .readPageUp),
    Binding("PgDn Space", .move(.pageDown), .readPageDown), back,
    Binding("Esc q", .leave, .practiceLeave, hint: .keyDone),
  ]
  private static let onLeaving: Bindings<Command> = [Binding("Esc", .back, .practiceStay, hint: .keyBack)]
  private static let editing = EditingKeys.all(Command.edit)
}
