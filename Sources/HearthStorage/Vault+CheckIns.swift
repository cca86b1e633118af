package import Foundation
import GRDB
package import HearthCore

extension Vault {
  /// Inserts a check-in, or replaces the one with its id; how that was before can be taken back.
  package func save(_ checkIn: CheckIn, now: Instant) throws(Problem) {
    try write { db in try CheckInRecord.change(to: checkIn, at: now, db) }
  }

  /// Puts a check-in into the trash, out of which `takeBack` brings it; nothing where there is none.
  package func trashCheckIn(_ id: UUID, now: Instant) throws(Problem) {
    try write { db in try CheckInRecord.trash(id, at: now, db) }
  }

  /// In the order of time, but for those in the trash.
  package func checkIns(in days: ClosedRange<Day>) throws(Problem) -> [CheckIn] {
    try read { db in try CheckInRecord.all(in: days, db) }
  }

  /// Also out of the trash; nil where there is none.
  package func checkIn(_ id: UUID) throws(Problem) -> CheckIn? {
    try read { db in try CheckInRecord.find(id, db) }
  }
}
