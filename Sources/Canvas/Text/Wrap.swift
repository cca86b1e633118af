/// Breaks one line of text into rows of at most `width` columns.
///
/// The rows tile the text: each begins where the one before ends, and together they are the whole of it. A row ends
/// after spaces, which hang beyond the edge when they do not fit; after hyphens, slashes and dashes within a word;
/// and between ideographs or emoji. No row begins with closing punctuation or a small kana, none ends with an
/// opening bracket, and no-break spaces hold. A word longer than a row is cut.
///
/// - Parameters:
///   - width: at least 1; less counts as 1. A wide character in a row of one column stands alone and sticks out.
///   - hang: columns by which the rows after the first are narrower.
/// - Returns: at least one row, as ranges of UTF-8 offsets on the boundaries of characters.
package func wrap(_ text: some StringProtocol, width: Int, hang: Int = 0) -> [Range<Int>] {
  var rows = Rows(width: max(1, width), laterWidth: max(1, width - hang))
  Clusters.walk(String(text)) { cluster in
    rows.add(cluster)
    return true
  }
  return rows.finished
}

/// The rows of a line while it is being broken.
private struct Rows {
  private var width: Int
  /// Of every row after the first.
  private let laterWidth: Int
  private var rows: [Range<Int>] = []
  /// Where the open row begins and what it takes so far.
  private var start = 0
  private var columns = 0
  private var end = 0
  /// The last place in the open row where it may be broken, and the columns before it.
  private var chance: (offset: Int, columns: Int)?
  private var before: Breaking?
  private var isWithinWord = false

  init(width: Int, laterWidth: Int) {
    self.width = width
    self.laterWidth = laterWidth
  }

  mutating func add(_ cluster: Cluster) {
    let kind = Breaking(cluster)
    // Within a word that fits nothing is decided: most characters of most texts.
    if kind == .word, before == .word, columns < width, cluster.isNarrow {
      columns += 1
      end = cluster.end
      isWithinWord = true
      return
    }
    if mayBreak(before: kind) { chance = (cluster.start, columns) }
    let needed = cluster.columns
    if kind != .space, needed > 0 {
      while columns + needed > width, columns > 0 { breakRow(before: cluster) }
    }
    columns += needed
    end = cluster.end
    isWithinWord = before == .word || before == .digit || before == .ideograph
    before = kind
  }

  var finished: [Range<Int>] { rows + [start..<end] }

  private mutating func breakRow(before cluster: Cluster) {
    // What is left of the row has to fit into the next, which is narrower where rows hang.
    let fitting = chance.flatMap { columns - $0.columns <= laterWidth ? $0 : nil }
    let (offset, taken) = fitting ?? (cluster.start, columns)
    rows.append(start..<offset)
    start = offset
    columns -= taken
    chance = nil
    width = laterWidth
  }

  private func mayBreak(before next: Breaking) -> Bool {
    guard let before, before != .glue, next != .glue, next != .space, next != .closing else { return false }
    if before == .space { return true }
    if next == .trailing || next == .hyphen || before == .opening { return false }
    if before == .hyphen { return isWithinWord && next != .hyphen && next != .digit }
    return before == .ideograph || before == .closing || next == .ideograph
  }
}

/// What a character means for the end of a row.
private enum Breaking {
  case word, digit, space, glue, opening
  /// Stands at no beginning of a row.
  case closing
  /// Ends what is before it; but after a space it may begin something, as an ellipsis does.
  case trailing
  case hyphen
  /// Breaks from its neighbours: ideographs, kana, emoji.
  case ideograph

  init(_ cluster: Cluster) {
    switch cluster.first.value {
    case let value where value < 0x80: self = Breaking.ascii[Int(value)]
    case 0xC0..<0x1680: self = .word
    case 0x4E00..<0xA000: self = .ideograph
    case let value: self = Breaking.sign(value) ?? (cluster.columns == 2 ? .ideograph : .word)
    }
  }

  private static let ascii = kinds.reduce(into: [Breaking](repeating: .word, count: 0x80)) { ascii, kind in
    for scalar in kind.0.unicodeScalars where scalar.isASCII { ascii[Int(scalar.value)] = kind.1 }
  }

  /// Looked through by halving: a dictionary of these types would be made at every start.
  private static func sign(_ scalar: UInt32) -> Breaking? {
    let place = signs.indices.partitioningIndex { signs[$0].scalar >= scalar }
    return place < signs.count && signs[place].scalar == scalar ? signs[place].kind : nil
  }

  private static let signs: [(scalar: UInt32, kind: Breaking)] =
    kinds.flatMap { scalars, kind in scalars.unicodeScalars.map { ($0.value, kind) } }.sorted { $0.0 < $1.0 }

  private static let kinds: [(String, Breaking)] = [
    (" \t\u{1680}\u{2000}\u{2001}\u{2002}\u{2003}\u{2004}\u{2005}\u{2006}\u{2008}\u{2009}\u{200A}\u{3000}", .space),
    ("\u{A0}\u{2007}\u{202F}\u{2060}\u{FEFF}", .glue),
    ("0123456789", .digit),
    ("([{¿¡‘“‚„«‹（［｛「『【〔〈《〖〘｢", .opening),
    (")]}!?;:‼⁇⁈⁉）］｝」』】〕〉》〗〙｣、。，．！？；：・･｡､％〜", .closing),
    ("ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶーｧｨｩｪｫｬｭｮｯｰ々〻ゝゞヽヾ", .closing),
    (",.…%‰’”»›", .trailing),
    ("-/‐–—", .hyphen),
  ]
}
