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
