import Pictures
import Testing

@testable import Canvas

/// The lines at the edges of a screen.
struct BarTests {
  private let tabs = Tabs(names: ["Today", "Journal", "People"], digits: ["1", "2", "3"], current: 1)
  private let keys = KeyBar([
    .init(key: "n", label: "write"), .init(key: "c", label: "check in"), .init(key: "/", label: "search"),
    .init(key: "?", label: "help"),
  ])

  @Test(arguments: [
    (40, "1 Today  2 Journal  3 People"), (28, "1 Today  2 Journal  3 People"), (27, "1 Today 2 Journal 3 People"),
    (25, "Today  Journal  People"), (21, "Today Journal People"), (19, "Journal"), (5, "Jour…"), (0, ""),
  ])
  func `tabs close up first, then drop their digits, then all but the current`(_ columns: Int, expected: String) {
    #expect(picture(columns, 1) { tabs.draw(on: &$0, in: $1) } == expected)
  }

  @Test func `the current tab is marked without colour`() {
    var frame = Frame(columns: 24, rows: 1)
    tabs.draw(on: &frame, in: frame.bounds)
    #expect(
      frame.styled() == """
        │Today  Journal  People
         rrrrr  AAAAAAA  rrrrrr
                _______
        no cursor
        """)
  }

  @Test(arguments: [(0, 0), (6, 0), (7, nil), (9, 1), (19, nil), (20, 2), (30, nil)] as [(Int, Int?)])
  func `a click finds its tab`(_ column: Int, expected: Int?) {
    let rect = Rect(column: 1, row: 0, columns: 40, rows: 1)
    #expect(tabs.index(at: Point(column: column + 1, row: 0), in: rect) == expected)
  }

  @Test(arguments: [
    (50, "n write  c check in  / search  ? help"), (37, "n write  c check in  / search  ? help"),
    (36, "n write  c check in  / search"),
    (12, "n write"), (3, ""),
  ])
  func `keys that do not fit are left out from the right`(_ columns: Int, expected: String) {
    #expect(picture(columns, 1) { keys.draw(on: &$0, in: $1) } == expected)
  }

  @Test(arguments: [
    (60, "Enter next  Tab more  Esc back  ? help          ● draft kept"), (34, "Enter next  Esc back  ● draft kept"),
    (33, "Esc back             ● draft kept"), (21, "         ● draft kept"), (8, "Esc back"), (7, ""),
  ])
  func `the way back keeps its place`(_ columns: Int, expected: String) {
    let bar = KeyBar([
      .init(key: "Enter", label: "next"), .init(key: "Tab", label: "more"),
      .init(key: "Esc", label: "back", isWayBack: true), .init(key: "?", label: "help"),
    ])
    let status = Line("● draft kept")
    #expect(picture(columns, 1) { bar.draw(on: &$0, in: $1, status: status) } == expected)
  }

  @Test func `the status keeps its room at the right`() {
    let status = Line("● saved", .good)
    #expect(picture(37, 1) { keys.draw(on: &$0, in: $1, status: status) } == "n write  c check in           ● saved")
    #expect(picture(8, 1) { keys.draw(on: &$0, in: $1, status: status) } == " ● saved")
    #expect(picture(6, 1) { keys.draw(on: &$0, in: $1, status: status) } == "")
  }

  @Test(arguments: [(0, 0), (6, 0), (7, nil), (9, 1), (21, nil), (31, nil)] as [(Int, Int?)])
  func `a click finds its key, where the key is seen`(_ column: Int, expected: Int?) {
    let rect = Rect(column: 0, row: 3, columns: 37, rows: 1)
    #expect(keys.index(at: Point(column: column, row: 3), in: rect, status: Line("● saved")) == expected)
  }

  @Test func `a notice says by a sign how it went`() {
    #expect(picture(20, 1) { Notice("Kept.").draw(on: &$0, in: $1) } == " ✓ Kept.")
    #expect(picture(14, 1) { Notice("The disk is full.", kind: .trouble).draw(on: &$0, in: $1) } == " ! The disk…")
  }

  @Test func `a notice that is longer takes up to three rows`() {
    let notice = Notice("The disk is full. Your words are on the page.", kind: .trouble)
    #expect(notice.height(columns: 20) == 3)
    #expect(picture(20, 3) { notice.draw(on: &$0, in: $1) } == " ! The disk is\n full. Your words\n are on the page.")
    #expect(notice.height(columns: 60) == 1)
    let below = picture(20, 3) { frame, rect in
      frame.fill(rect, with: "x", style: .text)
      notice.draw(on: &frame, in: rect)
    }
    #expect(!below.contains("x"))
  }

  @Test func `where there are few rows a result takes two of them, and trouble as many as ever`() {
    let said = "That is enough for today, and it is kept where it was."
    #expect(Notice(said).height(columns: 20, isSmall: true) == 2)
    #expect(Notice(said, kind: .trouble).height(columns: 20, isSmall: true) == 3)
  }
}
