import Canvas
import HearthContent
import HearthCore
import Testing

@testable import HearthApp

@Suite @MainActor struct ChartStories {
  private static let today = Day(year: 2026, month: 3, day: 3) ?? Day(number: 0)

  private func story(columns: Int = 80, rows: Int = 24, interests: [Interest] = [], empty: Bool = false) -> Story {
    let journal = MemoryJournal(entries: Samples.entries, settings: Settings { $0.interests = interests })
    if !empty { journal.prepare { $0.charts = MemoryCharts.winter(upTo: Self.today) } }
    return Story(journal, size: Size(columns: columns, rows: rows)).play("5")
  }

  private func story(on chart: Chart.Kind, columns: Int = 80, rows: Int = 24) -> Story {
    let story = story(columns: columns, rows: rows)
    let place = Chart.Kind.allCases.firstIndex(of: chart) ?? 0
    return story.play(String(repeating: "<Tab>", count: place))
  }

  @Test func `the room opens on four weeks, with how many days were written`() {
    let story = story()
    #expect(story.screen.contains("Wanted and had"))
    #expect(story.screen.contains("‹ 4 weeks ›"))
    #expect(story.lines.contains { $0.contains("of 28 days") })
    #expect(story.screen.contains("You wanted more than you had on"))
  }

  @Test func `what the person wants to understand comes first`() {
    #expect(story(interests: [.solitude]).screen.contains("Time alone"))
  }

  @Test func `spans grow and shrink by key, and earlier days are a page away`() {
    let story = story().play("+")
    #expect(story.screen.contains("‹ 3 months ›"))
    #expect(story.play("++++").screen.contains("‹ all of it ›"))
    #expect(story.play("----").screen.contains("‹ 4 weeks ›"))
    let before = story.screen
    #expect(story.play("<PgUp>").screen != before)
    #expect(story.play("<PgDn><PgDn>").screen == before)
  }

  @Test func `any span can be typed, and what is no span is asked for again`() {
    let story = story().play("s50<Enter>")
    #expect(story.screen.contains(Words()[.chartSpanHint]))
    #expect(story.play("d<Enter>").screen.contains("‹ 50 days ›"))
    #expect(story.play("+").screen.contains("‹ 3 months ›"))
    #expect(story.play("s<Esc>").screen.contains("‹ 3 months ›"))
  }

  @Test func `every chart stands in a list, to be chosen by its name`() {
    let story = story().play("a")
    #expect(story.lines.contains { $0.contains("Mood and closeness") && $0.contains("Do mood and feeling") })
    #expect(story.play("<Down><Enter>").screen.contains("‹ 4 weeks ›") && story.screen.contains("Mood and closeness"))
    #expect(story.play("a<Esc>").screen.contains("Mood and closeness"))
  }

  @Test func `a cursor says what stands at its day, and Enter opens that day`() {
    let story = story().play("<Right>")
    #expect(story.lines.contains { $0.contains("Tuesday, 3 March · Wanted") })
    #expect(story.play("<Left>").lines.contains { $0.contains("Monday, 2 March") })
    #expect(story.play("<Enter>").lines.contains { $0.contains("By the canal") })
    #expect(story.play("o").runtime.app.context.room == .journal && story.markedTitle == "By the canal")
  }

  @Test func `what is marked stays marked where the wheel leads nowhere`() {
    let story = story().play("<Right><Left*3>")
    let screen = story.screen
    story.take(.mouse(MouseEvent(.wheelDown, at: Point(column: 20, row: 12))))
    #expect(story.screen == screen && story.play("<PgDn>").screen == screen)
    story.take(.mouse(MouseEvent(.wheelUp, at: Point(column: 20, row: 12))))
    #expect(story.screen != screen)
  }

  @Test func `Enter on a chart just opened marks the last place with something, and then opens its day`() {
    let story = story().play("<Enter>")
    #expect(story.lines.contains { $0.contains("Tuesday, 3 March · Wanted") })
    #expect(story.play("<Enter>").runtime.app.top is DayScreen)
  }

  @Test(arguments: [Chart.Kind.needs, .feltAfter, .glance, .weekdaysAndHours])
  func `where places are no days none is offered`(chart: Chart.Kind) {
    #expect(story().lines.last?.contains("Enter") == true)
    #expect(story(on: chart).lines.last?.contains("Enter") == false)
  }

  @Test func `Enter on a week opens the day on which there was something`() {
    let top = story(on: .touchpoints).play("<Right><Enter>").runtime.app.top as? DayScreen
    #expect(top?.day.weekday == 7)
  }

  @Test func `beyond the first day lie earlier ones`() {
    let story = story().play("<Right><Home><Left>")
    #expect(!story.screen.contains("3 Feb ") || story.screen.contains("20 Jan"))
    #expect(story.lines.contains { $0.contains("· Wanted") || $0.contains(Words()[.chartNotLogged]) })
  }

