/// Finds what a person means by a few letters of it.
enum Fuzzy {
  /// From here on a word was found, or its beginning; what scores less only holds the letters.
  static let leastOfWords = 500
  /// For one of the other words by which something is looked for.
  static let otherWord = 3000

  /// How well `query` fits `text`: whole words first, then beginnings of words, then its letters in order. Nil where a
  /// letter is missing. More is better.
  ///
  /// - Parameter also: other words by which it is looked for; one of them is enough, and a whole one weighs most.
  static func score(_ query: String, in text: String, also: String = "") -> Int? {
    let (wanted, known) = (words(query), words(text))
    if wanted.contains(where: words(also).contains) { return otherWord }
    let scattered = scattered(query, in: text)
    if let scattered, !wanted.isEmpty {
      if wanted.allSatisfy(known.contains) { return 2000 + scattered }
      if wanted.allSatisfy(known.holdsBeginning) { return 1000 + scattered }
    }
    if wanted.contains(where: { $0.count > 2 && words(also).holdsBeginning($0) }) { return leastOfWords }
    return scattered
  }

  private static func words(_ text: String) -> [Substring] {
    text.lowercased().split { !$0.isLetter && !$0.isNumber }
  }

  /// The letters in order, word starts and neighbours first.
  private static func scattered(_ query: String, in text: String) -> Int? {
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

extension [Substring] {
  fileprivate func holdsBeginning(_ word: Substring) -> Bool { contains { $0.hasPrefix(word) } }
}
