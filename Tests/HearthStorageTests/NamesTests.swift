import Foundation
import HearthCore
import HearthStorage
import Testing

struct NamesTests {
  private func vault() throws -> Vault {
    let vault = try Vault.inMemory()
    let texts = ["@Jon #walk", "@jon @Ana #walk #work", "@JON #tea @Åsa", "@ana"]
    for (number, text) in texts.enumerated() { _ = try vault.save(.sample(number, text), now: .start) }
    return vault
  }

  @Test(arguments: [
    ("", ["walk", "tea", "work"]), ("W", ["walk", "work"]), ("wo", ["work"]), ("walk", ["walk"]), ("x", []), ("%", []),
    ("_", []),
  ])
  func `tags are offered, most used first`(_ prefix: String, _ names: [String]) throws {
    #expect(try vault().tags(startingWith: prefix, limit: 5) == names)
  }

  @Test(arguments: [
    ("", ["Jon", "Ana", "Åsa"]), ("J", ["Jon"]), ("a", ["Ana"]), ("å", ["Åsa"]), ("A\u{30A}", ["Åsa"]), ("x", []),
  ])
  func `people are offered as first written, most mentioned first`(_ prefix: String, _ names: [String]) throws {
    #expect(try vault().people(startingWith: prefix, limit: 5) == names)
  }

  @Test func `no more are offered than asked for`() throws {
    #expect(try vault().tags(startingWith: "", limit: 1) == ["walk"])
    #expect(try vault().people(startingWith: "", limit: 2) == ["Jon", "Ana"])
  }

  @Test func `names that stand only in the trash are not offered`() throws {
    let vault = try vault()
    try vault.make(.trash([.number(0), .number(2)]), now: .start)
    #expect(try vault.people(startingWith: "", limit: 5) == ["Ana", "Jon"])
    #expect(try vault.tags(startingWith: "", limit: 5) == ["walk", "work"])
    _ = try vault.save(.sample(9, "#gone"), now: .start)
    var entry = try #require(try vault.entry(.number(9)))
    entry.text = "nothing"
    _ = try vault.save(entry, now: .start)
    #expect(try vault.tags(startingWith: "g", limit: 5).isEmpty)
    try vault.make(.restore([.number(0), .number(2)]), now: .start)
    #expect(try vault.people(startingWith: "", limit: 5) == ["Jon", "Ana", "Åsa"])
    #expect(try vault.verify().allSatisfy(\.isFine))
  }

  @Test func `one person under two spellings is one person`() throws {
    let vault = try Vault.inMemory()
    _ = try vault.save(.sample(1, "@Jon met @jon"), now: .start)
    #expect(try vault.heads(EntryFilter(where: .person("JON", isBegun: false)), limit: 5).map(\.people) == [["Jon"]])
    #expect(try vault.verify().allSatisfy(\.isFine))
  }
}
