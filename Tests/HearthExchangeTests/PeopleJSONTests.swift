import FoundationEssentials
import HearthCore
import HearthExchange
import Testing

struct PeopleJSONTests {
  private let person = Person(
    id: UUID(), name: "Aunt Mia", aliases: ["Mia"], circle: .close, kind: .family, traits: [.steady, .safe],
    needs: [.comfort], contexts: "Sundays", rubsOff: "calm", notes: "likes \"tea\"\nand rain", isRemembered: true)

  private func touchpoint(_ id: UUID) -> Touchpoint {
    Touchpoint(
      id: UUID(), person: id, title: "Letter", kind: .ritual, hopedDays: 300, latestDays: 400, yearly: .init("12-06"),
      draft: "Dear Mia", isTimeKept: true, companion: "Jon", sleepsUntil: Day(number: 5), plannedOn: Day(number: 6),
      isAtRest: true, startedOn: Day(number: 1), doneOn: Day(number: 2))
  }

  @Test func `people and touchpoints come back as they were`() throws {
    var kept = Preferences(people: [person], touchpoints: [touchpoint(person.id)])
    kept.bonds = [try #require(BondAnswer(.sayNo, 3, on: Day(number: 4)))].map { KeptBondAnswer($0, about: person.id) }
    let writer = JournalJSON.Writer(exportedAt: Stamp(Instant(seconds: 0), in: .utc), preferences: kept)
    let document = try JournalJSON.Document(Array((writer.opening + writer.closing).utf8), file: "a.json")
    #expect(document.preferences == kept)
  }

  @Test func `control characters in names are left out, and a comma stays`() throws {
    let id = "6F9619FF-8B86-D011-B42D-00CF4FC964FF"
    let when = #""at": "2026-03-02T20:05Z", "zone": "UTC", "day": "2026-03-02", "createdAt": "2026-03-02T20:05Z""#
    let text = #"""
      {"schema": 1, "hushedPeople": ["A\u001bna"], "searches": [{"name": "Wa\u009blks", "text": "canal"}],
       "people": [{"id": "\#(id)", "name": "A\u001bna, B", "aliases": ["A\tB", "\u0001", "A\nB"]}],
       "touchpoints": [{"id": "\#(id)", "title": "Ca\u007fll", "hopedDays": 7, "startedOn": "2026-03-01"}],
       "moments": [{"id": "\#(id)", "kind": "conversation", "with": ["J\u0007on"], \#(when)}],
       "entries": [{"id": "\#(id)", "text": "Te\u001ba", "addedTags": ["Wa\u001blk", "\u001b"],
        "modifiedAt": "2026-03-02T20:05Z", \#(when)}]}
      """#
    let document = try JournalJSON.Document(Array(text.utf8), file: "a.json")
    let kept = document.preferences
    #expect(kept.hushed.people == ["Ana"] && kept.searches.map(\.name) == ["Walks"])
    #expect(kept.people.map(\.name) == ["Ana, B"] && kept.people.map(\.aliases) == [["A B"]])
    #expect(kept.touchpoints.map(\.title) == ["Call"] && kept.moments.map(\.with) == [["Jon"]])
    var entries: [Entry] = []
    try document.entries { entries.append($0) }
    #expect(entries.map(\.addedTags) == [["walk"]] && entries.map(\.text) == ["Te\u{1B}a"])
  }

  /// Numbers with which a journal would stop at every start.
  @Test(arguments: [
    ("hopedDays", "1", true), ("hopedDays", "3650", true), ("hopedDays", "3651", false), ("hopedDays", "-1", false),
    ("hopedDays", "9223372036854775807", false), ("latestDays", "3650", true), ("latestDays", "0", false),
    ("latestDays", "9223372036854775807", false), ("latestDays", "null", true), ("latestDays", "\"x\"", false),
    ("latestDays", "1e9", false),
  ])
  func `days between two are days that somebody can mean`(_ name: String, _ number: String, _ isTaken: Bool) throws {
    let usual = ["hopedDays": "7", "latestDays": "9"].merging([name: number]) { $1 }
    let member = """
      "touchpoints": [{"id": "6F9619FF-8B86-D011-B42D-00CF4FC964FF", "title": "Walk", "startedOn": "2026-03-01",
      "hopedDays": \(usual["hopedDays"] ?? ""), "latestDays": \(usual["latestDays"] ?? "")}]
      """
    expect(member, isTaken: isTaken, as: "touchpoints")
  }

  @Test(arguments: [
    ("\"03-09\"", true), ("\"02-29\"", true), ("null", true), ("\"13-40\"", false), ("\"\"", false), ("309", false),
  ])
  func `a date of each year is one that a year has`(_ yearly: String, _ isTaken: Bool) {
    let member = """
      "touchpoints": [{"id": "6F9619FF-8B86-D011-B42D-00CF4FC964FF", "title": "Walk", "startedOn": "2026-03-01",
      "hopedDays": 7, "yearly": \(yearly)}]
      """
    expect(member, isTaken: isTaken, as: "touchpoints")
  }

  @Test(arguments: [
    ("lockAfter", "0", true), ("lockAfter", "1440", true), ("lockAfter", "1441", false), ("lockAfter", "-1", false),
    ("lockAfter", "9223372036854775807", false), ("lockAfter", "soon", true),
    ("quietNotes", "heavy=20515 wideGap=never", true), ("quietNotes", "heavy=-9223372036854775808", false),
    ("lowEnergy", "always not=20515", true), ("lowEnergy", "not=2932897", false),
    ("monthlyQuestion", "20515 20485", true), ("monthlyQuestion", "-719163", false),
  ])
  func `settings with numbers in them stay within what they mean`(_ name: String, _ text: String, _ isTaken: Bool) {
    expect("\"settings\": {\"\(name)\": \"\(text)\"}", isTaken: isTaken, as: "settings")
  }

  @Test(arguments: [
    ("searches", #"{"name": "A", "text": "x"}"#, #"{"name": "a", "text": "y"}"#, false),
    ("searches", #"{"name": "a", "text": "x"}"#, #"{"name": "b", "text": "x"}"#, true),
    ("people", Self.ana(1, "Ana"), Self.ana(2, "ANA"), false), ("people", Self.ana(1, "Ana"), Self.ana(2, "Jon"), true),
    ("people", Self.ana(1, "Ana"), Self.ana(1, "Jon"), false),
  ])
  func `of two that are one, neither is lost without a word`(
    _ list: String, _ first: String, _ second: String, _ isTaken: Bool
  ) {
    expect("\"\(list)\": [\(first), \(second)]", isTaken: isTaken, as: list)
  }

  private static func ana(_ number: Int, _ name: String) -> String {
    #"{"id": "6F9619FF-8B86-D011-B42D-00CF4FC964F\#(number)", "name": "\#(name)"}"#
  }

  @Test(arguments: [
    "\"people\": [{\"name\": \"Jon\"}]", "\"people\": 3", "\"bondAnswers\": [{\"question\": \"trust\"}]",
    "\"touchpoints\": [{\"id\": \"6F9619FF-8B86-D011-B42D-00CF4FC964FF\", \"title\": \"Walk\", \"hopedDays\": 0}]",
  ])
  func `what cannot be one is refused`(_ member: String) {
    #expect(throws: Problem.self) {
      try JournalJSON.Document(Array("{\"schema\": 1, \(member), \"entries\": []}".utf8), file: "a.json")
    }
  }
}

struct TouchpointICSTests {
  @Test func `a touchpoint is a whole day that comes again, and says no more than its name`() throws {
    let id = try #require(UUID(uuidString: "6F9619FF-8B86-D011-B42D-00CF4FC964FF"))
    let call = Touchpoint(
      id: id, title: "Call, long; or short", kind: .call, draft: "secret", startedOn: try #require(Day("2026-03-01")))
    let ana = Person(id: UUID(), name: "Ana", notes: "secret")
    let text = TouchpointICS.text(of: [Rhythm(call, with: ana)], writtenAt: Instant(seconds: 0))
    #expect(
      text
        == """
        BEGIN:VCALENDAR
        VERSION:2.0
        PRODID:-//Hearth//Hearth//EN
        BEGIN:VEVENT
        UID:6f9619ff-8b86-d011-b42d-00cf4fc964ff
        DTSTAMP:19700101T000000Z
        DTSTART;VALUE=DATE:20260308
        DTEND;VALUE=DATE:20260309
        RRULE:FREQ=DAILY;INTERVAL=7
        SUMMARY:Call\\, long\\; or short (Ana)
        TRANSP:TRANSPARENT
        END:VEVENT
        END:VCALENDAR

        """.replacing("\n", with: "\r\n"))
  }

  @Test(arguments: [
    (2, 29, "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1"), (2, 28, "FREQ=YEARLY"), (12, 29, "FREQ=YEARLY"),
  ])
  func `the 29th of February is the last of the month, in every year`(month: Int, day: Int, rule: String) {
    let touchpoint = Touchpoint(
      id: UUID(), title: "Born", kind: .own, yearly: Touchpoint.YearDay(month: month, day: day),
      startedOn: Day(number: 0))
    let text = TouchpointICS.text(of: [Rhythm(touchpoint)], writtenAt: Instant(seconds: 0))
    #expect(text.contains("RRULE:\(rule)\r\n"))
  }

  @Test func `no line is longer than 75 bytes, and no character is cut`() {
    let title = String(repeating: "Größe👩‍👩‍👧 ", count: 20)
    let touchpoint = Touchpoint(id: UUID(), title: title, kind: .own, startedOn: Day(number: 0))
    let text = TouchpointICS.text(of: [Rhythm(touchpoint)], writtenAt: Instant(seconds: 0))
    #expect(text.split(separator: "\r\n").allSatisfy { $0.utf8.count <= 75 })
    #expect(text.replacing("\r\n ", with: "").contains(title))
  }
}
