import HearthCore

/// What `config.yaml` says. It holds nothing about the person, and the program writes it only when asked to.
package struct Config: Hashable, Sendable {
  /// The colours of a person's choice, whatever the terminal tells of itself.
  package enum Theme: String, CaseIterable, Sendable { case dark, light, mono }

  /// The country whose support lines are shown, by its two capital letters (`GB`); nil until the person chooses one.
  package var country: String?
  /// Nil for the one that suits the terminal.
  package var theme: Theme?
  /// Whether clicks and the wheel are heard.
  package var mouse: Bool
  /// The first day of a week in calendars: 1 is Monday, 7 is Sunday.
  package var weekStart: Int

  package init(
    country: String? = nil, theme: Theme? = nil, mouse: Bool = true, weekStart: Int = 1
  ) {
    self.country = country
    self.theme = theme
    self.mouse = mouse
    self.weekStart = weekStart
  }

  private static let fields: Set = ["country", "theme", "mouse", "weekStart"]

  /// Reads a config. What cannot be used is named and stays as usual; where the YAML itself is broken, everything does.
  package static func reading(_ text: String, named file: String) -> (config: Config, problems: [ContentProblem]) {
    do throws(ContentProblem) {
      guard let stanza = try ContentFile(name: file, text: text).map() else { return (Config(), []) }
      return reading(stanza)
    } catch {
      return (Config(), [error])
    }
  }

  private static func reading(_ stanza: Stanza) -> (config: Config, problems: [ContentProblem]) {
    var config = Config()
    var problems: [ContentProblem] = []
    func take(_ setting: () throws(ContentProblem) -> Void) {
      do throws(ContentProblem) { try setting() } catch {
        problems.append(stanza.problem(.oddSetting, error.field ?? ""))
      }
    }
    take { () throws(ContentProblem) in config.country = try country(in: stanza) }
    take { () throws(ContentProblem) in config.theme = try theme(in: stanza) }
    take { () throws(ContentProblem) in config.mouse = try stanza.flag("mouse") ?? config.mouse }
    take { () throws(ContentProblem) in config.weekStart = try weekStart(in: stanza) ?? config.weekStart }
    return (config, problems + stanza.unknownFields(besides: fields))
  }

  /// Two capital letters.
  static func isCountry(_ code: String) -> Bool {
    code.utf8.count == 2 && code.utf8.allSatisfy { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }
  }

  private static func country(in stanza: Stanza) throws(ContentProblem) -> String? {
    guard let code = try stanza.text("country")?.uppercased() else { return nil }
    guard isCountry(code) else { throw stanza.problem(.oddValue, "country") }
    return code
  }

  private static func theme(in stanza: Stanza) throws(ContentProblem) -> Theme? {
    guard let name = try stanza.text("theme")?.lowercased() else { return nil }
    guard let theme = Theme(rawValue: name) else { throw stanza.problem(.oddValue, "theme") }
    return theme
  }

  private static func weekStart(in stanza: Stanza) throws(ContentProblem) -> Int? {
    switch try stanza.text("weekStart")?.lowercased() {
    case nil: nil
    case "monday": 1
    case "saturday": 6
    case "sunday": 7
    default: throw stanza.problem(.oddValue, "weekStart")
    }
  }
}
