import Testing

@testable import Canvas

/// Every chart as a person sees it.
struct ChartPictures {
  private static let days = [ChartMark(0, "3 Feb"), ChartMark(7, "10"), ChartMark(14, "17"), ChartMark(21, "24")]
  private static let tens = [ChartMark(0.0, "0"), ChartMark(5.0, "5"), ChartMark(10.0, "10")]
  private static let wanted: [Double?] = (0..<28).map { 11...12 ~= $0 ? nil : 7 + Double($0 % 7) / 3 }
  private static let had: [Double?] = (0..<28).map { 11...12 ~= $0 ? nil : 2 + Double($0 % 5) / 2 }

  private func plot(_ cursor: Int? = nil) -> PlotFrame {
    PlotFrame(0...10, heights: Self.tens, count: 28, places: Self.days, cursor: cursor)
  }

  private func lines(_ cursor: Int? = nil) -> LineChart {
    LineChart(
      plot(cursor), [.init("wanted", Self.wanted, .accent), .init("had", Self.had, .text)],
      shades: .init(above: "wanted more", below: "had more"))
  }

  @Test func `two lines with what lies between them, a gap where nothing was written`() {
    #expect(
      picture(70, 12) { lines().draw(on: &$0, in: $1, .coloured) } == """
        10┤            ⣀             ⢀             ⢀⡀             ⣀
          │     ⣀⣀⠤⠤⠔⠒⠉ ⢣     ⢀⣀      ⠣⡀     ⣀⣀⠤⠤⠒⠊⠁⠘⡄     ⢀⣀⡠⠤⠔⠒⠉  ⠤⠤⠤ wanted
          │⠤⠒⠒⠉⠉  ▒▒▒▒▒▒▒⠣⠔⠒⠊⠉⠁       ▒⠘⠤⠒⠒⠉⠉  ▒▒▒▒▒▒⠘⠤⠒⠒⠊⠉⠁ ▒▒▒▒▒▒
          │▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒      ▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒
         5┤▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒      ▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒
          │▒▒▒▒▒⣀⡠⠔⢢ ▒▒▒▒▒⢀⣀⠤⠒⡄▒     ⢀⡠⠔⢢▒▒▒▒▒▒⣀⡠⠔⢢▒▒▒▒▒▒⢀⣀⠤⠒⡄▒▒▒▒▒
          │⢀⡠⠔⠊⠉    ⠑⡄⣀⠤⠒⠉⠁   ⠘⡄         ⢣⢀⡠⠔⠊⠉    ⢣⢀⡠⠔⠊⠉⠁   ⠘⡄⣀⠤⠒⠉ ⠤⠤⠤ had
          │⠁         ⠈         ⠈          ⠁         ⠁         ⠈
         0┤
          └┬─────────────┬──────────────┬─────────────┬────────────
           3 Feb         10             17            24
           ▒ wanted more
        """)
  }

  @Test(
    arguments: [
      (0...1, [0, 1]), (0...2, [0, 1, 2]), (1...3, [1, 2, 3]), (0...4, [0, 1, 2, 3, 4]), (-2...2, [-2, -1, 0, 1, 2]),
      (0...10, [0, 5, 10]), (-10...10, [-10, -5, 0, 5, 10]), (0...100, [0, 50, 100]),
    ] as [(ClosedRange<Double>, [Double])])
  func `what has whole steps has whole marks`(_ range: ClosedRange<Double>, _ marks: [Double]) {
    #expect(PlotFrame.ticks(over: range) == marks)
  }

  @Test func `the same in letters only`() {
    #expect(
      picture(70, 12) { lines(5).draw(on: &$0, in: $1, .ascii) } == """
        10+          | .             .             ..             .
          |     ....:'' :     ..      :.     ....''''.     ....:''  ... wanted
          |.''''  :::::::::''''       :'.''''  ::::::'.''''' ::::::
          |:::::::::::::::::::::      :::::::::::::::::::::::::::::
         5+:::::::::::::::::::::      :::::::::::::::::::::::::::::
          |::::: . : ::::: ..'.:     ..'::::::: . ::::::: ..'.:::::
          |. : '    '...'''   '.         :. : '    :. : '    '...'' . . had
          |'         '         '          '         '         '
         0+          |
          ++---------^---+--------------+-------------+------------
           3 Feb         10             17            24
           : wanted more
        """)
  }

  @Test func `single days are dots`() {
    let chart = LineChart(plot(), [.init("mood", Self.had, .text, isDots: true)])
    #expect(
      picture(40, 9) { chart.draw(on: &$0, in: $1) } == """
        10┤
          │
          │
         5┤
          │ ••••  ••••   • • •••• •• •• •• mood
          │•     •    •     •    •     •
         0┤
          └┬───────┬───────┬──────┬───────
           3 Feb   10      17     24
        """)
  }

  private let columns = ColumnChart(
    PlotFrame(0...6, heights: [ChartMark(0.0, "0"), ChartMark(6.0, "6")], count: 4, places: [ChartMark(0, "3 Feb")]),
    [.init("chosen", .good), .init("mixed", .middling), .init("pushed", .low)],
    [[3, 1, 0], [1, 2, 3], nil, [0, 0, 1]])

  @Test func `parts stand on top of each other`() {
    #expect(
      picture(40, 11) { columns.draw(on: &$0, in: $1) } == """
        6┤        ▞▞▞▞▞▞▞
         │        ▞▞▞▞▞▞▞
         │        ▞▞▞▞▞▞▞
         │▒▒▒▒▒▒▒ ▞▞▞▞▞▞▞
         │███████ ▒▒▒▒▒▒▒
         │███████ ▒▒▒▒▒▒▒
         │███████ ▒▒▒▒▒▒▒
        0┤███████ ███████         ▞▞▞▞▞▞▞
         └┬─────────────────────────────────────
          3 Feb
          █ chosen   ▒ mixed   ▞ pushed
        """)
  }

  @Test func `a bar is as high as it is, to an eighth`() {
    let one = ColumnChart(columns.frame, [.init("", .accent)], [[6], [3.2], nil, [0.1]])
    #expect(
      picture(30, 6) { one.draw(on: &$0, in: $1) } == """
        6┤██████
         │██████ ▁▁▁▁▁▁
         │██████ ██████
        0┤██████ ██████        ▁▁▁▁▁▁
         └┬───────────────────────────
          3 Feb
        """)
  }

  private let dots = DotPlot(
    [
      .init("on the phone", [-1, 0, 1, 1, 1, 2], mean: 0.7, note: "6"),
      .init("in person", [1, 2], mean: nil, note: "2"),
      .init("online", [], mean: nil, note: "0"),
    ], -2...2, marks: [ChartMark(-2.0, "drained"), ChartMark(2.0, "settled")], cursor: 1)

  @Test func `dots on one scale, with a mean where there are enough`() {
    #expect(
      picture(50, 6) { dots.draw(on: &$0, in: $1) } == """
        on the phone          ○       ○     ┃ ◉       ○  6
        in person                             ○       ○  2
        online                                           0
                      ┬───────────────────────────────┬
                      drained                   settled
        """)
  }

  @Test func `a mean hides no dot, and the legend says what the marks mean`() {
    let legend = DotPlot.Legend(one: "one", few: "two or three", many: "more", mean: "mean")
    let chart = DotPlot(
      [.init("call", [1, 1, 1], mean: 1, note: "3"), .init("text", [2, 2, 2], mean: 2, note: "3")], -2...2,
      marks: [ChartMark(-2.0, "drained")], legend: legend)
    #expect(
      picture(50, 6) { chart.draw(on: &$0, in: $1) } == """
        call                                ◉┃           3
        text                                         ┃◉  3
              ┬────────────────────────────────────────
              drained

        ○ one   ◉ two or three   ● more   ┃ mean
        """)
  }

  @Test func `where not all rows have room, arrows say so`() {
    let dots = (0..<6).map { DotPlot.Row("Row \($0)", [1], mean: nil, note: "1") }
    let bars = (0..<6).map { BarList.Row("Row \($0)", 1, note: "1") }
    for cursor in [nil, 3, 5] as [Int?] {
      let drawn = [
        picture(40, 3) { DotPlot(dots, 0...2, marks: [], cursor: cursor).draw(on: &$0, in: $1) },
        picture(40, 3) { BarList(bars, 0...2, cursor: cursor).draw(on: &$0, in: $1) },
      ]
      for picture in drawn {
        #expect(picture.contains("↑") == (cursor != nil) && picture.contains("↓") == (cursor != 5))
      }
    }
  }

  @Test func `what squares mean is said also where not all of their rows have room`() {
    let rows = (0..<9).map { PixelGrid.Row("Row \($0)", [.step(4), .nothing]) }
    let grid = PixelGrid(rows, heads: [], legend: .init([.init("", [4], "often")], nothing: "not"))
    #expect(
      picture(24, 4) { grid.draw(on: &$0, in: $1) } == """
        Row 0 ██ ·
        Row 1 ██ ·
        Row 2 ██ ·             ↓
              █ often   · not
        """)
  }

  @Test(arguments: 5...12)
  func `the middle of both scales is where the lines cross`(rows: Int) {
    let chart = QuadrantChart(
      [.init(5, 5)], x: .init(0...10, low: "", high: ""), y: .init(0...10, low: "", high: ""))
    #expect(!picture(41, rows) { chart.draw(on: &$0, in: $1) }.contains("┼"))
  }

  @Test func `a cross with its four words`() {
    let chart = QuadrantChart(
      [.init(1, 9), .init(9, 2), .init(9, 2), .init(5, 5)], x: .init(0...10, low: "alone", high: "in company"),
      y: .init(0...10, low: "far", high: "close"))
    #expect(
      picture(41, 9) { chart.draw(on: &$0, in: $1) } == """
                          close
                            │
            ○               │
                            │
        ────────────────────○────────────────────
        alone               │          in company
                            │               ◉
                            │
                           far
        """)
  }

  private let year = PixelGrid(
    ["Mo", "", "We", "", "Fr", "", "Su"].enumerated().map { row, label in
      PixelGrid.Row(
        label,
        (0..<53).map { week in
          week == 0 && row < 3 ? .outside : (week + row) % 4 == 0 ? .nothing : .step((week * 7 + row) % 5)
        })
    }, heads: [ChartMark(0, "Jan"), ChartMark(5, "Feb"), ChartMark(9, "Mar")], cursor: .init(row: 2, column: 20),
    today: .init(row: 3, column: 20))

  @Test func `a year in pixels`() {
    #expect(
      picture(60, 8) { year.draw(on: &$0, in: $1) } == """
           Jan  Feb Mar
        Mo  ▅█▃·▁▅█·▆▁▅·▃▆▁·█▃▆·▅█▃·▁▅█·▆▁▅·▃▆▁·█▃▆·▅█▃·▁▅█·▆▁▅·
            ▆▁·█▃▆·▅█▃·▁▅█·▆▁▅·▃▆▁·█▃▆·▅█▃·▁▅█·▆▁▅·▃▆▁·█▃▆·▅█▃·▁
        We  █·▆▁▅·▃▆▁·█▃▆·▅█▃·▁▅█·▆▁▅·▃▆▁·█▃▆·▅█▃·▁▅█·▆▁▅·▃▆▁·█▃
           ▆·▅█▃·▁▅█·▆▁▅·▃▆▁·█▃▆·▅█▃·▁▅█·▆▁▅·▃▆▁·█▃▆·▅█▃·▁▅█·▆▁▅
        Fr ·▃▆▁·█▃▆·▅█▃·▁▅█·▆▁▅·▃▆▁·█▃▆·▅█▃·▁▅█·▆▁▅·▃▆▁·█▃▆·▅█▃·
           ▁▅█·▆▁▅·▃▆▁·█▃▆·▅█▃·▁▅█·▆▁▅·▃▆▁·█▃▆·▅█▃·▁▅█·▆▁▅·▃▆▁·█
        Su ▃▆·▅█▃·▁▅█·▆▁▅·▃▆▁·█▃▆·▅█▃·▁▅█·▆▁▅·▃▆▁·█▃▆·▅█▃·▁▅█·▆▁
        """)
  }

  @Test func `a month that has hardly begun gives way to the next, and the last one is moved in`() {
    let pixels = Array(repeating: PixelGrid.Pixel.step(2), count: 12)
    let heads = [ChartMark(0, "Oct"), ChartMark(1, "Nov"), ChartMark(5, "Dec"), ChartMark(11, "Jan")]
    let grid = PixelGrid([PixelGrid.Row("Mo", pixels)], heads: heads)
    #expect(
      picture(15, 2) { grid.draw(on: &$0, in: $1) } == """
            Nov Dec Jan
        Mo ▅▅▅▅▅▅▅▅▅▅▅▅
        """)
  }

  @Test func `where not all of it fits the day one is on is there`() {
    #expect(
      picture(40, 8) { year.draw(on: &$0, in: $1) } == """
              Feb Mar
        Mo‹█▃·▁▅█·▆▁▅·▃▆▁·█▃▆·▅█▃·▁▅█·▆▁▅·▃▆▁·█›
           ▁·█▃▆·▅█▃·▁▅█·▆▁▅·▃▆▁·█▃▆·▅█▃·▁▅█·▆▁
        We ·▆▁▅·▃▆▁·█▃▆·▅█▃·▁▅█·▆▁▅·▃▆▁·█▃▆·▅█▃
           ▅█▃·▁▅█·▆▁▅·▃▆▁·█▃▆·▅█▃·▁▅█·▆▁▅·▃▆▁·
        Fr ▆▁·█▃▆·▅█▃·▁▅█·▆▁▅·▃▆▁·█▃▆·▅█▃·▁▅█·▆
           █·▆▁▅·▃▆▁·█▃▆·▅█▃·▁▅█·▆▁▅·▃▆▁·█▃▆·▅█
        Su ·▅█▃·▁▅█·▆▁▅·▃▆▁·█▃▆·▅█▃·▁▅█·▆▁▅·▃▆▁
        """)
  }

  @Test func `rows that are not in sight are told by an arrow`() {
    let rows = (0..<9).map { PixelGrid.Row("Row \($0)", [.step($0 % 5), .nothing]) }
    var grid = PixelGrid(rows, heads: [])
    #expect(
      picture(18, 3) { grid.draw(on: &$0, in: $1) } == """
        Row 0 ▁▁ ·
        Row 1 ▃▃ ·
        Row 2 ▅▅ ·       ↓
        """)
    grid.cursor = .init(row: 4, column: 0)
    #expect(
      picture(18, 3) { grid.draw(on: &$0, in: $1) } == """
        Row 3 ▆▆ ·       ↑
        Row 4 ██ ·
        Row 5 ▁▁ ·       ↓
        """)
    let parts = (0..<5).map { SmallMultiples.Part("Part \($0)", [1, 2], 0...2, note: "") }
    let drawn = picture(30, 8) { SmallMultiples(parts).draw(on: &$0, in: $1) }
    #expect(drawn.contains("↓") && !drawn.contains("↑"))
  }

  @Test func `the lowest step and nothing are told apart, in letters too`() {
    #expect(
      picture(60, 8) { year.draw(on: &$0, in: $1, .ascii) } == """
           Jan  Feb Mar
        Mo  o@=._o@.O_o.=O_.@=O.o@=._o@.O_o.=O_.@=O.o@=._o@.O_o.
            O_.@=O.o@=._o@.O_o.=O_.@=O.o@=._o@.O_o.=O_.@=O.o@=._
        We  @.O_o.=O_.@=O.o@=._o@.O_o.=O_.@=O.o@=._o@.O_o.=O_.@=
           O.o@=._o@.O_o.=O_.@=O.o@=._o@.O_o.=O_.@=O.o@=._o@.O_o
        Fr .=O_.@=O.o@=._o@.O_o.=O_.@=O.o@=._o@.O_o.=O_.@=O.o@=.
           _o@.O_o.=O_.@=O.o@=._o@.O_o.=O_.@=O.o@=._o@.O_o.=O_.@
        Su =O.o@=._o@.O_o.=O_.@=O.o@=._o@.O_o.=O_.@=O.o@=._o@.O_
        """)
    let lowest = SmallMultiples([.init("mood", [1, nil, 5], 1...5, note: "")])
    #expect(picture(24, 3) { lowest.draw(on: &$0, in: $1, .ascii) } == "mood\n  #\n_ #")
    for ink in ChartInk.allCases {
      #expect(Set(ink.steps + [ink.nothing]).count == 6)
      #expect(Set(ink.fills).count == 5)
    }
  }

  @Test func `bars with their notes`() {
    let bars = BarList(
      [
        .init("Monday", 3.5, note: "3.5 · 8 days"), .init("Tuesday", nil, note: "2 days", endsGroup: true),
        .init("Wed", 1, note: "1"),
      ], 1...5)
    #expect(
      picture(40, 5) { bars.draw(on: &$0, in: $1) } == """
        Monday   ━━━━━━━━━━╸──────  3.5 · 8 days
        Tuesday                           2 days

        Wed      ─────────────────             1
        """)
  }

  @Test func `links with how far they could lie`() {
    let bars = IntervalBars([.init("same day", 0.3, 0.1...0.5), .init("day after", nil, nil)])
    #expect(
      picture(50, 2) { bars.draw(on: &$0, in: $1) } == """
        same day                      │ ────●────
        day after                     │
        """)
  }

  @Test func `many small ones side by side`() {
    let parts = ["mood", "energy", "sleep"].enumerated().map { part, title in
      SmallMultiples.Part(title, (0..<20).map { Self.wave($0, part) }, 0...6, note: "17 days")
    }
    #expect(
      picture(80, 4) { SmallMultiples(parts).draw(on: &$0, in: $1) } == """
        mood             17 days  energy           17 days  sleep            17 days
          ▃█  ▅  ▃█  ▅  ▃           █ ▅ ▃  █   ▃  █ ▅        ▃ ▅    ▃ ▅ █  ▃   █
        ▁▅██▃ █▁▅██ ██▁▅█ ▃█      ▁██▅█ █▁██▅ ▃█▁██ █▃      ▁█▃█▅ █▁█▃█ ██▁█▃ ▅█
        """)
  }

  private static func wave(_ day: Int, _ part: Int) -> Double? { day % 6 == 5 ? nil : Double(day * (part + 2) % 7) }
}