  @Test func `every chart says itself in words, and Tab leads through all of them and round again`() {
    let story = story()
    let first = story.screen
    for _ in Chart.Kind.allCases {
      let picture = story.screen
      if !picture.contains(Words()[.chartPatternsTitle]) {
        let says = picture.contains(Words()[.chartNeedsTitle]) ? "Jon, Åsa" : " · "
        #expect(story.play("w").lines.contains { $0.contains(says) })
        story.play("<Esc>")
      }
      story.play("<Tab>")
    }
    #expect(story.screen == first)
  }

  @Test func `days in pixels show another measure by key`() {
    let story = story(on: .pixels)
    #expect(story.screen.contains("Days in pixels · Mood"))
    #expect(story.play("v").screen.contains(Words()[.chartGap]))
  }

  @Test func `an empty room teaches its first key`() {
    #expect(story(empty: true).screen.contains("A check-in is one key, c"))
  }

  @Test(arguments: [(Chart.Kind.promises, Word.chartEmptyPractice), (.howOftenLonely, .chartEmptyMonthly)])
  func `a chart that no check-in fills asks for none`(chart: Chart.Kind, said: Word) {
    let place = Chart.Kind.allCases.firstIndex(of: chart) ?? 0
    let screen = story(empty: true).play(String(repeating: "<Tab>", count: place)).screen
    #expect(screen.contains(Words()[said].prefix(40)) && !screen.contains("A check-in is one key"))
  }

  @Test func `an empty chart names the practice that asks, as a picture and in words`() throws {
    let context = Context(now: Story.evening, zone: Story.zone, size: Size(columns: 80, rows: 24)) { Story.id(1) }
    let practice = PracticeName(id: "boundary", title: "Find words for a boundary")
    var screen = ChartsScreen()
    let shelf = ChartShelf(
      known: [Measure(id: "resentment", title: "Resentment")], answered: ["resentment"],
      askedBy: ["resentment": practice], first: Self.today)
    _ = screen.hear(.charts(.listed(shelf)), in: context)
    _ = screen.show(.measure("resentment"), in: context)
    let request = try #require(screen.asked)
    let empty = ChartSheet(request.chart, of: ChartNotes(days: Self.today...Self.today))
    _ = screen.hear(.charts(.drawn(request, empty)), in: context)
    func drawn() -> String {
      var frame = Frame(size: context.size)
      screen.draw(on: &frame, in: frame.bounds, context)
      return frame.text()
    }
    #expect(drawn().contains("A practice asks for it"))
    _ = screen.run(.chartInWords, in: context)
    #expect(drawn().contains("A practice asks for it"))
  }

  @Test func `the wheel turns the page about patterns, also where charts are read in words`() {
    let story = story(columns: 40, rows: 9).play("w<S-Tab><S-Tab>")
    let before = story.screen
    story.take(.mouse(MouseEvent(.wheelDown, at: Point(column: 5, row: 5))))
    #expect(story.screen != before)
  }

  @Test func `what is of now has no span, and offers none`() {
    let story = story(on: .needs)
    #expect(!story.screen.contains(Words()[.keySpan]) && story.screen.contains(Words()[.keyInWords]))
    #expect(!story.play("w").screen.contains(" days"))
  }

  @Test(arguments: [Chart.Kind.feltAfter, .socialBattery, .weekdaysAndHours])
  func `in a small window rows that are not in sight are told by an arrow`(chart: Chart.Kind) {
    let story = story(columns: 40, rows: 12)
    story.journal.prepare { state in
      state.charts.notes.felt += ["text", "letter", "video", "post", ""].map { .init(.medium, $0, felt: 1, count: 1) }
    }
    let place = Chart.Kind.allCases.firstIndex(of: chart) ?? 0
    story.play(String(repeating: "<Tab>", count: place))
    #expect(story.screen.contains("↓"))
    #expect(story.play("<End>").screen.contains("↑"))
  }

  @Test func `what can be said of a moment in numbers is a chart of its own`() {
    let number = Moment.Number.belongingAfter.measure
    let shelf = ChartShelf(known: Shelf().charted, answered: [number, "moment/seen"], first: nil)
    #expect(shelf.own == [number])
    #expect(ChartVoice(Words(), measures: shelf.measures, askedBy: [:]).title(.measure(number)) == "Belonging after")
  }

  // MARK: Patterns

  @Test(arguments: ["", "5a", "5w", "2"])
  func `patterns are found by their name, from wherever one is`(keys: String) {
    let story = Story().play(keys + "<C-p>patterns<Enter>")
    #expect(story.screen.contains("Which things tend to go together"))
    #expect(story.play("<S-Tab><C-p>patterns<Enter>").screen.contains("Which things tend to go together"))
  }

