import HearthCore
import Testing

struct LibraryTests {
  private static let prompt = Prompt(
    id: "quiet", text: "When is quiet good?", categories: ["solitude"], depth: 1, minutes: 3, concepts: [], note: nil)
  private static let library = Library(
    [
      card("loose", "Words", .glossary, "Solitude: time alone."),
      card("alone", "Alone and lonely", .whatItIs, "Alone is a fact.", [.card("loose"), .prompt("quiet")], [.lonely]),
      card("café", "At the café", .building, "A hello is enough.", [.card("gone"), .practice("mend")]),
    ], prompts: [prompt], practices: [Practice(id: "mend", title: "Mend", steps: [])])

  private static func card(
    _ id: String, _ title: String, _ topic: Card.Topic, _ text: String, _ links: [CardLink] = [],
    _ interests: Set<Interest> = []
  ) -> Card {
    Card(id: id, title: title, topic: topic, links: links, interests: interests, text: text)
  }

  @Test func `cards stand in the order of their topics`() {
    #expect(Self.library.cards.map(\.id) == ["alone", "café", "loose"])
  }

  @Test func `a card with a place comes before those without`() {
    let first = Card(id: "z", title: "Z", topic: .myths, place: 1, text: "z")
    #expect(Library([Self.card("a", "A", .myths, "a"), first]).cards.map(\.id) == ["z", "a"])
  }

  @Test(arguments: [
    ("", ["alone", "café", "loose"]), ("cafe", ["café"]), ("alo", ["alone", "loose"]), ("time fact", []),
    ("hello at", ["café"]), ("- . -", ["alone", "café", "loose"]),
  ])
  func `a word finds cards, those with it in the title first`(typed: String, ids: [String]) {
    #expect(Self.library.search(typed).map(\.id) == ids)
  }

  @Test func `a way leads back too, and none to what is not there`() throws {
    let loose = try #require(Self.library.card("loose"))
    let cafe = try #require(Self.library.card("café"))
    #expect(Self.library.links(of: loose) == [.card("alone")])
    #expect(Self.library.links(of: cafe) == [.practice("mend")])
    #expect(Self.library.card(leadingTo: .prompt("quiet"))?.id == "alone")
    #expect(Self.library.titles[.prompt("quiet")] == "When is quiet good?")
  }

  @Test func `what serves now is what was not read`() {
    #expect(Self.library.forNow([.lonely], read: []).map(\.id) == ["alone"])
    #expect(Self.library.forNow([.lonely], read: ["alone"]).isEmpty)
    #expect(Self.library.forNow([], read: []).isEmpty)
  }

  @Test(arguments: ["card/alone", "practice/mend", "prompt/quiet", "support"])
  func `a link is written as it is read`(text: String) { #expect(CardLink(text)?.text == text) }

  @Test(arguments: ["", "card", "card/", "song/alone", "alone"])
  func `what is no link is none`(text: String) { #expect(CardLink(text) == nil) }

  // MARK: What is about the same

  private static func about(_ concepts: [Int], _ links: [CardLink] = []) -> Card {
    Card(id: "c", title: "C", topic: .building, concepts: concepts, links: links, text: "c")
  }

  private static func kin(_ card: Card) -> [CardLink] {
    let practices = [("one", [1, 2]), ("two", [1]), ("three", [3]), ("four", [1, 9]), ("five", [1, 8, 9])].map {
      Practice(id: $0, title: $0, concepts: $1, steps: [])
    }
    let prompts = [("light", nil), ("heavy", "It can weigh.")].map { id, note in
      Prompt(id: id, text: id, categories: [], depth: 1, minutes: 3, concepts: [1], note: note)
    }
    return Library([card], prompts: prompts, practices: practices).links(of: card)
  }

  @Test func `a card names what is about the same, the nearest first, and no question that can weigh`() {
    #expect(Self.kin(Self.about([1, 2])) == [.practice("one"), .practice("two"), .practice("four"), .prompt("light")])
    #expect(Self.kin(Self.about([7])).isEmpty)
  }

  @Test func `what was chosen for a card comes first, and on one that leads to people to call it stands alone`() {
    let chosen: [CardLink] = [.practice("three"), .practice("five")]
    #expect(Self.kin(Self.about([1, 2], chosen)) == chosen + [.practice("one"), .prompt("light")])
    #expect(Self.kin(Self.about([1, 2], [.support])) == [.support])
  }
}
