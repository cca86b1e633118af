import Foundation
import HearthCore
import HearthExchange
import Testing

/// Check-ins and moments in a document.
struct AnswersJSONTests {
  private let stamp = Stamp(Instant(seconds: 1_772_568_240), in: .utc)

  private var checkIn: CheckIn {
    CheckIn(
      id: UUID(), stamp: stamp, day: Day(number: 20_515), answers: ["mood": 4, "feeling/calm": 1, "own": 2.5],
      createdAt: stamp.instant, modifiedAt: stamp.instant.adding(seconds: 60))
  }

  private var moment: Moment {
    Moment(
      id: UUID(), stamp: stamp, day: Day(number: 20_515), kind: .conversation, with: ["Ana", "Åsa"], medium: .video,
      minutes: 25, felt: -1, marks: [.attention, .bothWays], numbers: [.tensionBefore: 7, .openness: -2],
      line: "A \"line\"\nand another", createdAt: stamp.instant)
  }

  @Test func `what is written out is read back as it was`() throws {
    let kept = Preferences(checkIns: [checkIn], moments: [moment])
    let writer = JournalJSON.Writer(exportedAt: stamp, preferences: kept)
    let document = try JournalJSON.Document(Array((writer.opening + writer.closing).utf8), file: "a.json")
    #expect(document.preferences == kept)
    #expect(kept.beyond(document.preferences) == Preferences())
  }

  @Test(arguments: [("0", true), ("1440", true), ("1441", false), ("-1", false), ("9223372036854775807", false)])
  func `a moment lasts a day at most`(_ minutes: String, _ isTaken: Bool) {
    let id = "6F9619FF-8B86-D011-B42D-00CF4FC964FF"
    let member = """
      "moments": [{"id": "\(id)", "at": "2026-03-03T21:04:00+01:00", "zone": "Europe/Paris", "day": "2026-03-03",
      "kind": "conversation", "createdAt": "2026-03-03T21:04:00+01:00", "minutes": \(minutes)}]
      """
    expect(member, isTaken: isTaken, as: "moments")
  }

  private func document(moment members: String) -> String {
    """
    {"schema": 1, "entries": [], "moments": [{"id": "6F9619FF-8B86-D011-B42D-00CF4FC964FF",
    "at": "2026-03-03T21:04:00+01:00", "zone": "Europe/Paris", "day": "2026-03-03", "kind": "conversation",
    "createdAt": "2026-03-03T21:04:00+01:00", \(members)}]}
    """
  }

  @Test(arguments: [
    (#""felt": "x""#, "felt"), (#""felt": 3"#, "felt"), (#""felt": 1.5"#, "felt"), (#""minutes": 1e30"#, "minutes"),
    (#""minutes": 1441"#, "minutes"), (#""minutes": true"#, "minutes"), (#""numbers": {"openness": 4}"#, "openness"),
    (#""numbers": {"passive": 2.5}"#, "passive"),
  ])
  func `a number of a moment that cannot be one is named, and not dropped`(_ members: String, _ name: String) {
    #expect(throws: Problem.importBroken(file: "a.json", where: .member("moments"), what: .odd(name, .number))) {
      try JournalJSON.Document(Array(document(moment: members).utf8), file: "a.json")
    }
  }

  @Test func `what is null is absent, and numbers of a later Hearth are passed over`() throws {
    let members = #""felt": null, "minutes": null, "numbers": {"openness": -3, "moon": 99}"#
    let read = try JournalJSON.Document(Array(document(moment: members).utf8), file: "a.json").preferences.moments
    #expect(read.map(\.numbers) == [[.openness: -3]] && read.map(\.felt) == [nil] && read.map(\.minutes) == [nil])
  }

  @Test(
    arguments: [
      (["mood": 4, "alone": 0, "moon": 99, "own": 2.5], nil), (["mood": 6], "mood"), (["mood": 4.5], "mood"),
      (["mood": 400, "alone": -1], "alone"),
    ] as [([String: Double], String?)])
  func `an answer outside its scale is named; scales that are not known are a person's own`(
    _ answers: [String: Double], _ odd: String?
  ) throws {
    var checkIn = checkIn
    checkIn.answers = answers
    let writer = JournalJSON.Writer(exportedAt: stamp, preferences: Preferences(checkIns: [checkIn]))
    let bytes = Array((writer.opening + writer.closing).utf8)
    let read = {
      try JournalJSON.Document(bytes, file: "a.json", scales: ["mood": 1...5, "alone": 0...2]).preferences.checkIns
    }
    guard let odd else { return #expect(try read() == [checkIn]) }
    #expect(throws: Problem.importBroken(file: "a.json", where: .member("checkIns"), what: .outOfRange(odd))) {
      _ = try read()
    }
  }

  @Test(arguments: [
    "\"checkIns\": [{\"id\": \"x\"}]", "\"checkIns\": [{}]", "\"moments\": [1]",
    "\"moments\": [{\"kind\": \"moon\"}]",
  ])
  func `nonsense is refused`(_ member: String) {
    #expect(throws: Problem.self) {
      try JournalJSON.Document(Array("{\"schema\": 1, \(member), \"entries\": []}".utf8), file: "a.json")
    }
  }
}
