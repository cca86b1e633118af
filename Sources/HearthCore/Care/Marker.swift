/// Something of the last seven days that a person may have told on Today. None is told before they set a range for it.
package enum Marker: String, CaseIterable, Hashable, Sendable {
  /// Times with people, of every kind.
  case contacts
  /// A hello, a smile, a word at the till.
  case small
  /// Talks and shared time in which there was attention, presence or meaning.
  case talks
  /// Talks in three parts that were gone through to their end.
  case guided
  /// Days with time alone that was chosen.
  case alone

  /// The id of the practice that is such a talk.
  package static let guidedTalk = "talk-10-10-10"

  /// Days that are looked back on, today among them. They move on with every day: nothing begins at nought on a Monday.
  package static let days = 7

  /// How often a moment counts; those that keep a distance are none.
  func counts(_ moment: Moment) -> Bool {
    switch self {
    case .contacts: moment.kind.isContact
    case .small: moment.kind.isMicro
    case .talks: [.conversation, .shared].contains(moment.kind) && !Self.depth.isDisjoint(with: moment.marks)
    case .guided, .alone: false
    }
  }

  private static let depth: Set<Moment.Mark> = [.attention, .presence, .sharedMeaning, .seen, .understood]
}

/// How much a person finds about right in seven days: a lower edge, and an upper one above which rest comes first.
package struct MarkerRange: Hashable, Sendable {
  /// 0 to 99.
  package let least: Int
  /// Not below `least`.
  package let most: Int

  /// Nil where an edge is below 0 or above 99, or the upper lies below the lower.
  package init?(_ least: Int, _ most: Int) {
    guard (0...99).contains(least), (least...99).contains(most) else { return nil }
    (self.least, self.most) = (least, most)
  }

  /// As it is typed: `2 to 5`, `2-5`, or one number where both edges are the same.
  package init?(typed text: String) {
    let pieces = text.split { !$0.isWholeNumber }
    let numbers = pieces.compactMap { Int($0) }
    let between = text.lowercased().split { $0.isWholeNumber || $0.isWhitespace }
    guard let first = numbers.first, numbers.count == pieces.count, numbers.count <= 2,
      between.isEmpty || numbers.count == 2 && between.allSatisfy({ ["to", "-", "–", "…", ".."].contains($0) })
    else { return nil }
    self.init(first, numbers.count == 2 ? numbers[1] : first)
  }
}

/// The ranges a person has set.
package struct MarkerRanges: Hashable, Sendable {
  private var ranges: [Marker: MarkerRange] = [:]

  package init() {}

  /// Nil where the person has set none: then nothing is told of it.
  package subscript(marker: Marker) -> MarkerRange? {
    get { ranges[marker] }
    set { ranges[marker] = newValue }
  }

  /// Those that have a range, in their order.
  package var markers: [Marker] { Marker.allCases.filter { ranges[$0] != nil } }

  /// The stored form on one line: `contacts=2-6 small=3-9`.
  package var text: String {
    markers.compactMap { marker in ranges[marker].map { "\(marker.rawValue)=\($0.least)-\($0.most)" } }
      .joined(separator: " ")
  }

  /// Parts that cannot be read are ignored.
  package init(text: String) {
    for part in text.split(separator: " ") {
      let pair = part.split(separator: "=").map(String.init)
      guard pair.count == 2, let marker = Marker(rawValue: pair[0]) else { continue }
      ranges[marker] = MarkerRange(typed: pair[1])
    }
  }
}

/// What is told of one marker. Too little is no such thing: below the lower edge only the number stands there.
package struct WeekMarker: Hashable, Sendable {
  package enum Place: Hashable, Sendable { case below, within, above }

  package let marker: Marker
  /// In seven days.
  package let count: Int
  package let range: MarkerRange

  package init(_ marker: Marker, _ count: Int, in range: MarkerRange) {
    (self.marker, self.count, self.range) = (marker, count, range)
  }

  package var place: Place { count < range.least ? .below : count > range.most ? .above : .within }

  /// Whether rest is what is suggested rather than more of it.
  package var isFull: Bool { place == .above && marker != .alone }

  /// What is told of seven days: nothing of what did not happen.
  /// - Parameter guided: talks in three parts that were finished in them.
  package static func told(
    _ ranges: MarkerRanges, moments: [Moment], chosenAlone: Int, guided: Int
  ) -> [WeekMarker] {
    ranges.markers.compactMap { marker in
      let count =
        switch marker {
        case .contacts, .small, .talks: moments.count(where: marker.counts)
        case .alone: chosenAlone
        case .guided: guided
        }
      return count == 0 ? nil : ranges[marker].map { WeekMarker(marker, count, in: $0) }
    }
  }
}
