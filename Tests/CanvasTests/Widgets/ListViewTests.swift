import Testing

@testable import Canvas

struct ListViewTests {
  private let rect = Rect(column: 0, row: 0, columns: 12, rows: 7)

  private func list(_ names: [String], height: Int = 1) -> ListView<String> {
    ListView(names.map { ListView.Row($0, height: height) })
  }

  private func draw(_ list: ListView<String>, rows: Int = 7) -> String {
    picture(12, rows) { frame, rect in
      list.draw(on: &frame, in: rect) { index, isSelected, frame, rect in
        let row = list.rows[index]
        frame.put(row.id ?? "March", at: rect.origin, style: isSelected ? .text.with(.bold) : .text)
        if row.height > 1 { frame.put("more", at: rect.dropTop(1).dropLeft(1).origin, style: .dim) }
      }
    }
  }

  private var letters: [String] { (0..<20).map { String(UnicodeScalar(UInt8(97 + $0))) } }

  @Test func `the selected row has a bar, and the cursor stands there`() {
    var list = list(["one", "two", "three"])
    list.down()
    #expect(draw(list) == "  one\n▌ two\n  three")
    var frame = Frame(columns: 12, rows: 3)
    list.draw(on: &frame, in: frame.bounds) { _, _, _, _ in }
    #expect(frame.cursor == Point(column: 0, row: 1))
    #expect(!frame.cursorVisible)
  }

  @Test func `three lines stay in sight around the selection`() {
    var list = list(letters)
    for _ in 0..<4 { list.handle(.press("Down"), in: rect) }
    #expect(draw(list) == "  b\n  c\n  d\n▌ e\n  f\n  g\n  h")
    list.handle(.press("End"), in: rect)
    #expect(draw(list) == "  n\n  o\n  p\n  q\n  r\n  s\n▌ t")
    for _ in 0..<3 { list.handle(.press("Up"), in: rect) }
    #expect(draw(list) == "  n\n  o\n  p\n▌ q\n  r\n  s\n  t")
    list.handle(.press("Home"), in: rect)
    #expect(draw(list) == "▌ a\n  b\n  c\n  d\n  e\n  f\n  g")
  }

  @Test func `the view moves only when the selection nears its edge`() {
    let rect = Rect(column: 0, row: 0, columns: 12, rows: 9)
    var list = list(letters)
    for _ in 0..<10 { list.handle(.press("Down"), in: rect) }
    let below = draw(list, rows: 9)
    #expect(below.hasPrefix("  f\n"))
    list.handle(.press("Up"), in: rect)
    list.handle(.press("Up"), in: rect)
    #expect(draw(list, rows: 9).hasPrefix("  f\n"))
    list.handle(.press("Up"), in: rect)
    #expect(draw(list, rows: 9).hasPrefix("  e\n"))
  }

  @Test func `a page is as much as is in sight, less one line`() {
    var list = list(letters)
    list.turn(.pageDown, rows: 7)
    #expect(list.selection == "g")
    list.turn(.pageDown, rows: 7)
    list.turn(.pageUp, rows: 7)
    #expect(list.selection == "g")
    list.turn(.pageUp, rows: 7)
    list.turn(.pageUp, rows: 7)
    #expect(list.selection == "a")
    for _ in 0..<9 { list.turn(.pageDown, rows: 7) }
    #expect(list.selection == "t")
  }

  @Test func `a page moves on by one row where a row is taller than the page`() {
    var list = list(["a", "b", "c", "d"], height: 6)
    list.turn(.pageDown, rows: 4)
    #expect(list.selection == "b")
    list.turn(.pageUp, rows: 4)
    #expect(list.selection == "a")
  }

  @Test func `headings are passed over and seen`() {
    var list = ListView([.init(nil), .init("a"), .init(nil), .init("b")])
    #expect(list.selection == "a")
    list.up()
    #expect(list.selection == "a")
    list.down()
    #expect(draw(list) == "  March\n  a\n  March\n▌ b")
  }

  @Test func `rows of two lines are cut at the edges`() {
    var list = list(["one", "two", "three", "four"], height: 2)
    list.handle(.press("End"), in: Rect(column: 0, row: 0, columns: 12, rows: 5))
    #expect(draw(list, rows: 5) == "   more\n  three\n   more\n▌ four\n▌  more")
  }

  @Test func `a row taller than the view shows its beginning`() {
    let list = ListView([.init("tall", height: 9), .init("next")])
    #expect(draw(list, rows: 2) == "▌ tall\n▌  more")
  }

  @Test func `the wheel scrolls, and the selection comes along when it would go out of sight`() {
    var list = list(letters)
    for _ in 0..<5 { list.handle(.press("Down"), in: rect) }
    list.handle(.wheel(.wheelUp), in: rect)
    #expect(draw(list) == "  a\n  b\n  c\n▌ d\n  e\n  f\n  g")
    list.handle(.wheel(.wheelDown), in: rect)
    #expect(draw(list) == "  d\n  e\n  f\n▌ g\n  h\n  i\n  j")
    for _ in 0..<20 { list.handle(.wheel(.wheelDown), in: rect) }
    #expect(draw(list) == "  n\n  o\n  p\n▌ q\n  r\n  s\n  t")
    list.show((letters + ["new"]).map { ListView.Row($0) })
    #expect(draw(list) == "  n\n  o\n  p\n▌ q\n  r\n  s\n  t")
  }

  @Test func `a click selects what is under it`() {
    var list = list(["one", "two", "three"], height: 2)
    let selectsThree = list.handle(.click(3, 5), in: rect)
    #expect(selectsThree && list.selection == "three")
    let selectsNothing = list.handle(.click(3, 6), in: rect) || list.handle(.click(30, 0), in: rect)
    #expect(!selectsNothing && list.selection == "three")
  }

  @Test func `the selection stays with its row when the rows change`() {
    var list = list(letters)
    list.select("m")
    list.show((["new"] + letters).map { ListView.Row($0) })
    #expect(list.selection == "m")
  }

  @Test(arguments: [("c", "d"), ("e", "d"), ("b", "d")])
  func `what followed a removed row is selected, or what came before`(_ selected: String, next: String) {
    var list = list(["a", "b", "c", "d", "e"])
    list.select(selected)
    list.show([.init("a"), .init("d")])
    #expect(list.selection == next)
  }

  @Test func `an empty list has nothing to select and draws nothing`() {
    var list = ListView<String>()
    list.up()
    list.down()
    list.home()
    list.end()
    list.turn(.pageDown, rows: 5)
    list.handle(.click(0, 0), in: rect)
    list.handle(.wheel(.wheelDown), in: rect)
    #expect(list.selection == nil && draw(list) == "")
    list.show([.init("a")])
    list.show([])
    #expect(list.selection == nil)
    list.show([.init(nil)])
    list.turn(.pageDown, rows: 3)
    #expect(list.selection == nil)
  }

  @Test func `letters are left to the screen`() {
    var list = list(["one", "two"])
    let takes = list.handle(.press("j"), in: rect) || list.handle(.press("C-Down"), in: rect)
    #expect(!takes && list.selection == "one")
  }
}

extension ListView {
  /// A page of a list that is so high.
  fileprivate mutating func turn(_ way: RowMove, rows: Int) {
    fit(rows: rows)
    move(way)
  }
}
