import Foundation
import Testing

@Suite struct VerifyTests {
  @Test func `a sound journal is found sound, in a table`() throws {
    let shell = try Shell()
    try shell.run(["add", "Tea"])
    let result = try shell.run(["verify"])
    #expect(result.status == 0)
    #expect(
      result.out == """
        folder and files are closed to others                fine
        the journal has the form this Hearth writes          fine
        its file is whole                                    fine
        everything in it belongs to something in it          fine
        the search knows every entry (1)                     fine
        entries, the trash with them, are counted right (1)  fine
        no unreadable note was put aside (0 wait)            fine

        """)
  }

  @Test func `what is not as it was written is named, and told by the status`() throws {
    let shell = try Shell()
    try shell.run(["add", "Tea"])
    try shell.write("data/hearth/inbox/3f9a1c00-0000-4000-8000-000000000001.note", "no note")
    let result = try shell.run(["verify"])
    #expect(result.status == 1)
    #expect(result.lines.last?.contains("TROUBLE  3f9a1c00-0000-4000-8000-000000000001.note") == true)
  }

  @Test func `as JSON`() throws {
    let shell = try Shell()
    try shell.run(["add", "Tea"])
    let result = try shell.run(["verify", "--format", "json"])
    #expect(
      result.out.hasPrefix(
        """
        {
          "schema": 1,
          "app": "hearth",
          "findings": [
            {
              "what": "files",
              "fine": true,
              "count": 0,
              "detail": ""
            },
        """))
    let document = try #require(try JSONSerialization.jsonObject(with: Data(result.out.utf8)) as? [String: Any])
    let findings = try #require(document["findings"] as? [[String: Any]])
    #expect(
      findings.compactMap { $0["what"] as? String } == [
        "files", "schema", "database", "links", "index", "counts", "notes",
      ])
  }
}
