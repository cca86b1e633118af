import Testing

@testable import Canvas

struct TicksTests {
  private let words = ["deep work", "feeling something through", "rest"]

  @Test func `ticks stand in the order of the answers`() {
    var ticks = Ticks(["work", "feel", "rest"], ticked: ["rest", "unknown"])
    ticks.handle(.press("1"))
    #expect(ticks.ticked == ["work", "rest"])
    ticks.handle(.press("3"))
    #expect(ticks.ticked == ["work"])
  }

  @Test func `Space ticks what is marked`() {
    var ticks = Ticks(["work", "feel", "rest"])
    for key in ["Down", "Space", "Down", "Down", "Space", "Up", "Up", "Up"] { ticks.handle(.press(key)) }
    #expect(ticks.ticked == ["feel", "rest"])
    #expect(
      picture(34, 3) { ticks.draw(on: &$0, in: $1) { words[$0] } } == """
        ▌ 1 [ ] deep work
          2 [✓] feeling something through
          3 [✓] rest
        """)
  }

  @Test func `without the focus there is no mark`() {
    let ticks = Ticks(["work", "feel"])
    #expect(
      picture(20, 2) { ticks.draw(on: &$0, in: $1, isFocused: false) { words[$0] } }
        == "  1 [ ] deep work\n  2 [ ] feeling    ↓")
  }

  @Test func `a click ticks, also an answer of two rows`() {
    var ticks = Ticks(["work", "feel", "rest"])
    let rect = Rect(column: 2, row: 1, columns: 20, rows: 5)
    let takes = ticks.handle(.click(10, 3), in: rect) { words[$0] }
    #expect(takes && ticks.ticked == ["feel"])
  }

  @Test func `that there is more than has room is seen, and no word lies under the arrow`() {
    var ticks = Ticks(["work", "feel", "rest"])
    #expect(
      picture(20, 2) { ticks.draw(on: &$0, in: $1) { words[$0] } }
        == "▌ 1 [ ] deep work\n  2 [ ] feeling    ↓")
    for _ in 1...2 { ticks.handle(.press("Down")) }
    #expect(picture(20, 2) { ticks.draw(on: &$0, in: $1) { words[$0] } }.contains("↑"))
  }

  @Test func `the tenth is 0, and beyond it there are no digits`() {
    var ticks = Ticks((1...11).map(String.init))
    ticks.handle(.press("0"))
    #expect(ticks.ticked == ["10"])
    #expect(picture(12, 2) { ticks.draw(on: &$0, in: $1) { "\($0 + 1)" } } == "▌ 0 [✓] 10 ↑\n    [ ] 11")
  }
}
