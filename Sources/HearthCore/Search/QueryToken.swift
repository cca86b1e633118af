/// A piece of a search as it was typed.
struct QueryToken {
  enum Kind: Equatable {
    case open, close, or
    /// `-` or `NOT`, as typed.
    case not(String)
    case word(String)
    case quoted(String)
    case keyed(Query.Key, String)
  }

  enum Ending {
    case bare
    /// With a quotation mark, so that it cannot go on.
    case quoted
    /// A quotation mark is missing.
    case unclosed
  }

  let kind: Kind
  let ending: Ending
  /// In characters of the text.
  let range: Range<Int>
}
