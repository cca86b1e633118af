import Testing

@testable import Canvas

struct ScrollViewTests {
  private let rect = Rect(column: 0, row: 0, columns: 14, rows: 3)
  private let view = ScrollView(["one", "two", "three and four", "five", "six"].map { Line($0) })

  private func draw(_ view: ScrollView, columns: Int = 14, rows: Int = 3) -> String {
    picture(columns, rows) { view.draw(on: &$0, in: $1) }
  }

  private func after(_ keys: String) -> ScrollView {
    var view = view
    for key in keys.split(separator: " ") { view.handle(.press(String(key)), in: rect) }
    return view
  }

  @Test func `arrows at the edge say that there is more`() {
    #expect(draw(view) == "one\ntwo\nthree and    ↓")
    #expect(draw(after("Down")) == "two          ↑\nthree and\nfour         ↓")
    #expect(draw(after("End")) == "four         ↑\nfive\nsix")
    #expect(draw(view, rows: 8) == "one\ntwo\nthree and\nfour\nfive\nsix")
  }

  @Test(arguments: [
    ("PgDn", 2), ("Space PgDn", 3), ("End Up", 2), ("End Home", 0), ("Up", 0), ("Down Down Down Down Down", 3),
  ])
  func `keys scroll and stop at the ends`(_ keys: String, top: Int) {
    #expect(after(keys).top == top)
  }

  @Test func `the wheel scrolls`() {
    var view = view
    view.handle(.wheel(.wheelDown), in: rect)
    #expect(view.isAtEnd)
    view.handle(.wheel(.wheelUp), in: rect)
    #expect(view.isAtStart)
  }

  @Test func `the line at the top stays there in another size`() {
    var view = after("PgDn")
    view.fit(Size(columns: 40, rows: 2))
    #expect(draw(view, columns: 40, rows: 2).hasPrefix("three and four"))
  }

  @Test func `new lines are shown from where one is`() {
    var view = after("Down")
    view.lines.append(Line("seven"))
    #expect(draw(view).hasPrefix("two"))
    view.lines = []
    #expect(draw(view) == "" && view.isAtStart && view.isAtEnd)
  }

  @Test func `a line is put in sight, unless it is`() {
    var view = view
    view.fit(rect.size)
    view.show(line: 2)
    #expect(view.top == 0)
    view.show(line: 4)
    #expect(draw(view).hasSuffix("six"))
    view.show(line: 0)
    #expect(view.top == 0)
  }

  @Test func `the row with something found is put in sight, also within one long line`() {
    let text = Array(repeating: "tea", count: 40).joined(separator: " ") + " milk and tea"
    var view = ScrollView(Markdown(text, found: text.ranges(of: "milk")).lines)
    view.fit(rect.size)
    view.showFound()
    #expect(draw(view).contains("milk"))
    var other = self.view
    other.fit(rect.size)
    other.showFound()
    #expect(other.top == 0)
  }

  @Test func `lists keep their indent where they are wrapped`() {
    var line = Line("- milk and honey")
    line.hang = 2
    #expect(draw(ScrollView([line])) == "- milk and\n  honey")
    line.hang = 9
    #expect(draw(ScrollView([line])) == "- milk and\nhoney")
  }

  @Test func `other keys are left to the screen`() {
    var view = view
    let takes = view.handle(.press("x"), in: rect) || view.handle(.press("C-Down"), in: rect)
    #expect(!takes)
  }

  @Test(arguments: [(22, 1), (21, 2), (12, 2)])
  func `all of it is seen in as many rows as it says`(_ columns: Int, _ height: Int) {
    var view = ScrollView([Line("A sentence of twenty")])
    #expect(view.height(columns: columns) == height)
    view.fit(Size(columns: columns, rows: height))
    #expect(view.isAtEnd)
    view.fit(Size(columns: columns, rows: height - 1))
    #expect(!view.isAtEnd)
  }
}
