import Testing

@testable import Canvas

@Suite struct `A page to write on` {
  @Test func `wraps at words and shows the cursor`() {
    var area = TextArea("By the canal\n\nWalked the long way home.")
    area.moveToEnd()
    #expect(
      area.drawn(16, 5).pictureWithCursor == """
        By the canal

        Walked the long
        way home.|

        """)
  }

  @Test func `draws Chinese, emoji and accents each in its columns`() {
    var area = TextArea("我在家 e\u{301}te\u{301} 👨‍👩‍👧‍👦 👍🏽 🇸🇪!")
    area.press("Right Right Right Right Right Right", 22, 3)
    #expect(
      area.drawn(22, 3).pictureWithCursor == """
        我在家 e\u{301}t|e\u{301} 👨 👍 🇸🇪!


        """)
    #expect(area.drawn(22, 3).cursor == Point(column: 9, row: 0))
    #expect(
      area.drawn(6, 6).pictureWithCursor == """
        我在
        家
        e\u{301}t|e\u{301}
        👨 👍
        🇸🇪!

        """)
  }

  @Test func `works in a single column and in none`() {
    var area = TextArea("a 我\nb")
    area.moveToEnd()
    #expect(area.drawn(1, 4).pictureWithCursor == "a\n\n|b\n")
    #expect(area.drawn(1, 1).pictureWithCursor == "|b")
    #expect(area.drawn(0, 0).cursor == nil)
    #expect(area.drawn(5, 0).cursor == nil)
    area.press("Up Home 'x PgUp PgDn", 0, 0)
    #expect(area.text.contains("x"))
  }

  @Test func `keeps a column for the cursor after a full row`() {
    var area = TextArea("full row")
    area.press("End", 9, 2)
    #expect(area.drawn(9, 2).pictureWithCursor == "full row|\n")
    area.press("Space Space", 9, 2)
    #expect(area.drawn(9, 2).cursor == Point(column: 8, row: 0))
  }

  @Test func `shows the title, tags, people and the selection`() {
    var area = TextArea("A #walk\nwith @Jon (#canal, a@b.se)\n\n#1 我在")
    #expect(
      area.drawn(30, 5).pictureOfRoles == """
        hhttttt
        .... pppp .tttttt. .......

        .. ....

        """)
    area.press("Down C-Right S-End S-Down S-Down S-Left", 30, 5)
    #expect(
      area.drawn(30, 5).pictureOfRoles == """
        hhttttt
        ....zzzzzzzzzzzzzzzzzzzzzzz
        z
        zzzzz..

        """)
  }

  @Test func `shows no title where there is none`() {
    #expect(TextArea("so", hasTitle: false).drawn(5, 1).pictureOfRoles == "..")
  }

  // MARK: Scrolling

  private static let numbers = (1...20).map(String.init).joined(separator: "\n")

  @Test func `keeps three rows in sight around the cursor`() {
    var area = TextArea(Self.numbers)
    area.press("Down Down Down Down Down", 10, 9)
    #expect(area.drawn(10, 9).pictureWithCursor.hasPrefix("1\n"))
    area.press("Down", 10, 9)
    #expect(area.drawn(10, 9).pictureWithCursor == "2\n3\n4\n5\n6\n|7\n8\n9\n10")
    area.press("C-End", 10, 9)
    #expect(area.drawn(10, 9).pictureWithCursor == "12\n13\n14\n15\n16\n17\n18\n19\n20|")
    area.press("Up Up Up Up Up", 10, 9)
    #expect(area.drawn(10, 9).pictureWithCursor == "12\n13\n14\n15|\n16\n17\n18\n19\n20")
    area.press("Up", 10, 9)
    #expect(area.drawn(10, 9).pictureWithCursor == "11\n12\n13\n14|\n15\n16\n17\n18\n19")
  }

  @Test func `scrolls by rows within one long paragraph`() {
    var area = TextArea(Self.numbers.replacing("\n", with: " "), hasTitle: false)
    area.press("C-End", 7, 4)
    #expect(area.drawn(7, 4).pictureWithCursor == "14 15\n16 17\n18 19\n20|")
    area.press("PgUp", 7, 4)
    #expect(area.drawn(7, 4).pictureWithCursor == "12 13\n14| 15\n16 17\n18 19")
  }

  @Test func `shows the cursor in a size it was not used in`() {
    var area = TextArea(Self.numbers)
    area.press("C-End", 10, 9)
    #expect(area.drawn(10, 3).pictureWithCursor == "18\n19\n20|")
    #expect(area.drawn(10, 30).pictureWithCursor.hasPrefix("1\n2\n"))
  }

  @Test func `fills the view again when text above goes`() {
    var area = TextArea(Self.numbers)
    area.press("C-End C-S-Home S-Down S-Down Delete", 10, 4)
    #expect(area.drawn(10, 4).pictureWithCursor == "1\n2\n|\n")
  }

  // MARK: The mouse

  @Test func `a click sets the cursor and a drag selects`() {
    var area = TextArea("By the canal\n我在家\nend")
    let rect = Rect(column: 2, row: 1, columns: 20, rows: 5)
    area.handle(.mouse(MouseEvent(.press, at: Point(column: 5, row: 2))), in: rect)
    #expect(area.buffer.picture == "By the canal\n我|在家\nend")
    area.handle(.mouse(MouseEvent(.drag, at: Point(column: 4, row: 1))), in: rect)
    #expect(area.buffer.picture == "By[| the canal\n我]在家\nend")
    area.handle(.mouse(MouseEvent(.press, at: Point(column: 30, row: 3), modifiers: .shift)), in: rect)
    #expect(area.buffer.picture == "By[| the canal\n我]在家\nend")
    area.handle(.mouse(MouseEvent(.press, at: Point(column: 20, row: 5))), in: rect)
    #expect(area.buffer.picture == "By the canal\n我在家\nend|")
  }

  @Test func `the wheel moves the view and leaves the cursor`() {
    var area = TextArea(Self.numbers)
    let rect = Rect(column: 0, row: 0, columns: 10, rows: 4)
    let wheel = MouseEvent(.wheelDown, button: 0, at: Point(column: 0, row: 0))
    for _ in 0..<2 { area.handle(.mouse(wheel), in: rect) }
    #expect(area.drawn(10, 4).pictureWithCursor == "7\n8\n9\n10")
    for _ in 0..<9 { area.handle(.mouse(wheel), in: rect) }
    #expect(area.drawn(10, 4).pictureWithCursor == "17\n18\n19\n20")
    area.press("'x", 10, 4)
    #expect(area.drawn(10, 4).pictureWithCursor == "x|1\n2\n3\n4")
  }

  // MARK: What it takes

  @Test(arguments: [
    ("Tab", false), ("Esc", false), ("F1", false), ("A-z", false), ("C-s", false), ("C-c", true), ("x", true),
    ("X", true),
  ])
  func `takes what belongs to a text and nothing else`(key: String, takes: Bool) throws {
    var area = TextArea("so")
    let press = try #require(KeyPress(key))
    #expect(area.handle(.key(press), in: Rect(column: 0, row: 0, columns: 9, rows: 2)) == takes)
  }

  @Test func `the revision grows when the text changes, and only then`() {
    var area = TextArea("so")
    area.press("Right S-Right C-c Home C-a", 9, 2)
    #expect(area.revision == 0)
    area.press("'x C-z C-y", 9, 2)
    #expect(area.revision == 3)
  }

  @Test(arguments: [("", true), (" \n\t\n", true), ("—", false), ("\n a", false)])
  func `is blank while nothing is written`(text: String, isBlank: Bool) {
    #expect(TextArea(text).isBlank == isBlank)
  }
}
