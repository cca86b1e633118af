import GRDB
package import HearthCore

extension Vault {
  /// What waits to be answered or seen, the earliest first; what is not due yet as well. Nothing about those of whom
  /// nothing is suggested: it waits with its run, and comes back with them.
  package func openFollowUps(limit: Int) throws(Problem) -> [KeptFollowUp] {
    try read { db in
      try FollowUpRecord.open(limit: limit, except: PersonRecord.names(.all, db), db)
    }
  }

  /// Answers a follow-up, and keeps the reading that makes. One that is gone is passed over.
  /// - Parameters:
  ///   - option: the id of one of its options.
  ///   - day: the day a person means by today.
  package func answer(_ id: FollowUp.ID, _ option: String, at stamp: Stamp, on day: Day) throws(Problem) {
    try write { db in
      guard let kept = try FollowUpRecord.find(id, db) else { return }
      try FollowUpRecord.close(id, answer: option, isSeen: true, at: stamp.instant, db)
      if let reading = kept.followUp.reading(option, at: stamp, on: day) { try ReadingRecord.put(reading, db) }
    }
  }

  /// Asks no more: a reminder was seen, or a question is let go.
  package func letGo(_ id: FollowUp.ID, now: Instant) throws(Problem) {
    try write { db in
      guard let kept = try FollowUpRecord.find(id, db) else { return }
      try FollowUpRecord.close(id, answer: nil, isSeen: kept.followUp.isReminder, at: now, db)
    }
  }
}
