import Canvas
import FoundationEssentials
import HearthApp
import HearthContent
import HearthCore

/// A way through a practice in lines: a question, its answers by number, and a line that answers it.
struct PracticeDialogue {
  private(set) var run: Run
  private let practice: Practice
  private let shell: Shell
  private let dayEnd: DayEnd

  /// - Parameter dayEnd: for what is to happen on a day.
  init(_ run: Run, _ practice: Practice, _ shell: Shell, dayEnd: DayEnd) {
    (self.run, self.practice, self.shell, self.dayEnd) = (run, practice, shell, dayEnd)
  }

  var hasAnswers: Bool { run.asked.contains { $0.answer.saysSomething } }

  private var words: Words { shell.words }

  /// What a line comes to.
  private enum Reply {
    case answer(Answer)
    case skip, back, leave
  }

  /// Asks until the end, or until the person leaves.
  ///
  /// - Parameters:
  ///   - keep: called after every step.
  ///   - write: makes an entry of what was written for a page; nil where a practice keeps nothing by itself, and its
  ///     pages are passed over.
  /// - Returns: whether the end was reached.
  mutating func ask(after keep: (Run) throws -> Void, write: ((String) throws -> UUID)? = nil) throws -> Bool {
    tell(run.title)
    tell(words[.shellPracticeHow] + "\n")
    while let step = run.step(in: practice) {
      if step.kind == .compose, write == nil {
        run.skip(in: practice)
        continue
      }
      show(step)
      switch try reply(to: step) {
      case .answer(.text(let text)) where step.kind == .compose:
        if let id = try write?(text) { run.answer(.entry(id), in: practice) }
        run.next(in: practice)
      case .answer(let answer):
        run.answer(answer, in: practice)
        run.next(in: practice)
      case .skip: run.skip(in: practice)
      case .back: run.back(in: practice)
      case .leave: return false
      }
      if hasAnswers { try keep(run) }
    }
    return true
  }

  mutating func finish() { run.finish(at: Stamp(shell.clock.now, in: shell.clock.zone), in: practice) }

  /// The page at the end, and what could come next.
  /// - Parameter check: what the relationship check is called; nil where the person has hidden it, or nobody knows.
  func sayEnding(_ titles: [String: String], check: String? = nil) {
    if let page = run.page(in: practice) { tell("\n" + page) }
    let offers = (run.ending(in: practice)?.offers ?? []).compactMap { offer in
      switch Practice.Place(rawValue: offer) {
      case .support: "  hearth support"
      case .write: "  hearth add"
      case .checkIn: "  hearth checkin"
      case .moment: "  hearth moment"
      case .people: "  hearth people"
      case .relationship: check.map { "  hearth check   \($0)" }
      case nil: titles[offer].map { "  hearth practice \(offer)   \($0)" }
      }
    }
    if !offers.isEmpty { Output.say("\n" + words[.shellPracticeOffers] + "\n" + offers.joined(separator: "\n")) }
  }

  // MARK: Asking

  /// A text as the terminal takes it: no word broken at the edge, and no key of the screen that does nothing here.
  /// - Parameter hang: columns by which rows after the first are indented.
  private func tell(_ text: String, hang: Int = 0) {
    let lines = text.inShell.split(separator: "\n", omittingEmptySubsequences: false).map { text in
      var line = Line(String(text))
      line.hang = hang
      return line
    }
    Output.say(lines.wrapped(to: min(Output.columns, 76)).map(\.text).joined(separator: "\n"))
  }

  private func show(_ step: Step) {
    if let (number, count) = run.progress(in: practice) {
      Output.say("\n" + words[.shellPracticeStep, ["i": words.number(number), "n": words.number(count)]])
    }
    tell(run.said(step.text, in: practice))
    if let hint = run.hint(of: step, in: practice) { tell(hint) }
    switch step.kind {
    case .choice(let options), .ticks(let options): showNumbered(options.map(\.text))
    case .scale(let measure) where measure.words.count == measure.range.count:
      for value in measure.range { tell("  \(value)  \(measure.word(for: value) ?? "")", hang: 5) }
    case .timer(let timer): for prompt in timer.prompts { tell("  · " + run.said(prompt, in: practice), hang: 4) }
    default: break
    }
  }

  private func showNumbered(_ texts: [String]) {
    for (place, text) in texts.enumerated() { tell("  \(place + 1)  \(text)", hang: 5) }
  }

