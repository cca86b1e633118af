extension Sought {
  /// One line around the first place where something sought stands; the beginning where nothing does. Runs of white
  /// space become one blank; `…` says where something is left out, between words where there are some.
  ///
  /// - Parameter limit: the most characters, `…` included; at least 2.
  package func excerpt(of text: String, limit: Int = 240) -> String {
    let place = firstPlace(in: text) ?? text.startIndex..<text.startIndex
    let start = text.start(before: place.lowerBound, most: limit / 3)
    let line = text[start...].onOneLine(most: limit + 1)
    let before = start > text.startIndex ? "…" : ""
    if before.count + line.count <= limit { return before + line }
    return before + line.prefix(max(0, limit - before.count - 1)).endingBetweenWords(from: limit * 2 / 3) + "…"
  }
}

extension String {
  /// The beginning of a word at most so many characters before a place, or exactly so many where no word begins there.
  /// The text's own beginning where only white space lies between.
  fileprivate func start(before place: Index, most: Int) -> Index {
    let before = self[..<place]
    let near = before.suffix(most)
    guard near.startIndex > startIndex else { return startIndex }
    if near.startIndex == place { return place }
    let blank = near.firstIndex(where: \.isBlank)
    let start = blank.map { near[$0...].firstIndex { !$0.isBlank } ?? place } ?? near.startIndex
    return before[..<start].allSatisfy(\.isBlank) ? startIndex : start
  }
}

extension Substring {
  /// The first characters with runs of white space as one blank, none at the ends.
  fileprivate func onOneLine(most: Int) -> String {
    var line = ""
    var count = 0
    var isAfterBlank = true
    for character in self {
      if count == most { break }
      if !character.isBlank || !isAfterBlank {
        line.append(character.isBlank ? " " : character)
        count += 1
      }
      isAfterBlank = character.isBlank
    }
    return line.last == " " ? String(line.dropLast()) : line
  }

  /// Without the word at the end that may be cut, where it does not go back far.
  fileprivate func endingBetweenWords(from least: Int) -> Substring {
    guard let blank = lastIndex(of: " "), distance(from: startIndex, to: blank) >= least else { return self }
    return self[..<blank]
  }
}

extension Character {
  /// White space; told of ASCII without asking Unicode's tables, which would take most of the time of an excerpt.
  fileprivate var isBlank: Bool {
    guard let first = utf8.first, first < 0x80 else { return isWhitespace }
    return first == 0x20 || (0x09...0x0D).contains(first)
  }
}
