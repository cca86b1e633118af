import HearthCore
import Testing

@testable import Canvas

@Suite struct `Wrapping while one writes` {
  private static let pieces = [
    "a", " ", "walk", "e\u{301}", "我", "家", "👩", "\u{200D}", "🏽", "🇸", "नि", "-", "/", "7", "’", "(", ")", "。", "\t",
  ]

  @Test func `gives the rows that the whole line would have, wherever it was changed`() {
    var dice = Dice(seed: 7)
    for _ in 0..<2000 {
      var line = TextLine((0..<dice.number(below: 40)).map { _ in dice.pick(Self.pieces) }.joined())
      let width = 1 + dice.number(below: 12)
      line.layOut(width: width)
      let places = line.text.unicodeScalars.indices.map { line.offset($0) } + [line.count]
      let (first, second) = (dice.pick(places), dice.pick(places))
      line.replace(min(first, second)..<max(first, second), with: dice.pick(Self.pieces))
      #expect(line.rows(width: width) == wrap(line.text, width: width))
    }
  }

  @Test func `begins anew in another width`() {
    var line = TextLine("the long way home")
    line.layOut(width: 8)
    line.replace(0..<3, with: "a")
    #expect(line.rows(width: 8).map { String(line[$0]) } == ["a long ", "way home"])
    #expect(line.rows(width: 20).count == 1)
  }
}
