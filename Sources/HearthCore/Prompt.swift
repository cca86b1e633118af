/// One question that invites an entry. It can be answered in minutes, and always be left.
package struct Prompt: Hashable, Sendable, Identifiable {
  /// Unique among all prompts, and never used again for another: entries remember which one they answer.
  package let id: String
  package let text: String
  /// The same without a figure of speech; nil where the text has none.
  package let literal: String?
  /// What it is about, such as `solitude` or `friendship`. `Interest.categories` chooses among them.
  package let categories: [String]
  /// 1 light, 2 takes some thought, 3 can weigh.
  package let depth: Int
  /// How long an answer takes, about.
  package let minutes: Int
  /// The rows of the concept list that it serves; empty in a person's own.
  package let concepts: [Int]
  /// A word of warning, shown before a question that can weigh.
  package let note: String?

  package init(
    id: String, text: String, literal: String? = nil, categories: [String], depth: Int = 1, minutes: Int = 5,
    concepts: [Int] = [],
    note: String? = nil
  ) {
    self.id = id
    self.text = text
    self.literal = literal
    self.categories = categories
    self.depth = depth
    self.minutes = minutes
    self.concepts = concepts
    self.note = note
  }

  /// As it is asked where no figures of speech are wanted.
  package var plainly: Prompt {
    guard let literal else { return self }
    return Prompt(
      id: id, text: literal, categories: categories, depth: depth, minutes: minutes, concepts: concepts, note: note)
  }
}
