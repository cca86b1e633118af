extension Sought {
  /// One line around the first place where something sought stands; the beginning where nothing does. Runs of white
  /// space become one blank; `…` says where something is left out, between words where there are some.
  ///
  /// - Parameter limit: the most characters, `…` included; at least 2.
  package func excerpt(of text: String, limit: Int = 240) -> String {
    let place = firstPlace(in: text)?.lowerBound ?? text.startIndex
    return text.walk { walk in
      let start = walk.start(before: text.utf8.distance(from: text.startIndex, to: place), most: limit / 3)
      let before = start > 0 ? "…" : ""
      var line = ExcerptLine(least: limit * 2 / 3, most: limit - before.count)
      var place = start
      while place < walk.bytes.count, !line.isOver {
        let next = walk.place(after: place)
        if walk.isBlank(place) { line.breakWords() } else { line.add(walk.bytes[place..<next]) }
        place = next
      }
      return before + line.text
    }
  }
}

extension Sought {
  /// What is told below a title: how the text begins; where what is sought stands in the title alone, and out of sight
  /// there, the title.
  ///
  /// - Parameter shown: as much of the title as is in sight.
  package func below(_ title: String, shown: String, excerpt: String) -> String {
    func holds(_ text: String) -> Bool { firstPlace(in: text) != nil }
    return !isEmpty && !holds(shown) && !holds(excerpt) && holds(title) ? title : excerpt
  }
}

/// A line that is filled with words, and ends between two of them where it grows too long.
private struct ExcerptLine {
  /// In characters: it is not cut between words before so many.
  let least: Int
  let most: Int
  private var bytes: [UInt8] = []
  private var count = 0
  /// A word is over, and none has begun.
  private var isBetweenWords = false
  /// In bytes, where it ends if it has to be cut.
  private var end = 0

  init(least: Int, most: Int) {
    (self.least, self.most) = (least, most)
    bytes.reserveCapacity(most * 2)
  }

  var isOver: Bool { count > most }

  mutating func add(_ character: Slice<UnsafeBufferPointer<UInt8>>) {
    if isBetweenWords { addBlank() }
    if character.count == 1 { bytes.append(character[character.startIndex]) } else { bytes += character }
    count += 1
    if count == most - 1, !isCutBetweenWords { end = bytes.count }
  }

  /// White space, of which one blank is left, and none at the ends.
  mutating func breakWords() { isBetweenWords = !bytes.isEmpty }

  private var isCutBetweenWords = false

  private mutating func addBlank() {
    isBetweenWords = false
    if (least..<most).contains(count) {
      end = bytes.count
      isCutBetweenWords = true
    }
    bytes.append(0x20)
    count += 1
  }

  var text: String {
    isOver ? String(decoding: bytes[..<end], as: UTF8.self) + "…" : String(decoding: bytes, as: UTF8.self)
  }
}

/// Goes from character to character of a text, by the bytes at which they begin. Next to each other two bytes of ASCII
/// are two characters, unless they end a line together; to know that without Unicode's tables saves most of the time of
/// an excerpt.
private struct CharacterWalk {
  let text: String
  let bytes: UnsafeBufferPointer<UInt8>

  func place(after place: Int) -> Int {
    let next = place + 1
    return isPlain(place) && (next == bytes.count || isPlain(next)) ? next : offset(text.index(after: index(place)))
  }

  private func place(before place: Int) -> Int {
    let last = place - 1
    let isAlone = isPlain(last) && (place == bytes.count || isPlain(place)) && (last == 0 || isPlain(last - 1))
    return isAlone ? last : offset(text.index(before: index(place)))
  }

  /// Whether a character begins with white space.
  func isBlank(_ place: Int) -> Bool {
    let byte = bytes[place]
    return byte < 0x80 ? byte == 0x20 || (0x09...0x0D).contains(byte) : text[index(place)].isWhitespace
  }

  /// The beginning of a word at most so many characters before a place, or exactly so many where no word begins there.
  /// The text's own beginning where only white space lies between.
  func start(before place: Int, most: Int) -> Int {
    var near = place
    for _ in 0..<most where near > 0 { near = self.place(before: near) }
    if near == 0 || near == place { return near }
    let start =
      first(from: near, to: place, isBlank).map { first(from: $0, to: place) { !isBlank($0) } ?? place } ?? near
    return first(from: 0, to: start) { !isBlank($0) } == nil ? 0 : start
  }

  private func first(from place: Int, to end: Int, _ isMeant: (Int) -> Bool) -> Int? {
    var place = place
    while place < end {
      if isMeant(place) { return place }
      place = self.place(after: place)
    }
    return nil
  }

  /// ASCII other than a carriage return, which may be half a character.
  private func isPlain(_ place: Int) -> Bool { bytes[place] < 0x80 && bytes[place] != 0x0D }

  private func index(_ place: Int) -> String.Index { text.utf8.index(text.startIndex, offsetBy: place) }

  private func offset(_ index: String.Index) -> Int { text.utf8.distance(from: text.startIndex, to: index) }
}

extension String {
  fileprivate func walk<Result>(_ body: (CharacterWalk) -> Result) -> Result {
    var bytes = self
    bytes.makeContiguousUTF8()
    let text = bytes
    return bytes.withUTF8 { body(CharacterWalk(text: text, bytes: $0)) }
  }
}
