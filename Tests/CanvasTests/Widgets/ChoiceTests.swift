import Testing

@testable import Canvas

struct ChoiceTests {
  private let words = ["I chose it", "a bit of both", "I was pushed into it"]
  private var choice: Choice { Choice(["chosen", "mixed", "pushed"]) }

  private func draw(_ choice: Choice, columns: Int = 30, rows: Int = 4) -> String {
    picture(columns, rows) { choice.draw(on: &$0, in: $1) { words[$0] } }
  }

  @Test func `nothing is chosen at first, and nothing marked`() {
    #expect(choice.chosen == nil)
    #expect(
      draw(choice) == """
          1 ○ I chose it
          2 ○ a bit of both
          3 ○ I was pushed into it
        """)
  }

  @Test(arguments: [
    ("2", "mixed"), ("Down", "chosen"), ("Down Down", "mixed"), ("3 Up", "mixed"), ("1 Up", "chosen"),
    ("3 Down", "pushed"),
    ("Space", "chosen"),
  ])
  func `digits and arrows answer`(_ keys: String, expected: String) {
    var choice = choice
    for key in keys.split(separator: " ") { choice.handle(.press(String(key))) }
    #expect(choice.chosen == expected)
  }

  @Test func `the answer can be taken back`() {
    var choice = Choice(["a", "b"], chosen: "b")
    choice.handle(.press("Backspace"))
    #expect(choice.chosen == nil)
  }

  @Test func `what is chosen is seen without colour`() {
    var choice = choice
    choice.handle(.press("2"))
    #expect(
      draw(choice) == """
          1 ○ I chose it
        ▌ 2 ● a bit of both
          3 ○ I was pushed into it
        """)
  }

  @Test func `long answers wrap, and what is marked is in sight`() {
    var choice = choice
    #expect(
      draw(choice, columns: 16, rows: 5) == "  1 ○ I chose\n      it\n  2 ○ a bit of\n      both\n  3 ○ I was    ↓")
    choice.handle(.press("3"))
    #expect(choice.height(columns: 16) { words[$0] } == 6)
    #expect(draw(choice, columns: 16, rows: 3) == "▌ 3 ● I was    ↑\n      pushed\n      into it")
  }

  @Test func `a click chooses`() {
    var choice = choice
    let takes = choice.handle(.click(8, 1), in: Rect(column: 0, row: 0, columns: 30, rows: 3)) { words[$0] }
    #expect(takes && choice.chosen == "mixed")
  }

  @Test func `other keys are left to the screen`() {
    var choice = choice
    let takes = ["Enter", "Tab", "x", "4", "0", "C-Down"].contains { choice.handle(.press($0)) }
    #expect(!takes && choice.chosen == nil)
  }

  @Test func `no answers are no trouble`() {
    var choice = Choice([], chosen: "x")
    choice.handle(.press("Down"))
    choice.handle(.press("Space"))
    #expect(choice.chosen == nil && draw(choice) == "")
  }
}
