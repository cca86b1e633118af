/// The words of a text one after the other, as the search index cuts and folds them: letters and digits make words,
/// case and accents do not count, and scripts that are written without spaces are cut into single characters.
///
/// It reads the bytes of a text, which have to outlive it.
struct IndexWords {
  private let bytes: UnsafeBufferPointer<UInt8>
  /// Where the next scalar begins.
  private var offset = 0
  /// The current word, folded.
  private(set) var letters: [UInt32] = []
  /// Where it begins, in UTF-8 bytes.
  private(set) var start = 0
  /// Where each of its letters ends, with the accents after it.
  private(set) var ends: [Int] = []

  /// - Parameter bytes: valid UTF-8.
  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// Goes on to the next word; false where there is none.
  /// - Parameter isWanted: takes a first letter. Words that begin otherwise are passed over, which is quick.
  mutating func next(where isWanted: (UInt32) -> Bool = { _ in true }) -> Bool {
    letters.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    while true {
      passASCII { !$0.isLetterOrDigit }
      guard let scalar = bytes.scalar(at: offset) else { return false }
      let letter = SearchLetter(scalar)
      guard let first = letter.first else {
        offset += UTF8.width(scalar)
        continue
      }
      if isWanted(first) {
        read(scalar, letter)
        return true
      }
      pass(scalar)
    }
  }

  private mutating func read(_ scalar: Unicode.Scalar, _ first: SearchLetter) {
    start = offset
    add(first, scalar)
    if scalar.isUnspaced { return }
    while let scalar = bytes.scalar(at: offset), !scalar.isUnspaced {
      let letter = SearchLetter(scalar)
      if case .gap = letter { return }
      add(letter, scalar)
    }
  }

  private mutating func add(_ letter: SearchLetter, _ scalar: Unicode.Scalar) {
    offset += UTF8.width(scalar)
    switch letter {
    case .letter(let folded): add(folded)
    case .pair(let first, let second):
      add(first)
      add(second)
    case .accent: ends[ends.count - 1] = offset
    case .gap: break
    }
  }

  private mutating func add(_ folded: UInt32) {
    letters.append(folded)
    ends.append(offset)
  }

  private mutating func pass(_ first: Unicode.Scalar) {
    offset += UTF8.width(first)
    if first.isUnspaced { return }
    while true {
      passASCII(where: \.isLetterOrDigit)
      guard let scalar = bytes.scalar(at: offset), !scalar.isUnspaced else { return }
      if case .gap = SearchLetter(scalar) { return }
      offset += UTF8.width(scalar)
    }
  }

  /// Most of a text is made of these, and is gone through by the byte.
  @inline(__always) private mutating func passASCII(where isPassed: (UInt8) -> Bool) {
    while offset < bytes.count, bytes[offset] < 0x80, isPassed(bytes[offset]) { offset += 1 }
  }

  /// All words of a text.
  static func all(_ text: String) -> [[UInt32]] {
    var text = text
    return text.withUTF8 { bytes in
      var words = IndexWords(bytes)
      var all: [[UInt32]] = []
      while words.next() { all.append(words.letters) }
      return all
    }
  }

  /// Whether a text holds anything that can be found.
  static func hasAny(_ text: String) -> Bool { text.unicodeScalars.contains { SearchLetter($0).first != nil } }
}

extension UInt8 {
  /// Of ASCII.
  fileprivate var isLetterOrDigit: Bool { (self | 0x20) &- 0x61 < 26 || self &- 0x30 < 10 }
}

extension UnsafeBufferPointer<UInt8> {
  /// Decodes without checks; nil at the end.
  fileprivate func scalar(at start: Int) -> Unicode.Scalar? {
    guard start < count else { return nil }
    let first = UInt32(self[start])
    if first < 0x80 { return Unicode.Scalar(UInt8(first)) }
    let length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    var value = first & (0x7F >> UInt32(length))
    for place in start + 1..<start + length { value = value << 6 | UInt32(self[place] & 0x3F) }
    return Unicode.Scalar(value)
  }
}
