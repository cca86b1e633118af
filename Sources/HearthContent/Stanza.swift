import HearthCore
import Yams

/// A map read from a file, that knows on which line each of its fields stands.
struct Stanza {
  let file: String
  let line: Int
  private let fields: [(name: String, value: Node, line: Int)]
  /// What has to be added to a line of the YAML that was read to have the line of the file.
  private let linesBefore: Int

  init(_ map: Node.Mapping, file: String, firstLine: Int) {
    let linesBefore = firstLine - 1
    self.file = file
    self.linesBefore = linesBefore
    line = linesBefore + (map.mark?.line ?? 1)
    fields = map.map { key, value in (key.string ?? "", value, linesBefore + (key.mark?.line ?? 1)) }
  }

  /// What is wrong with a field, at its line; at the line of the stanza where the field is not there.
  func problem(_ what: ContentProblem.What, _ name: String) -> ContentProblem {
    ContentProblem(file: file, line: line(of: name), what: what, field: name)
  }

  /// A setting that stays as usual: what stands there now, and what could.
  func oddSetting(_ name: String, choices: [String] = []) -> ContentProblem {
    ContentProblem(
      file: file, line: line(of: name), what: .oddSetting, field: name, value: value(name)?.scalar?.string,
      choices: choices)
  }

  /// The line of a field; that of the stanza where the field is not there.
  func line(of name: String) -> Int { fields.first { $0.name == name }?.line ?? line }

  func unknownFields(besides known: Set<String>) -> [ContentProblem] {
    fields.filter { !known.contains($0.name) }.map { problem(.unknownField, $0.name) }
  }

  /// The same where the names that there are can be told.
  func unknownFields(among known: [String]) -> [ContentProblem] {
    fields.filter { !known.contains($0.name) }.map {
      ContentProblem(file: file, line: $0.line, what: .unknownField, field: $0.name, choices: known)
    }
  }

  // MARK: Fields

  /// The names of all fields, in the order of the file.
  var names: [String] { fields.map(\.name) }

  /// Nil where the field is not there, or null.
  func text(_ name: String) throws(ContentProblem) -> String? {
    guard let value = value(name) else { return nil }
    guard let text = value.string, !text.isEmpty else { throw problem(.oddValue, name) }
    return text
  }

  func neededText(_ name: String) throws(ContentProblem) -> String {
    guard let text = try text(name) else { throw problem(.missing, name) }
    return text
  }

  /// A list of texts; one text alone is a list of one. Empty where the field is not there.
  func texts(_ name: String) throws(ContentProblem) -> [String] {
    guard let value = value(name) else { return [] }
    let texts = value.sequence.map { $0.compactMap(\.string) } ?? [value.string].compactMap(\.self)
    guard !texts.isEmpty, texts.count == value.sequence?.count ?? 1 else { throw problem(.oddValue, name) }
    return texts
  }

  func number(_ name: String, in range: ClosedRange<Int>) throws(ContentProblem) -> Int? {
    guard let text = try text(name) else { return nil }
    guard let number = Int(text), range.contains(number) else { throw problem(.oddValue, name) }
    return number
  }

  func flag(_ name: String) throws(ContentProblem) -> Bool? {
    guard let text = try text(name) else { return nil }
    switch text.lowercased() {
    case "true", "yes", "on": return true
    case "false", "no", "off": return false
    default: throw problem(.oddValue, name)
    }
  }

  /// One of the cases of an enum, by its raw value.
  func choice<Choice: RawRepresentable<String>>(
    _ name: String, of type: Choice.Type = Choice.self
  ) throws(ContentProblem) -> Choice? {
    guard let text = try text(name) else { return nil }
    guard let choice = Choice(rawValue: text) else { throw problem(.oddValue, name) }
    return choice
  }

  func day(_ name: String) throws(ContentProblem) -> Day? {
    guard let text = try text(name) else { return nil }
    guard let day = Day(text) else { throw problem(.oddValue, name) }
    return day
  }

  /// A map within this one; nil where the field is not there.
  func map(_ name: String) throws(ContentProblem) -> Stanza? {
    guard let value = value(name) else { return nil }
    guard let map = value.mapping else { throw problem(.oddValue, name) }
    return Stanza(map, file: file, firstLine: linesBefore + 1)
  }

  /// A list of maps; empty where the field is not there.
  func stanzas(_ name: String) throws(ContentProblem) -> [Stanza] {
    guard let value = value(name) else { return [] }
    let maps = value.sequence?.compactMap(\.mapping) ?? []
    guard !maps.isEmpty, maps.count == value.sequence?.count else { throw problem(.oddValue, name) }
    return maps.map { Stanza($0, file: file, firstLine: linesBefore + 1) }
  }

  private func value(_ name: String) -> Node? {
    guard let value = fields.first(where: { $0.name == name })?.value else { return nil }
    if let scalar = value.scalar, scalar.style == .plain, ["", "~", "null"].contains(scalar.string) { return nil }
    return value
  }
}
