/// A theme file of the person's own: what it changes in the theme it is based on.
package struct OwnTheme: Hashable, Sendable {
  /// How many colours a terminal has; each number has looks of its own.
  package enum Section: String, CaseIterable, Sendable {
    case full, sixteen, eight, mono

    var colours: Int {
      switch self {
      case .full: 256
      case .sixteen: 16
      case .eight: 8
      case .mono: 0
      }
    }
  }

  /// A theme of the house; nil for the one that suits the terminal's ground.
  package private(set) var basedOn: String?
  /// By the names of roles. What is not in it looks as in the theme below.
  package private(set) var looks: [Section: [String: Ink]] = [:]

  /// Reads a theme. What cannot be used is named and stays as in the theme below.
  ///
  /// - Parameters:
  ///   - roles: what there is to draw.
  ///   - themes: the themes of the house.
  package static func reading(
    _ text: String, named file: String, roles: Set<String>, themes: Set<String>
  ) -> (theme: OwnTheme, problems: [ContentProblem]) {
    do throws(ContentProblem) {
      guard let stanza = try ContentFile(name: file, text: text).map() else { return (OwnTheme(), []) }
      return reading(stanza, roles, themes)
    } catch {
      return (OwnTheme(), [error])
    }
  }

  private static func reading(
    _ stanza: Stanza, _ roles: Set<String>, _ themes: Set<String>
  ) -> (theme: OwnTheme, problems: [ContentProblem]) {
    var theme = OwnTheme()
    var problems = stanza.unknownFields(besides: Set(Section.allCases.map(\.rawValue) + ["basedOn"]))
    func take(_ field: String, _ setting: () throws(ContentProblem) -> Void) {
      do throws(ContentProblem) { try setting() } catch { problems.append(stanza.oddSetting(field)) }
    }
    take("basedOn") { () throws(ContentProblem) in theme.basedOn = try base(in: stanza, themes) }
    for section in Section.allCases {
      take(section.rawValue) { () throws(ContentProblem) in
        guard let map = try stanza.map(section.rawValue) else { return }
        let read = inks(in: map, roles, colours: section.colours)
        theme.looks[section] = read.inks
        problems += read.problems
      }
    }
    return (theme, problems.sorted { ($0.line ?? 0) < ($1.line ?? 0) })
  }

  private static func base(in stanza: Stanza, _ themes: Set<String>) throws(ContentProblem) -> String? {
    guard let name = try stanza.text("basedOn") else { return nil }
    guard themes.contains(name) else { throw stanza.problem(.oddValue, "basedOn") }
    return name
  }

  private static func inks(
    in stanza: Stanza, _ roles: Set<String>, colours: Int
  ) -> (inks: [String: Ink], problems: [ContentProblem]) {
    var inks: [String: Ink] = [:]
    for name in stanza.names where roles.contains(name) {
      // What is no text is odd, and told below.
      inks[name] = (try? stanza.text(name)).flatMap { Ink($0, colours: colours) }
    }
    let odd = stanza.names.filter { inks[$0] == nil }
    return (inks, odd.map { roles.contains($0) ? stanza.oddSetting($0) : stanza.problem(.unknownField, $0) })
  }
}
