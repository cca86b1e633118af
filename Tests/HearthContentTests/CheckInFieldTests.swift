import HearthCore
import Testing

@testable import HearthContent

struct CheckInFieldTests {
  private func own(_ text: String) -> (fields: [CheckInField], problems: [ContentProblem]) {
    let shelf = Shelf(own: [("measures/mine.yaml", text)])
    return (shelf.checkInFields.filter { $0.group == .own }, shelf.problems)
  }

  @Test func `four things are asked at first: mood, energy, company wanted and had`() {
    #expect(Shelf().checkInFields.filter(\.isFirst).map(\.id) == ["mood", "energy", "wanted", "had"])
  }

  @Test func `everything that is built in can be used, and each measure is there once`() {
    #expect(Shelf().problems.isEmpty)
    let ids = Shelf().measures.map(\.id)
    #expect(Set(ids).count == ids.count && ids.contains("mood"))
    #expect(ids.filter { $0.hasPrefix("feeling/") }.count == 24)
  }

  @Test func `alone is chosen in words, and calmer than numb is above the middle`() throws {
    let alone = try #require(Shelf().measures.first { $0.id == "alone" })
    #expect((0...2).map(alone.word(for:)) == ["pushed on me", "mixed", "chosen"])
    let calm = try #require(Shelf().measures.first { $0.id == "calm-alone" })
    #expect(calm.range == -3...3 && calm.word(for: 3) == "calmer" && calm.word(for: -3) == "numb")
  }

  @Test func `own measures are asked beside the others, as a scale, in words or to tick`() {
    let (fields, problems) = own(
      """
      - id: coffee
        title: Cups of coffee
        range: [0, 20]
        perDay: sum
      - id: noise
        title: Noise
        words: [quiet, loud]
      - id: garden
        title: In the garden
        ticks: { dug: Dug, sat: Only sat }
      """)
    #expect(problems.isEmpty)
    #expect(
      fields.map(\.kind) == [
        .scale(Measure(id: "coffee", title: "Cups of coffee", range: 0...20, perDay: .sum)),
        .choice(Measure(id: "noise", title: "Noise", range: 0...1, words: ["quiet", "loud"])),
        .ticks([
          Measure(id: "garden/dug", title: "Dug", range: 0...1, perDay: .last),
          Measure(id: "garden/sat", title: "Only sat", range: 0...1, perDay: .last),
        ]),
      ])
  }

  @Test(arguments: [
    ("- id: a\n  title: A\n  range: [5, 1]", ContentProblem.What.oddValue, "range", 3),
    ("- id: a\n  title: A\n  group: moon", .oddValue, "group", 3),
    ("- id: a", .missing, "title", 1), ("- title: A", .missing, "id", 1),
    ("- id: a\n  title: A\n  words: [one]", .oddValue, "words", 3),
    ("- id: mood\n  title: A", .sameID, "mood", 1),
    ("- id: a\n  title: A\n  ticks: { x: X }\n  low: none", .unknownField, "low", 4),
  ])
  func `what cannot be used is named with file and line`(
    text: String, what: ContentProblem.What, field: String, line: Int
  ) {
    #expect(own(text).problems == [ContentProblem(file: "measures/mine.yaml", line: line, what: what, field: field)])
  }
}
