extension Run {
  /// Whether something was marked that is about control, fear or danger: then nothing that brings people together is
  /// offered, and support comes first.
  package func marksDanger(in check: Practice) -> Bool {
    let answered = Answered(self, check)
    return answered.holds(
      .any([
        .count(tiers: ["A"], answers: ["marked"], atLeast: 1),
        .count(tiers: ["B"], answers: ["once", "sometimes", "often"], atLeast: 1),
      ]))
  }

  /// The items that were answered, by their ids, with the ids of their answers.
  package var itemAnswers: [String: String] {
    asked.reduce(into: [:]) { all, asked in
      if case .items(let answers) = asked.answer { all.merge(answers) { _, last in last } }
    }
  }
}
