import Canvas
import HearthContent
import HearthCore

/// A run to read again: every question as it was asked, and what was answered.
struct RunPage {
  let lines: [Line]

  /// - Parameter isTitled: nothing above it says what it is called.
  init(_ kept: KeptRun, isTitled: Bool = true, _ context: Context) {
    let run = kept.run
    let head = (isTitled ? [Line(run.title, .heading)] : []) + [Line(context.when(run.startedAt), .dim)]
    let asked = run.asked.flatMap { line in
      [Line(), Line(line.question, .question)] + Self.answer(line, context)
    }
    let later = kept.followUps.flatMap { [Line(), Line($0.followUp.question, .question)] + Self.answer($0, context) }
    lines = head + asked + later
  }

  /// As plain text in so many columns.
  func text(columns: Int) -> String {
    lines.flatMap { $0.isEmpty ? [""] : $0.wrapped(to: columns).map(\.text) }.joined(separator: "\n") + "\n"
  }

  private static func answer(_ asked: Asked, _ context: Context) -> [Line] {
    let words = context.words
    switch asked.answer {
    case .text(let text):
      return text.shownLines.map { Line("  \($0)") }
    case .person(let name): return [Line("  \(name)")]
    case .number(let number): return [Line("  " + ([String(number)] + asked.words).joined(separator: " · "))]
    case .option, .options, .items:
      return asked.words.isEmpty ? [Line("  \(words[.runNone])", .dim)] : asked.words.map { Line("  \($0)") }
    case .timer(let minutes, _): return [Line("  " + words.count(minutes, .practiceMinute, .practiceMinutes))]
    case .due(let due): return [Line("  " + words.due(due, in: context))]
    case .entry: return [Line("  \(words[.practicePageWritten])", .dim)]
    case .skipped: return [Line("  \(words[.runSkipped])", .dim)]
    case .unsaid: return [Line("  \(words[.runUnsaid])", .dim)]
    }
  }

  private static func answer(_ kept: KeptFollowUp, _ context: Context) -> [Line] {
    if let answer = kept.answer {
      return [Line("  \(kept.followUp.options.first { $0.id == answer }?.text ?? answer)")]
    }
    let word: Word = kept.isOpen ? .runWaits : kept.followUp.isReminder ? .runSeen : .runLetGo
    return [Line("  " + context.words[word, ["when": context.words.due(kept.followUp.due, in: context)]], .dim)]
  }
}
