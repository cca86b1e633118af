import Testing

@testable import Canvas

struct GeometryTests {
  private let rect = Rect(column: 2, row: 1, columns: 10, rows: 4)

  @Test func `parts are cut where one asks`() {
    #expect(rect.top(1) == Rect(column: 2, row: 1, columns: 10, rows: 1))
    #expect(rect.bottom(1) == Rect(column: 2, row: 4, columns: 10, rows: 1))
    #expect(rect.left(3) == Rect(column: 2, row: 1, columns: 3, rows: 4))
    #expect(rect.right(3) == Rect(column: 9, row: 1, columns: 3, rows: 4))
    #expect(rect.dropTop(1).dropLeft(1) == Rect(column: 3, row: 2, columns: 9, rows: 3))
    #expect(rect.inset(columns: 1, rows: 1) == Rect(column: 3, row: 2, columns: 8, rows: 2))
    #expect(rect.centred(columns: 4, rows: 2) == Rect(column: 5, row: 2, columns: 4, rows: 2))
  }

  @Test(arguments: [-5, 0, 3, 4, 10, 11, 100])
  func `a part and the rest are the whole, however much one asks for`(_ count: Int) {
    #expect(rect.top(count).rows + rect.dropTop(count).rows == rect.rows)
    #expect(rect.bottom(count).rows + rect.dropBottom(count).rows == rect.rows)
    #expect(rect.left(count).columns + rect.dropLeft(count).columns == rect.columns)
    #expect(rect.right(count).columns + rect.dropRight(count).columns == rect.columns)
    #expect(rect.dropTop(count).row == rect.top(count).endRow)
    #expect(rect.centred(columns: count, rows: count).columns <= rect.columns)
  }

  @Test func `a point is inside or not`() {
    #expect(rect.contains(Point(column: 2, row: 1)) && rect.contains(Point(column: 11, row: 4)))
    #expect(!rect.contains(Point(column: 12, row: 4)) && !rect.contains(Point(column: 2, row: 5)))
  }

  @Test func `parts that do not touch have nothing in common`() {
    #expect(rect.intersection(Rect(column: 50, row: 50, columns: 3, rows: 3)).isEmpty)
    #expect(
      rect.intersection(Rect(column: 0, row: 0, columns: 4, rows: 2)) == Rect(column: 2, row: 1, columns: 2, rows: 1))
  }
}
