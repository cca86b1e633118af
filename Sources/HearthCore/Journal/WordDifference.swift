/// What changed from one text to another, by words.
///
/// Always quick: texts that have little in common are compared by lines, and where even those are others, as wholes.
package struct WordDifference: Hashable, Sendable {
  /// A stretch of text, and which of the two texts it stands in.
  package enum Piece: Hashable, Sendable {
    case same(String)
    case added(String)
    case removed(String)
  }

  /// In reading order, what was removed before what stands in its place. No two neighbours are of one kind, none is
  /// empty. `same` and `removed` joined are the old text, `same` and `added` the new.
  package private(set) var pieces: [Piece] = []

  /// Case, accents and every blank count.
  package init(from old: String, to new: String) {
    let (oldWords, newWords) = (old[...].differenceWords, new[...].differenceWords)
    let edit = ShortestEdit(from: oldWords, to: newWords, most: Self.mostWords)
    if edit.isCoarse { addByLines(old, new) } else { add(edit, oldWords, newWords) }
  }

  /// Words that may come and go in a text, and in a part of one that changed more.
  private static let mostWords = 400
  private static let mostWordsOfPart = 80

  private mutating func addByLines(_ old: String, _ new: String) {
    let (oldLines, newLines) = (old[...].differenceLines, new[...].differenceLines)
    var (oldStart, newStart) = (0, 0)
    for pair in CommonLines(oldLines, newLines).pairs + [.init(old: oldLines.count, new: newLines.count)] {
      addPart(oldLines[oldStart..<pair.old].joined(), newLines[newStart..<pair.new].joined())
      if pair.new < newLines.count { add(same: String(newLines[pair.new])) }
      (oldStart, newStart) = (pair.old + 1, pair.new + 1)
    }
  }

  private mutating func addPart(_ old: String, _ new: String) {
    let (oldWords, newWords) = (old[...].differenceWords, new[...].differenceWords)
    add(ShortestEdit(from: oldWords, to: newWords, most: Self.mostWordsOfPart), oldWords, newWords)
  }

  private mutating func add(_ edit: ShortestEdit, _ old: [Substring], _ new: [Substring]) {
    for stretch in edit.readable(old, new) {
      if stretch.isSame {
        add(same: new[stretch.new].joined())
      } else {
        add(removed: old[stretch.old].joined(), added: new[stretch.new].joined())
      }
    }
  }

  // MARK: Pieces

  private mutating func add(same text: String) {
    guard !text.isEmpty else { return }
    if case .same(let before) = pieces.last {
      pieces[pieces.count - 1] = .same(before + text)
    } else {
      pieces.append(.same(text))
    }
  }

  private mutating func add(removed: String, added: String) {
    var (removed, added) = (removed, added)
    if case .added(let before) = pieces.last {
      added = before + added
      pieces.removeLast()
    }
    if case .removed(let before) = pieces.last {
      removed = before + removed
      pieces.removeLast()
    }
    if !removed.isEmpty { pieces.append(.removed(removed)) }
    if !added.isEmpty { pieces.append(.added(added)) }
  }
}

extension ShortestEdit {
  fileprivate init(from old: [Substring], to new: [Substring], most: Int) {
    var numbers: [Substring: Int] = [:]
    let (oldNumbers, newNumbers) = (old.map { numbers.number(of: $0) }, new.map { numbers.number(of: $0) })
    self.init(from: oldNumbers, to: newNumbers, most: most)
  }
}

extension [Substring: Int] {
  /// The same number for the same text.
  fileprivate mutating func number(of text: Substring) -> Int {
    let next = count
    if let number = self[text] { return number }
    self[text] = next
    return next
  }
}

/// What a character is to the words around it.
private enum DifferenceKind {
  case word, blank
  /// A sign, the end of a line, or a character of a script without spaces.
  case alone

  init(_ character: Character) {
    if character.isNewline {
      self = .alone
    } else if character.isWhitespace {
      self = .blank
    } else if character.isLetter || character.isNumber || "_'’#@".contains(character) {
      self = character.unicodeScalars.first?.isUnspaced == true ? .alone : .word
    } else {
      self = .alone
    }
  }
}

extension Substring {
  /// The lines, each with its end.
  fileprivate var differenceLines: [Substring] {
    var lines: [Substring] = []
    var rest = self
    while let end = rest.firstIndex(where: \.isNewline) {
      lines.append(rest[...end])
      rest = rest[rest.index(after: end)...]
    }
    return rest.isEmpty ? lines : lines + [rest]
  }

  /// Words, signs, and the blanks between them.
  fileprivate var differenceWords: [Substring] {
    var words: [Substring] = []
    var start = startIndex
    var before: DifferenceKind?
    var index = startIndex
    while index < endIndex {
      let kind = DifferenceKind(self[index])
      if let before, before != kind || kind == .alone {
        words.append(self[start..<index])
        start = index
      }
      before = kind
      formIndex(after: &index)
    }
    return isEmpty ? [] : words + [self[start...]]
  }
}
