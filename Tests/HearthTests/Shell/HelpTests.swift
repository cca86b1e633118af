import ArgumentParser
import Foundation
import Testing

@testable import hearth

/// What every verb says of itself, kept in `Help/`; with HEARTH_GOLDEN=update the files are written anew.
@Suite struct HelpTests {
  static let verbs = [
    "hearth", "chart", "patterns", "open", "add", "edit", "checkin", "moment", "prompt", "practice", "list", "search",
    "show", "tags",
    "read", "support",
    "keys",
    "people", "due", "check", "content", "content check", "delete", "restore", "undo",
    "versions", "export", "import", "report", "verify", "erase", "generate", "backup",
    "restore-backup", "salvage", "lock", "passphrase", "passphrase set", "passphrase recovery", "passphrase remove",
  ]

  @Test(arguments: verbs) func `the help of a verb is what it was`(verb: String) throws {
    let words = verb.split(separator: " ").map(String.init)
    let said = try Shell().run((verb == "hearth" ? [] : words) + ["--help"]).out
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(
      path: "Help/\(words.joined(separator: "-")).txt")
    if ProcessInfo.processInfo.environment["HEARTH_GOLDEN"] == "update" { return try Data(said.utf8).write(to: file) }
    #expect((try? String(contentsOf: file, encoding: .utf8)) == said)
  }

  @Test func `no verb is without one`() throws {
    let listed = try Shell().run(["--help"]).lines
      .filter { $0.hasPrefix("  ") && !$0.hasPrefix("   ") }
      .compactMap { $0.split(separator: " ").first.map(String.init) }
    let verbs = Set(listed).subtracting(["hearth", "echo", "--journal", "--passphrase-fd", "--version", "-h,"])
    #expect(verbs.subtracting(["(default)"]).isSubset(of: Set(Self.verbs)), "\(verbs)")
  }

  /// A name that is made out of a type is looked for in all of the program, at every start of a verb.
  @Test func `every verb states what it is called`() {
    func nameless(_ verb: any ParsableCommand.Type) -> [String] {
      let within = verb.configuration.subcommands + verb.configuration.groupedSubcommands.flatMap(\.subcommands)
      return (verb.configuration.commandName == nil ? ["\(verb)"] : []) + within.flatMap(nameless)
    }
    #expect(nameless(Hearth.self).isEmpty)
  }

  @Test(arguments: ["content check", "restore-backup", "import"])
  func `the completion of a shell offers files where a file is asked for`(verb: String) throws {
    let script = try Shell().run(["--generate-completion-script", "fish"]).out
    let lines = script.split(separator: "\n").filter { $0.contains("\"hearth \(verb)\"") }
    #expect(lines.contains { $0.contains(" -F") && !$0.contains(" -l ") }, "\(lines)")
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func `the completion of a shell knows the verbs and nothing of a journal`(shell: String) throws {
    let home = try Shell()
    try home.run(["add", "Zephyrine with @Ottoline #quince"])
    let script = try home.run(["--generate-completion-script", shell])
    #expect(script.status == 0)
    #expect(script.out.contains("versions"))
    for name in ["wanted-and-had", "solitude-check", "conversation"] { #expect(script.out.contains(name)) }
    for word in ["Zephyrine", "Ottoline", "quince"] { #expect(!script.out.contains(word)) }
    // This is how a script would ask the program while someone types.
    #expect(!script.out.contains("---completion"))
  }
}
