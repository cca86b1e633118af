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

  package init(_ room: Room, reading: UUID? = nil, writing: UUID? = nil, running: UUID? = nil) {
    self.room = room
    self.reading = reading
    self.writing = writing
    self.running = running
  }

  /// As the journal keeps it: `2 read:ID write:ID`.
  package var text: String {
    let parts = [("read", reading), ("write", writing), ("run", running)].compactMap { name, id in
      id.map { "\(name):\($0.uuidString)" }
    }
    return ([String(room.rawValue)] + parts).joined(separator: " ")
  }

  /// - Parameter text: as the journal kept it; nil for anything else.
  package init?(_ text: String) {
    let parts = text.split(separator: " ").map(String.init)
    guard let room = parts.first.flatMap(Int.init).flatMap(Room.init) else { return nil }
    func id(_ name: String) -> UUID? {
      parts.first { $0.hasPrefix(name) }.flatMap { UUID(uuidString: String($0.dropFirst(name.count))) }
    }
    self.init(room, reading: id("read:"), writing: id("write:"), running: id("run:"))
  }
}

/// The same place, as the journal finds it when it is open again.
package struct PlaceFound: Equatable, Sendable {
  package var room: Room
  package var reading: EntryHead?
  package var writing: Route.Page?
  /// A run that one may go on with.
  package var running: UUID?

  package init(_ room: Room, reading: EntryHead? = nil, writing: Route.Page? = nil) {
    self.room = room
    self.reading = reading
    self.writing = writing
  }
}

extension App {
  /// Where the person is now.
  package var place: Place {
    var place = Place(context.room)
    for screen in open {
      if let read = screen as? ReadScreen { place.reading = read.head.id }
      if let page = screen as? ComposeScreen { place.writing = page.entry }
      if let run = (screen as? PracticeScreen)?.keptRun { place.running = run }
    }
    return place
  }

  /// Goes back to where the person was.
  func goBack(to place: PlaceFound) -> [Effect] {
    let reading = place.reading.map { Effect.open(.read($0, in: EntryFilter())) }
    let writing = place.writing.map { Effect.open(.compose($0)) }
    let running = place.running.map { Effect.open(.practice(.goOn($0))) }
    return [.go(place.room)] + [reading, running, writing].compactMap(\.self)
  }
}
