package import Foundation
package import HearthCore

/// A place in the list of entries: where the last row seen stands. Rows are in order of their day, then of their
/// instant, then as they were saved, so that a day stays in one piece also for someone who travels.
package struct HeadCursor: Hashable, Sendable {
  package var day: Day
  package var instant: Instant
  package var id: UUID

  package init(day: Day, instant: Instant, id: UUID) {
    self.day = day
    self.instant = instant
    self.id = id
  }

  /// Where a row, or an entry, stands.
  package init(_ head: EntryHead) { self.init(day: head.day, instant: head.stamp.instant, id: head.id) }
  package init(_ entry: Entry) { self.init(day: entry.day, instant: entry.stamp.instant, id: entry.id) }
}
