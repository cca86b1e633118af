import Foundation
import Testing

@Suite struct PracticeTests {
  private static let file = """
    id: heron
    version: 1
    title: The heron
    keep: KEEP
    measures:
      stillness: { range: [0, 10], low: restless, high: still }
    steps:
      - card: Stand still.
      - scale: How still?
        id: still
        measure: stillness
      - ticks: What was there?
        id: there
        options: { water: water, wind: wind }
      - text: What did you see?
        id: seen
    results:
      - page: end
    pages:
      end: You saw {seen}.
    """

  private func shell(keeping keep: String = "always") throws -> Shell {
    let shell = try Shell()
    try shell.write(
      "config/hearth/content/practices/heron.yaml", Self.file.replacingOccurrences(of: "KEEP", with: keep))
    return shell
  }

  private func exported(_ shell: Shell) throws -> String { try shell.run(["export", "--format", "json"]).out }

  @Test func `the list has every practice, a person's own too`() throws {
    let lines = try shell().run(["practice", "--list"]).lines
    #expect(lines.contains("heron\tThe heron") && lines.count > 1)
  }

  @Test func `a practice is asked line by line and kept whole`() throws {
    let shell = try shell()
    let asked = try shell.run(["practice", "heron"], stdin: "\n7\n1 2\na fish\n\n")
    #expect(asked.status == 0 && asked.err.contains("How still?") && asked.err.contains("You saw a fish."))
    let document = try exported(shell)
    #expect(document.contains("\"number\": 7") && document.contains("a fish") && document.contains("\"finishedAt\""))
    #expect(document.contains("stillness"))
  }

  @Test func `a practice that leads to the relationship check names its verb`() throws {
    let shell = try shell()
    let file = Self.file.replacingOccurrences(of: "KEEP", with: "always")
      .replacingOccurrences(of: "  - page: end", with: "  - page: end\n    offers: [relationship]")
    try shell.write("config/hearth/content/practices/heron.yaml", file)
    let said = try shell.run(["practice", "heron"], stdin: "\n7\n1 2\na fish\n\n").err
    #expect(said.contains("  hearth check   How is this relationship for me?"))
  }

  @Test func `what else a practice leads to names its verb too`() throws {
    let shell = try shell()
    let file = Self.file.replacingOccurrences(of: "KEEP", with: "always")
      .replacingOccurrences(
        of: "  - page: end", with: "  - page: end\n    offers: [write, checkin, moment, people, gone]")
    try shell.write("config/hearth/content/practices/heron.yaml", file)
    let said = try shell.run(["practice", "heron"], stdin: "\n7\n1 2\na fish\n\n").err
    #expect(said.hasSuffix("  hearth add\n  hearth checkin\n  hearth moment\n  hearth people\n"))
  }

