import FoundationEssentials
import HearthCore

/// Reads Markdown with front matter, a file an entry: what `export --format md --folder` writes, and what other programs
/// write like it. Names that are not known are passed over.
package struct MarkdownPages {
  private let zones: ImportZones
  private var read = ImportedEntries(.md)
  private var ids = ContentID()

  package init(zones: ImportZones) { self.zones = zones }

  /// All that was read.
  package var document: any ImportDocument { read }

  /// - Throws: `importBroken`, with the line.
  package mutating func take(_ bytes: [UInt8], file: String) throws(Problem) {
    let page = try FrontMatter(try ImportText.read(bytes, file: file), file: file)
    let stamp = try stamp(of: page)
    let (created, text) = (stamp.instant, page.textUnderTitle)
    let day = try page.value("day", .day) { $0.string.flatMap { Day($0) } }
    let inText = Set(Marks.tags(in: text))
    let tags = try page.value("tags", .texts, \.tagNames) ?? []
    let id = try page.value("id", .id) { $0.string.flatMap(UUID.init(uuidString:)) }
    let entry = Entry(
      id: id ?? ids.next(.md, at: stamp.iso, text), stamp: stamp, day: day ?? stamp.calendarDay, createdAt: created,
      modifiedAt: created, text: text, addedTags: Marks.merged([], tags).filter { !inText.contains($0) },
      mood: try page.value("mood", .mood) { $0.integer.flatMap(Mood.init(rawValue:)) },
      isStarred: try page.value("starred", .truth, \.bool) ?? false,
      prompt: try page.value("prompt", .text, \.string),
      trashedAt: try page.value("trashed", .date) { $0.string.flatMap { Stamp(iso: $0)?.instant } },
      isHushed: try page.value("hushed", .truth, \.bool) ?? false)
    guard read.append(entry, hasDay: day != nil) else { throw page.broken("id", .sameID) }
  }

  /// With an offset, or as the clock here would show it.
  private func stamp(of page: FrontMatter) throws(Problem) -> Stamp {
    let zone = try page.value("zone", .zone) { $0.string.flatMap { $0.isEmpty ? nil : $0 } }
    let place = zone.flatMap(zones.named) ?? zones.here
    let stamp = try page.value("date", .date) { value in
      value.string.flatMap { Stamp(iso: $0, zone: zone) ?? ClockReading($0)?.stamp(in: place) }
    }
    guard let stamp else { throw page.broken("date", .missing("date")) }
    return stamp
  }
}

/// What stands beside a text: lines of `name: value` between two lines of dashes. Values are as in YAML, as far as that
/// is one word, one text in quotes, or a list of such.
private struct FrontMatter {
  /// What follows it: without the empty line in front and the end of the last line.
  let text: String
  private let file: String
  private var values: [String: (line: Int, value: JSONValue)] = [:]

  /// Where the first line ends as on Windows, all do.
  init(_ page: String, file: String) throws(Problem) {
    self.file = file
    let isOfWindows = page.utf8.prefix { $0 != UInt8(ascii: "\n") }.last == UInt8(ascii: "\r")
    let page = isOfWindows ? page.replacing("\r\n", with: "\n") : page
    let lines = page.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    guard let first = lines.first, Self.isRule(first) else {
      throw .importBroken(file: file, where: .line(1), what: .noFrontMatter)
    }
    guard let end = lines.dropFirst().firstIndex(where: Self.isRule) else {
      throw .importBroken(file: file, where: .line(1), what: .frontMatterUnended)
    }
    text = Self.text(lines[(end + 1)...])
    try take(lines[1..<end].map { String($0) ?? "" })
  }

  /// A title is the first line, as it is here; one that stands there already is not said twice.
  var textUnderTitle: String {
    guard let title = values["title"]?.value.title, !title.isEmpty else { return text }
    let first = text.prefix { $0 != "\n" }.drop { $0 == "#" }
    return String(first).trimmed == title ? text : text.isBlank ? title : title + "\n\n" + text
  }

  /// - Throws: where something stands under the name that is none of these.
  func value<Meaning>(
    _ name: String, _ kind: ImportFault.Kind, _ meaning: (JSONValue) -> Meaning?
  ) throws(Problem) -> Meaning? {
    guard let (_, value) = values[name], value != .null else { return nil }
    guard let found = meaning(value) else { throw broken(name, .odd(name, kind)) }
    return found
  }

  func broken(_ name: String, _ what: ImportFault) -> Problem {
    .importBroken(file: file, where: .line(values[name]?.line ?? 1), what: what)
  }

  private static func isRule(_ line: Substring.UTF8View) -> Bool {
    line.starts(with: "---".utf8) && line.dropFirst(3).allSatisfy { $0 == 0x0D || $0 == 0x20 }
  }

  private static func text(_ lines: ArraySlice<Substring.UTF8View>) -> String {
    var lines = lines
    if let first = lines.first, first.isEmpty || first.elementsEqual([0x0D]), lines.count > 1 { lines.removeFirst() }
    if lines.last?.isEmpty == true { lines.removeLast() }
    return String(decoding: Array(lines.joined(separator: "\n".utf8)), as: UTF8.self)
  }

  // MARK: Values

