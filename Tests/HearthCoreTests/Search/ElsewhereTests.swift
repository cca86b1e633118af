import FoundationEssentials
import HearthCore
import Testing

/// What a search finds that is no entry.
@Suite struct ElsewhereTests {
  private static let stamp = Stamp(Instant(seconds: 1_000_000), in: .utc)
  private static let day = Day(number: 20_000)
  private static let nobody = UUID()

  private static let moment = Elsewhere.moment(
    Moment(
      id: nobody, stamp: stamp, day: day, kind: .conversation, with: ["Aunt Mia"],
      line: "We spoke about the cañal with @Jon. #walk/sea", createdAt: stamp.instant))
  private static let person = Elsewhere.person(
    Person(
      id: nobody, name: "Ana", aliases: ["Anita"], contexts: "the choir", rubsOff: "patience", notes: "likes tulips",
      role: "sings alto", value: "belonging"))
  private static let run = Elsewhere.run(
    Run(
      id: nobody, practice: "mending", version: 1, title: "After a quarrel", startedAt: stamp, day: day,
      asked: [
        Asked(step: "a", question: "With whom?", answer: .person("Rolf")),
        Asked(step: "b", question: "What was said?", answer: .text("That I never listen")),
        Asked(step: "c", question: "How is it?", answer: .number(3), words: ["calmer"]),
      ], place: nil))

  @Test(arguments: [
    (moment, "canal", true), (moment, "\"about the canal\"", true), (moment, "mia", true), (moment, "with:Jon", true),
    (moment, "with:\"aunt mia\"", true), (moment, "with:mia", false), (moment, "tag:walk", true),
    (moment, "tag:wal", false), (moment, "on:2024-10-04", true), (moment, "canal -spoke", false),
    (moment, "canal mood:1..5", false), (moment, "canal -starred:", true), (moment, "prompt:a", false),
    (moment, "zebra OR canal", true), (moment, "conversation", false),
    (person, "tulips", true), (person, "choir alto", true), (person, "patience belonging", true),
    (person, "anita", true), (person, "with:Anita", true), (person, "tulips on:2024-10-04", false),
    (run, "listen", true), (run, "rolf", true), (run, "with:Rolf", true), (run, "calmer", false),
    (run, "quarrel", false), (run, "listen to:2024-10-03", false),
  ])
  func `what was typed there is found as in an entry`(place: Elsewhere, search: String, isFound: Bool) {
    let dates = DateLanguage.at()
    #expect(place.meets(Query.reading(search, dates: dates).condition) == isFound)
  }
}
