/// Names, as they stand in something that others read: initials, aliases, or none.
///
/// It finds those that the journal knows, with `@` and without. What was never marked as a name stays.
package struct CoveredNames: Sendable {
  /// What stands for each name, by the name without case.
  private var covers: [String: String] = [:]
  private let way: Report.Names
  private let someone: String
  /// By their first letter; the longest first. In small letters, but for those of one letter, which is also a word.
  private var names: [String: [String]] = [:]

  /// - Parameter someone: what stands where nobody is to be told from anybody.
  package init(_ people: [Person], as way: Report.Names, someone: String) {
    self.way = way
    self.someone = someone
    var taken: [String: Int] = [:]
    for person in people.sorted(by: { $0.name.lowercased() < $1.name.lowercased() }) {
      let cover = way == .none ? someone : Self.cover(person, way, &taken)
      for name in [person.name] + person.aliases { covers[name.lowercased()] = cover }
    }
    for name in people.flatMap({ [$0.name] + $0.aliases }) {
      guard let first = name.first else { continue }
      names[first.lowercased(), default: []].append(name.count == 1 ? name : name.lowercased())
    }
    names = names.mapValues { $0.sorted { $0.count > $1.count } }
  }

  /// `R.`, and `R. 2` for the second of those.
  private static func cover(_ person: Person, _ way: Report.Names, _ taken: inout [String: Int]) -> String {
    if way == .aliases, let alias = person.aliases.first { return alias }
    let initials = person.name.split(separator: " ").compactMap(\.first).map { "\($0.uppercased())." }
      .joined(separator: " ")
    taken[initials, default: 0] += 1
    let number = taken[initials] ?? 1
    return number == 1 ? initials : "\(initials) \(number)"
  }

  /// What stands for a name; an unknown one is covered as well.
  package func name(_ name: String) -> String {
    covers[name.lowercased()] ?? (way == .none ? someone : name.first.map { "\($0.uppercased())." } ?? someone)
  }

  /// A text with every name in it covered.
  package func covered(_ text: String) -> String {
    var result = ""
    var rest = text[...]
    var before: Character?
    while let first = rest.first {
      if first == "@", before?.isWordPart != true, let marked = marked(rest) {
        result += name(marked.name)
        rest = rest.dropFirst(marked.length)
      } else if before?.isWordPart != true, let bare = bare(rest) {
        result += name(bare)
        rest = rest.dropFirst(bare.count)
      } else {
        result.append(first)
        rest = rest.dropFirst()
        before = first
        continue
      }
      before = "."
    }
    return result
  }

  /// A name behind an `@`: one that is known, else as far as a mention goes.
  private func marked(_ text: Substring) -> (name: String, length: Int)? {
    let behind = text.dropFirst()
    if let known = bare(behind) { return (known, known.count + 1) }
    let line = String(text.prefix { !$0.isNewline }.prefix(200))
    guard let mention = Marks.places(of: "@", in: line).first, mention.range.lowerBound == line.startIndex
    else { return nil }
    return (mention.name, line[mention.range].count)
  }

  /// The longest known name at the beginning, as a word of its own, in capitals or small letters.
  private func bare(_ text: Substring) -> String? {
    guard let first = text.first?.lowercased() else { return nil }
    return names[first]?.first { name in
      text.dropFirst(name.count).first?.isWordPart != true && Self.isSame(text.prefix(name.count), name)
    }
  }

  private static func isSame(_ written: Substring, _ name: String) -> Bool {
    if name.count == 1 { return written == name }
    return String(written.map { $0.isWhitespace || $0 == "_" ? " " : $0 }).lowercased() == name
  }
}

extension Character {
  fileprivate var isWordPart: Bool { isLetter || isNumber }
}
