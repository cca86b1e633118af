import Foundation
import Testing

@Suite struct GenerateTests {
  @Test func `so many entries, with words that are counted`() throws {
    let shell = try Shell()
    let made = try shell.run(
      ["generate", "--journal", "big", "--entries", "200", "--text", "big.txt", "--jrnl", "big.jrnl"])
    #expect(made == Shell.Result(status: 0, out: "", err: ""))
    func count(_ query: String) throws -> Int {
      try shell.run(["search", "--journal", "big", "--format", "short", query]).lines.count
    }
    #expect(try count("quiet") == 60)
    #expect(try count("zephyr") == 7)
    #expect(try count("tag:jubilee") == 5)
    #expect(try shell.run(["list", "--journal", "big", "--format", "short"]).lines.count == 200)
    let text = try String(contentsOf: shell.file("big.txt"), encoding: .utf8)
    #expect(text.split(separator: " ").count > 200 * 100)
    #expect(text.ranges(of: "zephyr").count == 7)
    #expect(try String(contentsOf: shell.file("big.jrnl"), encoding: .utf8).ranges(of: "zephyr").count == 7)
    #expect(try shell.run(["verify", "--journal", "big"]).status == 0)
  }

  @Test func `one seed is one journal`() throws {
    let shell = try Shell()
    func made(_ folder: String, seed: String) throws -> String {
      try shell.run(["generate", "--journal", folder, "--entries", "20", "--seed", seed])
      return try shell.run(["export", "--journal", folder, "--format", "json"]).out
    }
    let first = try made("a", seed: "7")
    #expect(try made("b", seed: "7") == first)
    #expect(try made("c", seed: "8") != first)
  }
}
