/// What a search asks for that stands in the text itself: words, tags and people. What it leaves out is not among it.
package struct Sought: Hashable, Sendable {
  /// Words one after the other, folded; at least one.
  struct Phrase: Hashable, Sendable {
    let words: [[UInt32]]
    /// The last word may go on.
    let isBegun: Bool
  }

  /// A name after its sign, in lower case.
  struct Mark: Hashable, Sendable {
    let sign: Character
    let name: String
    /// The name may go on.
    let isBegun: Bool
  }

  private(set) var phrases: [Phrase] = []
  private(set) var marks: [Mark] = []
  /// Of the marks, each once.
  private var signs: [Character] = []

  /// All that a condition asks for, whether all of it has to hold or any.
  package init(_ condition: Condition) {
    add(condition)
    signs = marks.map(\.sign).uniqued()
  }

  /// Whether there is nothing to look for in a text.
  package var isEmpty: Bool { phrases.isEmpty && marks.isEmpty }

  private mutating func add(_ condition: Condition) {
    switch condition {
    case .words(let text, let isBegun):
      let words = IndexWords.all(text)
      if !words.isEmpty { phrases.append(Phrase(words: words, isBegun: isBegun)) }
    case .tag(let name, let isBegun): marks.append(Mark(sign: "#", name: name.lowercased(), isBegun: isBegun))
    case .person(let name, let isBegun): marks.append(Mark(sign: "@", name: name.lowercased(), isBegun: isBegun))
    case .all(let parts), .any(let parts):
      for part in parts { add(part) }
    case .mood, .days, .prompt, .starred, .not: break
    }
  }

  /// Every place where something sought stands, in order, none overlapping, whole characters only.
  package func ranges(in text: String) -> [Range<String.Index>] {
    var found: [Range<Int>] = []
    eachPlace(in: text) { place in
      found.append(place)
      return true
    }
    return (text.characters(around: found) + markPlaces(in: text)).merged
  }

  /// Goes once through the words of a text and meets every phrase.
  /// - Parameter visit: takes a place in UTF-8 bytes, by its end; returns false to stop.
  private func eachPlace(in text: String, _ visit: (Range<Int>) -> Bool) {
    guard !phrases.isEmpty else { return }
    var text = text
    text.withUTF8 { eachPlace(in: IndexWords($0), visit) }
  }

  private func eachPlace(in text: IndexWords, _ visit: (Range<Int>) -> Bool) {
    var words = text
    var open: [OpenPhrase] = []
    let beginnings = phrases.map { $0.words[0][0] }
    while words.next(where: { !open.isEmpty || beginnings.contains($0) }) {
      var going: [OpenPhrase] = []
      for phrase in open where !phrase.meet(words, &going, visit) { return }
      for place in phrases.indices where beginnings[place] == words.letters[0] {
        let new = OpenPhrase(phrase: phrases[place], met: 0, start: words.start)
        if !new.meet(words, &going, visit) { return }
      }
      open = going
    }
  }

  private func markPlaces(in text: String) -> [Range<String.Index>] {
    signs.flatMap { sign in
      Marks.places(of: sign, in: text)
        .filter { place in marks.contains { $0.sign == sign && $0.means(place.name.lowercased()) } }
        .map(\.range)
    }
  }

  /// Where something sought stands first; words are preferred.
  func firstPlace(in text: String) -> Range<String.Index>? {
    var first: Range<Int>?
    eachPlace(in: text) { place in
      first = place
      return false
    }
    return first.map { text.characters(around: [$0])[0] } ?? markPlaces(in: text).merged.first
  }
}

/// A phrase of which the first words have been met in a text.
private struct OpenPhrase {
  let phrase: Sought.Phrase
  var met: Int
  /// Where it began.
  let start: Int

  /// - Returns: false when the visitor has seen enough.
  func meet(_ word: IndexWords, _ going: inout [OpenPhrase], _ visit: (Range<Int>) -> Bool) -> Bool {
    let sought = phrase.words[met]
    let isLast = met == phrase.words.count - 1
    guard isLast && phrase.isBegun ? word.letters.starts(with: sought) : word.letters == sought else { return true }
    if isLast { return visit(start..<word.ends[sought.count - 1]) }
    going.append(OpenPhrase(phrase: phrase, met: met + 1, start: start))
    return true
  }
}

extension Sought.Mark {
  /// - Parameter written: in lower case.
  fileprivate func means(_ written: String) -> Bool {
    if isBegun { return written.hasPrefix(name) }
    return written == name || (sign == "#" && written.hasPrefix(name + "/"))
  }
}

extension String {
  /// The whole characters around ranges of UTF-8 bytes.
  fileprivate func characters(around ranges: [Range<Int>]) -> [Range<Index>] {
    ranges.map { bytes in
      var start = utf8.index(startIndex, offsetBy: bytes.lowerBound)
      var end = utf8.index(start, offsetBy: bytes.count)
      while start.samePosition(in: self) == nil { start = unicodeScalars.index(before: start) }
      while end.samePosition(in: self) == nil { end = unicodeScalars.index(after: end) }
      return start..<end
    }
  }
}

extension [Range<String.Index>] {
  /// In order, those that overlap as one.
  fileprivate var merged: [Range<String.Index>] {
    sorted { $0.lowerBound < $1.lowerBound }.reduce(into: []) { merged, range in
      if let last = merged.last, range.lowerBound < last.upperBound {
        merged[merged.count - 1] = last.lowerBound..<Swift.max(last.upperBound, range.upperBound)
      } else {
        merged.append(range)
      }
    }
  }
}
