import FoundationEssentials
import HearthCore
import HearthExchange
import Testing

@Suite struct JournalJSONTests {
  @Test func `a journal of two entries, as it is written`() {
    #expect(
      written([canal, bare]) == """
        {
          "schema": 1,
          "app": "hearth",
          "exportedAt": "2026-03-03T14:30:00+01:00",
          "entries": [
            {
              "id": "3f9a1c00-0000-4000-8000-000000000001",
              "createdAt": "2026-03-02T20:05:00.250+00:00",
              "modifiedAt": "2026-03-03T07:00:00+00:00",
              "at": "2026-03-02T21:04:00+01:00",
              "zone": "Europe/Stockholm",
              "day": "2026-03-02",
              "title": "By the canal",
              "text": "By the canal\\n\\nA long #walk with @Jon. He said \\"tea?\\" 茶",
              "tags": ["walk", "quiet"],
              "addedTags": ["quiet"],
              "people": ["Jon"],
              "mood": 4,
              "starred": true,
              "hushed": true,
              "prompt": "enough-quiet",
              "trashedAt": "2026-03-03T08:00:00+00:00"
            },
            {
              "id": "3f9a1c00-0000-4000-8000-000000000002",
              "createdAt": "2026-03-02T20:05:00.250+00:00",
              "modifiedAt": "2026-03-02T20:05:00.250+00:00",
              "at": "2026-03-02T21:04:00+01:00",
              "zone": "Europe/Stockholm",
              "day": "2026-03-02",
              "title": "Tea",
              "text": "Tea",
              "tags": [],
              "people": [],
              "mood": null,
              "starred": false
            }
          ]
        }

        """)
  }

  @Test func `an empty journal is a document too`() throws {
    #expect(
      written([]) == """
        {
          "schema": 1,
          "app": "hearth",
          "exportedAt": "2026-03-03T14:30:00+01:00",
          "entries": []
        }

        """)
    #expect(try read(written([])).isEmpty)
  }

  @Test func `what is about the journal as a whole stands before the entries, and comes in again`() throws {
    let days = Day(number: 20_514)...Day(number: 20_520)
    let all = Preferences(
      hushed: Hushed(people: ["Ana", "Jon"], spans: [HushedSpan(days)]),
      searches: [SavedSearch(name: "Walks", text: "tag:walk \"the way\"")])
    let text = written([bare], all)
    #expect(
      text.contains(
        """
          "hushedPeople": ["Ana", "Jon"],
          "hushedSpans": [
            {
              "from": "2026-03-02",
              "to": "2026-03-08"
            }
          ],
          "searches": [
            {
              "name": "Walks",
              "text": "tag:walk \\"the way\\""
            }
          ],
          "entries": [
        """))
    #expect(try JournalJSON.Document(Array(text.utf8), file: "a.json").preferences == all)
    #expect(try read(text) == [bare])
  }

  private static let oddMembers: [(String, ImportFault.Place, ImportFault)] = [
    (#""hushedPeople": ["Ana", 3]"#, .member("hushedPeople"), .noNames),
    (#""hushedSpans": [{"from": "2026-03-08", "to": "2026-03-02"}]"#, .member("hushedSpans"), .oddSpan),
    (#""searches": [{"name": " ", "text": "tea"}]"#, .member("searches"), .oddSearch),
    (#""settings": {"pace": 3}"#, .member("settings"), .oddSetting),
    (#""settings": ["pace"]"#, .member("settings"), .oddSetting),
  ]

  @Test(arguments: oddMembers)
  func `what cannot be about a journal is refused with its name`(
    member: String, place: ImportFault.Place, what: ImportFault
  ) {
    let text = written([]).replacing("\"schema\"", with: member + ", \"schema\"")
    #expect(throws: Problem.importBroken(file: "a.json", where: place, what: what)) {
      try JournalJSON.Document(Array(text.utf8), file: "a.json")
    }
  }

  @Test func `settings go out as texts, and what is not known or does not travel is passed over`() throws {
    var all = Preferences()
    all.settings = [.markers: "contacts=2-6", .whatHelps: "tea,\nand \"quiet\""]
    let text = written([], all)
    #expect(text.contains("  \"settings\": {\n    \"markers\": \"contacts=2-6\",\n    \"whatHelps\": \"tea,\\nand"))
    #expect(try JournalJSON.Document(Array(text.utf8), file: "a.json").preferences == all)
    let more = text.replacing("\"markers\"", with: "\"checkName\": \"x\", \"moon\": \"y\", \"markers\"")
    #expect(try JournalJSON.Document(Array(more.utf8), file: "a.json").preferences == all)
  }

  @Test func `who rests because of a check is told from others only where checks were asked for`() throws {
    let (one, other) = (UUID(), UUID())
    var all = Preferences(people: [
      Person(id: one, name: "Kim", isResting: true), Person(id: other, name: "Jon", isFlagged: true),
    ])
    let usual = try JournalJSON.Document(Array(written([], all).utf8), file: "a.json").preferences.people
    #expect(usual.map(\.isResting) == [true, true] && usual.map(\.isFlagged) == [false, false])
    all.tellsChecks = true
    #expect(try JournalJSON.Document(Array(written([], all).utf8), file: "a.json").preferences.people == all.people)
  }

  @Test func `what goes out comes in again, whatever it is`() throws {
    var dice = Dice(seed: 7)
    let journal = (0..<300).map { Entry.any(number: $0, &dice) }
    let again = try read(written(journal))
    #expect(again == journal)
    // To Swift two forms of an é are the same; in a journal they are not.
    #expect(again.map { Array($0.text.utf8) } == journal.map { Array($0.text.utf8) })
  }

  @Test func `entries are handed over one by one, in order`() throws {
    let document = try JournalJSON.Document(Array(written([canal, bare]).utf8), file: "a.json")
    var titles: [String] = []
    try document.entries { titles.append($0.title) }
    #expect(document.count == 2)
    #expect(titles == ["By the canal", "Tea"])
  }

  @Test func `names it does not know are passed over, in any order`() throws {
    let text = """
      \u{FEFF}{"later":{"a":[1,-2.5e3,true,null]},"entries":[{"text":"Tea\\u0020\\ud83c\\udf75\\/",
      "weather":{"rain":1},"zone":"UTC","tags":["Alone"],"day":"2026-03-02","modifiedAt":"2026-03-02T20:05Z",
      "createdAt":"2026-03-02T20:05Z","at":"2026-03-02T20:05Z","id":"3F9A1C00-0000-4000-8000-000000000002",
      "trashedAt":null}],"schema":1}
      """
    let entry = try #require(try read(text).first)
    #expect(entry.text == "Tea 🍵/")
    #expect(entry.addedTags == ["alone"])
    #expect(entry.stamp.iso == "2026-03-02T20:05:00+00:00")
    #expect(entry.trashedAt == nil)
  }

  @Test func `a NUL that an earlier Hearth kept is left out, and not a letter beside it`() throws {
    let text = written([canal, bare]).replacing(
      "\"text\": \"Tea\"", with: "\"text\": \"\\u0000T\\u0000e\\u0000\\u0000a\"")
    #expect(try read(text).map(\.text) == [canal.text, "Tea"])
  }

  private static let faults: [(String, String, ImportFault.Place, ImportFault)] = [
    (
      "\"createdAt\": \"2026-03-02T20:05:00.250+00:00\"", "\"createdAt\": \"Monday\"", .entry(1),
      .odd("createdAt", .date)
    ),
    ("\"modifiedAt\": \"2026-03-03T07:00:00+00:00\",", "", .entry(1), .missing("modifiedAt")),
    (
      "\"at\": \"2026-03-02T21:04:00+01:00\"", "\"at\": \"2026-03-02T21:04:00\"", .entry(1),
      .odd("at", .stamp)
    ),
    ("\"zone\": \"Europe/Stockholm\"", "\"zone\": \"\"", .entry(1), .odd("zone", .zone)),
    ("\"day\": \"2026-03-02\"", "\"day\": \"2026-02-30\"", .entry(1), .odd("day", .day)),
    ("\"mood\": 4", "\"mood\": 6", .entry(1), .odd("mood", .mood)),
    ("\"mood\": 4", "\"mood\": 4.5", .entry(1), .odd("mood", .mood)),
    ("\"mood\": 4", "\"mood\": 04", .line(18), .noValue),
    ("\"starred\": true", "\"starred\": 1", .entry(1), .odd("starred", .truth)),
    ("\"hushed\": true", "\"hushed\": \"yes\"", .entry(1), .odd("hushed", .truth)),
    ("\"text\": \"Tea\"", "\"text\": null", .entry(2), .missing("text")),
    ("\"text\": \"Tea\"", "\"text\": \"\\ud800\"", .line(32), .halfCharacter),
    ("\"text\": \"Tea\"", "\"text\": \"\\x\"", .line(32), .oddBackslash("x")),
    ("\"text\": \"Tea\"", "\"text\": \"T\na\"", .line(32), .controlCharacter),
    ("\"title\": \"Tea\"", "\"text\": \"Milk\"", .line(32), .nameTwice("text")),
    ("\"addedTags\": [\"quiet\"]", "\"addedTags\": [1]", .entry(1), .odd("addedTags", .texts)),
    ("000000000002", "000000000001", .entry(2), .idTaken(1)),
    ("3f9a1c00-0000-4000-8000-000000000002", "17", .entry(2), .odd("id", .id)),
    ("\"schema\": 1", "\"schema\": 2", .member("schema"), .schemaLater(2)),
    ("\"schema\": 1,", "", .member("schema"), .schemaMissing),
    ("\"entries\"", "\"entry\"", .member("entries"), .entriesMissing),
    ("\"mood\": null", "\"mood\": nul", .line(35), .noValue),
    ("\"starred\": false", "\"starred\": false,", .line(37), .nameMissing),
    ("    }\n  ]\n}\n", "", .line(37), .endsEarly),
    ("  ]\n}\n", "  ]\n}\n{}", .line(40), .goesOn),
  ]

  @Test(arguments: faults)
  func `a fault is named with its place`(
    sound: String, broken: String, place: ImportFault.Place, what: ImportFault
  ) throws {
    let text = written([canal, bare])
    #expect(throws: Problem.importBroken(file: "a.json", where: place, what: what)) {
      try read(text.replacing(sound, with: broken, maxReplacements: 1))
    }
  }

  @Test(arguments: ["", "   ", "[]", "hello", "1", "\"text\"", "PK\u{3}\u{4}", "{"])
  func `what is no document of a journal says so`(text: String) {
    #expect(throws: Problem.self) { try read(text) }
  }

  @Test func `bytes that are not UTF-8 are refused with their line`() {
    let bytes = Array("{\"schema\": 1,\n\"entries\": [\"".utf8) + [0xC3, 0x28] + Array("\"]}".utf8)
    #expect(throws: Problem.importBroken(file: "a.json", where: .line(2), what: .textNotUTF8)) {
      try JournalJSON.Document(bytes, file: "a.json")
    }
  }

  @Test func `a stranger's endless nesting is refused, not followed`() {
    let deep = String(repeating: "[", count: 100_000)
    #expect(throws: Problem.self) { try read("{\"schema\": 1, \"entries\": [], \"x\": \(deep)") }
  }

  @Test func `a document cut or changed anywhere is refused or read, and nothing worse`() {
    var dice = Dice(seed: 11)
    let sound = Array(written([canal, bare]).utf8)
    for _ in 0..<2_000 {
      var bytes = sound
      bytes[Int.random(in: 0..<bytes.count, using: &dice)] = UInt8.random(in: 0...255, using: &dice)
      if Bool.random(using: &dice) { bytes.removeLast(Int.random(in: 0..<bytes.count, using: &dice)) }
      _ = try? JournalJSON.Document(bytes, file: "a.json")
    }
  }

  // MARK: Things to write and read

  private var canal: Entry { Samples.canal }
  private var bare: Entry { Samples.bare }

  private func written(_ entries: [Entry], _ preferences: Preferences = Preferences()) -> String {
    let exportedAt = Stamp(
      instant: Samples.moment("2026-03-03T13:30Z"), offset: 3600, zone: "Europe/Stockholm")
    var writer = JournalJSON.Writer(exportedAt: exportedAt, preferences: preferences)
    return writer.opening + entries.map { writer.next($0) }.joined() + writer.closing
  }

  private func read(_ text: String) throws -> [Entry] {
    var entries: [Entry] = []
    try JournalJSON.Document(Array(text.utf8), file: "a.json").entries { entries.append($0) }
    return entries
  }
}
