/// What a person would like to understand with their journal: feeds the choice of questions.
package enum Interest: String, CaseIterable, Hashable, Sendable {
  case lonely, relationship, friendship, solitude, change, write

  /// The categories of prompts that serve it; none for just writing.
  package var categories: Set<String> {
    switch self {
    case .lonely: ["loneliness"]
    case .relationship: ["partner", "relationship", "family"]
    case .friendship: ["friendship"]
    case .solitude: ["solitude"]
    case .change: ["grief", "change"]
    case .write: []
    }
  }
}
