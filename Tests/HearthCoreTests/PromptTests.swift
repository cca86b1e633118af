import HearthCore
import Testing

struct PromptTests {
  private let prompts = (1...12).map { number in
    Prompt(id: "p\(number)", text: "?", categories: [number <= 4 ? "solitude" : "work"])
  }

  private func questions(
    on day: Int = 20_000, seed: UInt64 = 7, dismissed: Set<String> = [], recent: [(Day, String)] = [],
    interests: Set<String> = [], of prompts: [Prompt]? = nil
  ) -> QuestionOfTheDay {
    QuestionOfTheDay(
      prompts: prompts ?? self.prompts, day: Day(number: day), seed: seed, dismissed: dismissed, recent: recent,
      interests: interests)
  }

  @Test func `the same day asks the same question`() {
    #expect(questions().first == questions().first)
    #expect(questions(recent: [(Day(number: 20_000), "p3")]).first == questions().first)
  }

  @Test func `other days and other people meet other questions`() {
    #expect(Set((0..<60).compactMap { questions(on: $0).first?.id }).count == 12)
    #expect(Set((0..<60).compactMap { questions(seed: $0).first?.id }).count == 12)
  }

  @Test func `the choice stays what it was, whatever machine it runs on`() {
    #expect((0..<6).map { questions(on: 20_000 + $0).first?.id } == ["p8", "p7", "p9", "p3", "p8", "p11"])
  }

  @Test func `what was dismissed never comes again`() {
    let dismissed: Set = ["p1", "p2", "p3", "p4", "p5", "p6"]
    let asked = (0..<200).compactMap { questions(on: $0, dismissed: dismissed).first?.id }
    #expect(dismissed.isDisjoint(with: asked))
    #expect(questions(dismissed: Set(prompts.map(\.id))).first == nil)
  }

  @Test func `half of all questions pass before one comes back`() {
    var recent: [(Day, String)] = []
    for day in 0..<60 {
      guard let id = questions(on: day, recent: recent).first?.id else { continue }
      #expect(!recent.prefix(6).map(\.1).contains(id))
      recent.insert((Day(number: day), id), at: 0)
    }
    #expect(recent.count == 60)
  }

  @Test func `what one wants to understand comes more often, and not alone`() {
    let asked = (0..<600).compactMap { questions(on: $0, interests: ["solitude"]).first }
    let wanted = asked.filter { $0.categories == ["solitude"] }.count
    // 4 of 12 prompts with three tickets each: 12 of 20.
    #expect((300...420).contains(wanted))
  }

  @Test func `another question is a new one until all have been shown`() {
    var recent: [(Day, String)] = []
    var id = questions().first?.id
    var shown: [String] = []
    while let current = id, !shown.contains(current) {
      shown.append(current)
      recent.insert((Day(number: 20_000), current), at: 0)
      id = questions(recent: recent).next(after: current)?.id
    }
    #expect(Set(shown) == Set(prompts.map(\.id)))
    #expect(id == shown.first, "then they come round again")
  }

  @Test func `with one question there is no other`() {
    let one = [Prompt(id: "only", text: "?", categories: [])]
    #expect(questions(of: one).first?.id == "only")
    #expect(questions(recent: [(Day(number: 19_999), "only")], of: one).first?.id == "only")
    #expect(questions(of: one).next(after: "only") == nil)
    #expect(questions(of: []).first == nil)
  }

  @Test func `a question that can weigh comes only to those who asked for its subject`() {
    let heavy = [Prompt(id: "heavy", text: "?", categories: ["grief"], depth: 3, note: "This one is about loss.")]
    #expect(questions(of: heavy).first == nil)
    #expect(questions(interests: ["grief"], of: heavy).first?.id == "heavy")
  }
}

struct SupportDirectoryTests {
  private func line(
    _ id: String, in country: String, _ needs: [SupportLine.Need], _ evidence: SupportLine.Evidence,
    isEnabled: Bool = true
  ) -> SupportLine {
    SupportLine(
      id: id, country: country, coverage: country, service: id, needs: needs, contacts: [.init(.call, to: "1")],
      evidence: evidence, isEnabled: isEnabled)
  }

  private let checked = SupportLine.Evidence(basis: .checkedList, confidence: .high)

  @Test(arguments: [
    (SupportLine.Evidence(basis: .checkedList, confidence: .high), true),
    (.init(basis: .checkedList, confidence: .high, needsCheck: true), false),
    (.init(basis: .severalSources, confidence: .high), true),
    (.init(basis: .severalSources, confidence: .high, needsCheck: true), false),
    (.init(basis: .severalSources, confidence: .middling), false),
    (.init(basis: .oneSource, confidence: .high), false),
    (.init(basis: .memory, confidence: .high), false),
    (.init(basis: .memory, confidence: .low, checkedOn: Day(number: 20_000)), true),
    (.own, true),
  ])
  func `a line needs evidence, or a person who checked it`(evidence: SupportLine.Evidence, isEnough: Bool) {
    #expect(evidence.isEnough == isEnough)
    #expect(line("a", in: "GB", [.crisis], evidence).isOffered == isEnough)
    #expect(!line("a", in: "GB", [.crisis], evidence, isEnabled: false).isOffered)
  }

  @Test func `without an emergency number a country's lines stay away`() {
    let crisis = line("talk", in: "GB", [.crisis], checked)
    #expect(SupportDirectory([crisis]).countries.isEmpty)
    #expect(SupportDirectory([crisis]).lines.isEmpty)
    let both = SupportDirectory([crisis, line("999", in: "GB", [.emergency], checked)])
    #expect(both.sections(for: "GB").map(\.need) == [.emergency, .crisis])
    #expect(both.emergencyLine(in: "GB")?.id == "999")
    #expect(both.firstCrisisLine(in: "GB")?.id == "talk")
  }

  @Test func `a line stands under every need it serves`() {
    let directory = SupportDirectory([
      line("999", in: "GB", [.emergency], checked), line("both", in: "GB", [.men, .abuse], checked),
    ])
    #expect(directory.sections(for: "GB").map(\.need) == [.emergency, .abuse, .men])
  }
}
