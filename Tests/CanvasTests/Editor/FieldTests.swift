import Testing

@testable import Canvas

@Suite struct `A field` {
  private func drawn(_ field: Field, _ columns: Int) -> Frame {
    Frame.drawn(columns, 1) { field.draw(on: &$0, in: $0.bounds) }
  }

  private func field(_ text: String, _ notation: String) -> Field {
    var field = Field(text)
    for input in presses(notation) { field.handle(input) }
    return field
  }

  @Test(arguments: [
    ("", "'canal", "canal|"), ("canal", "Home 'the_", "the |canal"), ("by the", "C-w", "by |"),
    ("by the", "C-a 'x C-z", "by the|"), ("by the", "C-Left C-k", "by |"), ("abc", "Left Left Delete", "a|c"),
    ("ab", "S-Left C-x C-v C-v", "abb|"), ("我在家", "Left", "我在|家"), ("ab", "Enter Up Down Tab", "ab|"),
  ]) func `takes the keys of a text`(text: String, keys: String, after: String) {
    #expect(drawn(field(text, keys), 20).pictureWithCursor == after)
  }

  @Test(arguments: ["Enter", "Tab", "Esc", "Up", "Down", "PgDn", "S-Up", "C-Down", "F1"])
  func `leaves what would lead out of one line`(key: String) throws {
    var field = Field("so")
    #expect(field.handle(.key(try #require(KeyPress(key)))) == false)
    #expect(field.text == "so")
  }

  @Test func `shows a placeholder while it is empty`() {
    var field = Field(placeholder: "a word or two")
    #expect(drawn(field, 9).pictureWithCursor == "|a word…")
    #expect(drawn(field, 9).pictureOfRoles == "ddddddd")
    field.handle(.paste("tea"))
    #expect(drawn(field, 9).pictureWithCursor == "tea|")
  }

  @Test func `scrolls sideways by half rows`() {
    var field = Field("by the long canal")
    #expect(drawn(field, 8).pictureWithCursor == "…anal|")
    for _ in 0..<4 { field.handle(presses("Left")[0]) }
    #expect(drawn(field, 8).pictureWithCursor == "…ng c|an…")
    field.perform(.move(.rowStart))
    #expect(drawn(field, 8).pictureWithCursor == "|by the …")
    #expect(drawn(Field("我在家里"), 4).pictureWithCursor == "… |")
    #expect(drawn(Field("我"), 1).cursor == Point(column: 0, row: 0))
    #expect(drawn(Field("我"), 0).cursor == nil)
  }

  @Test(arguments: [("by the canal", 12, "by the canal"), ("by the canal", 8, "by the…"), ("我在家里", 5, "我在…")])
  func `is shown from its beginning while one is elsewhere`(_ text: String, _ columns: Int, _ shown: String) {
    let frame = Frame.drawn(columns, 1) { Field(text).draw(on: &$0, in: $0.bounds, isFocused: false) }
    #expect(frame.text() == shown)
    #expect(!frame.cursorVisible)
  }

  @Test func `keeps everything on one line`() {
    var field = Field("a\nb")
    field.handle(.paste("c\r\nd\n"))
    #expect(field.text == "a bc d ")
    field.clipboard = "x\ny"
    field.perform(.paste)
    #expect(field.text == "a bc d x y")
  }

  @Test func `shows what is selected and found by the mouse`() {
    var field = Field("by the canal")
    let rect = Rect(column: 0, row: 0, columns: 20, rows: 1)
    field.handle(.mouse(MouseEvent(.press, at: Point(column: 3, row: 0))), in: rect)
    field.handle(.mouse(MouseEvent(.drag, at: Point(column: 6, row: 4))), in: rect)
    #expect(field.selectedText == "the")
    #expect(drawn(field, 20).pictureOfRoles == ".. zzz .....")
  }

  @Test func `the word before the cursor can be completed`() {
    var field = Field("with:Jon tag:wa")
    #expect(field.wordBeforeCursor == "tag:wa")
    field.complete(with: "tag:walk")
    #expect(field.text == "with:Jon tag:walk")
    field.handle(presses("Space")[0])
    #expect(field.wordBeforeCursor.isEmpty)
  }
}
