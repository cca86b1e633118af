/// A follow-up as the journal has it: what it is about, and what became of it.
package struct KeptFollowUp: Hashable, Sendable, Identifiable {
  package let followUp: FollowUp
  /// What the practice was called when it was left.
  package let title: String
  /// The id of the option that was answered; nil while it is open, and for a reminder.
  package var answer: String?
  /// When it was answered, or a reminder was seen.
  package var answeredAt: Instant?
  /// When it was let go without an answer.
  package var dismissedAt: Instant?

  package init(
    _ followUp: FollowUp, title: String, answer: String? = nil, answeredAt: Instant? = nil, dismissedAt: Instant? = nil
  ) {
    self.followUp = followUp
    self.title = title
    self.answer = answer
    self.answeredAt = answeredAt
    self.dismissedAt = dismissedAt
  }

  package var id: FollowUp.ID { followUp.id }
  /// What is asked, and in which practice, for a place where nothing else says it.
  package var said: String { "\(followUp.question) · \(title)" }
  package var isOpen: Bool { answeredAt == nil && dismissedAt == nil }
}

/// A run with all that came of it, as it goes into another journal.
package struct KeptRun: Hashable, Sendable {
  package var run: Run
  package var followUps: [KeptFollowUp]
  /// Those it has yielded and those its follow-ups have answered; left empty where it is only to be read.
  package var readings: [Reading]

  package init(_ run: Run, followUps: [KeptFollowUp] = [], readings: [Reading] = []) {
    self.run = run
    self.followUps = followUps
    self.readings = readings
  }
}
