import HearthCore
import Testing

@testable import HearthContent

struct ChartWordsTests {
  private static let shelf = Shelf()
  private static let voice = ChartVoice(Words(), measures: shelf.charted, askedBy: shelf.askedBy)

  /// Beside the longest of the names, on 80 columns.
  @Test(arguments: Chart.Kind.allCases) func `what a chart asks is read whole in the list of all`(kind: Chart.Kind) {
    #expect(Self.voice.question(.builtIn(kind)).count <= 40)
  }

  @Test(arguments: [
    ("resentment", "A practice asks for it: Find words for a boundary, in room 4."),
    ("energy", "A check-in asks for it: press c, and Tab for more of its questions."),
  ])
  func `an empty one names what asks for it`(measure: String, said: String) {
    #expect(Self.voice.empty(.measure(measure)).hasSuffix(said))
  }

  @Test(arguments: [
    (Formats.Numbers.comma, "1,204.5"), (.point, "1.204,5"), (.blank, "1\u{A0}204.5"),
  ])
  func `a tenth is never parted like a thousand`(numbers: Formats.Numbers, written: String) {
    let voice = ChartVoice(Words(formats: Formats(numbers: numbers)), measures: [], askedBy: [:])
    #expect(voice.number(1204.5) == written && voice.number(-1204.46) == "−" + written)
    #expect(voice.number(12) == "12")
  }
}
