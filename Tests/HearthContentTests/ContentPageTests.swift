import Foundation
import HearthCore
import Testing

@testable import HearthContent

/// docs/content.md, as far as a machine can hold it to the program.
struct ContentPageTests {
  private let page: String
  /// What stands between fences, in order.
  private let examples: [String]

  init() throws {
    page = try String(contentsOf: Checkout.root.appending(path: "docs/content.md"), encoding: .utf8)
    examples = page.components(separatedBy: "```yaml\n").dropFirst().map { $0.components(separatedBy: "```")[0] }
  }

  @Test func `its question and its practice can be used as they stand`() {
    let shelf = Shelf(own: [("prompts/a.yaml", examples[0]), ("practices/a.yaml", examples[1])])
    #expect(shelf.problems.map { $0.sentence(Words()) } == [])
    #expect(shelf.prompts.last?.id == "the-kettle" && shelf.practices.last?.id == "evening-walk")
  }

  @Test func `its list of items and its measures can be used in a practice`() {
    let steps = examples[2].split(separator: "\n").map { "  " + $0 }.joined(separator: "\n")
    let text = "id: a\ntitle: A\n\(examples[3])steps:\n\(steps)\nresults: [{ page: end }]\npages: { end: End. }"
    #expect(Shelf(own: [("practices/a.yaml", text)]).problems.map { $0.sentence(Words()) } == [])
  }

  @Test(arguments: StepReading.kinds)
  func `every kind of step has its row, with every field of it`(kind: String, fields: [String]) throws {
    let row = try #require(page.split(separator: "\n").first { $0.hasPrefix("| `\(kind)` |") })
    for field in fields where !["items", "tier"].contains(field) { #expect(row.contains("`\(field)`"), "\(field)") }
  }

  @Test func `every field around the steps has its row`() {
    for field in Practice.fields { #expect(page.contains("| `\(field)`") || page.contains("`\(field)` |"), "\(field)") }
  }
}
