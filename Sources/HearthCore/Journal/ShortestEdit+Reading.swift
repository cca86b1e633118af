extension ShortestEdit {
  /// The stretches as a person would mark them: what only came or only went is whole lines, or words with the blank
  /// after them, and no small islands are left within a change.
  func readable(_ old: [Substring], _ new: [Substring]) -> [Stretch] {
    var stretches = stretches
    for place in stretches.indices.dropFirst().dropLast() where !stretches[place].isSame {
      if stretches[place].old.isEmpty { stretches.slide(place, by: stretches.bestSlide(of: place, along: \.new, new)) }
      if stretches[place].new.isEmpty { stretches.slide(place, by: stretches.bestSlide(of: place, along: \.old, old)) }
    }
    return stretches.withoutIslands(old, new)
  }
}

extension [ShortestEdit.Stretch] {
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

  /// How plain a change is that is moved so far: whole lines most of all.
  private func clarity(_ slide: Int, _ range: Range<Int>, _ words: [Substring]) -> Int {
    let before = words[range.lowerBound + slide - 1]
    let last = words[range.upperBound + slide - 1]
    if last.contains(where: \.isNewline) { return before.contains(where: \.isNewline) ? 4 : 3 }
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
