import GRDB

/// The words that are in the search index, of texts and marks alike.
struct IndexVocabulary {
  let db: Database

  /// Those that begin with `prefix`, which is folded as the index folds; nil where there are more than `most`.
  ///
  /// One seek a word: to ask for all of them at once would go through every place where they stand.
  func words(beginningWith prefix: String, atMost most: Int) throws -> [String]? {
    let next = try db.cachedStatement(sql: "SELECT term FROM entryWord WHERE term >= ? LIMIT 1")
    var words: [String] = []
    var from = prefix
    while let word = try String.fetchOne(next, arguments: [from]), word.utf8.starts(with: prefix.utf8) {
      if words.count == most { return nil }
      words.append(word)
      // No word has this character in it: what follows is another word.
      from = word + "\u{1}"
    }
    return words
  }
}
