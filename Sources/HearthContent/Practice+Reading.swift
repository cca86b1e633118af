import HearthCore

extension Practice {
  static let fields: Set = [
    "id", "version", "title", "need", "place", "concepts", "keep", "hiddenFor", "measures", "steps", "results", "pages",
  ]

  /// Some of the program's own, by their ids: the files of the others are left alone.
  static func builtIn(_ ids: Set<String>) -> [String: Practice] {
    let files = ContentFile.builtIn(.practices).filter { file in ids.contains { file.name.hasSuffix("/\($0).yaml") } }
    let all = files.flatMap { $0.stanzas() }.compactMap { try? reading($0.get()).item }
    return Dictionary(all.map { ($0.id, $0) }) { first, _ in first }
  }

  /// Reads one of the program's own.
  static func reading(_ stanza: Stanza) -> (item: Practice?, problems: [ContentProblem]) {
    reading(stanza, isOwn: false)
  }

  /// Reads one of a person's own.
  static func readingOwn(_ stanza: Stanza) -> (item: Practice?, problems: [ContentProblem]) {
    reading(stanza, isOwn: true)
  }

  /// Reports all mistakes. An unknown field is only a warning; any other mistake rejects the practice.
  private static func reading(_ stanza: Stanza, isOwn: Bool) -> (item: Practice?, problems: [ContentProblem]) {
    var mistakes = Mistakes()
    var oddities = stanza.unknownFields(besides: fields)
    let measures = mistakes.collect { () throws(ContentProblem) in try Measure.declared(in: stanza) } ?? []
    let steps = Self.steps(in: stanza, measures, &mistakes, &oddities)
    let pages = mistakes.collect { () throws(ContentProblem) in try Self.pages(in: stanza, steps) }
    let endings = Self.endings(in: stanza, steps, pages, &mistakes)
    let practice = mistakes.collect { () throws(ContentProblem) in
      Practice(
        id: try stanza.neededName("id"), version: try stanza.number("version", in: 1...9999) ?? 1,
        title: try stanza.neededText("title"), needs: try stanza.texts("need"),
        place: try stanza.number("place", in: 1...999), concepts: try stanza.numbers("concepts", in: 1...244),
        keep: try stanza.choice("keep") ?? .always,
        isHiddenForFlagged: try stanza.choice("hiddenFor", of: HiddenFor.self) != nil,
        measures: Measure.kept(by: steps, measures), steps: steps, endings: endings, pages: pages ?? [:], isOwn: isOwn)
    }
    return (mistakes.all.isEmpty ? practice : nil, (mistakes.told + oddities).sorted { $0.line ?? 0 < $1.line ?? 0 })
  }

  /// About whom a practice is not offered.
  private enum HiddenFor: String { case flagged }

  private static func steps(
    in stanza: Stanza, _ measures: [Measure], _ mistakes: inout Mistakes, _ oddities: inout [ContentProblem]
  ) -> [Step] {
    let rows = mistakes.collect { () throws(ContentProblem) in try stanza.neededStanzas("steps") } ?? []
    var steps: [Step] = []
    for (index, row) in rows.enumerated() {
      let reading = StepReading(row: row, place: index + 1, earlier: steps, measures: measures)
      if let step = mistakes.collect({ () throws(ContentProblem) in try reading.step() }) { steps.append(step) }
      oddities += reading.oddities
    }
    return steps
  }

  private static func pages(in stanza: Stanza, _ steps: [Step]) throws(ContentProblem) -> [String: String] {
    guard let map = try stanza.map("pages") else { return [:] }
    var pages: [String: String] = [:]
    for name in map.names {
      pages[name] = try map.neededText(name)
      try map.refuseOddGaps(in: name, pages[name], steps)
    }
    return pages
  }

  private static func endings(
    in stanza: Stanza, _ steps: [Step], _ pages: [String: String]?, _ mistakes: inout Mistakes
  ) -> [Ending] {
    let rows = mistakes.collect { () throws(ContentProblem) in try stanza.neededStanzas("results") } ?? []
    return rows.enumerated().compactMap { index, row in
      mistakes.collect { () throws(ContentProblem) in
        let ending = try Ending.reading(row, after: steps, pages)
        guard index < rows.count - 1 || ending.when == nil else { throw row.problem(.openEnding, "when") }
        return ending
      }
    }
  }
}

extension Practice.Ending {
  /// - Parameter pages: nil where they could not be read, and any name may be right.
  fileprivate static func reading(
    _ row: Stanza, after steps: [Step], _ pages: [String: String]?
  ) throws(ContentProblem) -> Practice.Ending {
    if let odd = row.unknownFields(besides: ["when", "page", "offers"]).first { throw odd }
    let page = try row.neededText("page")
    guard pages == nil || pages?[page] != nil else { throw row.unknownName(page, "page") }
    return Practice.Ending(
      when: try Practice.Condition.reading("when", of: row, after: steps), page: page, offers: try row.texts("offers"))
  }
}

/// Collects mistakes, so that reading goes on after the first one.
struct Mistakes {
  private(set) var all: [ContentProblem] = []

  /// The mistakes to report. Unknown names are left out if there are others, because they may only follow from those.
  var told: [ContentProblem] {
    let others = all.filter { $0.what != .unknownName }
    return others.isEmpty ? all : others
  }

  mutating func collect<Value>(_ read: () throws(ContentProblem) -> Value) -> Value? {
    do throws(ContentProblem) {
      return try read()
    } catch {
      all.append(error)
      return nil
    }
  }
}

extension Practice {
  /// The ids of those that are compiled in, which are the names of their files.
  package static var builtInIDs: [String] { ContentFile.practiceNames.sorted() }
}