  private func reply(to step: Step) throws -> Reply {
    switch step.kind {
    case .card: try line("") { _ in nil }
    case .scale(let measure): try line(words[.shellPracticeScale, ends(of: measure)]) { Int($0).map(Answer.number) }
    case .choice(let options): try line(words[.shellPracticeChoose]) { options.at($0).map { .option($0.id) } }
    case .ticks(let options): try line(words[.shellPracticeTicks]) { ticked($0, of: options) }
    case .items(let items, let answers): try itemReply(items, answers)
    case .text, .compose: try textReply()
    case .person: try line(words[.shellPracticePerson]) { .person($0.withoutControls) }
    case .timer(let timer): try timerReply(timer)
    case .date, .followUp: try dueReply(step)
    }
  }

  /// Asks again for what is none of the answers.
  private func line(_ question: String, _ meaning: (String) -> Answer?) throws -> Reply {
    Output.ask(question)
    while let typed = try StandardInput.line() {
      switch typed.trimmed {
      case "": return .skip
      case "<": return .back
      case "q": return .leave
      case let text:
        if let answer = meaning(text), run.step(in: practice).map(answer.fits) == true { return .answer(answer) }
        Output.ask(words[.shellPracticeOdd])
      }
    }
    return .leave
  }

  private func ends(of measure: Measure) -> [String: String] {
    func said(_ value: Int, _ word: String?) -> String { word.map { "\(value) (\($0))" } ?? String(value) }
    return [
      "low": said(measure.range.lowerBound, measure.low), "high": said(measure.range.upperBound, measure.high),
    ]
  }

  private func ticked(_ typed: String, of options: [Step.Option]) -> Answer? {
    let parts = typed.split { $0 == " " || $0 == "," }
    let chosen = parts.compactMap { options.at(String($0)) }
    return chosen.count == parts.count ? .options(chosen.map(\.id)) : nil
  }

  /// One sentence after the other, all with the same answers.
  private func itemReply(_ items: [Step.Option], _ answers: [Step.Option]) throws -> Reply {
    showNumbered(answers.map(\.text))
    var given: [String: String] = [:]
    for item in items {
      tell(item.text)
      switch try line(words[.shellPracticeItem], { answers.at($0).map { .items([item.id: $0.id]) } }) {
      case .answer(.items(let answer)): given.merge(answer) { $1 }
      case .answer, .skip: break
      case .back: return .back
      case .leave: return .leave
      }
    }
    return given.isEmpty ? .skip : .answer(.items(given))
  }

  /// Lines up to an empty one.
  private func textReply() throws -> Reply {
    Output.ask(words[.shellPracticeText])
    guard let first = try StandardInput.line() else { return .leave }
    if first.trimmed.isEmpty { return .skip }
    if first == "<" { return .back }
    if first == "q" { return .leave }
    var lines = [first]
    while let line = try StandardInput.line(), !line.isEmpty { lines.append(line) }
    return .answer(.text(lines.joined(separator: "\n")))
  }

  private func timerReply(_ timer: Step.Timer) throws -> Reply {
    let start = shell.clock.now
    let end = Stamp(start.adding(seconds: timer.usual * 60), in: shell.clock.zone)
    let minutes = words.count(timer.usual, .practiceMinute, .practiceMinutes)
    Output.ask(words[.shellPracticeTimer, ["minutes": minutes, "clock": words.clock(end)]])
    switch try StandardInput.line()?.trimmed {
    case "<": return .back
    case "q", nil: return .leave
    case "-": return .skip
    default: return .answer(.timer(minutes: timer.usual, startedAt: start))
    }
  }

  private func dueReply(_ step: Step) throws -> Reply {
    let today = shell.today(dayEnd: dayEnd)
    guard let due = run.due(of: step, from: shell.clock.now, on: today) else { return .skip }
    let said =
      switch due {
      case .at(let instant):
        words[.practiceAt, ["clock": words.clock(Stamp(instant, in: shell.clock.zone))]]
      case .on(let day): words.dayInWords(day, today: today)
      }
    Output.ask(words[.shellPracticeDue, ["when": said]])
    switch try StandardInput.line()?.trimmed.lowercased() {
    case "<": return .back
    case "q", nil: return .leave
    case "n", "no": return .skip
    default: return .answer(.due(due))
    }
  }
}

extension [Step.Option] {
  /// The one at a typed place, from 1.
  fileprivate func at(_ typed: String) -> Step.Option? {
    Int(typed).flatMap(at(place:))
  }
}
