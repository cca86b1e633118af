import Canvas
import FoundationEssentials
import HearthCore

/// One's way through a practice: the run, what stands in the form of its step, and how much of it is safe.
struct PracticeSession: Equatable {
  let practice: Practice
  private(set) var run: Run
  /// What practices are called, by their ids.
  let titles: [String: String]
  /// The practice has changed since the run began.
  let isOutdated: Bool
  private(set) var form = StepForm.card
  private(set) var saveState = SaveState()
  /// The uptime at which a running timer looks different.
  private var looksAgain: Int?

  init(_ opening: PracticeOpening, in context: Context) {
    practice = opening.practice
    titles = opening.titles
    run = opening.run ?? Run(of: practice, id: context.makeID(), startedAt: context.stamp, day: context.today)
    isOutdated = opening.run?.isOutdated(by: practice) ?? false
    if opening.run != nil { run.takeUp(in: practice) }
    form = newForm(in: context)
  }

  var step: Step? { run.step(in: practice) }
  var isAtEnd: Bool { step == nil }
  var isAtBeginning: Bool { step != nil && step?.id == practice.steps.first?.id }
  /// Whether anything was answered that could be kept.
  var holdsAnswers: Bool { run.asked.contains { $0.answer.saysSomething } }
  /// The person was asked, and wanted it kept.
  private var isKeptAsAsked = false
  /// Kept after every step, without asking or after one was asked.
  var isKept: Bool { practice.keep == .always || isKeptAsAsked }

  /// A text of the practice with its gaps filled.
  func said(_ text: String) -> String { run.said(text, in: practice) }

  /// What stands below a question; nil where there is nothing to say.
  func hint(of step: Step) -> String? { run.hint(of: step, in: practice) }

  private func newForm(in context: Context) -> StepForm {
    guard let step else { return .card }
    let due = run.due(of: step, from: context.now, on: context.today)
    return StepForm(step, run.answer(to: step.id), proposing: due, in: context)
  }

  // MARK: Answering

  /// Lets the form change, and takes over what is answered with it.
  mutating func change(in context: Context, _ change: (inout StepForm) -> Void) {
    change(&form)
    note(in: context)
  }

  /// What stands in the form counts, also before one goes on.
  private mutating func note(in context: Context) {
    guard let step else { return }
    let before = run
    if let answer = form.answer {
      run.answer(answer, in: practice)
    } else if run.answer(to: step.id).map({ form.replaces($0) }) == true {
      run.answer(.skipped, in: practice)
    }
    if run != before { saveState.change(at: context.uptime) }
  }

  /// Goes on; without an answer that is a skip. At the end, a run that is kept is finished.
  mutating func next(in context: Context) {
    guard let step else { return }
    let before = run
    if let answer = form.taken {
      run.answer(answer, in: practice)
      run.next(in: practice)
    } else if step.kind == .card || run.answer(to: step.id) == .unsaid {
      run.next(in: practice)
    } else {
      run.skip(in: practice)
    }
    settle(since: before, in: context)
  }

  mutating func skip(in context: Context) {
    let before = run
    run.skip(in: practice)
    settle(since: before, in: context)
  }

  /// Somebody would rather not say.
  mutating func leaveUnsaid(in context: Context) {
    let before = run
    run.answer(.unsaid, in: practice)
    run.next(in: practice)
    settle(since: before, in: context)
  }

  /// False at the first step.
  mutating func back(in context: Context) -> Bool {
    guard isAtEnd || run.canGoBack(in: practice) else { return false }
    let before = run
    run.finishedAt = nil
    run.back(in: practice)
    settle(since: before, in: context)
    return true
  }

  private mutating func settle(since before: Run, in context: Context) {
    form = newForm(in: context)
    if isAtEnd, isKept, holdsAnswers { run.finish(at: context.stamp, in: practice) }
    if run != before { saveState.change(at: context.uptime) }
  }

  // MARK: Keeping

  /// Everything there is to keep is in the journal, or on its way there.
  var isSafe: Bool { !holdsAnswers && !saveState.hasDraft || saveState.isSafe }

  /// The wish that keeps the run as it is now, marked as sent.
  mutating func keep() -> Effect {
    defer { saveState.send() }
    return .wish(wish)
  }

  var wish: Wish { .practices(.keep(run, in: practice, revision: saveState.version)) }

  func isDue(at uptime: Int) -> Bool { isKept && !isSafe && saveState.isDue(at: uptime) }

  /// The person wants it kept: it is finished where it is at its end, and on its way to the journal.
  mutating func keepAsAsked(in context: Context) -> Effect {
    if isAtEnd { run.finish(at: context.stamp, in: practice) }
    saveState.change(at: context.uptime)
    isKeptAsAsked = true
    return keep()
  }

  mutating func wasKept(_ revision: Int) { saveState.wasKept(revision) }

  /// Where nothing of it is in the journal yet, one is asked again.
  mutating func wasRefused(_ problem: Problem, at uptime: Int) {
    saveState.wasRefused(problem, at: uptime)
    isKeptAsAsked = isKeptAsAsked && saveState.hasDraft
  }

  /// The uptime at which something is due: the run is kept, a timer ends or looks different.
  var wakes: Int? { [isKept && !isSafe ? saveState.wakes : nil, looksAgain].compactMap(\.self).min() }

  /// Notices the time, and says when it matters next.
  mutating func tick(in context: Context) {
    saveState.tick(at: context.uptime)
    guard case .timer(var timer) = form else {
      looksAgain = nil
      return
    }
    timer.tick(at: context.uptime)
    form = .timer(timer)
    looksAgain = timer.wakes(at: context.uptime, moving: !context.settings.reducesMotion)
  }

  /// The uptime until which someone is taken to be there.
  var holdsOpenUntil: Int? { if case .timer(let timer) = form { timer.holdsUntil } else { nil } }
}
