extension Run {
  /// The steps that are asked under the answers so far, in their order.
  package func steps(in practice: Practice) -> [Step] { Answered(self, practice).steps }

  /// The step one is at; nil at the end.
  package func step(in practice: Practice) -> Step? {
    place.flatMap { place in steps(in: practice).first { $0.id == place } }
  }

  /// Which of the steps one is at, from 1, and how many there are as it looks now; nil at the end.
  package func progress(in practice: Practice) -> (step: Int, of: Int)? {
    let steps = steps(in: practice)
    return steps.firstIndex { $0.id == place }.map { ($0 + 1, steps.count) }
  }

  /// Whether there is a step to go back to.
  package func canGoBack(in practice: Practice) -> Bool { steps(in: practice).first.map { $0.id != place } ?? false }

  /// Sets the answer of the step one is at, in place of an earlier one, and stays there. One that does not fit the
  /// step changes nothing.
  package mutating func answer(_ answer: Answer, in practice: Practice) {
    guard let step = step(in: practice), answer.fits(step) else { return }
    keep(
      Asked(step: step.id, question: said(step.text, in: practice), answer: answer, words: answer.words(in: step)),
      in: practice)
  }

  /// Goes on to the next step that is asked, or to the end, and leaves the answer as it is.
  package mutating func next(in practice: Practice) {
    let steps = steps(in: practice)
    guard let index = steps.firstIndex(where: { $0.id == place }) else { return }
    place = steps.dropFirst(index + 1).first?.id
  }

  /// Goes back to the step before, also from the end; stays at the first.
  package mutating func back(in practice: Practice) {
    let steps = steps(in: practice)
    guard let index = steps.firstIndex(where: { $0.id == place }) else {
      place = steps.last?.id
      return
    }
    if index > 0 { place = steps[index - 1].id }
  }

  /// Goes on without an answer. Words that stand there already stay: a skip takes nothing that was written.
  package mutating func skip(in practice: Practice) {
    if let step = step(in: practice), step.kind != .card, answer(to: step.id)?.isWritten != true {
      answer(.skipped, in: practice)
    }
    next(in: practice)
  }

  /// Goes to a step that is asked, such as one chosen from a list of answers; changes nothing for another.
  package mutating func go(to step: String, in practice: Practice) {
    if steps(in: practice).contains(where: { $0.id == step }) { place = step }
  }

  /// Ends the run. What was answered before its step fell away goes, but never words that were written.
  package mutating func finish(at stamp: Stamp, in practice: Practice) {
    let steps = Set(steps(in: practice).map(\.id))
    asked.removeAll { practice.step($0.step) != nil && !steps.contains($0.step) && !$0.answer.isWritten }
    place = nil
    finishedAt = stamp
  }

  // MARK: A practice that has changed

  /// Whether the practice has another version than when the run began.
  package func isOutdated(by practice: Practice) -> Bool { version != practice.version }

  /// Makes the run go on in the practice as it is now: at its place where that is still asked, else at the first
  /// question without an answer. All that was asked before stays as it was; an answer that no longer fits does not count.
  package mutating func takeUp(in practice: Practice) {
    let steps = steps(in: practice)
    guard place == nil || !steps.contains(where: { $0.id == place }) else { return }
    place = steps.first { $0.kind != .card && !isAnswered($0) }?.id
  }

  private func isAnswered(_ step: Step) -> Bool { answer(to: step.id).map { $0.fits(step) } ?? false }

  private mutating func keep(_ line: Asked, in practice: Practice) {
    if let index = asked.firstIndex(where: { $0.step == line.step }) {
      asked[index] = line
      return
    }
    let earlier = Set(practice.steps.prefix { $0.id != line.step }.map(\.id))
    let index = asked.lastIndex { earlier.contains($0.step) }.map { $0 + 1 } ?? 0
    asked.insert(line, at: index)
  }
}

extension Answer {
  /// Whether it holds words of the person's own.
  var isWritten: Bool {
    switch self {
    case .text, .person, .entry: saysSomething
    default: false
    }
  }
}
