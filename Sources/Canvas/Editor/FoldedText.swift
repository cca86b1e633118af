/// A text as searching sees it: without case and accents.
///
/// Letters lose what Unicode calls "with": é is e, ø is o, ή is η. Marks above and below are dropped, and so are the
/// points of Hebrew and Arabic; the vowel signs of Thai or Devanagari are letters, and stay.
struct FoldedText: Equatable, Sendable {
  private(set) var scalars: [UInt32] = []
  /// Where in the source each of them stands, in UTF-8 bytes; at last the length of the source.
  private var offsets: [Int] = []

  init(_ source: some StringProtocol) {
    scalars.reserveCapacity(source.utf8.count)
    offsets.reserveCapacity(source.utf8.count + 1)
    var offset = 0
    for scalar in source.unicodeScalars {
      append(scalar, from: offset)
      offset += UTF8.width(scalar)
    }
    offsets.append(offset)
  }

  private mutating func append(_ scalar: Unicode.Scalar, from offset: Int) {
    if scalar.isASCII { return append(Self.lowercased(scalar.value), from: offset) }
    let properties = scalar.properties
    if !properties.changesWhenLowercased { return appendLowercase(scalar, from: offset) }
    for lower in properties.lowercaseMapping.unicodeScalars { appendLowercase(lower, from: offset) }
  }

  private mutating func appendLowercase(_ scalar: Unicode.Scalar, from offset: Int) {
    if !Self.isAccent(scalar) { append(Self.bases[scalar.value] ?? scalar.value, from: offset) }
  }

  private mutating func append(_ folded: UInt32, from offset: Int) {
    scalars.append(folded)
    offsets.append(offset)
  }

  /// Where `needle` is found, as UTF-8 offsets of the source with the accents of the last letter; none overlap.
  func ranges(of needle: FoldedText) -> [Range<Int>] {
    guard let first = needle.scalars.first else { return [] }
    var ranges: [Range<Int>] = []
    var index = 0
    while index + needle.scalars.count <= scalars.count {
      let end = index + needle.scalars.count
      if scalars[index] == first, scalars[index..<end].elementsEqual(needle.scalars) {
        ranges.append(offsets[index]..<offsets[end])
        index = end
      } else {
        index += 1
      }
    }
    return ranges
  }

  // MARK: Letters and their bases

  private static func isAccent(_ scalar: Unicode.Scalar) -> Bool {
    let order = scalar.properties.canonicalCombiningClass.rawValue
    return order >= 200 || (10...35).contains(order)
  }

  private static func lowercased(_ ascii: UInt32) -> UInt32 { (0x41...0x5A).contains(ascii) ? ascii + 0x20 : ascii }

  /// From a letter with an accent to the one without. The standard library has no public decomposition, but it knows
  /// the names: LATIN SMALL LETTER E WITH ACUTE is LATIN SMALL LETTER E.
  private static let bases: [UInt32: UInt32] = {
    var bases: [UInt32: UInt32] = [:]
    for (value, name) in names {
      guard let base = base(of: name), let scalar = scalars[base] else { continue }
      bases[value] = scalar
    }
    return bases
  }()

  private static func base(of name: String) -> String? {
    let words = name.split(separator: " ")
    return words.firstIndex(of: "WITH").map { words[..<$0].joined(separator: " ") }
  }

  private static let scalars = Dictionary(names.map { ($1, $0) }) { first, _ in first }

  /// Small letters of Latin, Greek and Cyrillic by their names.
  private static let names: [(UInt32, String)] = blocks.joined().compactMap { value in
    guard let scalar = Unicode.Scalar(value), let name = scalar.properties.name else { return nil }
    return scalar.properties.isLowercase ? (value, name) : nil
  }

  private static let blocks: [ClosedRange<UInt32>] = [0x61...0x7A, 0xDF...0x24F, 0x370...0x4FF, 0x1E00...0x1FFF]
}
