import HearthCore
import HearthExchange
import Testing

struct ChartFileTests {
  private static let today = Day(number: 20_515)

  private func sheet(_ chart: Chart, answered: Bool = true) -> ChartSheet {
    var notes = ChartNotes(days: Self.today.adding(days: -9)...Self.today)
    if answered {
      let totals = [0, 1, 3].map {
        ChartNotes.DayTotal(day: notes.days.lowerBound.adding(days: $0), count: 1, sum: 4.5, last: 4.5)
      }
      for id in ["mood", "wanted", "had", "closeness", "contact", "energy", "sleep"] { notes.totals[id] = totals }
      notes.choices["alone"] = [.init(day: Self.today, value: 1, count: 2)]
      notes.felt = [.init(.medium, "call", felt: 1, count: 4)]
      notes.threads = [.init("<walk> & \"talk\"", [Self.today])]
      notes.needs = [.init("fun", ["Jon"])]
    }
    return ChartSheet(chart, of: notes)
  }

  private func svg(_ chart: Chart, answered: Bool = true) -> String {
    ChartSVG(sheet(chart, answered: answered), title: "A & B <c>", description: "Said \"so\"\u{1}") { "\($0)" }.text
  }

  @Test(arguments: Chart.Kind.allCases, [true, false])
  func `every chart is one picture with a title and a description, and nothing that runs or comes from elsewhere`(
    _ kind: Chart.Kind, _ answered: Bool
  ) {
    let svg = svg(.builtIn(kind), answered: answered)
    #expect(svg.contains("<title id=\"chart-\(kind.rawValue)-title\">A &amp; B &lt;c&gt;</title>"))
    #expect(svg.contains("Said &quot;so&quot;</desc>"))
    #expect(svg.contains("role=\"img\"") && svg.hasSuffix("</svg>\n"))
    #expect(!svg.contains("script") && !svg.contains("href") && !svg.contains("nan") && !svg.contains("inf\""))
    // Every element that is opened is closed.
    #expect(svg.count { $0 == "<" } == svg.count { $0 == ">" })
  }

  @Test func `on a screen a picture is as dark as that is, and on paper never`() {
    let sheet = sheet(.builtIn(.wantedAndHad))
    let svg = { (ground: ChartSVG.Ground) in
      ChartSVG(sheet, title: "T", description: "D", on: ground) { "\($0)" }.text
    }
    #expect(svg(.screen).contains("prefers-color-scheme:dark"))
    #expect(svg(.paper).contains(".ground{fill:#fff}") && !svg(.paper).contains("dark"))
  }

  @Test func `a gap breaks the line of a picture`() {
    #expect(svg(.builtIn(.wantedAndHad)).components(of: "class=\"line s0\"") == 1)
    #expect(svg(.builtIn(.wantedAndHad)).contains("<circle"))
  }

  @Test func `a table has a row for each value, empty where there is none`() {
    let csv = ChartTable(sheet(.measure("mood"))) { "\($0)" == "x" ? "" : "mood" }.csv
    let rows = csv.split(separator: "\r\n", omittingEmptySubsequences: false)
    #expect(rows[0] == "from,to,what,value,count")
    #expect(rows[1].hasSuffix(",mood,4.5,"))
    #expect(rows[3].hasSuffix(",mood,,"))
    #expect(rows.count == 12)
  }

  @Test func `as JSON nothing is a number that is none`() {
    let json = ChartTable(sheet(.measure("mood"))) { _ in "mood \"1\"" }
      .json(title: "Mood", question: "?", rule: "r", sentences: ["one"])
    #expect(json.contains("\"logged\": 3") && json.contains("\"value\": null") && json.contains("mood \\\"1\\\""))
  }
}

extension String {
  fileprivate func components(of part: String) -> Int {
    split(separator: part, omittingEmptySubsequences: false).count - 1
  }
}
