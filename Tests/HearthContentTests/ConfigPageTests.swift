import Foundation
import HearthCore
import Testing

@testable import HearthContent

/// docs/config.md, as far as a machine can hold it to the program.
struct ConfigPageTests {
  private let page: String
  /// What stands between fences, in order.
  private let examples: [String]

  init() throws {
    page = try String(contentsOf: Checkout.root.appending(path: "docs/config.md"), encoding: .utf8)
    examples = page.components(separatedBy: "```yaml\n").dropFirst().map { $0.components(separatedBy: "```")[0] }
  }

  @Test(arguments: Config.fields.sorted())
  func `every field has its row`(field: String) {
    #expect(page.contains("\n| `\(field)` |"))
  }

  @Test func `its config can be used, and changes everything there is`() throws {
    let (config, problems) = Config.reading(try #require(examples.first), named: "config.yaml")
    #expect(problems == [])
    let usual = Config()
    #expect(config.country != usual.country && config.theme != usual.theme && config.mouse != usual.mouse)
    #expect(config.weekStart != usual.weekStart && config.journal != usual.journal && config.dates != usual.dates)
    #expect(config.clock != usual.clock && config.numbers != usual.numbers && config.keys != usual.keys)
  }

  @Test(
    arguments: Formats.Dates.allCases.map(\.rawValue) + Formats.Clock.allCases.map(\.rawValue)
      + Formats.Numbers.allCases.map(\.rawValue) + ["dark", "light", "high-contrast", "colour-blind", "mono"])
  func `every value is named`(value: String) {
    #expect(page.contains("`\(value)`"))
  }

  @Test func `its theme can be used, and every role is named`() throws {
    let roles = try roleNames()
    let (theme, problems) = OwnTheme.reading(
      examples[1], named: "themes/mine.yaml", roles: Set(roles), themes: ["dark"])
    #expect(problems == [])
    #expect(theme.looks.map { $1.count }.reduce(0, +) == 6)
    #expect(roles.count == 24 && roles.allSatisfy { page.contains("`\($0)`") })
  }

  @Test func `its template can be used`() {
    let shelf = Shelf(own: [("templates/mine.yaml", examples[2])])
    #expect(shelf.problems == [])
    #expect(shelf.templates.last?.title == "A dream")
  }

  /// The roles as a theme of the house names them, in its first section.
  private func roleNames() throws -> [String] {
    let theme = try String(contentsOf: Checkout.root.appending(path: "Resources/themes/dark.yaml"), encoding: .utf8)
    let section = theme.components(separatedBy: "\nfull:\n").last?.components(separatedBy: "\n\n").first ?? ""
    return section.split(separator: "\n").map { $0.prefix { $0 != ":" }.trimmingCharacters(in: .whitespaces) }
  }
}
