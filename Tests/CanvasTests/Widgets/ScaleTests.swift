import Testing

@testable import Canvas

struct ScaleTests {
  private func after(_ keys: String, _ scale: Scale) -> Scale {
    var scale = scale
    for key in keys.split(separator: " ") { scale.handle(.press(String(key))) }
    return scale
  }

  private func draw(_ scale: Scale, columns: Int = 40) -> String { picture(columns, 1) { scale.draw(on: &$0, in: $1) } }

  @Test(
    arguments: [
      ("4", 4), ("Right", 3), ("Left", 3), ("Right Right", 4), ("5 Right", 5), ("1 Left", 1), ("Home", 1), ("End", 5),
      ("9", nil),
      ("0", nil), ("t", nil), ("3 Backspace", nil), ("2 +", 3), ("2 -", 1),
    ] as [(String, Int?)])
  func `digits answer and arrows move`(_ keys: String, expected: Int?) {
    #expect(after(keys, Scale(range: 1...5)).value == expected)
  }

  @Test(arguments: [("0", 0), ("t", 10), ("9 Right Right", 10), ("Right", 5)])
  func `t is ten`(_ keys: String, expected: Int) {
    #expect(after(keys, Scale(range: 0...10)).value == expected)
  }

  @Test(arguments: [("1", -3), ("7", 3), ("Right", 0), ("4 Left", -1)])
  func `below zero the digits count the steps`(_ keys: String, expected: Int) {
    #expect(after(keys, Scale(range: -3...3)).value == expected)
  }

  @Test(arguments: [
    (Scale(range: 1...5, value: 3), "○ ○ ● ○ ○  3"),
    (Scale(range: 1...5), "○ ○ ○ ○ ○  –"),
    (Scale(range: 1...5, value: 9, low: "low", high: "high"), "low  ○ ○ ○ ○ ●  high  5"),
    (Scale(range: -3...3, value: -2, low: "numb", high: "calmer"), "numb  ○ ● ○ ○ ○ ○ ○  calmer  −2"),
    (Scale(range: -3...3, value: 1), "○ ○ ○ ○ ● ○ ○  +1"),
    (Scale(range: 0...10, value: 7), "━━━━━━━───  7"),
    (Scale(range: 0...10, value: 0), "──────────  0"),
    (Scale(range: 0...10), "──────────  –"),
    (Scale(range: 20...60, value: 40), "━━━━━━━━━━──────────  40"),
    (Scale(range: 2...2, value: 2), "●  2"),
  ])
  func `it looks the same in every terminal`(_ scale: Scale, expected: String) {
    #expect(draw(scale) == expected)
  }

  @Test func `the words at the ends go when there is no room`() {
    let scale = Scale(range: 1...5, value: 2, low: "very low", high: "very high")
    #expect(draw(scale, columns: 33) == "○ ● ○ ○ ○  2")
    #expect(draw(scale, columns: 34) == "very low  ○ ● ○ ○ ○  very high  2")
  }

  @Test func `a bar gives way to its number`() {
    #expect(draw(Scale(range: 0...24, value: 15), columns: 21) == "━━━━━━━━━━──────  15")
    #expect(draw(Scale(range: 0...10, value: 5), columns: 6) == "─  5")
  }

  @Test(arguments: [(5, 1), (9, 3), (13, 5), (4, nil), (20, nil)] as [(Int, Int?)])
  func `a click answers`(_ column: Int, expected: Int?) {
    var scale = Scale(range: 1...5, low: "low", high: "high")
    scale.handle(.click(column, 0), in: Rect(column: 0, row: 0, columns: 40, rows: 1))
    #expect(scale.value == expected)
  }

  @Test(arguments: [(0, 0), (4, 4), (10, 10)])
  func `a click on the bar answers`(_ column: Int, expected: Int) {
    var scale = Scale(range: 0...10)
    scale.handle(.click(column, 0), in: Rect(column: 0, row: 0, columns: 40, rows: 1))
    #expect(scale.value == expected)
  }

  @Test func `other keys are left to the screen`() {
    var scale = Scale(range: 0...10)
    let takes = ["Enter", "Tab", "Up", "x", "C-Left"].contains { scale.handle(.press($0)) }
    #expect(!takes && scale.value == nil)
  }
}
