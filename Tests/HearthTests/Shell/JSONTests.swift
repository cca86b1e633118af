import Testing

/// The documents that verbs write for other programs, whole: docs/formats.md promises them.
@Suite struct JSONTests {
  /// With ids that are the same at every run.
  private func shown(_ result: Shell.Result) -> String {
    result.out.replacing(/[0-9a-f]{8}-[0-9a-f-]{27}/, with: "ID")
  }

  @Test(arguments: [["list"], ["search", "canal"], ["show", "--on", "yesterday"], ["export"]])
  func `entries are one document, whoever writes it`(verb: [String]) throws {
    let shell = try Shell()
    let id = try shell.add(
      "By the canal\n\nWith @Jon. \"Tea?\"", ["--tag", "walk", "--mood", "5", "--at", "yesterday 9pm"])
    try shell.run(["edit", id, "--hush", "--star"])
    #expect(
      shown(try shell.run(verb + ["--format", "json"])) == """
        {
          "schema": 1,
          "app": "hearth",
          "exportedAt": "2026-03-03T14:30:00+01:00",
          "entries": [
            {
              "id": "ID",
              "createdAt": "2026-03-03T13:30:00+00:00",
              "modifiedAt": "2026-03-03T13:30:00+00:00",
              "at": "2026-03-02T21:00:00+01:00",
              "zone": "+01:00",
              "day": "2026-03-02",
              "title": "By the canal",
              "text": "By the canal\\n\\nWith @Jon. \\"Tea?\\"",
              "tags": ["walk"],
              "addedTags": ["walk"],
              "people": ["Jon"],
              "mood": 5,
              "starred": true,
              "hushed": true
            }
          ]
        }

        """)
  }

  @Test func `the versions of an entry`() throws {
    let shell = try Shell()
    let id = try shell.add("By the canal")
    let none = shown(try shell.run(["versions", id, "--format", "json"]))
    #expect(none == "{\n  \"schema\": 1,\n  \"app\": \"hearth\",\n  \"id\": \"ID\",\n  \"versions\": []\n}\n")
    try shell.run(["edit", id], stdin: "By the sea", environment: ["HEARTH_NOW": "2026-03-04T08:00:00+01:00"])
    #expect(
      shown(try shell.run(["versions", id, "--format", "json"])) == """
        {
          "schema": 1,
          "app": "hearth",
          "id": "ID",
          "versions": [
            {
              "number": 1,
              "writtenAt": "2026-03-03T13:30:00+00:00",
              "replacedAt": "2026-03-04T07:00:00+00:00",
              "reason": "edit",
              "at": "2026-03-03T14:30:00+01:00",
              "zone": "+01:00",
              "text": "By the canal",
              "addedTags": []
            }
          ]
        }

        """)
  }
}
