import CResources
import Yams

/// A file of content as text. Where it comes from, compiled in or a person's own folder, is the caller's to know.
struct ContentFile: Hashable, Sendable {
  /// What lies in a file, by the folder it is in or by its name: `prompts/mine.yaml`, `prompts.yaml`.
  enum Kind: String, Sendable {
    case prompts, lines, templates, cards, practices, checks, measures, demo
    case passphraseWords = "passphrase-words"

    /// Those a person can add files of their own to.
    static let open: [Kind] = [.prompts, .lines, .templates, .cards, .practices, .measures]

    /// Whether a file of it is one thing, and no list.
    var isWhole: Bool { self == .practices || self == .checks }

    init?(ofFile name: String) {
      let parts = name.split(separator: "/")
      let folder = parts.dropLast().last
      let bareName = parts.last?.split(separator: ".").first
      let known = [folder, bareName].compactMap { $0.flatMap { Kind(rawValue: String($0)) } }
      guard let kind = known.first else { return nil }
      self = kind
    }
  }

  let name: String
  let text: String

  var kind: Kind? { Kind(ofFile: name) }

  /// The files compiled into the program, in the order of their names.
  static func builtIn(_ kind: Kind) -> [ContentFile] {
    let names = (0..<hearth_resource_count()).map { String(cString: hearth_resource_name($0)) }
    let spoken = Set(spoken(names, in: Language.current))
    return zip(names, 0..<hearth_resource_count()).compactMap { name, index in
      guard Kind(ofFile: name) == kind, spoken.contains(name) else { return nil }
      return ContentFile(name: name, text: text(ofResource: index))
    }
  }

  /// The names of the practices that are compiled in, from those of their files: nothing is read for it.
  static var practiceNames: [String] {
    let names = (0..<hearth_resource_count()).map { String(cString: hearth_resource_name($0)) }
    return spoken(names, in: Language.current).filter { Kind(ofFile: $0) == .practices }
      .compactMap { $0.split(separator: "/").last?.split(separator: ".").first.map(String.init) }
  }

  /// The files of a language, and of English those for which that language has none of the same name.
  static func spoken(_ names: [String], in language: String) -> [String] {
    func own(_ name: String, _ language: String) -> Substring? {
      name.hasPrefix(language + "/") ? name.dropFirst(language.count + 1) : nil
    }
    let translated = Set(names.compactMap { own($0, language) })
    return names.filter { name in
      own(name, language) != nil || own(name, Language.base).map { !translated.contains($0) } ?? false
    }
  }

  private static func text(ofResource index: Int32) -> String {
    let bytes = UnsafeBufferPointer(start: hearth_resource_bytes(index), count: Int(hearth_resource_length(index)))
    return String(decoding: bytes, as: UTF8.self)
  }

  // MARK: Stanzas

  /// The stanzas of a list, each read for itself, so that a broken one does not take the others with it.
  func stanzas() -> [Result<Stanza, ContentProblem>] {
    if isMarkdown { return [kind == .cards ? card() : page()] }
    if kind?.isWhole == true { return whole() }
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    let starts = lines.indices.filter { lines[$0].hasPrefix("- ") || lines[$0] == "-" }
    if let odd = lines[..<(starts.first ?? lines.count)].firstIndex(where: Self.holdsSomething) {
      return [.failure(ContentProblem(file: name, line: odd + 1, what: .notAList))]
    }
    let ends = starts.dropFirst() + [lines.count]
    return zip(starts, ends).map { start, end in stanza(lines[start..<end], firstLine: start + 1) }
  }

  /// The whole file as one map; nil where there is nothing in it.
  func map() throws(ContentProblem) -> Stanza? {
    guard let node = try node(of: text, firstLine: 1) else { return nil }
    guard let map = node.mapping else { throw ContentProblem(file: name, line: 1, what: .notAMap) }
    return Stanza(map, file: name, firstLine: 1)
  }

  private func whole() -> [Result<Stanza, ContentProblem>] {
    do throws(ContentProblem) {
      return try map().map { [.success($0)] } ?? []
    } catch {
      return [.failure(error)]
    }
  }

  private static func holdsSomething(_ line: Substring) -> Bool {
    guard let first = line.first(where: { !$0.isWhitespace && $0 != "\u{FEFF}" }) else { return false }
    return first != "#" && line != "---"
  }

  private func stanza(_ lines: ArraySlice<Substring>, firstLine: Int) -> Result<Stanza, ContentProblem> {
    do throws(ContentProblem) {
      let node = try node(of: lines.joined(separator: "\n"), firstLine: firstLine)
      guard let map = node?.sequence?.first?.mapping else {
        throw ContentProblem(file: name, line: firstLine, what: .notAList)
      }
      return .success(Stanza(map, file: name, firstLine: firstLine))
    } catch {
      return .failure(error)
    }
  }

  /// Scalars are not resolved to types: that would match several patterns against each word, and callers know what they
  /// expect. The encoding is given so that Yams does not look it up in the environment.
  func node(of text: String, firstLine: Int) throws(ContentProblem) -> Node? {
    do {
      return try compose(yaml: text, .basic, .default, .utf8)
    } catch {
      let fault = error as? YamlError
      let line = firstLine + (fault?.line(in: text) ?? 1) - 1
      throw ContentProblem(
        file: name, line: line, what: fault?.doubled == nil ? .unreadable : .twice, field: fault?.doubled)
    }
  }
}

extension YamlError {
  /// From 1. An open quote or bracket is noticed only at the end of the text, but a person looks for it where it was
  /// opened.
  fileprivate func line(in text: String) -> Int? {
    switch self {
    case .scanner(let context, _, let mark, _), .parser(let context, _, let mark, _),
      .composer(let context, _, let mark, _):
      return mark.isAtEnd(of: text) ? context?.mark.line ?? mark.line : mark.line
    case .duplicatedKeysInMapping(let fields, let context):
      return fields.first.flatMap { secondLine(of: $0, from: context.mark.line, in: text) } ?? context.mark.line
    default: return nil
    }
  }

  /// Where a field begins a line for the second time.
  private func secondLine(of field: String, from first: Int, in text: String) -> Int? {
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    let places = lines.indices.dropFirst(first - 1).filter { index in
      let line = lines[index].drop { " -\"'".contains($0) }
      return line.hasPrefix(field) && line.dropFirst(field.count).drop { " \"'".contains($0) }.first == ":"
    }
    return places.dropFirst().first.map { $0 + 1 }
  }

  /// The field that stands there more than once, if that is what is wrong.
  fileprivate var doubled: String? {
    if case .duplicatedKeysInMapping(let fields, _) = self { fields.first } else { nil }
  }
}

extension Mark {
  /// Whether nothing but blank lines comes after it. Lines and columns count from 1.
  fileprivate func isAtEnd(of text: String) -> Bool {
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    let last = lines.lastIndex { !$0.isEmpty } ?? 0
    return line > last + 1 || (line == last + 1 && column > lines[last].unicodeScalars.count)
  }
}
