import HearthCore
import Testing

@testable import HearthContent

struct CardsTests {
  @Test func `a person's own card is read from its fields and its text`() throws {
    let shelf = Shelf(own: [
      (
        "cards/mine.md",
        """
        ---
        id: mine
        title: My own
        topic: solitude
        evidence: likely
        concepts: [1, 2]
        see: [card/other, support]
        for: lonely
        ---

        A walk *alone*.

        And home.

        """
      )
    ])
    let card = try #require(shelf.library.card("mine"))
    #expect(shelf.problems.isEmpty)
    #expect(card.title == "My own" && card.topic == .solitude && card.evidence == .likely && card.concepts == [1, 2])
    #expect(card.links == [.card("other"), .support] && card.interests == [.lonely])
    #expect(card.text == "A walk *alone*.\n\nAnd home.")
  }

  @Test(arguments: [
    ("A walk.", 1, ContentProblem.What.notAMap, nil),
    ("---\nid: a\ntitle: A\n---\nText", 2, .missing, "topic"),
    ("---\nid: a\ntitle: A\ntopic: moon\n---\nText", 4, .oddValue, "topic"),
    ("---\nid: a\ntitle: A\ntopic: myths\n---\n", 2, .missing, "text"),
    ("---\nid: a\ntitle: A\ntopic: myths\nsee: [moon]\n---\nText", 5, .oddValue, "see"),
    ("---\nid: a\ntitle: A\ntopic: myths\nmoon: 1\n---\nText", 5, .unknownField, "moon"),
    ("---\nid: a\ntitle: \"A\ntopic: myths\n---\nText", 3, .unreadable, nil),
  ])
  func `a mistake is told with its line`(text: String, line: Int, what: ContentProblem.What, field: String?) {
    let problem = Shelf(own: [("cards/a.md", text)]).problems.first
    #expect(problem?.line == line && problem?.what == what && problem?.field == field)
    #expect(problem?.file == "cards/a.md")
  }

  @Test func `what is built in can be read without a fault, and every way leads somewhere`() {
    let library = Shelf().library
    #expect(Shelf().problems.isEmpty)
    for card in library.cards {
      for link in card.links where link != .support {
        #expect(library.titles[link] != nil, "\(card.id) leads to \(link.text)")
      }
    }
  }
}
