import HearthCore

extension Shelf {
  /// Every measure that a content file describes, and can be charted: those of check-ins, then those of practices.
  package var charted: [Measure] { (measures + practices.flatMap(\.measures)).uniqued() }

  /// What practices are called, by their ids.
  package var practiceTitles: [String: String] {
    Dictionary(practices.map { ($0.id, $0.title) }) { first, _ in first }
  }
}
