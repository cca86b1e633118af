import FoundationEssentials

/// One passage through a practice: what was asked, what was answered, and where one is.
package struct Run: Hashable, Sendable, Identifiable {
  package let id: UUID
  /// The id of the practice, which need not be there any more.
  package let practice: String
  /// Of the practice when it began.
  package let version: Int
  /// As it was then.
  package let title: String
  package let startedAt: Stamp
  /// The day it belongs to, fixed when it began.
  package let day: Day
  /// Nil while one is in it or may go on with it.
  package var finishedAt: Stamp?
  /// Every question that was answered or skipped, in the order of the practice.
  package internal(set) var asked: [Asked]
  /// The step one is at; nil at the end.
  package internal(set) var place: String?

  /// A run as it was kept.
  package init(
    id: UUID, practice: String, version: Int, title: String, startedAt: Stamp, day: Day, finishedAt: Stamp? = nil,
    asked: [Asked], place: String?
  ) {
    self.id = id
    self.practice = practice
    self.version = version
    self.title = title
    self.startedAt = startedAt
    self.day = day
    self.finishedAt = finishedAt
    self.asked = asked
    self.place = place
  }

  /// A new one, at its first step.
  package init(of practice: Practice, id: UUID, startedAt: Stamp, day: Day) {
    self.init(
      id: id, practice: practice.id, version: practice.version, title: practice.title, startedAt: startedAt, day: day,
      asked: [], place: nil)
    place = steps(in: practice).first?.id
  }

  /// What was answered to a step; nil where nothing was yet.
  package func answer(to step: String) -> Answer? { asked.first { $0.step == step }?.answer }
}
