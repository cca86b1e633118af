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