  @Test func `up to six questions are chosen, and too little to compare is said so`() {
    let story = story(on: .patterns).play("<Enter> <Down> <Down> <Down> <Down> <Down> ")
    #expect(story.journal.kept.charts.questions.count == 6)
    #expect(story.play("<Down> ").journal.kept.charts.questions.count == 6)
    #expect(story.screen.contains(Words()[.patternFull]))
    story.play("<Esc>")
    #expect(story.screen.contains("Time with others and Mood"))
    #expect(!story.screen.lowercased().contains("cause"))
  }

  @Test func `nothing is said before three weeks of looking`() {
    let story = story(on: .patterns).play("<Enter> <Esc>")
    #expect(!story.screen.contains("there may be") && !story.screen.contains("fairly steady"))
  }

  @Test func `days of illness can be left out by key, and the page says how many there are`() {
    let story = story(on: .patterns)
    #expect(story.play("i").screen.contains("No day here was marked") && !story.journal.kept.charts.leavesOutBodyDays)
    story.journal.prepare { state in
      state.charts.notes.totals["body/ill"] = (0..<3).map {
        .init(day: Self.today.adding(days: -$0), count: 1, sum: 1, last: 1)
      }
    }
    story.play("<Enter> <Esc>")
    #expect(story.screen.contains("Among these days: 3 days of illness"))
    #expect(story.play("i").screen.contains(Words()[.patternBegunAnew]))
    #expect(story.journal.kept.charts.leavesOutBodyDays)
    #expect(story.screen.contains("Left out: 3 days of illness"))
    #expect(story.play("i").screen.contains("Among these days: 3 days"))
  }

  // MARK: Who, how often, in which words

  @Test func `people stand from their first day to their last, and the first day opens`() {
    let story = story(on: .years)
    #expect(story.screen.contains("Grandmother, remembered") && story.screen.contains("people: 3"))
    #expect(story.play("w").lines.contains { $0.contains("Grandmother, remembered") && $0.contains("Nov 2025 to") })
    #expect(story.play("<Esc><Home><Enter>").runtime.app.top is DayScreen)
  }

  @Test func `a tick is looked at week by week beside all other moments, and v turns to the next`() {
    let story = story(on: .marks)
    #expect(story.screen.contains("felt seen") && story.screen.contains("other moments"))
    #expect(story.play("vvvv").screen.contains("for reassurance 0"))
  }

  @Test func `how often one feels lonely stays in its own words`() {
    let story = story(on: .howOftenLonely)
    #expect(story.screen.contains("some of the time") && story.screen.contains("Office for"))
    #expect(story.play("w").lines.contains { $0.contains("How often lonely ") })
  }

  // MARK: Pictures

  @Test(arguments: Chart.Kind.allCases, GoldenStories.sizes)
  func `Golden charts`(kind: Chart.Kind, size: (Int, Int)) {
    let story = story(on: kind, columns: size.0, rows: size.1)
    if size.0 == 80 { story.play("<Right>") }
    expectPicture("chart-\(kind.rawValue)-\(size.0)x\(size.1)", story.frame)
  }

  @Test(arguments: ["", "++"])
  func `Golden wide charts`(keys: String) {
    let story = story(on: .pixels, columns: 120, rows: 40).play(keys)
    expectPicture("chart-pixels\(keys.isEmpty ? "" : "-year")-120x40", story.frame)
  }

  @Test func `every chart draws at any size, in letters too`() {
    var charts = MemoryCharts.winter(upTo: Self.today)
    let voice = ChartVoice(Words(), measures: [], askedBy: [:])
    for kind in Chart.Kind.allCases {
      for span in ChartSpan.usual {
        guard
          case .drawn(_, let sheet) = charts.answer(.draw(ChartRequest(.builtIn(kind), span: span, last: Self.today)))
        else { continue }
        for (columns, rows) in [(0, 0), (1, 1), (7, 2), (16, 5), (40, 9), (80, 20), (200, 60)] {
          for ink in ChartInk.allCases {
            var margin = Margin(around: Size(columns: columns, rows: rows))
            let picture = ChartPicture(sheet, voice, today: Self.today, cursor: 0)
            picture.draw(on: &margin.frame, in: margin.part, ink)
            #expect(margin.isIntact, "\(kind) at \(columns)×\(rows)")
            var frame = Frame(columns: columns, rows: rows)
            picture.draw(on: &frame, in: frame.bounds, ink)
            if ink == .ascii {
              // Names are the person's own; only what draws has to be plain.
              #expect(!frame.text().unicodeScalars.contains { (0x2500...0x28FF).contains($0.value) }, "\(kind)")
            }
          }
        }
      }
    }
  }
}
