import HearthCore

extension Config {
  static let fields = ["country", "theme", "mouse", "weekStart", "journal", "dates", "clock", "numbers", "keys"]

  /// Reads a config. What cannot be used is named and stays as usual; where the YAML itself is broken, everything from
  /// there on does.
  ///
  /// - Parameter themes: the names of the themes there are; with nil any name may stand.
  package static func reading(
    _ text: String, named file: String, themes: Set<String>? = nil
  ) -> (config: Config, problems: [ContentProblem]) {
    do throws(ContentProblem) {
      guard let stanza = try ContentFile(name: file, text: text).map() else { return (Config(), []) }
      return reading(stanza, themes)
    } catch {
      guard error.what == .unreadable, let line = error.line else { return (Config(), [error]) }
      let (config, problems, end) = readingAbove(line, text, named: file, themes)
      return (config, problems + [ContentProblem(file: file, line: end, what: .unreadable)])
    }
  }

  /// What stands above a broken line, and the line at which it ends: an open quote is noticed only far below it.
  private static func readingAbove(
    _ line: Int, _ text: String, named file: String, _ themes: Set<String>?
  ) -> (config: Config, problems: [ContentProblem], end: Int) {
    let lines = text.split(omittingEmptySubsequences: false) { ["\n", "\r\n"].contains($0) }
    for count in stride(from: min(line - 1, lines.count), to: 0, by: -1) {
      let above = ContentFile(name: file, text: lines.prefix(count).joined(separator: "\n"))
      if let stanza = try? above.map() {
        let (config, problems) = reading(stanza, themes)
        return (config, problems, count + 1)
      }
    }
    return (Config(), [], line)
  }

  /// Where a config wants the journal to lie; nil where it does not say. Needed before the first screen, which waits for
  /// no YAML where it can: a text without that field is not parsed.
  ///
  /// - Throws: `oddJournal` where that is said in a way that cannot be read, and what is wrong elsewhere where nothing of
  ///   the text can be. To open the usual one instead would look as if everything were gone.
  package static func journal(in text: String, named file: String) throws(ContentProblem) -> String? {
    guard mayPlaceJournal(text) else { return nil }
    let (config, problems) = reading(text, named: file)
    if let fault = problems.first(where: { [.unreadable, .twice, .notAMap].contains($0.what) }) { throw fault }
    if let fault = problems.first(where: { $0.field == "journal" }) {
      throw ContentProblem(file: file, line: fault.line, what: .oddJournal)
    }
    return config.journal
  }

  /// Whether `journal:` stands in it, in whichever way YAML allows, and not behind a `#`.
  package static func mayPlaceJournal(_ text: String) -> Bool {
    text.split(whereSeparator: \.isNewline).contains { line in
      line.first { $0 != " " } != "#"
        && line.ranges(of: "journal").contains { line[$0.upperBound...].drop { "\"' ".contains($0) }.first == ":" }
    }
  }

  private static func reading(
    _ stanza: Stanza, _ themes: Set<String>?
  ) -> (config: Config, problems: [ContentProblem]) {
    var config = Config()
    var problems: [ContentProblem] = []
    func take(_ setting: () throws(ContentProblem) -> Void) {
      do throws(ContentProblem) { try setting() } catch {
        let field = error.field ?? ""
        problems.append(stanza.oddSetting(field, choices: choices(of: field, themes)))
      }
    }
    take { () throws(ContentProblem) in config.country = try country(in: stanza) }
    take { () throws(ContentProblem) in config.theme = try theme(in: stanza, themes) }
    take { () throws(ContentProblem) in config.mouse = try stanza.flag("mouse") ?? config.mouse }
    take { () throws(ContentProblem) in config.weekStart = try weekStart(in: stanza) ?? config.weekStart }
    take { () throws(ContentProblem) in config.journal = try journal(in: stanza) }
    take { () throws(ContentProblem) in config.dates = try stanza.choice("dates") }
    take { () throws(ContentProblem) in config.clock = try stanza.choice("clock") ?? config.clock }
    take { () throws(ContentProblem) in config.numbers = try stanza.choice("numbers") ?? config.numbers }
    take { () throws(ContentProblem) in
      let chosen = try stanza.map("keys").map(chosenKeys)
      config.chosenKeys = chosen?.keys ?? []
      problems += chosen?.problems ?? []
    }
    problems += stanza.unknownFields(among: fields)
    return (config, problems.sorted { ($0.line ?? 0) < ($1.line ?? 0) })
  }

  /// All that can stand in a field; none where that is not a matter of a few words.
  private static func choices(of field: String, _ themes: Set<String>?) -> [String] {
    switch field {
    case "theme": themes?.sorted() ?? []
    case "mouse": ["on", "off"]
    case "weekStart": ["monday", "saturday", "sunday"]
    case "dates": Formats.Dates.allCases.map(\.rawValue)
    case "clock": Formats.Clock.allCases.map(\.rawValue)
    case "numbers": Formats.Numbers.allCases.map(\.rawValue)
    default: []
    }
  }

  /// Two capital letters.
  static func isCountry(_ code: String) -> Bool {
    code.utf8.count == 2 && code.utf8.allSatisfy { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }
  }

  private static func country(in stanza: Stanza) throws(ContentProblem) -> String? {
    guard let text = try stanza.text("country") else { return nil }
    if text.lowercased() == Config.elsewhere { return Config.elsewhere }
    let code = text.uppercased()
    guard isCountry(code) else { throw stanza.problem(.oddValue, "country") }
    return code
  }

  private static func theme(in stanza: Stanza, _ themes: Set<String>?) throws(ContentProblem) -> String? {
    guard let name = try stanza.text("theme") else { return nil }
    guard themes?.contains(name) ?? true else { throw stanza.problem(.oddValue, "theme") }
    return name
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

  /// A relative path would mean another journal in every folder one happens to be in.
  private static func journal(in stanza: Stanza) throws(ContentProblem) -> String? {
    guard stanza.names.contains("journal") else { return nil }
    guard let path = try stanza.text("journal"), path.hasPrefix("/") || path.hasPrefix("~/") else {
      throw stanza.problem(.oddValue, "journal")
    }
    return path
  }

  private static func chosenKeys(in stanza: Stanza) -> (keys: [ChosenKey], problems: [ContentProblem]) {
    var chosen: [ChosenKey] = []
    var problems: [ContentProblem] = []
    for name in stanza.names {
      do throws(ContentProblem) {
        guard let label = Word(path: name) else { throw stanza.problem(.unknownField, name) }
        let keys = try stanza.texts(name).joined(separator: " ")
        guard !keys.isEmpty else { throw stanza.oddSetting(name) }
        chosen.append(ChosenKey(label, keys, line: stanza.line(of: name)))
      } catch {
        problems.append(error.what == .oddValue ? stanza.oddSetting(name) : error)
      }
    }
    return (chosen, problems)
  }
}
