import Testing

@testable import Canvas

struct PiecesTests {
  @Test(arguments: [
    (30, ["call 988 · text 988", "chat: 988lifeline.org"]), (19, ["call 988 · text 988", "chat:", "988lifeline.org"]),
    (18, ["call 988", "text 988", "chat:", "988lifeline.org"]), (60, ["call 988 · text 988 · chat: 988lifeline.org"]),
  ])
  func `pieces share a row while there is room, and the sign stands between two only`(
    _ columns: Int, expected: [String]
  ) {
    #expect(["call 988", "text 988", "chat: 988lifeline.org"].flowed(to: columns) == expected)
  }

  @Test func `what is held together is not broken, unless no row has room for it`() {
    let text = "Samaritans: call\u{a0}116\u{a0}123 at any hour"
    #expect(text.wrappedHolding(to: 20) == ["Samaritans:", "call 116 123 at any", "hour"])
    #expect(text.wrappedHolding(to: 11) == ["Samaritans:", "call 116", "123 at any", "hour"])
  }

  @Test(arguments: [
    (40, "words with a space between"), (26, "words with a space between"), (25, "words with a space…"),
    (20, "words with a space…"), (19, "words with a space…"), (18, "words with a…"), (4, "wor…"),
  ])
  func `a hint is cut between words where one has room`(_ columns: Int, expected: String) {
    #expect("words with a space between".truncatedAtWord(to: columns) == expected)
    #expect("yesterday, 21:04".truncatedAtWord(to: 15) == "yesterday…")
  }

  // MARK: Lines that are dashed

  /// A line that lies flat but for one value.
  private func picture(peak: Int, of count: Int, _ ink: ChartInk, missing: Int? = nil) -> [String] {
    let values: [Double?] = (0..<count).map { $0 == missing ? nil : $0 == peak ? 9 : 1 }
    let flat = LineChart.Series("one", Array(repeating: 5, count: count), .accent)
    let frame = PlotFrame(0...10, heights: [], count: count, places: [])
    let chart = LineChart(frame, [flat, .init("other", values, .text)])
    return CanvasTests.picture(70, 12) { chart.draw(on: &$0, in: $1, ink) }.split(
      separator: "\n", omittingEmptySubsequences: false
    ).map(String.init)
  }

  private func isDrawn(_ row: String) -> Bool { row.unicodeScalars.contains { (0x2801...0x28FF).contains($0.value) } }

  @Test(arguments: [14, 28, 56, 91, 300])
  func `a dashed line loses no peak, and no end`(count: Int) {
    for peak in 0..<count {
      let (plain, dashed) = (picture(peak: peak, of: count, .coloured), picture(peak: peak, of: count, .fine))
      #expect(plain.firstIndex(where: isDrawn) == dashed.firstIndex(where: isDrawn), "\(peak)")
    }
  }

  @Test(arguments: [14, 28, 56])
  func `a day without an answer leaves a wider gap than a dash`(count: Int) {
    let (whole, gap) = (
      picture(peak: count, of: count, .fine), picture(peak: count, of: count, .fine, missing: count / 2)
    )
    func dots(_ rows: [String]) -> [Bool] {
      let row = rows.last(where: isDrawn) ?? ""
      return row.unicodeScalars.filter { (0x2800...0x28FF).contains($0.value) || $0 == " " }.flatMap { scalar in
        let bits = scalar == " " ? 0 : scalar.value - 0x2800
        return [bits & 0b0100_0111 != 0, bits & 0b1011_1000 != 0]
      }
    }
    func widest(_ dots: [Bool]) -> Int { dots.split(separator: true).map(\.count).max() ?? 0 }
    // The names at the right stand behind the chart.
    let end = 2 * 50
    #expect(widest(Array(dots(gap).dropFirst(4).prefix(end))) > widest(Array(dots(whole).dropFirst(4).prefix(end))))
  }
}
