extension Step {
  /// Some minutes that one gives to something. They can end early or go on, and nothing hurries.
  package struct Timer: Hashable, Sendable {
    /// Breathing in, holding, breathing out: a word and how many seconds it lasts, 1–60.
    package struct Phase: Hashable, Sendable {
      package let text: String
      /// 1 to 60.
      package let seconds: Int

      package init(_ text: String, seconds: Int) {
        self.text = text
        self.seconds = seconds
      }
    }

    /// Minutes that any can be set to.
    package static let range = 1...240

    /// How short and how long it can be made, within `range`.
    package let minutes: ClosedRange<Int>
    /// What it is set to at first.
    package let usual: Int
    /// Lines to look at while it runs.
    package let prompts: [String]
    /// What goes round and round while it runs; empty where nothing does.
    package let phases: [Phase]
    /// What Hearth says when it is over, where one is to come back to something: then it is a follow-up as well.
    package let reminder: String?

    package init(
      minutes: ClosedRange<Int>, usual: Int? = nil, prompts: [String] = [], phases: [Phase] = [],
      reminder: String? = nil
    ) {
      self.minutes = minutes
      self.usual = usual ?? minutes.lowerBound
      self.prompts = prompts
      self.phases = phases
      self.reminder = reminder
    }

    /// The phase so long after the start, and how many seconds of it are over; nil where there are no phases.
    /// - Parameter seconds: from 0.
    package func phase(after seconds: Int) -> (phase: Phase, elapsed: Int)? {
      let round = phases.reduce(0) { $0 + $1.seconds }
      guard round > 0, seconds >= 0 else { return nil }
      var rest = seconds % round
      for phase in phases {
        if rest < phase.seconds { return (phase, rest) }
        rest -= phase.seconds
      }
      return nil
    }
  }
}
