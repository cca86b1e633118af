import FoundationEssentials
import HearthCore

/// Where a person is in the house, so that they find themselves there again after a lock.
package struct Place: Hashable, Sendable {
  package var room: Room
  /// The entry that lies open to be read.
  package var reading: UUID?
  /// The page that is being written on.
  package var writing: UUID?
  /// The run that lies open, where it is kept.
  package var running: UUID?
  /// Whose page lies open.
  package var person: UUID?
  /// The day that lies open, whole.
  package var day: Day?
  /// A recovery code was being shown that does not count.
  package var hasUncountedCode = false
  /// Another passphrase, or none, was wanted, and the sealing came to its end when nobody was there to be told.
  package var wasSealedUnseen = false
  /// The card that is being read, by its id.
  package var card: String?
  /// What the Journal is searched for.
  package var seeking: String?
  /// It was still being typed, so that its last term means all that begins so.
  package var isSeekBegun = false
  /// What is drawn in Charts, where the person has chosen it.
  package var chart: ChartPlace?
  /// When they were there.
  package var leftOn: Day?

  package init(_ room: Room, reading: UUID? = nil, writing: UUID? = nil, running: UUID? = nil) {
    self.room = room
    self.reading = reading
    self.writing = writing
    self.running = running
  }

  /// As the journal keeps it: the room, then lines as `read:ID`.
  package var text: String {
    let ids = [("read", reading), ("write", writing), ("run", running), ("person", person)]
    let parts =
      ids.map { ($0, $1?.uuidString) } + [
        ("day", day?.description), ("card", card), ("seek", seeking), ("begun", isSeekBegun ? "seek" : nil),
        ("code", hasUncountedCode ? "uncounted" : nil),
        ("sealed", wasSealedUnseen ? "unseen" : nil), ("on", leftOn?.description),
      ]
      + (chart?.parts ?? [])
    return ([String(room.rawValue)] + parts.compactMap { name, value in value.map { "\(name):\($0)" } })
      .joined(separator: "\n")
  }

  /// - Parameter text: as the journal kept it; nil for anything else.
  package init?(_ text: String) {
    let lines = text.split(separator: "\n")
    guard let room = lines.first.flatMap({ Int($0) }).flatMap(Room.init) else { return nil }
    func value(_ name: String) -> String? {
      lines.first { $0.hasPrefix(name + ":") }.map { String($0.dropFirst(name.count + 1)) }
    }
    func id(_ name: String) -> UUID? { value(name).flatMap(UUID.init(uuidString:)) }
    self.init(room, reading: id("read"), writing: id("write"), running: id("run"))
    (hasUncountedCode, wasSealedUnseen) = (value("code") != nil, value("sealed") != nil)
    (person, day, card, seeking) = (id("person"), value("day").flatMap { Day($0) }, value("card"), value("seek"))
    isSeekBegun = value("begun") != nil
    (chart, leftOn) = (ChartPlace(value), value("on").flatMap { Day($0) })
  }
}

/// Which chart is drawn, and over which days.
package struct ChartPlace: Hashable, Sendable {
  package var chart: Chart
  /// Nil for as many days as suit the chart.
  package var span: ChartSpan?
  /// The last day that is shown; nil for today.
  package var last: Day?
  /// Which of the things it can show.
  package var variant: Int

  init(_ chart: Chart, span: ChartSpan?, last: Day?, variant: Int) {
    (self.chart, self.span, self.last, self.variant) = (chart, span, last, variant)
  }

  fileprivate var parts: [(String, String?)] {
    let days: String? =
      switch span {
      case .days(let count): "\(count)d"
      case .all: "all"
      case nil: nil
      }
    return [("chart", chart.id), ("span", days), ("last", last?.description), ("variant", String(variant))]
  }

  fileprivate init?(_ value: (String) -> String?) {
    guard let id = value("chart"), let chart = Chart(id: id, measures: [id]) else { return nil }
    self.init(
      chart, span: value("span").flatMap { ChartSpan($0) }, last: value("last").flatMap { Day($0) },
      variant: value("variant").flatMap { Int($0) } ?? 0)
  }
}

/// The same place, as the journal finds it when it is open again.
package struct PlaceFound: Equatable, Sendable {
  package var place: Place
  package var reading: EntryHead?
  package var writing: Route.Page?
  /// A run that one may go on with.
  package var running: UUID?

  package init(_ place: Place, reading: EntryHead? = nil, writing: Route.Page? = nil) {
    self.place = place
    self.reading = reading
    self.writing = writing
  }

  /// What of it holds on a day: on another than the one on which it was left only what is begun, and what is to be told.
  /// A page of a day that is over would take what is meant for today.
  fileprivate func holding(on day: Day) -> PlaceFound {
    guard let left = place.leftOn, left != day else { return self }
    var found = PlaceFound(Place(.today), writing: writing)
    (found.running, found.place.hasUncountedCode, found.place.wasSealedUnseen) = (
      running, place.hasUncountedCode, place.wasSealedUnseen
    )
    return found
  }
}

extension Event {
  func holding(on day: Day) -> Event {
    if case .placeFound(let found) = self { .placeFound(found.holding(on: day)) } else { self }
  }
}

extension App {
  /// Where the person is now.
  package var place: Place {
    var place = Place(context.room)
    // A search that lies open over a room is not gone back to.
    if let journal = room as? JournalScreen, let seeking = journal.seeking {
      (place.seeking, place.isSeekBegun) = (seeking, journal.focus == .field)
    }
    for screen in [room] + open { screen.mark(&place) }
    return place
  }

  /// Goes back to where the person was. Rooms hear themselves what was chosen in them.
  func goBack(to found: PlaceFound) -> [Effect] {
    let pages: [Route?] = [
      found.place.day.map { .day($0) }, found.place.person.map { .person($0) }, found.place.card.map { .card($0) },
      found.reading.map { .read($0, in: EntryFilter()) }, found.running.map { .practice(.goOn($0)) },
      found.writing.map { .compose($0) },
    ]
    let untold: [Route?] = [
      found.place.hasUncountedCode ? .recoveryDropped : nil, found.place.wasSealedUnseen ? .sealedUnseen : nil,
    ]
    return [.go(found.place.room)] + (pages + untold).compactMap { $0.map(Effect.open) }
  }
}
