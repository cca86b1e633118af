package import Foundation
import GRDB
package import HearthCore

extension Vault {
  /// Inserts a moment, or replaces the one with its id; how that was before can be taken back.
  package func save(_ moment: Moment, now: Instant) throws(Problem) {
    try write { db in
      if let before = try MomentRecord.find(moment.id, db) {
        try StepRecord(.moment, .moment(before), at: now, db)
      } else {
        try StepRecord.close(at: now, db)
      }
      try MomentRecord.save(moment, db)
    }
  }

  /// Puts a moment into the trash, out of which `takeBack` brings it; nothing where there is none.
  package func trashMoment(_ id: UUID, now: Instant) throws(Problem) {
    try write { db in
      guard let before = try MomentRecord.find(id, db), before.trashedAt == nil else { return }
      var trashed = before
      trashed.trashedAt = now
      try StepRecord(.moment, .moment(before), at: now, db)
      try MomentRecord.save(trashed, db)
    }
  }

  /// In the order of time, but for those in the trash.
  package func moments(in days: ClosedRange<Day>) throws(Problem) -> [Moment] {
    try read { db in try MomentRecord.all(in: days, db) }
  }

  /// Also out of the trash; nil where there is none.
  package func moment(_ id: UUID) throws(Problem) -> Moment? {
    try read { db in try MomentRecord.find(id, db) }
  }
}