  /// A practice, its version, what it yielded, and what is wrong with that.
  @Test(
    arguments: [
      ("boundary", 2, "resentment", 10, nil), ("boundary", 2, "resentment", 11, "runs, resentment is out of range"),
      ("boundary", 2, "anger", 1, "runs, anger is nothing that its practice asks"), ("boundary", 1, "anger", 11, nil),
      ("heron", 1, "stillness", 99, nil),
    ] as [(String, Int, String, Int, String?)])
  func `what a run brings along stands on the scales of its practice`(
    _ practice: String, _ version: Int, _ measure: String, _ value: Int, _ fault: String?
  ) throws {
    let stamp = #""at": "2026-03-02T20:00:00+00:00", "zone": "UTC", "day": "2026-03-02""#
    let document = """
      {"schema": 1, "entries": [], "runs": [{"id": "3f9a1c00-0000-4000-8000-000000000001", "practice": "\(practice)",
       "version": \(version), "title": "One", \(stamp), "readings": [{"measure": "\(measure)", "value": \(value), \(stamp)}]}]}
      """
    let said = try shell().run(["import", "-"], stdin: document)
    #expect(said.status == (fault == nil ? 0 : 2), "\(said.err)")
    if let fault { #expect(said.err.contains(fault), "\(said.err)") }
  }

  @Test func `with plain words each step is asked without a figure of speech, where it has such a wording`() throws {
    let shell = try shell()
    let file = Self.file.replacingOccurrences(of: "KEEP", with: "always")
      .replacingOccurrences(of: "    id: seen", with: "    literal: Which animals did you see?\n    id: seen")
    try shell.write("config/hearth/content/practices/heron.yaml", file)
    func asked() throws -> String { try shell.run(["practice", "heron"], stdin: "\n7\n1 2\na fish\n\n").err }
    #expect(try asked().contains("What did you see?"))
    let settled = #"{ "schema": 1, "settings": { "welcomed": "yes", "speaksPlainly": "yes" }, "entries": [] }"#
    try shell.write("settled.json", settled)
    #expect(try shell.run(["import", shell.file("settled.json").path]).status == 0)
    #expect(try asked().contains("Which animals did you see?"))
    #expect(try exported(shell).contains("Which animals did you see?"))
  }

  @Test func `a file that changed meanwhile, or is broken now, takes no answer away`() throws {
    let shell = try shell()
    try shell.run(["practice", "heron"], stdin: "\n7\nq\n")
    let path = "config/hearth/content/practices/heron.yaml"
    try shell.write(path, "id: heron\ntitle: The heron\nsteps: [")
    let broken = try shell.run(["practice", "heron", "--go-on"], stdin: "\n")
    #expect(broken.status == 2 && !broken.err.isEmpty)
    #expect(try exported(shell).contains("\"number\": 7"))
    let changed = """
      id: heron
      version: 2
      title: The heron
      steps:
        - text: And what did it eat?
          id: eaten
      results: [{ page: end }]
      pages: { end: It ate. }
      """
    try shell.write(path, changed)
    #expect(try shell.run(["practice", "heron", "--go-on"], stdin: "A frog\n\n").err.contains("And what did it eat?"))
    let document = try exported(shell)
    #expect(document.contains("\"number\": 7") && document.contains("How still?") && document.contains("A frog"))
  }

  @Test func `no word is broken at the edge, and Support is named by its verb`() throws {
    let asked = try Shell().run(["practice", "plan-leaving"], stdin: "\n\nq\n")
    #expect(asked.err.contains("`hearth support` leads to it.") && !asked.err.contains("Ctrl-"))
    #expect(asked.err.split(separator: "\n").allSatisfy { $0.count <= 76 })
  }

  @Test func `what is none of the answers is asked again, and < goes back`() throws {
    let shell = try shell()
    let asked = try shell.run(["practice", "the heron"], stdin: "\n70\n7\n<\n3\n\n\n")
    #expect(asked.status == 0 && asked.err.contains("none of the answers"))
    #expect(try exported(shell).contains("\"number\": 3"))
  }

  @Test func `one who leaves goes on where they were`() throws {
    let shell = try shell()
    try shell.run(["practice", "heron"], stdin: "\n7\nq\n")
    let asked = try shell.run(["practice", "heron", "--go-on"], stdin: "2\na fish\n\n")
    #expect(!asked.err.contains("How still?") && asked.err.contains("a fish"))
    #expect(try exported(shell).components(separatedBy: "\"practice\": \"heron\"").count == 2)
  }

  @Test func `where one is asked at the end, only a yes keeps it`() throws {
    let shell = try shell(keeping: "ask")
    try shell.run(["practice", "heron"], stdin: "\n7\n\n\nn\n")
    #expect(!(try exported(shell).contains("heron")))
    try shell.run(["practice", "heron"], stdin: "\n7\n\n\ny\n")
    #expect(try exported(shell).contains("heron"))
  }

  @Test func `what is never kept is asked at a terminal only`() throws {
    let asked = try shell(keeping: "never").run(["practice", "heron"], stdin: "\n7\n\n\n")
    #expect(asked.status == 2 && asked.out.isEmpty && !asked.err.contains("How still?"))
  }

  @Test func `what is to come back on a day is counted from the person's own day`() throws {
    let shell = try shell()
    let file = """
      id: heron
      version: 1
      title: The heron
      steps:
        - followUp: Did it come back?
          id: back
          after: 1 day
      results: [{ page: end }]
      pages: { end: We shall see. }
      """
    try shell.write("config/hearth/content/practices/heron.yaml", file)
    let settled = #"{ "schema": 1, "settings": { "welcomed": "yes", "dayEnd": "360" }, "entries": [] }"#
    #expect(try shell.run(["import", "-"], stdin: settled).status == 0)
    // At five it is still yesterday for somebody whose day ends at six.
    let asked = try shell.run(
      ["practice", "heron"], stdin: "\n", environment: ["HEARTH_NOW": "2026-03-03T05:00:00+01:00"])
    #expect(asked.status == 0)
    #expect(try exported(shell).contains("\"dueDay\": \"2026-03-03\""))
  }

  @Test func `a name that no practice has`() throws {
    let asked = try shell().run(["practice", "nothing-like-it"])
    #expect(asked.status == 2 && !asked.err.isEmpty)
  }

  @Test func `runs go from one journal into another, and twice is once`() throws {
    let shell = try shell()
    try shell.run(["practice", "heron"], stdin: "\n7\n\na fish\n\n")
    let document = try exported(shell)
    let other = try self.shell()
    for _ in 1...2 { #expect(try other.run(["import", "-"], stdin: document).status == 0) }
    let runs = { (text: String) in text.components(separatedBy: "\"runs\"").last }
    #expect(runs(try exported(other)) == runs(document))
  }

  @Test func `no number that is typed is too small for a list`() throws {
    let asked = try shell().run(["practice", "heron"], stdin: "\n7\n-9223372036854775808\n0\n1\na fish\n\n")
    #expect(asked.status == 0 && asked.err.contains("none of the answers"))
    let moment = try Shell().run(["moment"], stdin: "-9223372036854775808\n")
    #expect(moment.status == 0 && moment.err.contains("none of the answers"))
  }

  @Test(arguments: [[0x63, 0xE9, 0x0A], [0x61, 0x00, 0x62, 0x0A], [0xFF]] as [[UInt8]])
  func `bytes that are no text are refused, and what was answered before is kept`(bytes: [UInt8]) throws {
    let shell = try shell()
    let asked = try shell.run(["practice", "heron"], bytes: Array("\n7\n1\n".utf8) + bytes)
    #expect(asked.status == 2 && asked.err.contains("byte 2") || asked.err.contains("byte 1"))
    let document = try exported(shell)
    #expect(document.contains("\"number\": 7"))
    #expect(!document.contains("\u{FFFD}") && !document.contains("u0000") && !document.contains("\"id\": \"seen\""))
  }

  @Test func `lines may end as they do on Windows`() throws {
    let shell = try shell()
    #expect(try shell.run(["practice", "heron"], stdin: "\r\n7\r\n1 2\r\na fish\r\n\r\n").status == 0)
    #expect(try exported(shell).contains("\"a fish\""))
  }
}
