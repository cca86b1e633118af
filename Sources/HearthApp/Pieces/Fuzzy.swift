/// Finds what a person means by a few letters of it.
enum Fuzzy {
  /// How well `query` fits `text`: its letters in order, word starts and neighbours first. Nil where a letter is missing. More is better.
  static func score(_ query: String, in text: String) -> Int? {
    let wanted = Array(query.lowercased().filter { !$0.isWhitespace })
    guard !wanted.isEmpty else { return 0 }
    let letters = Array(text.lowercased())
    var best: Int?
    for start in letters.indices where letters[start] == wanted[0] {
      if let score = score(wanted, in: letters, from: start) { best = max(best ?? score, score) }
    }
    return best
  }

  private static func score(_ wanted: [Character], in letters: [Character], from start: Int) -> Int? {
    var total = 0
    var place = start
    var previous = -2
    for letter in wanted {
      guard let found = letters[place...].firstIndex(of: letter) else { return nil }
      let beginsWord = found == 0 || !letters[found - 1].isLetter
      total += 1 + (beginsWord ? 8 : 0) + (found == 0 ? 4 : 0) + (found == previous + 1 ? 5 : 0) - min(found - place, 3)
      previous = found
      place = found + 1
    }
    return total
  }
}
