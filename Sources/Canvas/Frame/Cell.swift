/// One place of a ``Frame``: a plain value of eight bytes, so that a frame is one block of memory without a single
/// reference.
package struct Cell: Hashable, Sendable {
  /// A Unicode scalar; or, with the highest bit set, the place of a ``Glyph`` with marks in the table of the frame.
  package var glyph: UInt32
  package var style: Style
  /// 2 for the left half of a wide character, 0 for its right half, else 1.
  package var width: UInt8
  /// Makes the eighth byte a known one, so that two cells can be compared as one number.
  private let filler: UInt8 = 0

  init(scalar: UInt32, style: Style, width: UInt8 = 1) {
    glyph = scalar
    self.style = style
    self.width = width
  }

  /// An empty place.
  static func blank(_ style: Style = .text) -> Cell { Cell(scalar: 0x20, style: style) }
  /// The right half of a wide character.
  static func rightHalf(_ style: Style) -> Cell { Cell(scalar: 0, style: style, width: 0) }

  private static let tableBit: UInt32 = 1 << 31
  /// The table bit in a cell that is compared as one 64-bit number; `glyph` fills the low 32 bits.
  static var tableBits: UInt64 { 1 << 31 }

  /// The place in the frame's table of glyphs; nil where the cell holds its scalar itself.
  var tablePlace: Int? {
    get { glyph & Cell.tableBit == 0 ? nil : Int(glyph & ~Cell.tableBit) }
    set { if let newValue { glyph = UInt32(newValue) | Cell.tableBit } }
  }
}

/// What one cell shows: a base scalar and up to four marks that join it.
package struct Glyph: Hashable, Sendable {
  /// What is drawn first; the marks stand on it.
  package var base: Unicode.Scalar
  /// Scalar values in reading order; 0 where there is no further mark.
  package var marks: SIMD4<UInt32> = .zero
  /// Columns: 1 or 2.
  package var width: UInt8

  init(_ base: Unicode.Scalar, width: UInt8 = 1) {
    self.base = base
    self.width = width
  }

  /// Whether there is more than the base.
  package var hasMarks: Bool { marks[0] != 0 }

  /// Adds a mark; a fifth has no room and is dropped.
  mutating func add(_ mark: Unicode.Scalar) {
    for place in 0..<4 where marks[place] == 0 {
      marks[place] = mark.value
      return
    }
  }
}
