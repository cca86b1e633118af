import Foundation
import Testing

/// `hearth report`: a page to take along.
@Suite struct ReportTests {
  private func journal() throws -> Shell {
    let shell = try Shell()
    try shell.run(["people", "add", "Ana Silva", "--also", "Ana", "--kind", "friend"])
    try shell.run(["people", "add", "Jon"])
    try shell.run(["add", "yesterday 21:04: By the canal with @Ana, and Jon's dog <b>", "--mood", "5"])
    try shell.run(["checkin", "sleep=7", "mood=4", "alone=chosen"])
    try shell.run(["moment", "conversation", "--with", "Jon", "--after", "1"])
    return shell
  }

  private static let all = ["--include", "charts,entries,practices"]

  @Test func `a page has what was asked for, names as initials, and stands for itself`() throws {
    let said = try journal().run(["report"] + Self.all)
    #expect(said.status == 0)
    #expect(said.out.contains("<td>– (n 1)</td>") && said.out.contains("A conversation: 1"))
    #expect(said.out.contains("By the canal with A. S., and J.&#39;s dog &lt;b&gt;") || said.out.contains("J.'s dog"))
    for name in ["Ana", "Silva", "Jon", "@"] where name != "@" { #expect(!said.out.contains(name), "\(name)") }
    for foreign in ["http", "<script", "<link", "<img"] { #expect(!said.out.contains(foreign)) }
    // Pictures are as light as the page, whatever the reader's screen is.
    #expect(said.out.contains("<svg") && !said.out.contains("prefers-color-scheme"))
    #expect(said.err.contains("not sealed"))
  }

  @Test func `without being asked for, no entry is in it`() throws {
    let said = try journal().run(["report"])
    #expect(!said.out.contains("canal") && said.out.contains("Entries: 1"))
  }

  @Test func `an alias stands for a name, or nothing does`() throws {
    let shell = try journal()
    #expect(try shell.run(["report", "--people", "aliases"] + Self.all).out.contains("By the canal with Ana"))
    let nobody = try shell.run(["report", "--people", "none", "--format", "md"] + Self.all).out
    #expect(nobody.contains("By the canal with someone, and someone's dog"))
    #expect(!nobody.contains("Who is spoken of"))
  }

  @Test func `a file is private, and never written over`() throws {
    let shell = try journal()
    let written = try shell.run(["report", "--output", "r.html"])
    #expect(written.status == 0 && written.out.isEmpty && written.err.contains("r.html"))
    let file = shell.file("r.html").path
    #expect(try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int == 0o600)
    let before = try String(contentsOf: shell.file("r.html"), encoding: .utf8)
    let again = try shell.run(["report", "--output", "r.html"] + Self.all)
    #expect(again.status == 2 && again.err.contains("Nothing was written"))
    #expect(try String(contentsOf: shell.file("r.html"), encoding: .utf8) == before)
  }

  @Test func `only the days that were asked for are in it`() throws {
    let shell = try journal()
    let old = try shell.run(["report", "--from", "2020", "--to", "2020"] + Self.all)
    #expect(old.out.contains("Nothing was answered on these days") && !old.out.contains("canal"))
    #expect(try shell.run(["report", "--from", "someday"]).status == 2)
    #expect(try shell.run(["report", "--include", "checks"]).status == 2)
  }

  @Test(arguments: [["--to", "9999-12-31"], ["--to", "9999-12-01"], ["--from", "9999-09", "--to", "9999"]])
  func `the end of the calendar is a day like others`(_ arguments: [String]) throws {
    let shell = try journal()
    for format in ["html", "md"] {
      #expect(try shell.run(["report", "--format", format] + arguments + Self.all).status == 0)
    }
  }

  @Test func `a chart is drawn on the last day there is`() throws {
    let shell = try journal()
    let late = ["HEARTH_NOW": "9999-12-31T23:59:59+00:00"]
    try shell.run(["checkin", "--mood", "4"], environment: late)
    for chart in ["how-often-lonely", "mood"] {
      for span in ["28d", "1y", "all"] {
        let drawn = try shell.run(["chart", chart, "--span", span], environment: late)
        #expect(drawn.status == 0, "\(chart) \(span): \(drawn.err)")
      }
    }
  }

  @Test(arguments: [["--from", "2026-11", "--to", "2026-10"], ["--from", "tomorrow"], ["--from", "9999"]])
  func `days that end before they begin are refused`(_ arguments: [String]) throws {
    let shell = try journal()
    let said = try shell.run(["report", "--format", "md"] + arguments)
    #expect(said.status == 2 && said.out.isEmpty)
    #expect(said.err.contains(" comes after "))
  }
}
