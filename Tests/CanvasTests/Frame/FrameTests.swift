import Pictures
import Testing

@testable import Canvas

struct FrameTests {
  @Test func `text stands where it was put`() {
    var frame = Frame(columns: 12, rows: 3)
    let used = frame.put("Tea", at: Point(column: 2, row: 1))
    frame.put("中文 ok", at: Point(column: 0, row: 2), style: .dim)
    #expect(used == 3)
    #expect(frame.text() == "\n  Tea\n中文 ok")
  }

  @Test(arguments: [
    (Point(column: 8, row: 0), "        Tea"), (Point(column: -1, row: 0), "ea at"), (Point(column: 0, row: 5), ""),
    (Point(column: 0, row: -1), ""), (Point(column: 40, row: 0), ""), (Point(column: -40, row: 0), ""),
  ])
  func `what lies outside is clipped`(_ point: Point, row: String) {
    var frame = Frame(columns: 11, rows: 1)
    frame.put("Tea at", at: point)
    #expect(frame.text() == row)
  }

  @Test func `a limit keeps text out of its neighbour`() {
    var frame = Frame(columns: 10, rows: 1)
    #expect(frame.put("neighbour", at: Point(column: 0, row: 0), limit: 4) == 4)
    #expect(frame.put("x", at: Point(column: 5, row: 0), limit: 0) == 0)
    #expect(frame.put("x", at: Point(column: 5, row: 0), limit: -3) == 0)
    #expect(frame.text() == "neig")
  }

  @Test func `a wide character that fits by half is left out`() {
    var frame = Frame(columns: 5, rows: 2)
    #expect(frame.put("ab中文", at: Point(column: 0, row: 0)) == 4)
    frame.put("中文", at: Point(column: -1, row: 1))
    #expect(frame.text() == "ab中\n 文")
  }

  @Test(arguments: [(0, "x文中"), (1, " x中"), (2, "中x"), (3, "中 x")])
  func `covering half of a wide character blanks the other half`(_ column: Int, expected: String) {
    var frame = Frame(columns: 4, rows: 1)
    frame.put("中文", at: Point(column: 0, row: 0))
    frame.put("x", at: Point(column: column, row: 0))
    let halves = frame.row(0).map(\.width)
    #expect(frame.text() == ["x 文", " x文", "中x", "中 x"][column])
    #expect(halves.filter { $0 == 2 }.count == halves.filter { $0 == 0 }.count)
  }

  @Test func `a wide character over two halves blanks both outer halves`() {
    var frame = Frame(columns: 4, rows: 1)
    frame.put("中文", at: Point(column: 0, row: 0))
    frame.put("字", at: Point(column: 1, row: 0))
    #expect(frame.text() == " 字")
  }

  @Test func `marks stay with their letter, and more than four are dropped`() {
    var frame = Frame(columns: 6, rows: 1)
    frame.put("e\u{301}o\u{300}\u{301}\u{302}\u{303}\u{304}x", at: Point(column: 0, row: 0))
    #expect(frame.text() == "e\u{301}o\u{300}\u{301}\u{302}\u{303}x")
    #expect(frame.glyph(of: frame.row(0)[0]).marks == [0x301, 0, 0, 0])
  }

  @Test func `controls show as pictures, a tab as blanks, and nothing moves the row`() {
    var frame = Frame(columns: 20, rows: 1)
    frame.put("a\u{1B}[2J\t\r\nb\u{7F}\u{85}", at: Point(column: 0, row: 0))
    #expect(frame.text() == "a␛[2J    ␍␊b␡�")
  }

  @Test func `a fill stays within its part`() {
    var frame = Frame(columns: 7, rows: 3)
    frame.fill(Rect(column: 1, row: 1, columns: 5, rows: 9), with: "·", style: .dim)
    frame.fill(Rect(column: -2, row: 0, columns: 6, rows: 1), with: "中", style: .dim)
    #expect(frame.text() == "中中\n ·····\n ·····")
  }

  @Test func `another frame lies on top with its cursor`() {
    var frame = Frame(columns: 8, rows: 3)
    frame.fill(frame.bounds, with: ".")
    var top = Frame(columns: 4, rows: 2)
    top.put("中e\u{301}", at: Point(column: 0, row: 0))
    top.cursor = Point(column: 1, row: 1)
    top.cursorVisible = true
    frame.put(top, at: Point(column: 5, row: 1))
    frame.put(top, at: Point(column: -1, row: -1))
    #expect(frame.text() == "   .....\n.....中e\u{301}\n.....")
    #expect(frame.cursor == Point(column: 0, row: 0))
    #expect(frame.cursorVisible)
  }

  @Test func `restyling keeps what stands there`() {
    var frame = Frame(columns: 8, rows: 1)
    frame.put("one two", at: Point(column: 0, row: 0))
    frame.style(Rect(column: 4, row: -1, columns: 30, rows: 9), as: .found)
    #expect(frame.styled() == "│one two\n     ffff\nno cursor")
  }

  @Test func `styles are written below the row`() {
    var frame = Frame(columns: 16, rows: 2)
    frame.put("Today", at: Point(column: 1, row: 0), style: .accent.with([.bold, .underline]))
    frame.put("2 ", at: Point(column: 8, row: 0), style: .dim)
    frame.put("rest", at: Point(column: 10, row: 0), style: .text.with(.reverse))
    frame.cursor = Point(column: 1, row: 0)
    #expect(
      frame.styled() == """
        │ Today  2 rest
          AAAAA  dd
          _____
                   ^^^^
        │
        cursor hidden at 1,0
        """)
  }

  @Test func `every role has its own letter`() {
    #expect(Set(Role.allCases.map(\.letter)).count == Role.allCases.count)
  }

  @Test func `frames are equal when they look the same`() {
    var one = Frame(columns: 6, rows: 1)
    var other = one
    one.put("o\u{302}e\u{301}", at: Point(column: 0, row: 0))
    other.put("xe\u{301}", at: Point(column: 0, row: 0))
    #expect(one != other)
    #expect(one.change(inRow: 0, since: other) == 0..<1)
    other.put("o\u{302}", at: Point(column: 0, row: 0))
    #expect(one == other)
    #expect(one.change(inRow: 0, since: other) == nil)
    other.cursor = Point(column: 0, row: 0)
    #expect(one != other)
  }

  @Test func `a change covers whole characters of both pictures`() {
    var before = Frame(columns: 8, rows: 1)
    before.put("ab中d", at: Point(column: 0, row: 0))
    var after = before
    after.put("x", at: Point(column: 3, row: 0))
    #expect(after.change(inRow: 0, since: before) == 2..<4)
    #expect(before.change(inRow: 0, since: after) == 2..<4)
  }

  @Test(arguments: [Size(columns: 0, rows: 0), Size(columns: -3, rows: 2), Size(columns: 1, rows: 1)])
  func `the smallest frames can be drawn on`(_ size: Size) {
    var frame = Frame(size: size)
    frame.put("中文e\u{301}", at: Point(column: 0, row: 0))
    frame.box(frame.bounds, title: "title")
    frame.fill(Rect(column: 0, row: 0, columns: 5, rows: 5), with: "中")
    frame.put(frame, at: Point(column: 0, row: 0))
    #expect(frame.size.columns >= 0)
  }

  @Test func `a box has round corners and its title in the edge`() {
    #expect(
      picture(20, 3) { $0.box($1, title: "A long title for it") } == """
        ╭─ A long title… ──╮
        │                  │
        ╰──────────────────╯
        """)
  }
}
