import Testing

@testable import Canvas

struct ModalTests {
  private let modal = Modal(
    title: "Leave it?", lines: [Line("The page is kept as a draft.")], choices: ["Stay", "Leave"])

  @Test func `it floats in the middle`() {
    let drawn = picture(40, 7) { frame, rect in
      frame.fill(rect, with: "·")
      modal.draw(on: &frame, in: rect)
    }
    #expect(
      drawn == """
        ········································
        ····╭─ Leave it? ──────────────────╮····
        ····│ The page is kept as a draft. │····
        ····│                              │····
        ····│ ▌ Stay    Leave              │····
        ····╰──────────────────────────────╯····
        ········································
        """)
  }

  @Test func `on a narrow screen its words wrap`() {
    #expect(
      picture(16, 9) { modal.draw(on: &$0, in: $1) } == """
        ╭─ Leave it? ──╮
        │ The page is  │
        │ kept as a    │
        │ draft.       │
        │              │
        │ ▌ Stay       │
        │   Leave      │
        ╰──────────────╯
        """)
  }

  @Test(
    arguments: [
      ("Enter", 0), ("Right Enter", 1), ("Tab Enter", 1), ("Tab Tab Enter", 0), ("Left Enter", 1), ("Right", nil),
      ("Esc", nil),
    ]
      as [(String, Int?)])
  func `Enter chooses what is marked`(_ keys: String, expected: Int?) {
    var modal = modal
    for key in keys.split(separator: " ") { modal.handle(.press(String(key))) }
    #expect(modal.chosen == expected)
  }

  @Test func `a click chooses`() {
    var modal = modal
    let takes = modal.handle(.click(16, 4), in: Rect(column: 0, row: 0, columns: 40, rows: 7))
    #expect(takes && modal.chosen == 1)
  }

  @Test func `where not all has room it is scrolled, and its last line stays`() {
    var long = Modal(
      title: "Go?", lines: [Line("One. Two two. Three three. Four four."), Line("u undoes it.")],
      choices: ["No", "Yes"])
    let bounds = Rect(column: 0, row: 0, columns: 20, rows: 5)
    func drawn() -> String { picture(20, 5) { long.draw(on: &$0, in: $1) } }
    #expect(
      drawn() == """
        ╭─ Go? ────────────╮
        │ One. Two two.   ↓│
        │ u undoes it.     │
        │ ▌ No    Yes      │
        ╰──────────────────╯
        """)
    for key in ["PgDn", "Up", "Down"] { long.handle(.press(key), in: bounds) }
    #expect(drawn().contains("Three three.") && drawn().contains("u undoes it."))
    for _ in 0..<9 { long.handle(.press("PgDn"), in: bounds) }
    long.handle(.press("PgUp"), in: bounds)
    #expect(drawn().contains("Three three.") && drawn().contains("u undoes it."))
  }

  @Test func `below each other the choice that is marked is in sight`() {
    var modal = modal
    modal.handle(.press("Down"))
    #expect(picture(16, 3) { modal.draw(on: &$0, in: $1) }.contains("▌ Leave"))
  }

  @Test func `without choices it only tells`() {
    var told = Modal(title: "Hello", lines: [Line("One line.")])
    let takes = told.handle(.press("Enter"))
    #expect(!takes && told.chosen == nil)
    #expect(picture(14, 3) { told.draw(on: &$0, in: $1) } == "╭─ Hello ───╮\n│ One line. │\n╰───────────╯")
  }
}
