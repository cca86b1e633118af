import Foundation
import Testing

/// `hearth --demo` at a real terminal.
@Suite struct DemoStories {
  @Test func `one looks around, writes, and nothing of it is anywhere`() throws {
    let house = try House()
    let demo = try Terminal.start(["--demo"], environment: house.environment)
    try demo.wait(for: "To come back to")
    #expect(demo.screen.text.contains("This is a made-up journal, in memory only."))
    try demo.press("n")
    try demo.type("Written to try it out")
    try demo.press("C-s")
    try demo.wait(for: "● saved")
    try demo.press("Esc")
    try demo.wait(for: "A question")
    try demo.press("2")
    try demo.wait(for: "Written to try it out")
    try demo.press("q")
    #expect(try demo.waitForEnd() == .exited(0))
    #expect(try FileManager.default.subpathsOfDirectory(atPath: house.root.path) == [])
  }

  @Test func `erased for good there, an entry is gone; and everything goes with the window`() throws {
    let house = try House()
    let demo = try Terminal.start(["--demo"], environment: house.environment)
    try demo.wait(for: "To come back to")
    try demo.press("n")
    try demo.type("Zephyrous lanterns")
    try demo.press("C-s")
    try demo.wait(for: "● saved")
    try demo.press("Esc")
    try demo.wait(for: "A question")
    try demo.press("2")
    try demo.wait(for: "Zephyrous")
    try demo.press("C-d")
    try demo.wait(for: "1 entry goes for good")
    #expect(demo.screen.text.contains("in memory only"))
    try demo.press("e")
    try demo.wait(for: "1 entry is gone for good")
    try demo.press("Esc")
    try demo.wait(for: "February")
    #expect(!demo.screen.text.contains("Zephyrous"))
    try demo.press("q")
    #expect(try demo.waitForEnd() == .exited(0))
  }

  @Test func `a journal that is there is neither opened nor held`() throws {
    let house = try House()
    _ = try house.shell("add", "Mine and nobody else's")
    let own = try Terminal.start(["--journal", house.journal], environment: house.environment)
    try own.wait(for: "This is yours")
    let environment = house.environment.merging(["HEARTH_JOURNAL": house.journal]) { $1 }
    let demo = try Terminal.start(["--demo"], environment: environment)
    try demo.wait(for: "This is a made-up journal")
    try demo.wait(for: "To come back to")
    try demo.press("2")
    try demo.wait(for: "February")
    #expect(!demo.screen.text.contains("Mine and nobody else's"))
    try demo.press("C-q")
    #expect(try demo.waitForEnd() == .exited(0))
    try own.press("C-q")
    #expect(try own.waitForEnd() == .exited(0))
  }

  @Test(arguments: [
    ["--demo", "--journal", "/nowhere"], ["add", "--demo", "Tea"], ["--demo", "add", "Tea"], ["list", "--demo"],
  ])
  func `it goes with no verb and no journal`(arguments: [String]) throws {
    let shell = try Shell()
    #expect(try shell.run(arguments).status == 2)
    #expect(!FileManager.default.fileExists(atPath: shell.file("data").path))
  }

  @Test func `without a terminal there is nothing to look at`() throws {
    #expect(try Shell().run(["--demo"]).status == 2)
  }
}
