/// Names, as they stand in something that others read: initials, aliases, or none.
///
/// It finds those that the journal knows, with `@` and without. What was never marked as a name stays.
package struct CoveredNames: Sendable {
  /// What stands for each name, by its key.
  private var covers: [String: String] = [:]
  private let way: Report.Names
  private let someone: String
  /// By their first letter; the longest first.
  private var names: [Character: [WrittenName]] = [:]

  /// - Parameters:
  ///   - someone: what stands where nobody is to be told from anybody.
  ///   - texts: all that is to be covered. Only those whom it names are told apart by numbers; with nil all are.
  package init(_ people: [Person], as way: Report.Names, someone: String, in texts: [String]? = nil) {
    self.way = way
    self.someone = someone
    for name in people.flatMap({ [$0.name] + $0.aliases }).map(WrittenName.init) {
      if let first = name.key.first { names[first, default: []].append(name) }
    }
    names = names.mapValues { $0.sorted { $0.key.count > $1.key.count } }
    let named = texts.map { Set($0.flatMap(keys)) }
    var taken: [String: Int] = [:]
    for person in people.sorted(by: { $0.name.lowercased() < $1.name.lowercased() }) {
      let keys = ([person.name] + person.aliases).map { WrittenName($0).key }
      var unnumbered: [String: Int] = [:]
      let isNamed = named.map { !$0.isDisjoint(with: keys) } ?? true
      let cover =
        way == .none ? someone : isNamed ? Self.cover(person, way, &taken) : Self.cover(person, way, &unnumbered)
      for key in keys { covers[key] = cover }
    }
  }

  /// The names in a text, as they are compared.
  private func keys(in text: String) -> [String] {
    var found: [String] = []
    _ = covered(text) { found.append(WrittenName($0).key) }
    return found
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
    covers[WrittenName(name).key] ?? (way == .none ? someone : name.first.map { "\($0.uppercased())." } ?? someone)
  }

  /// A text with every name in it covered.
  package func covered(_ text: String) -> String { covered(text) { _ in } }

  /// - Parameter met: gets each name that was found.
  private func covered(_ text: String, _ met: (String) -> Void) -> String {
    var result = ""
    var rest = text[...]
    var before: Character?
    var isCovered = false
    while let first = rest.first {
      if before?.isWordPart != true, let found = first == "@" ? marked(rest) : bare(rest) {
        met(found.name)
        result += name(found.name)
        rest = rest[found.end...]
        (before, isCovered) = (".", true)
      } else {
        // Behind an initial the full stop stands already.
        if first != "." || !isCovered || !result.hasSuffix(".") { result.append(first) }
        rest = rest.dropFirst()
        (before, isCovered) = (first, false)
      }
    }
    return result
  }

  /// A name where it stands, as it is known or else as it is written.
  private typealias Found = (name: String, end: Substring.Index)

  /// A name behind an `@`: one that is known, else as far as a mention goes.
  private func marked(_ text: Substring) -> Found? {
    if let known = bare(text.dropFirst()) { return known }
    let line = String(text.prefix { !$0.isNewline }.prefix(200))
    guard let mention = Marks.places(of: "@", in: line).first, mention.range.lowerBound == line.startIndex
    else { return nil }
    return (mention.name, text.index(text.startIndex, offsetBy: line[mention.range].count))
  }

  /// The longest known name at the beginning, as a word of its own.
  private func bare(_ text: Substring) -> Found? {
    guard let first = text.first?.asCompared.first else { return nil }
    for name in names[first] ?? [] {
      if let end = name.end(in: text) { return (name.key, end) }
    }
    return nil
  }
}