  /// - Parameter lines: between the rules.
  private mutating func take(_ lines: [String]) throws(Problem) {
    var last: String?
    for (index, whole) in lines.enumerated() {
      let (number, line) = (index + 2, whole.trimmed)
      if line.isEmpty || line.hasPrefix("#") { continue }
      if whole.first?.isWhitespace == true || line.hasPrefix("- ") || line == "-" {
        // An element of the list that the line before began; deeper things are none of ours.
        guard let name = last, line.hasPrefix("- ") else { continue }
        try add(scalar(line.dropFirst(2).trimmed, at: number, isKnown: Self.names.contains(name)), to: name)
        continue
      }
      guard let colon = line.firstIndex(of: ":") else {
        throw .importBroken(file: file, where: .line(number), what: .signMissing(":"))
      }
      let name = line[..<colon].trimmed
      last = name
      guard values[name] == nil else {
        throw .importBroken(file: file, where: .line(number), what: .nameTwice(name))
      }
      let value = try value(line[line.index(after: colon)...].trimmed, at: number, isKnown: Self.names.contains(name))
      values[name] = (number, value)
    }
  }

  private static let quote = UInt8(ascii: "\"")
  private static let names: Set<String> = [
    "id", "date", "zone", "day", "tags", "mood", "starred", "hushed", "prompt", "trashed",
  ]

  private mutating func add(_ element: JSONValue, to name: String) {
    guard let (line, value) = values[name] else { return }
    let before: [JSONValue] = if case .array(let all) = value { all } else { [] }
    values[name] = (line, .array(before + [element]))
  }

  private func value(_ text: String, at line: Int, isKnown: Bool) throws(Problem) -> JSONValue {
    guard isKnown, text.hasPrefix("[") else { return try scalar(text, at: line, isKnown: isKnown) }
    if let list = try? json(text, at: line) { return list }
    // Words without quotes, as others write them, beside others that have them.
    guard text.hasSuffix("]"), let parts = Self.parts(of: text.dropFirst().dropLast()) else {
      return try json(text, at: line)
    }
    let words = parts.map(\.trimmed).filter { !$0.isEmpty }
    return .array(try words.map { word throws(Problem) in try scalar(word, at: line, isKnown: true) })
  }

  /// What stands between the commas of a list; those within quotes are none. Nil where a quote is not closed.
  private static func parts(of list: Substring) -> [Substring]? {
    var (parts, start, quote): ([Substring], Substring.Index, Character?) = ([], list.startIndex, nil)
    var (isBegun, isEscaped) = (false, false)
    for place in list.indices {
      let character = list[place]
      if isEscaped || (quote == "\"" && character == "\\") {
        isEscaped.toggle()
      } else if quote != nil {
        if character == quote { quote = nil }
      } else if character == "," {
        parts.append(list[start..<place])
        (start, isBegun) = (list.index(after: place), false)
      } else if character == "\"" || character == "'" {
        // Within a word it is an apostrophe; two in quotes are one.
        if !isBegun || list[start..<place].last == character { quote = character }
        isBegun = true
      } else if !character.isWhitespace {
        isBegun = true
      }
    }
    return quote == nil ? parts + [list[start...]] : nil
  }

  private func scalar(_ text: String, at line: Int, isKnown: Bool) throws(Problem) -> JSONValue {
    if isKnown, text.utf8.first == Self.quote { return try json(text, at: line) }
    if text.count > 1, text.hasPrefix("'"), text.hasSuffix("'") {
      return .string(String(text.dropFirst().dropLast()).replacing("''", with: "'"))
    }
    switch text {
    case "", "~", "null": return .null
    case "true": return .bool(true)
    case "false": return .bool(false)
    default: return Int(text) == nil ? .string(text) : .number(text)
    }
  }

  private func json(_ text: String, at line: Int) throws(Problem) -> JSONValue {
    do throws(Problem) {
      var reader = JSONReader(Array(text.utf8), file: file)
      let value = try reader.value()
      try reader.end()
      return value
    } catch .importBroken(_, _, let what) {
      throw .importBroken(file: file, where: .line(line), what: what)
    }
  }
}

extension JSONValue {
  /// As others write it: with quotes or without.
  fileprivate var title: String? {
    switch self {
    case .number(let text): return text
    case .string(let text) where text.utf8.first == UInt8(ascii: "\""):
      var reader = JSONReader(Array(text.utf8), file: "")
      return (try? reader.value())?.string?.trimmed ?? text
    case .string(let text): return text.trimmed
    default: return nil
    }
  }

  /// Tags, in a list or behind one another with commas or blanks between them, with or without `#`.
  fileprivate var tagNames: [String]? {
    let all: [String]
    switch self {
    case .string(let text): all = text.split { $0 == "," || $0.isWhitespace }.map(String.init)
    case .number(let text): all = [text]
    case .bool(let isSo): all = [isSo ? "true" : "false"]
    case .array(let values):
      all = values.compactMap { value in
        switch value {
        case .string(let text), .number(let text): text
        case .bool(let isSo): isSo ? "true" : "false"
        default: nil
        }
      }
      if all.count < values.count { return nil }
    default: return nil
    }
    return all.map { ($0.hasPrefix("#") ? String($0.dropFirst()) : $0).withoutControls }.filter { !$0.isEmpty }
  }
}
