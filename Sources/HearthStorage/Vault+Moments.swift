package import Foundation
import GRDB
package import HearthCore

extension Vault {
  /// Inserts a moment, or replaces the one with its id; how that was before can be taken back.
  package func save(_ moment: Moment, now: Instant) throws(Problem) {
    try write { db in try MomentRecord.change(to: moment, at: now, db) }
  }

  /// Puts a moment into the trash, out of which `takeBack` brings it; nothing where there is none.
  package func trashMoment(_ id: UUID, now: Instant) throws(Problem) {
    try write { db in try MomentRecord.trash(id, at: now, db) }
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
