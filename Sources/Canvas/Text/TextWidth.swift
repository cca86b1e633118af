/// How many columns text takes, and what stands in them.
///
/// The policy is the one on which terminals agree: a wide character takes two columns; an emoji is drawn as its
/// base, without its skin tone, its variation selector and whatever is joined to it; a flag is two letters of one
/// column each; a tab is four blanks; other control characters show as their pictures. The text itself is never changed. Layout, cursor and
/// drawing all ask here.
package enum TextWidth {
  /// The columns that `text` takes on one row.
  package static func columns(of text: some StringProtocol) -> Int { columns(of: String(text)) }

  /// The same for a `String`. Calls from other modules use this overload, which needs no generic dispatch.
  package static func columns(of text: String) -> Int {
    if text.utf8.allSatisfy({ $0 &- 0x20 < 0x5F }) { return text.utf8.count }
    var columns = 0
    Clusters.walk(text) { cluster in
      columns += cluster.columns
      return true
    }
    return columns
  }

  /// The columns of one character: 0, 1, 2, or more where a script builds a character of several spacing parts.
  package static func columns(of character: Character) -> Int {
    var columns = 0
    forEachGlyph(of: character) { columns += Int($0.width) }
    return columns
  }

  /// The columns of a scalar that stands alone: 0, 1 or 2.
  static func columns(of scalar: Unicode.Scalar) -> Int {
    let value = scalar.value
    if value < 0x300 { return 1 }
    if value >= 0x4E00, value < 0xA000 { return 2 }
    if value >= 0x2500, value < 0x25FD { return 1 }
    if WidthTable.zero.hasPair(around: value) { return 0 }
    return WidthTable.wide.hasPair(around: value) ? 2 : 1
  }

  /// What the cells of a character show, from left to right; nothing for one without width.
  static func forEachGlyph(of character: Character, _ body: (Glyph) -> Void) {
    let scalars = character.unicodeScalars
    guard let first = scalars.first else { return }
    if first == "\t" {
      for _ in 0..<tabColumns { body(Glyph(" ")) }
      return
    }
    if first.value >= 0xA9, first.properties.isEmoji, !isRegionalIndicator(first) {
      return body(Glyph(first, width: UInt8(columns(of: first))))
    }
    var open: Glyph?
    for scalar in scalars where !isDropped(scalar) {
      let width = columns(of: scalar)
      if width == 0 {
        open?.add(scalar)
      } else {
        if let open { body(open) }
        open = Glyph(shown(scalar), width: UInt8(width))
      }
    }
    if let open { body(open) }
  }

  private static let tabColumns = 4

  /// What is drawn for a scalar: control characters have pictures, or `�` where there is none.
  static func shown(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0..<0x20: Unicode.Scalar(0x2400 + scalar.value) ?? "�"
    case 0x7F: "␡"
    case 0x80..<0xA0: "�"
    default: scalar
    }
  }

  private static func isRegionalIndicator(_ scalar: Unicode.Scalar) -> Bool {
    (0x1F1E6...0x1F1FF).contains(scalar.value)
  }

  /// What terminals draw in ways of their own when it joins a cell: joiners, selectors, keycaps, tags, turns of
  /// direction.
  private static func isDropped(_ scalar: Unicode.Scalar) -> Bool {
    guard scalar.value >= 0x61C else { return false }
    return switch scalar.value {
    case 0x61C, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0x20E3, 0xFE00...0xFE0F, 0xFEFF: true
    case 0xE0000...0xE0FFF: true
    default: false
    }
  }
}

extension [UInt32] {
  /// Whether `value` lies within one of the ascending pairs of first and last that this array is made of.
  fileprivate func hasPair(around value: UInt32) -> Bool {
    var low = 0
    var high = count / 2
    while low < high {
      let middle = (low + high) / 2
      if value > self[2 * middle + 1] {
        low = middle + 1
      } else if value < self[2 * middle] {
        high = middle
      } else {
        return true
      }
    }
    return false
  }
}
