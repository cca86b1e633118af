/// How an entry read before it was changed. Versions are only ever added.
package struct Revision: Hashable, Sendable, Identifiable {
  /// What replaced the version.
  package enum Reason: String, Hashable, Sendable {
    case edit
    /// The same entry came in again from outside, with other words.
    case imported
    /// An earlier version was put back.
    case restored
  }

  /// What was kept later has a higher one.
  package let id: Int64
  package var text: String
  package var stamp: Stamp
  package var addedTags: [String]
  /// When this version was written.
  package var writtenAt: Instant
  /// When another took its place.
  package var replacedAt: Instant
  package var reason: Reason

  package init(
    id: Int64, text: String, stamp: Stamp, addedTags: [String], writtenAt: Instant, replacedAt: Instant, reason: Reason
  ) {
    self.id = id
    self.text = text
    self.stamp = stamp
    self.addedTags = addedTags
    self.writtenAt = writtenAt
    self.replacedAt = replacedAt
    self.reason = reason
  }
}
