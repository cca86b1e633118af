import HearthCore
import Testing

@testable import HearthContent

struct ShelfTests {
  @Test func `what is built in can all be used`() {
    #expect(Shelf().problems.map { $0.sentence(Words()) } == [])
    #expect(Shelf().prompts.count == 154)
    #expect(Set(Shelf().prompts.map(\.id)).count == 154)
    #expect(Set(Shelf().lineRow.items.map(\.id)).count == Shelf().lineRow.items.count)
  }

  @Test(arguments: Shelf().prompts)
  func `a question can be answered in a few minutes`(prompt: Prompt) {
    #expect((2...5).contains(prompt.minutes))
    #expect(prompt.text.hasSuffix("?"))
    #expect(prompt.text.count <= 120)
    #expect(!prompt.categories.isEmpty)
    #expect(!prompt.concepts.isEmpty && prompt.concepts.allSatisfy { (1...244).contains($0) })
    #expect(prompt.literal.map { $0.hasSuffix("?") && $0.count <= 140 && $0 != prompt.text } ?? true)
    #expect((prompt.depth == 3) == (prompt.note != nil), "what can weigh says so first")
  }

  @Test(arguments: Interest.allCases.filter { $0 != .write })
  func `there is a question for everything one may want to understand`(interest: Interest) {
    let served = Shelf().prompts.filter { !interest.categories.isDisjoint(with: $0.categories) }
    #expect(served.count >= 3)
  }

  @Test func `there are questions for every part of life`() {
    let categories = Set(Shelf().prompts.flatMap(\.categories))
    #expect(categories.isSuperset(of: ["loneliness", "solitude", "friendship", "relationship", "work", "self"]))
  }

  // MARK: A person's own

  @Test func `own questions come after those of the house`() {
    let shelf = Shelf(own: [
      (
        "prompts/mine.yaml",
        """
        # Mine.
        - id: the-cat
          text: What did the cat think of it?
          categories: cats
        """
      )
    ])
    #expect(shelf.problems.isEmpty)
    #expect(shelf.prompts.count == 155)
    #expect(shelf.prompts.last == Prompt(id: "the-cat", text: "What did the cat think of it?", categories: ["cats"]))
  }

  @Test(arguments: [
    ("something-to-do", "after-doing"), ("three-strands", "after-two-weeks"), ("ask-for-help", "after-asking"),
    ("step-ladder", "one-rung"), ("one-rung", "after-the-rung"), ("expectation-and-outcome", "what-it-was-like"),
  ])
  func `what follows a practice stands behind it`(first: String, later: String) throws {
    let ids = Shelf().practices.map(\.id)
    #expect(try #require(ids.firstIndex(of: first)) < #require(ids.firstIndex(of: later)))
  }

  @Test func `own practices stand last, or where they say`() {
    func own(_ id: String, _ place: String) -> (name: String, text: String) {
      (
        "practices/\(id).yaml",
        "id: \(id)\ntitle: Tea\n\(place)steps: [{ card: Sit. }]\nresults: [{ page: a }]\npages: { a: Yes. }"
      )
    }
    let ids = Shelf(own: [own("early", "place: 1\n"), own("late", "")]).practices.map(\.id)
    #expect(ids.first == "early" && ids.last == "late")
  }

  @Test func `without figures of speech a question comes in its other words, where it has some`() {
    let file = "- id: a\n  text: What weighs on you?\n  literal: What worries you?\n- id: b\n  text: What is new?"
    var shelf = Shelf(own: [("prompts/mine.yaml", file)])
    #expect(shelf.problems.isEmpty)
    #expect(shelf.prompts.suffix(2).map(\.text) == ["What weighs on you?", "What is new?"])
    shelf.speaksPlainly = true
    #expect(shelf.prompts.suffix(2).map(\.text) == ["What worries you?", "What is new?"])
    #expect(shelf.practices.contains { $0.step("calm")?.text == "How did you feel while you were alone?" })
  }

  @Test func `a broken stanza is left out and named with its line, and the others stay`() {
    let file = """
      - id: first
        text: One?

      - id: second
        text: "Two?

      - id: third
        colour: blue
        text: Three?

      - id: fourth
      - id: first
        text: Again?
      - just some words
      """
    let shelf = Shelf(own: [("prompts/mine.yaml", file)])
    #expect(shelf.prompts.dropFirst(154).map(\.id) == ["first", "third"])
    #expect(
      shelf.problems.map { $0.sentence(Words()) } == [
        "prompts/mine.yaml, line 5: from this line on it could not be read. "
          + "Often it is a missing quote, a tab, or a different indentation.",
        "prompts/mine.yaml, line 8: colour is a name Hearth does not know. The rest still counts.",
        "prompts/mine.yaml, line 11: text is missing, so this one was left out.",
        "prompts/mine.yaml, line 12: another one is called first already, so this one was left out.",
        "prompts/mine.yaml, line 14: it is no list. Each piece begins with a dash, a space and its id.",
      ])
  }

  @Test(arguments: [("- id: a\n\u{0}", 2, "9"), ("\u{0}", 1, "1")])
  func `a file that is no text is told as a whole, with the place where that shows`(
    text: String, line: Int, byte: String
  ) {
    let refused = ContentProblem(file: "c", line: nil, what: .refused, value: "13")
    let shelf = Shelf(
      own: [("prompts/mine.yaml", text), ("prompts/more.yaml", "- id: a\n  text: b?")], unreadable: [refused])
    #expect(
      shelf.problems == [refused, ContentProblem(file: "prompts/mine.yaml", line: line, what: .hasNUL, value: byte)])
    #expect(shelf.prompt("a") != nil)
  }

  @Test(arguments: [
    ("", [Int]()),
    ("# nothing yet\n", []),
    ("---\n# nothing\n", []),
    ("id: a\ntext: b", [1]),
    ("\n\nwords", [3]),
    ("- [a", [1]),
    ("-", [1]),
    ("- id: a\n  text: b\n  depth: 7", [3]),
    ("- id: a\n  id: b\n  text: c", [2]),
    ("- id: a\n  text:\n    - b", [2]),
    ("- id: a\r\n  text: [b\r\n- id: c\r\n  text: d?", [2]),
  ])
  func `whatever stands in a file, it is told where it cannot be used`(text: String, lines: [Int]) {
    let shelf = Shelf(own: [("prompts/mine.yaml", text)])
    #expect(shelf.problems.map(\.line) == lines)
    #expect(shelf.prompts.count >= 154)
  }

  @Test func `a file in no known folder is named`() {
    let shelf = Shelf(own: [("poems/spring.yaml", "- id: a"), ("lines.yaml", ""), ("deep/prompts/x.yaml", "")])
    #expect(shelf.problems == [ContentProblem(file: "poems/spring.yaml", line: nil, what: .unknownFile)])
  }
}
