import Testing

@testable import Canvas

struct KeyTests {
  @Test(arguments: [
    "C-s", "S-Tab", "A-z", "x", "?", "Space", "Esc", "Enter", "F12", "C-A-Left", "C--", "-", "é", "PgUp", "C-Space",
  ])
  func `a key reads as it is written`(_ notation: String) throws {
    let press = try #require(KeyPress(notation))
    #expect(press.notation == notation)
  }

  @Test(arguments: [
    ("C-s", "^S"), ("Enter", "Enter"), ("A-z", "Alt-Z"), ("S-Tab", "Shift-Tab"), ("x", "x"), ("G", "G"), ("F1", "F1"),
    ("C-Left", "Ctrl-Left"), ("C-Space", "Ctrl-Space"), ("Space", "Space"), ("C-A-x", "Ctrl-Alt-X"), ("PgDn", "PgDn"),
  ])
  func `a key is shown in a way that a person knows`(_ notation: String, label: String) throws {
    #expect(try #require(KeyPress(notation)).label == label)
  }

  @Test(arguments: [("S-a", "A"), ("C-S", "C-s"), ("S-é", "É"), ("A-S-b", "A-B")])
  func `shift goes into the letter and control takes it out`(_ written: String, plain: String) throws {
    #expect(try #require(KeyPress(written)).notation == plain)
  }

  @Test(arguments: ["", "C-", "Entr", "F0", "F99", "xy", "X-a"])
  func `what is no key is none`(_ notation: String) {
    #expect(KeyPress(notation) == nil)
  }
}
