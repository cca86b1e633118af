/// Something set beside the words of an entry.
package enum Detail: String, CaseIterable, Hashable, Sendable, Codable { case date, mood, star, tags }

extension Set<Detail> {
  package static var all: Set<Detail> { Set(Detail.allCases) }
}

extension Entry {
  /// Takes over what is set beside the words of another form of it.
  /// - Parameter kept: stays as it is here.
  package mutating func takeDetails(of other: Entry, except kept: Set<Detail>) {
    if !kept.contains(.date) { (stamp, day) = (other.stamp, other.day) }
    if !kept.contains(.mood) { mood = other.mood }
    if !kept.contains(.star) { isStarred = other.isStarred }
    if !kept.contains(.tags) { addedTags = other.addedTags }
  }
}
