/// A scalar as searching sees it: as SQLite's tokenizer `unicode61` sees it with `remove_diacritics 2`, and some letters
/// as they are typed where no key has them.
enum SearchLetter {
  /// A letter or digit, in lower case, without its accent.
  case letter(UInt32)
  /// One that is sought as two, such as ß.
  case pair(UInt32, UInt32)
  /// Joins the letter before it and does not count.
  case accent
  /// Parts words.
  case gap

  init(_ scalar: Unicode.Scalar) {
    let value = scalar.value
    // Most texts and searches need no more than these, and no table.
    if scalar.isASCII {
      self = SearchLetter(ascii: value)
    } else {
      self = value < Self.near.count ? Self.near[Int(value)] : SearchLetter(lookingUp: scalar)
    }
  }

  private init(ascii value: UInt32) {
    switch value {
    case 0x30...0x39, 0x61...0x7A: self = .letter(value)
    case 0x41...0x5A: self = .letter(value + 0x20)
    default: self = .gap
    }
  }

  /// What a word that begins with it begins with; nil where no word can.
  var first: UInt32? {
    switch self {
    case .letter(let first), .pair(let first, _): first
    case .accent, .gap: nil
    }
  }

  /// Latin, Greek and Cyrillic, looked up beforehand: by far the most.
  private static let near = (UInt32(0)..<0x530).map { value in
    Unicode.Scalar(value).map { SearchLetter(lookingUp: $0) } ?? .gap
  }

  private init(lookingUp scalar: Unicode.Scalar) {
    if Self.accents.contains(scalar.value) {
      self = .accent
    } else if Self.isWordPart(scalar.properties.generalCategory) {
      self = Self.spelled(Self.folded(scalar))
    } else {
      self = .gap
    }
  }

  private static func isWordPart(_ category: Unicode.GeneralCategory) -> Bool {
    switch category {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: true
    case .decimalNumber, .letterNumber, .otherNumber, .privateUse: true
    default: false
    }
  }

  private static func folded(_ scalar: Unicode.Scalar) -> UInt32 {
    if let base = bases[scalar.value] { return base }
    guard scalar.properties.changesWhenLowercased else { return scalar.value }
    let lowercase = scalar.properties.lowercaseMapping.unicodeScalars
    guard lowercase.count == 1, let lower = lowercase.first?.value else { return scalar.value }
    return bases[lower] ?? lower
  }

  private static func spelled(_ letter: UInt32) -> SearchLetter {
    guard let spelling = spellings[letter] else { return .letter(letter) }
    return spelling.count == 1 ? .letter(spelling[0]) : .pair(spelling[0], spelling[1])
  }

  /// Only these; any other mark parts words.
  private static let accents: Set<UInt32> = Set(
    [
      0x300...0x304, 0x306...0x30C, 0x30F...0x30F, 0x311...0x311, 0x31B...0x31B, 0x323...0x328, 0x32D...0x32E,
      0x330...0x331,
    ].joined())

  private static let bases = Dictionary(
    uniqueKeysWithValues: accented.flatMap { base, letters in letters.unicodeScalars.map { ($0.value, base.value) } })

  private static let accented: [Unicode.Scalar: String] = [
    "a": "àáâãäåāăąǎǟǻȁȃȧḁạảấầẩẫậắằẳẵặ",
    "b": "ḃḅḇ",
    "c": "çćĉċčḉ",
    "d": "ďḋḍḏḑḓ",
    "e": "èéêëēĕėęěȅȇȩḕḗḙḛḝẹẻẽếềểễệ",
    "f": "ḟ",
    "g": "ĝğġģǧǵḡ",
    "h": "ĥȟḣḥḧḩḫẖ",
    "i": "ìíîïĩīĭįİǐȉȋḭḯỉị",
    "j": "ĵǰ",
    "k": "ķǩḱḳḵ",
    "l": "ĺļľḷḹḻḽ",
    "m": "ḿṁṃ",
    "n": "ñńņňǹṅṇṉṋ",
    "o": "òóôõöōŏőơǒǫǭȍȏȫȭȯȱṍṏṑṓọỏốồổỗộớờởỡợ",
    "p": "ṕṗ",
    "r": "ŕŗřȑȓṙṛṝṟ",
    "s": "śŝşšșṡṣṥṧṩẛ",
    "t": "ţťțṫṭṯṱẗ",
    "u": "ùúûüũūŭůűųưǔǖǘǚǜȕȗṳṵṷṹṻụủứừửữự",
    "v": "ṽṿ",
    "w": "ŵẁẃẅẇẉẘ",
    "x": "ẋẍ",
    "y": "ýÿŷȳẏẙỳỵỷỹ",
    "z": "źżžẑẓẕ",
    "σ": "ς",
  ]

  /// By the letter, in lower case, as it is typed in one.
  fileprivate static let spellings = Dictionary(
    uniqueKeysWithValues: spelledOut.flatMap { spelling, letters in
      letters.unicodeScalars.map { ($0.value, spelling.unicodeScalars.map(\.value)) }
    })

  /// As search programs commonly have them; no more than two letters for one. Greek and Cyrillic stand here because
  /// the tokenizer knows their accents only where they follow the letter, and not where both are one scalar.
  private static let spelledOut = [
    "ae": "æǽǣ", "d": "đð", "h": "ħ", "i": "ı", "l": "ł", "n": "ŋ", "o": "øǿ", "oe": "œ", "ss": "ß", "t": "ŧ",
    "th": "þ",
    "α": "άὰᾰᾱ", "ε": "έὲ", "η": "ήὴ", "ι": "ίϊΐὶῐῑῒ", "ο": "όὸ", "υ": "ύϋΰὺῠῡῢ", "ω": "ώὼ",
    "а": "ӑӓ", "г": "ѓ", "е": "ёѐӗ", "ж": "ӂӝ", "з": "ӟ", "и": "йѝӣӥ", "к": "ќ", "о": "ӧ", "у": "ўӯӱӳ", "ч": "ӵ",
    "ы": "ӹ", "э": "ӭ", "і": "ї", "ѵ": "ѷ", "ә": "ӛ", "ө": "ӫ",
  ]
}

extension String {
  /// Its letters as they are sought, where the tokenizer leaves them as they are: Łódź, in lower case and without its
  /// accents, is lodz.
  package var spelledOut: String {
    guard hasLettersToSpellOut else { return self }
    var spelled = UnicodeScalarView()
    for scalar in unicodeScalars {
      let spelling = SearchLetter.spellings[scalar.value]?.compactMap(Unicode.Scalar.init)
      spelled.append(contentsOf: spelling ?? [scalar])
    }
    return String(spelled)
  }

  /// Whether any of its letters is sought as another.
  package var hasLettersToSpellOut: Bool {
    unicodeScalars.contains { !$0.isASCII && SearchLetter.spellings[$0.value] != nil }
  }
}

extension Unicode.Scalar {
  /// Whether it belongs to a script that is written without spaces, so that each of its characters is a word to a
  /// search.
  package var isUnspaced: Bool {
    // None comes before Thai.
    guard value >= 0x0E00 else { return false }
    return switch value {
    case 0x0E00...0x0EFF,  // Thai, Lao
      0x1780...0x17FF,  // Khmer
      0x2E80...0x2FDF, 0x3005...0x3007, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x323AF,  // Han
      0x3040...0x30FF, 0x31F0...0x31FF, 0xFF66...0xFF9F, 0x1AFF0...0x1B16F:  // Kana
      true
    default: false
    }
  }
}
