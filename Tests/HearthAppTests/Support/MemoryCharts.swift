import HearthApp
import HearthContent
import HearthCore

/// What was answered, for charts, in memory.
struct MemoryCharts {
  var notes = ChartNotes(days: Day(number: 0)...Day(number: 0))
  var questions: [PatternQuestion] = []
  var memory: [String: PatternMemory] = [:]
  var leavesOutBodyDays = false

  /// A winter of check-ins, moments and practices up to a day, with two days left out.
  static func winter(upTo last: Day) -> MemoryCharts {
    var charts = MemoryCharts()
    let days = (0..<120).filter { $0 % 9 != 4 && !(14...15).contains($0) }.map { last.adding(days: $0 - 119) }
    func totals(_ value: (Int) -> Double) -> [ChartNotes.DayTotal] {
      days.map { day in
        .init(day: day, count: 1, sum: value(day.number), last: value(day.number))
      }
    }
    charts.notes.totals = [
      "mood": totals { Double($0 % 5) / 2 + 2 }, "wanted": totals { Double($0 % 7) / 2 + 6 },
      "had": totals { Double($0 % 4) + 2 }, "closeness": totals { Double($0 % 6) + 2 },
      "contact": totals { Double($0 % 8) + 1 }, "energy": totals { Double($0 % 5) + 3 },
      "sleep": totals { Double($0 % 4) + 5 }, "lonely": totals { Double($0 % 3) + 2 },
      PatternQuestion.minutes: totals { Double($0 % 5) * 20 },
    ]
    let options = days.map { ChartNotes.ChoiceTotal(day: $0, value: $0.number % 3, count: 1) }
    for id in ["alone", "reaching-out", "promise", "mended-after", "boundary-outcome"] {
      charts.notes.choices[id] = options
    }
    charts.notes.hours = [8, 20].map { .init(hour: $0, count: 40, sum: 120) }
    charts.notes.meetings = days.map {
      .init(
        day: $0, count: 1, minutes: $0.number % 5 * 20, isMicro: $0.number % 3 == 0, isQuality: $0.number % 2 == 0,
        isHard: $0.number % 11 == 0)
    }
    charts.notes.felt =
      (-2...2).map { .init(.medium, "call", felt: $0, count: 3 + $0) }
      + (0...2).map { .init(.circle, "friend", felt: $0, count: 2 + $0) }
    charts.notes.threads = [
      .init("After a fight", days.filter { $0.number % 13 == 0 }),
      .init("Sunday walk", days.filter { $0.weekday == 7 }),
    ]
    charts.notes.totals["moment/seen"] = totals { _ in 1 }.filter { $0.day.number % 3 == 0 }
    charts.notes.choices["how-often-lonely"] = days.filter { $0.number % 28 == 1 }.map {
      .init(day: $0, value: $0.number % 5, count: 1)
    }
    charts.notes.presences = [
      .init("Åsa", days.filter { $0.number % 29 == 3 }.map { $0...$0 }), .init("Jon", days.prefix(60).map { $0...$0 }),
      .init("Grandmother", isRemembered: true, [days[0]...days[10]]),
    ]
    charts.notes.needs = [.init("heard", ["Jon", "Åsa"]), .init("fun", [])]
    return charts
  }

  private static let known = [
    Measure(id: "mood", title: "Mood", range: 1...5, words: ["very low", "low", "all right", "good", "very good"]),
    Measure(id: "wanted", title: "Wanted"), Measure(id: "had", title: "Had"),
    Measure(id: "closeness", title: "Closeness"),
    Measure(id: "contact", title: "Company"), Measure(id: "energy", title: "Energy"),
    Measure(id: "sleep", title: "Sleep"),
    Measure(id: "lonely", title: "Lonely"), Measure(id: "tea", title: "Cups of tea", perDay: .sum),
    Measure(
      id: "how-often-lonely", title: "How often lonely", range: 0...4,
      words: ["never", "hardly ever", "occasionally", "some of the time", "often or always"], perDay: .last),
    Measure(id: "alone", title: "Alone", range: 0...2, words: ["pushed", "mixed", "chosen"], perDay: .last),
  ]

  mutating func answer(_ wish: ChartWish) -> ChartEvent {
    switch wish {
    case .list: return .listed(ChartShelf(known: Self.known, answered: Array(notes.totals.keys), first: first))
    case .draw(let request):
      var part = ChartNotes(days: request.span.days(upTo: request.last, since: first), measures: Self.known)
      (part.totals, part.choices, part.hours) = (notes.totals, notes.choices, notes.hours)
      if request.chart == .builtIn(.glance) { part.totals = part.totals.filter { !$0.key.contains("/") } }
      (part.meetings, part.felt, part.threads, part.needs) = (notes.meetings, notes.felt, notes.threads, notes.needs)
      part.presences = notes.presences
      part.weekStart = request.weekStart
      return .drawn(request, ChartSheet(request.chart, of: part, variant: request.variant))
    case .ask(let questions, let day):
      self.questions = questions
      return look(on: day)
    case .look(let day): return look(on: day)
    case .leaveOutBodyDays(let isOn, let day):
      leavesOutBodyDays = isOn
      return look(on: day)
    }
  }

  private var first: Day? { notes.totals.values.joined().map(\.day).min() }

  private mutating func look(on day: Day) -> ChartEvent {
    var part = ChartNotes(days: PatternBoard.days(upTo: day), measures: Self.known)
    part.totals = notes.totals
    return .looked(
      questions, PatternBoard(questions, of: part, on: day, leavingOutBodyDays: leavesOutBodyDays, remembering: &memory)
    )
  }
}
