import Canvas
import HearthContent
import HearthCore

/// What is told of seven days, in words: no bar, no ring, nothing of what did not happen.
struct WeekLines: Equatable {
  let week: [WeekMarker]

  func draw(with flow: inout Flow, on frame: inout Frame, _ context: Context) {
    guard !week.isEmpty, flow.rest.rows >= 3 else { return }
    flow.gap()
    flow.line(context.words[.weekHeading], .dim, on: &frame)
    for marker in week.prefix(flow.rest.rows) { flow.line(said(marker, context.words), indent: 2, on: &frame) }
  }

  private func said(_ told: WeekMarker, _ words: Words) -> String {
    let sentence: Word =
      switch told.place {
      case .below: .weekBelow
      case .within: .weekWithin
      case .above: told.isFull ? .weekFull : .weekAbove
      }
    return words[sentence, ["what": words[told.marker.word], "n": words.number(told.count)]]
  }
}

extension Marker {
  /// What it is called on Today and in Settings.
  var word: Word {
    switch self {
    case .contacts: .weekContacts
    case .small: .weekSmall
    case .talks: .weekTalks
    case .guided: .weekGuided
    case .alone: .weekAlone
    }
  }
}
