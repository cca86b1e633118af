import Foundation
import HearthCore
import Testing

@testable import HearthContent

/// Where each of the 244 concepts is that Hearth is made for: docs/concepts.md, which `make golden` writes anew.
///
/// What a card, a question, a practice or a check is about it says itself, and that is enough where something is to be
/// read or written about. Where a person rates, ticks, keeps or sees something, the place stands in `places.tsv`, with the
/// sentence, the measure or the chart in which they meet it, so that a place that is gone is noticed.
struct ConceptsTests {
  private static let folder = Checkout.root.appending(path: "Tests/HearthContentTests/Concepts")

  /// The columns of the rows of a table.
  private static func table(_ name: String) throws -> [[String]] {
    try String(contentsOf: folder.appending(path: name), encoding: .utf8).split(separator: "\n")
      .map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) }
  }

  /// What a row asks for. What is enough for a later one is enough for those before it.
  private enum Way: CaseIterable, Comparable { case read, write, act }

  // MARK: What Hearth is made for

  private struct Section {
    let title: String
    var rows: [Row] = []
  }

  private struct Row {
    let number: Int
    let concept, can: String
    let way: Way
    /// What it asks for that is not there; empty where all of it is.
    let missing: String

    init(_ columns: [String]) throws {
      try #require(columns.count == 5, "\(columns)")
      number = try #require(Int(columns[0]))
      (concept, can, missing) = (columns[1], columns[2], columns[4])
      way = try #require(Way.allCases.first { "\($0)" == columns[3] }, "\(columns)")
    }
  }

  /// A line of two columns is the title of the rows after it.
  private static func sections() throws -> [Section] {
    var sections: [Section] = []
    for columns in try table("rows.tsv") {
      if columns.count == 2 {
        sections.append(Section(title: columns[1]))
      } else {
        let last = try #require(sections.indices.last)
        try sections[last].rows.append(Row(columns))
      }
    }
    return sections
  }

  // MARK: Where it is

  /// A row on a screen: which concepts, what a person meets there, and how a reader of the page is told.
  private struct Place {
    let concepts: [Int]
    let kind, id, said: String

    init(_ columns: [String]) throws {
      try #require(columns.count == 4, "\(columns)")
      concepts = columns[0].split(separator: " ").compactMap { Int($0) }
      (kind, id, said) = (columns[1], columns[2], columns[3])
    }
  }

  private static func places() throws -> [Place] { try table("places.tsv").map(Place.init) }

  /// What can stand in `places.tsv`, by its kind.
  private static let known: [String: Set<String>] = {
    let shelf = Shelf()
    let measures = shelf.measures + shelf.practices.flatMap(\.measures)
    return [
      "word": Set(Word.allCases.map(\.path)),
      "measure": Set(measures.map(\.id)),
      "practice": Set(shelf.practices.map(\.id)),
      "check": Set(shelf.checks.flatMap(\.places)),
      "chart": Set(Chart.Kind.allCases.map(\.rawValue)),
    ]
  }()

  private struct Found {
    let way: Way
    let id, said: String
  }

  /// Where a concept is: places first, cards last.
  private static func found() throws -> [Int: [Found]] {
    let shelf = Shelf()
    var found: [Int: [Found]] = [:]
    func add(_ concepts: [Int], _ way: Way, _ id: String, _ said: String) {
      for concept in concepts where found[concept]?.contains(where: { $0.id.hasPrefix(id) }) != true {
        found[concept, default: []].append(Found(way: way, id: id, said: said))
      }
    }
    for place in try places() { add(place.concepts, .act, "\(place.kind)/\(place.id)", place.said) }
    for one in shelf.practices { add(one.concepts, .write, "practice/\(one.id)", "a practice: \(one.title)") }
    for one in shelf.checks { add(one.concepts, .write, "check/\(one.id)", "a check: \(one.title)") }
    for one in shelf.prompts { add(one.concepts, .write, "prompt/\(one.id)", "a question: \(one.text)") }
    for one in shelf.library.cards { add(one.concepts, .read, "card/\(one.id)", "to read: \(one.title)") }
    return found
  }

  // MARK: The page

  /// Nobody reads more than a few.
  private static let most = 4

  private static func page() throws -> String {
    let (sections, found) = (try sections(), try found())
    let rows = sections.flatMap(\.rows)
    let there = rows.filter { isThere($0, found[$0.number] ?? []) }
    let part = there.filter { !$0.missing.isEmpty }
    let tables = sections.map { section in
      "\n## \(section.title)\n\n| # | concept | what one can do | where |\n|---|---|---|---|\n"
        + section.rows.map { line($0, found[$0.number] ?? []) }.joined()
    }
    return """
      # Concepts

      <!-- Written by `make golden` from Tests/HearthContentTests/Concepts and the files of Resources. -->

      What Hearth is made for, row by row, and where it is in the product: \(there.count) of \(rows.count) are there,
      \(part.count) of them in part.

      """ + tables.joined()
  }

  private static func isThere(_ row: Row, _ found: [Found]) -> Bool { found.contains { $0.way >= row.way } }

  private static func line(_ row: Row, _ found: [Found]) -> String {
    let told = found.prefix(most).map(\.said) + (found.count > most ? ["…"] : [])
    let lacks = isThere(row, found) ? "not there" : "*open*"
    let end = row.missing.isEmpty ? [] : ["\(lacks): \(row.missing)"]
    return "| \(row.number) | \(row.concept) | \(row.can) | \((told + end).joined(separator: " · ")) |\n"
  }

  // MARK: Tests

  @Test func `every concept has its row, and the page says where it is`() throws {
    let file = Checkout.root.appending(path: "docs/concepts.md")
    let page = try Self.page()
    if ProcessInfo.processInfo.environment["HEARTH_GOLDEN"] == "update" {
      try page.write(to: file, atomically: true, encoding: .utf8)
    }
    #expect(try String(contentsOf: file, encoding: .utf8) == page)
  }

  @Test func `every concept is something a person can do, see or read, or it is said what is missing`() throws {
    let found = try Self.found()
    for row in try Self.sections().flatMap(\.rows) where row.missing.isEmpty {
      #expect(Self.isThere(row, found[row.number] ?? []), "\(row.number) \(row.concept)")
    }
  }

  @Test func `what stands for a concept is there`() throws {
    for place in try Self.places() {
      #expect(Self.known[place.kind]?.contains(place.id) == true, "\(place.kind) \(place.id): \(place.said)")
    }
  }

  @Test func `the rows are all there, each once`() throws {
    #expect(try Self.sections().flatMap(\.rows).map(\.number) == Array(1...244))
    for place in try Self.places() {
      #expect(!place.concepts.isEmpty && place.concepts.allSatisfy((1...244).contains), "\(place.said)")
    }
  }
}

extension Practice {
  /// What a person meets in it: its lists, what stands in them, its pages.
  fileprivate var places: [String] {
    let names = steps.map(\.id) + steps.flatMap { $0.items.map(\.id) } + pages.keys
    return names.map { "\(id)/\($0)" }
  }
}
