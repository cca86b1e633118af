extension ShortestEdit {
  /// The stretches as a person would mark them: what only came or only went is whole lines, or words with the blank
  /// after them, and no small islands are left within a change.
  func readable(_ old: [Substring], _ new: [Substring]) -> [Stretch] {
    var stretches = stretches.withLinesApart(old, new)
    for place in stretches.indices.dropFirst().dropLast() where !stretches[place].isSame {
      if stretches[place].old.isEmpty { stretches.slide(place, by: stretches.bestSlide(of: place, along: \.new, new)) }
      if stretches[place].new.isEmpty { stretches.slide(place, by: stretches.bestSlide(of: place, along: \.old, old)) }
    }
    return stretches.withoutIslands(old, new)
  }
}

extension [ShortestEdit.Stretch] {
  // MARK: Lines

  /// Where a line gave way to another, and whole lines after it went or came, they are told apart: else the new line
  /// would stand below the old ones, beside another paragraph.
  fileprivate func withLinesApart(_ old: [Substring], _ new: [Substring]) -> Self {
    var (read, given): (Self, Int) = ([], 0)
    for (place, var stretch) in enumerated() {
      stretch.move(start: given, end: 0)
      given = 0
      let next = self[safe: place + 1]
      if let next,
        let parts = stretch.lineApart(from: next, along: \.old, old) ?? stretch.lineApart(from: next, along: \.new, new)
      {
        read += parts
        given = parts[1].old.count
      } else {
        read.append(stretch)
      }
    }
    return read
  }

  // MARK: Sliding

  /// How far a change may move, because what it leaves at one end it meets at the other, to where it reads best.
  /// - Parameter side: the one on which it has words.
  fileprivate func bestSlide(of place: Int, along side: KeyPath<Element, Range<Int>>, _ words: [Substring]) -> Int {
    let range = self[place][keyPath: side]
    let room = (back: self[place - 1][keyPath: side].count - 1, on: self[place + 1][keyPath: side].count - 1)
    let back = (0..<Swift.min(room.back, range.count)).prefix {
      words[range.lowerBound - 1 - $0] == words[range.upperBound - 1 - $0]
    }
    let on = (0..<Swift.min(room.on, range.count)).prefix {
      words[range.lowerBound + $0] == words[range.upperBound + $0]
    }
    return (-back.count...on.count).max { one, other in
      clarity(one, range, words) < clarity(other, range, words)
    } ?? 0
  }

  /// How plain a change is that is moved so far: whole paragraphs most of all, then whole lines.
  private func clarity(_ slide: Int, _ range: Range<Int>, _ words: [Substring]) -> Int {
    let before = words[range.lowerBound + slide - 1]
    let last = words[range.upperBound + slide - 1]
    if last.isLineEnd {
      let isParagraph = range.lowerBound + slide > 1 && words[range.lowerBound + slide - 2].isLineEnd
      return before.isLineEnd ? (isParagraph ? 5 : 4) : 3
    }
    if before.contains(where: \.isWhitespace) { return 2 }
    return slide == 0 ? 1 : 0
  }

  fileprivate mutating func slide(_ place: Int, by distance: Int) {
    self[place - 1].move(start: 0, end: distance)
    self[place].move(start: distance, end: distance)
    self[place + 1].move(start: distance, end: 0)
  }

  // MARK: Islands

  /// What stayed the same between two changes goes into them where it is a blank, or much shorter than both: such
  /// islands make a change hard to read. Lines stay lines.
  fileprivate func withoutIslands(_ old: [Substring], _ new: [Substring]) -> Self {
    var read: Self = []
    for (stretch, next) in zip(self, dropFirst().map(Optional.some) + [nil]) {
      if let change = read.last, !change.isSame, !stretch.isSame || stretch.isIsland(change, next, old, new) {
        read[read.count - 1].take(stretch)
      } else {
        read.append(stretch)
      }
    }
    return read
  }
}

extension ShortestEdit.Stretch {
  /// A change of one line and of lines below it, as three: the line, the line ends after it, which stay, and the lines.
  /// - Parameters:
  ///   - next: what stays after it, from which those line ends are taken.
  ///   - side: the one with more lines.
  fileprivate func lineApart(from next: Self, along side: WritableKeyPath<Self, Range<Int>>, _ words: [Substring])
    -> [Self]?
  {
    let (range, other) = (self[keyPath: side], side == \.old ? new : old)
    guard !isSame, !other.isEmpty, let end = range.first(where: { words[$0].isLineEnd }), end > range.lowerBound else {
      return nil
    }
    let ends = range[end...].prefix { words[$0].isLineEnd }.count
    let follows = next[keyPath: side]
    guard end + ends < range.upperBound, ends < follows.count,
      (0..<ends).allSatisfy({ words[follows.lowerBound + $0] == words[end + $0] })
    else { return nil }
    var (line, same, lines) = (self, Self(isSame: true, old: old, new: new), self)
    line[keyPath: side] = range.lowerBound..<end
    same[keyPath: side] = end..<end + ends
    lines[keyPath: side] = end + ends..<range.upperBound + ends
    let rest = side == \.old ? \Self.new : \Self.old
    same[keyPath: rest] = other.upperBound..<other.upperBound + ends
    lines[keyPath: rest] = other.upperBound + ends..<other.upperBound + ends
    return [line, same, lines]
  }

  fileprivate mutating func move(start: Int, end: Int) {
    old = old.lowerBound + start..<old.upperBound + end
    new = new.lowerBound + start..<new.upperBound + end
  }

  fileprivate func isIsland(_ before: Self, _ next: Self?, _ old: [Substring], _ new: [Substring]) -> Bool {
    let words = new[self.new].joined()
    guard isSame, let next, !words.contains(where: \.isNewline) else { return false }
    return words.allSatisfy(\.isWhitespace) || words.count * 2 <= min(before.size(old, new), next.size(old, new))
  }

  fileprivate mutating func take(_ next: Self) {
    old = old.lowerBound..<next.old.upperBound
    new = new.lowerBound..<next.new.upperBound
  }

  /// Characters of its longer side.
  fileprivate func size(_ oldWords: [Substring], _ newWords: [Substring]) -> Int {
    max(oldWords[old].reduce(0) { $0 + $1.count }, newWords[new].reduce(0) { $0 + $1.count })
  }
}

extension Substring {
  fileprivate var isLineEnd: Bool { first?.isNewline == true }
}
