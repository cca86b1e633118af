/// A question as it was asked in a run, and what was answered: it stays readable when the practice has changed or gone.
package struct Asked: Hashable, Sendable {
  /// The id of the step.
  package let step: String
  /// Its words then, gaps filled.
  package let question: String
  package let answer: Answer
  /// The answer in the practice's words then: the option, each tick, `item: answer`, a scale's word for its number.
  /// Empty where the answer has words of its own or none.
  package let words: [String]

  package init(step: String, question: String, answer: Answer, words: [String] = []) {
    self.step = step
    self.question = question
    self.answer = answer
    self.words = words
  }
}
