import Testing

@testable import Canvas

@Suite struct `Completing a name` {
  private func drawn(_ completion: Completion, _ columns: Int, _ rows: Int, at point: Point) -> String {
    Frame.drawn(columns, rows) { completion.draw(on: &$0, in: $0.bounds, near: point) }.pictureWithCursor
  }

  @Test func `a list floats under the cursor`() {
    #expect(
      drawn(Completion(["walk", "我在", "way"]), 14, 6, at: Point(column: 3, row: 0)) == """

          ╭──────╮
          │▌walk │
          │ 我在 │
          │ way  │
          ╰──────╯
        """)
  }

  @Test func `a name that is cut says so`() {
    #expect(
      drawn(Completion(["Ethelbert_of_Sigmaringen"]), 12, 4, at: Point(column: 0, row: 0)) == """

        ╭──────────╮
        │▌Ethelber…│
        ╰──────────╯
        """)
  }

  @Test func `or above it, and within its bounds`() {
    #expect(
      drawn(Completion(["walk", "way"]), 10, 6, at: Point(column: 9, row: 5)) == """

          ╭──────╮
          │▌walk │
          │ way  │
          ╰──────╯

        """)
  }

  @Test func `with little room it shows the part around the chosen one`() {
    var completion = Completion(["a", "b", "c", "d"])
    for input in presses("Down Down") { completion.handle(input) }
    #expect(drawn(completion, 9, 5, at: Point(column: 1, row: 0)) == "\n╭───╮\n│ b │\n│▌c │\n╰───╯")
    #expect(drawn(completion, 9, 2, at: Point(column: 1, row: 0)) == "\n")
    #expect(drawn(completion, 3, 9, at: Point(column: 1, row: 0)).allSatisfy { $0 == "\n" })
  }

  @Test func `up and down choose around the ends, and at most six are offered`() {
    var completion = Completion(["1", "2", "3", "4", "5", "6", "7"])
    #expect(completion.candidates.count == 6)
    #expect(completion.selected == "1")
    for (key, selected) in [("Up", "6"), ("Down", "1"), ("Down", "2")] {
      #expect(presses(key).allSatisfy { completion.handle($0) })
      #expect(completion.selected == selected)
    }
  }

  @Test func `Tab accepts, Esc closes, and the rest belongs to the text`() {
    var completion = Completion(["walk", "way"])
    #expect(presses("'a Enter Left C-s S-Tab").allSatisfy { !completion.handle($0) })
    #expect(presses("Down Tab").allSatisfy { completion.handle($0) })
    #expect(completion.accepted == "way")
    #expect(presses("Esc").allSatisfy { completion.handle($0) })
    #expect(completion.isClosed)
    var empty = Completion([])
    #expect(presses("Tab Up Esc").allSatisfy { !empty.handle($0) })
  }

  @Test(arguments: [
    ("a #wa", "walk", "a #walk|"), ("@å", "Åsa", "@Åsa|"), ("#散", "散步", "#散步|"), ("a", "walk", "a|"),
    ("#wa ", "walk", "#wa |"),
  ]) func `a name takes the place of what was typed of it`(text: String, name: String, after: String) {
    var area = TextArea(text)
    area.moveToEnd()
    area.complete(with: name)
    #expect(area.buffer.picture == after)
  }

  @Test func `a completed name is one step to undo`() {
    var area = TextArea()
    area.press("'so_#wa", 20, 3)
    area.complete(with: "walk")
    area.perform(.undo)
    #expect(area.buffer.picture == "so #wa|")
  }
}
