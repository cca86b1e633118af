/// All that can be read, and what of it has been.
package struct Library: Hashable, Sendable {
  /// In the order of their topics; within one those with a place first, then in the order of the files.
  package let cards: [Card]
  /// The questions that cards lead to.
  package let prompts: [String: Prompt]
  /// What everything is called that a card can lead to; what is not here is not there.
  package let titles: [CardLink: String]
  /// What practices and questions are about, but for questions that can weigh.
  private let subjects: [CardLink: Set<Int>]

  package init(_ cards: [Card] = [], prompts: [Prompt] = [], practices: [Practice] = []) {
    self.cards = Card.Topic.allCases.flatMap { topic in cards.filter { $0.topic == topic }.inPlaces(\.place) }
    self.prompts = Dictionary(prompts.map { ($0.id, $0) }) { first, _ in first }
    let named =
      cards.map { (CardLink.card($0.id), $0.title) } + prompts.map { (.prompt($0.id), $0.text) }
      + practices.map { (.practice($0.id), $0.title) }
    titles = Dictionary(named) { first, _ in first }
    let about =
      practices.map { (CardLink.practice($0.id), Set($0.concepts)) }
      + prompts.filter { $0.note == nil }.map { (.prompt($0.id), Set($0.concepts)) }
    subjects = Dictionary(about) { first, _ in first }
  }

  package func card(_ id: String) -> Card? { cards.first { $0.id == id } }

  /// The card of that id or title, in any case.
  package func card(called name: String) -> Card? {
    card(name) ?? cards.first { $0.title.lowercased() == name.lowercased() }
  }

  /// Where a card leads: by its own links, by those of cards that lead to it, for a way goes in both directions, and to
  /// practices and questions that are about the same.
  package func links(of card: Card) -> [CardLink] {
    let back = cards.filter { $0.links.contains(.card(card.id)) }.map { CardLink.card($0.id) }
    return (card.links + back + kin(of: card)).uniqued().filter { $0 == .support || titles[$0] != nil }
  }

  /// So many practices, and so many questions, stand on a card where there are as many.
  private static let enough = 3

  /// A card that leads to people to call names what was chosen for it, and nothing by itself.
  private func kin(of card: Card) -> [CardLink] {
    if card.links.contains(.support) || card.concepts.isEmpty { return [] }
    let near = subjects.filter { !card.links.contains($0.key) && !$0.value.isDisjoint(with: card.concepts) }
    let ranked = near.map { (link: $0.key, shared: $0.value.intersection(card.concepts).count, all: $0.value.count) }
      .sorted { ($1.shared, $0.all, $0.link.text) < ($0.shared, $1.all, $1.link.text) }.map(\.link)
    return [\CardLink.isPractice, \.isPrompt].flatMap { isOfKind in
      ranked.filter { $0[keyPath: isOfKind] }.prefix(max(0, Self.enough - card.links.count { $0[keyPath: isOfKind] }))
    }
  }

  /// The first card that leads to a practice or a question: what to read about it.
  package func card(leadingTo link: CardLink) -> Card? { cards.first { $0.links.contains(link) } }

  /// Up to `count` cards that serve what a person wants to understand and that they have not read, in the order of the
  /// Library.
  package func forNow(_ interests: [Interest], read: Set<String>, count: Int = 3) -> [Card] {
    let wanted = Set(interests)
    return Array(cards.filter { !read.contains($0.id) && !$0.interests.isDisjoint(with: wanted) }.prefix(count))
  }

  /// Cards that hold every word of `typed`, or one that begins with it, accents aside; those that have them all in the
  /// title first, then those that are to be found by them. All of them where nothing is typed.
  package func search(_ typed: String) -> [Card] {
    if IndexWords.all(typed).isEmpty { return cards }
    let ways: [(Card) -> String] = [
      \.title, { $0.foundBy.joined(separator: " ") },
      { ([$0.title] + $0.foundBy + [$0.text]).joined(separator: "\n") },
    ]
    return ways.flatMap { text in cards.filter { text($0).holdsWords(typed) } }.uniqued()
  }
}

extension String {
  /// Whether every word of `typed` is in it, or one that begins with it, accents and case aside.
  package func holdsWords(_ typed: String) -> Bool {
    let words = IndexWords.all(self)
    return IndexWords.all(typed).allSatisfy { wanted in words.contains { $0.starts(with: wanted) } }
  }

  /// Whether one word of `typed` is in it, or begins one with three letters and more.
  package func sharesWord(with typed: String) -> Bool {
    let words = IndexWords.all(self)
    return IndexWords.all(typed).contains { wanted in wanted.count > 2 && words.contains { $0.starts(with: wanted) } }
  }
}
