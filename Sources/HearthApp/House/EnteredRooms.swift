/// The screens of the rooms visited so far, each in its last state.
///
/// A short array and not a dictionary: the generic metadata of a dictionary of these types cost each start as much as
/// reading the settings.
struct EnteredRooms: Sendable {
  private var all: [(room: Room, screen: any Screen)] = []

  var screens: [any Screen] { all.map(\.screen) }
  /// The first uptime at which one of them wants to be told `.ticked`.
  var wakes: Int? { all.lazy.compactMap { $0.screen.wakes }.min() }

  /// Nil where one has not been.
  subscript(room: Room) -> (any Screen)? {
    get { all.first { $0.room == room }?.screen }
    set {
      let place = all.firstIndex { $0.room == room }
      if let place { all.remove(at: place) }
      if let newValue { all.append((room, newValue)) }
    }
  }
}
