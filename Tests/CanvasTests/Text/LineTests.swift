import Pictures
import Testing

@testable import Canvas

struct LineTests {
  private var line: Line {
    var line = Line("Walked with ")
    line.append("@Jon", .person)
    line.append(" by the canal ")
    line.append("#walk", .tag)
    return line
  }

  @Test func `spans of one style become one`() {
    var line = Line("a", .dim)
    line.append("", .text)
    line.append(Line("b", .dim))
    #expect(line == Line("ab", .dim))
    #expect(line.columns == 2)
  }

  @Test func `styles survive being wrapped`() {
    var frame = Frame(columns: 14, rows: 3)
    for (row, line) in line.wrapped(to: 14).enumerated() { line.draw(on: &frame, at: Point(column: 0, row: row)) }
    #expect(
      frame.styled() == """
        │Walked with
        │@Jon by the
         pppp
        │canal #walk
               ttttt
        no cursor
        """)
  }

  @Test(arguments: 1...30)
  func `no row is wider than asked, and no word is lost`(_ width: Int) {
    let rows = line.wrapped(to: width)
    #expect(rows.allSatisfy { $0.columns <= width })
    #expect(rows.map(\.text).joined().filter { $0 != " " } == line.text.filter { $0 != " " })
  }

  @Test(arguments: [
    (40, "Walked with @Jon by the canal #walk"), (16, "Walked with @Jo…"), (13, "Walked with …"), (12, "Walked with…"),
    (1, "…"), (0, ""),
  ])
  func `a line that does not fit ends in an ellipsis`(_ columns: Int, expected: String) {
    #expect(line.truncated(to: columns).text == expected)
  }
}
