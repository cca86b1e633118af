import HearthContent
import HearthCore

/// What can be set, in its order on the page.
extension SettingsScreen {
  enum Row: Hashable {
    case interest(Interest)
    case dayEnd
    case fields
    case bringsBack
    case hushed
    case showsRhythm
    case invites
    case asksMonthly
    case lowEnergy
    case pace
    case drains
    case surroundings
    case marker(Marker)
    case speaksPlainly
    case reducesMotion
    case moods
    case passphrase
    case recovery
    case lockAfter
    case leavesOnEscape
    case covers
    case backups
    case everything
    case showsCheck
    case checkName
    case showsCheckNotice

    static let all: [Row] =
      Interest.allCases.map(Row.interest) + [.dayEnd]
      + [.bringsBack, .hushed, .showsRhythm, .invites, .lowEnergy, .fields, .asksMonthly] + [
        .pace, .drains, .surroundings,
      ]
      + Marker.allCases.map(Row.marker) + [.speaksPlainly, .reducesMotion, .moods]
      + [.passphrase, .recovery, .lockAfter, .leavesOnEscape, .covers, .backups, .everything]
      + [.showsCheck, .checkName, .showsCheckNotice]
    /// The first of each part of the page.
    static let heads: [Row] = [
      .interest(Interest.allCases[0]), .dayEnd, .bringsBack, .pace, .marker(Marker.allCases[0]), .speaksPlainly,
      .passphrase, .showsCheck,
    ]

    var isMarker: Bool { if case .marker = self { true } else { false } }

    /// What lies behind it, where it is a door.
    var page: Route? {
      switch self {
      case .hushed: .hushed(nil)
      case .fields: .ticks(.fields)
      case .drains: .ticks(.drains)
      case .surroundings: .ticks(.surroundings)
      case .passphrase: .passphrase
      case .recovery: .recovery
      case .backups: .backups
      case .everything: .erase(.everything)
      default: nil
      }
    }
  }
}

extension MarkerRange {
  /// As it may be typed.
  var typed: String { "\(least)-\(most)" }
}
