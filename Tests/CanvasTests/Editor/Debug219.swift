import Testing
@testable import Canvas
@Test func debug219() {
  let pieces = [
    "a", " ", "walk", "é", "\u{301}", "e", "我", "家", "👩", "\u{200D}", "👧", "🏽", "🇸", "🇪", "\n", "\n\n", "\r\n",
    "#tag", "@Jon", "한", "नि", "\u{FE0F}", "-", "/", "7", "’", "(", ")", "。", "\t",
  ]
  for seed in 1...60000 as ClosedRange<UInt64> {
    var dice = Dice(seed: seed)
    var text = (0..<dice.number(below: 12)).map { _ in dice.pick(pieces.filter { !$0.contains("\n") }) }.joined()
    text = text.replacing("\r", with: "")
    let width = 1 + dice.number(below: 12)
    var line = TextLine(text)
    line.layOut(width: width)
    let before = line.rows(width: width)
    let a = line.boundary(from: dice.number(below: line.count + 1))
    let b = line.boundary(from: dice.number(below: line.count + 1))
    let new = dice.pick(pieces.filter { !$0.contains { $0.isNewline } })
    line.replace(min(a, b)..<max(a, b), with: new)
    if line.rows(width: width) != wrap(line.text, width: width) {
      print("SEED", seed, width, text.debugDescription, min(a, b)..<max(a, b), new.debugDescription, before, line.rows(width: width), wrap(line.text, width: width), line.text.unicodeScalars.map { String($0.value, radix: 16) })
    }
  }
}
