import HearthCore

extension Shelf {
  /// Every measure that is known, and can be charted: those of check-ins, of practices, and of moments.
  package var charted: [Measure] { (measures + practices.flatMap(\.measures) + Measure.ofMoments).uniqued() }

  /// The practice that asks for a measure, by the measure's id: the first of several, and none where a check-in asks for it
  /// too.
  package var askedBy: [Measure.ID: PracticeName] {
    let inCheckIns = Set(measures.map(\.id))
    let asking = practices.flatMap { practice in
      practice.measures.map { ($0.id, PracticeName(id: practice.id, title: practice.title)) }
    }
    return Dictionary(asking.filter { !inCheckIns.contains($0.0) }) { first, _ in first }
  }

  /// What practices are called, by their ids.
  package var practiceTitles: [String: String] {
    Dictionary(practices.map { ($0.id, $0.title) }) { first, _ in first }
  }
}
