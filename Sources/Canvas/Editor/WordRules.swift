/// What is one word, for moving and for counting.
enum WordRules {
  /// What a character is to a word.
  enum Kind {
    case space, punctuation, letter, ideograph, picture

    var belongsToWord: Bool { self != .space && self != .punctuation }
  }

  static func kind(of character: Character) -> Kind {
    if character.isWhitespace { return .space }
    guard let scalar = character.unicodeScalars.first else { return .space }
    if isIdeograph(scalar) { return .ideograph }
    if character.isLetter || character.isNumber || character == "_" { return .letter }
    return scalar.value > 0xA9 && scalar.properties.isEmoji ? .picture : .punctuation
  }

  /// Whether words of this script are written without spaces, so that each of its characters counts as one.
  static func isIdeograph(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case ..<0x3005: false
    case 0x3041...0x3096, 0x309D...0x309F, 0x30A1...0x30FA, 0x30FC...0x30FF, 0x31F0...0x31FF, 0xFF66...0xFF9F: true
    case 0x3005...0x3007, 0x3021...0x3029, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF: true
    default: false
    }
  }

  static func isApostrophe(_ character: Character) -> Bool { character == "'" || character == "’" }

  /// How many words a text holds. Spaces and dashes part words, what has neither letter nor digit is none, and
  /// ideographs count one each.
  static func count(in text: String) -> Int {
    var text = text
    return text.withUTF8 { bytes in
      bytes.allSatisfy { $0 < 0x80 } ? countASCII(bytes) : nil
    } ?? countUnicode(text)
  }

  private static func countASCII(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var count = 0
    var isInWord = false
    for byte in bytes {
      if byte == 0x20 || (0x09...0x0D).contains(byte) {
        isInWord = false
      } else if !isInWord, isASCIILetterOrDigit(byte) {
        isInWord = true
        count += 1
      }
    }
    return count
  }

  private static func isASCIILetterOrDigit(_ byte: UInt8) -> Bool {
    let lowercased = byte | 0x20
    return (0x30...0x39).contains(byte) || (0x61...0x7A).contains(lowercased)
  }

  private static func countUnicode(_ text: String) -> Int {
    var count = 0
    var isInWord = false
    for scalar in text.unicodeScalars {
      if isIdeograph(scalar) {
        isInWord = false
        count += 1
      } else if parts(scalar) {
        isInWord = false
      } else if !isInWord, isLetterOrDigit(scalar) {
        isInWord = true
        count += 1
      }
    }
    return count
  }

  /// White space, dashes and the ellipsis.
  private static func parts(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: true
    case 0x2013, 0x2014, 0x2026: true
    default: false
    }
  }

  private static func isLetterOrDigit(_ scalar: Unicode.Scalar) -> Bool {
    if let byte = UInt8(exactly: scalar.value), byte < 0x80 { return isASCIILetterOrDigit(byte) }
    return scalar.properties.isAlphabetic || scalar.properties.numericType != nil
  }
}

extension TextLine {
  /// The end of the word that `offset` is in or before; the end of the line where no word follows.
  func wordEnd(after offset: Int) -> Int {
    var index = index(offset)
    while index < text.endIndex, !kind(at: index).belongsToWord { text.formIndex(after: &index) }
    guard index < text.endIndex else { return count }
    let kind = kind(at: index)
    while index < text.endIndex, self.kind(at: index) == kind { text.formIndex(after: &index) }
    return self.offset(index)
  }

  /// The start of the word that `offset` is in or after; the start of the line where none comes before.
  func wordStart(before offset: Int) -> Int {
    var index = index(offset)
    while let before = self.index(before: index), !kind(at: before).belongsToWord { index = before }
    guard let last = self.index(before: index) else { return 0 }
    let kind = kind(at: last)
    while let before = self.index(before: index), self.kind(at: before) == kind { index = before }
    return self.offset(index)
  }

  private func index(before index: String.Index) -> String.Index? {
    index > text.startIndex ? text.index(before: index) : nil
  }

  /// An apostrophe between letters belongs to the word.
  private func kind(at index: String.Index) -> WordRules.Kind {
    guard WordRules.isApostrophe(text[index]) else { return WordRules.kind(of: text[index]) }
    let after = text.index(after: index)
    guard let before = self.index(before: index), after < text.endIndex else { return .punctuation }
    let isBetweenLetters = WordRules.kind(of: text[before]) == .letter && WordRules.kind(of: text[after]) == .letter
    return isBetweenLetters ? .letter : .punctuation
  }
}
