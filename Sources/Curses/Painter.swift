import CNcurses
import Canvas
import Glibc

/// Turns the cells of a frame into those of ncurses.
@MainActor
struct Painter {
  private var palette: Palette?
  /// Indexed by role and attributes; looked up for every cell.
  private var brushes = [Brush?](repeating: nil, count: Role.allCases.count * 32)
  /// Pair number n is at index n − 1. There are about a dozen; a dictionary would cost more at startup than it saves.
  private var pairs: [ColorPair] = []
  private var strip: [cchar_t] = []

  /// What ncurses wants to know of a style.
  private struct Brush {
    var attributes: attr_t
    var pair: Int32

    /// A cell with one scalar in it.
    func cell(_ base: wchar_t) -> cchar_t {
      var cell = cchar_t()
      nc_fill(&cell, attributes, pair, base)
      return cell
    }
  }

  private struct ColorPair: Equatable {
    var foreground: Int32
    var background: Int32
  }

  /// Takes up a palette.
  ///
  /// - Returns: Whether it is another than before: then everything has to be painted again.
  mutating func take(_ palette: Palette) -> Bool {
    guard palette != self.palette else { return false }
    let isFirst = self.palette == nil
    self.palette = palette
    brushes = brushes.map { _ in nil }
    // Pair numbers are reused: a terminal with eight colours has only 64 pairs.
    pairs = []
    return !isFirst
  }

  /// Puts onto ncurses' screen what differs from the frame before; without one of this size, everything.
  mutating func paint(_ frame: Frame, over old: Frame?) {
    let old = old?.size == frame.size ? old : nil
    for row in 0..<frame.size.rows {
      guard let change = change(inRow: row, of: frame, since: old) else { continue }
      paint(change, of: row, in: frame)
    }
  }

  /// Without `Optional.map`: Swift checks the actor in each closure on the main actor, which took half of the time for
  /// a row.
  private func change(inRow row: Int, of frame: Frame, since old: Frame?) -> Range<Int>? {
    guard let old else { return 0..<frame.size.columns }
    return frame.change(inRow: row, since: old)
  }

  /// Puts some columns of a row onto ncurses' screen.
  mutating func paint(_ columns: Range<Int>, inRow row: Int, of frame: Frame) { paint(columns, of: row, in: frame) }

  /// Whether a character in this style is nothing but itself on the terminal.
  mutating func isPlain(_ style: Style) -> Bool {
    let brush = brush(for: style)
    return brush.attributes == NC_NORMAL && brush.pair == 0
  }

  /// Overwrites what was painted last.
  mutating func forget() { strip.wipe(with: cchar_t()) }
}

extension Painter {
  private mutating func paint(_ columns: Range<Int>, of row: Int, in frame: Frame) {
    strip.removeAll(keepingCapacity: true)
    let cells = frame.row(row)
    for cell in cells[cells.startIndex + columns.lowerBound..<cells.startIndex + columns.upperBound] {
      // ncurses makes the right half of a wide character itself.
      if cell.width > 0 { append(frame.glyph(of: cell), brush(for: cell.style)) }
    }
    mvwadd_wchnstr(nc_stdscr(), Int32(row), Int32(columns.lowerBound), strip, Int32(strip.count))
  }

  /// Appends one character. If the C library gives it another width, U+FFFD stands for it: ncurses moves the cursor
  /// relatively, so a wrong width would shift the rest of the row.
  private mutating func append(_ glyph: Glyph, _ brush: Brush) {
    let base = wchar_t(bitPattern: glyph.base.value)
    guard glyph.base.isASCII || wcwidth(base) == Int32(glyph.width) else {
      strip.append(brush.cell(0xFFFD))
      if glyph.width == 2 { strip.append(brush.cell(0x20)) }
      return
    }
    var cell = brush.cell(base)
    for place in 0..<4 where glyph.marks[place] != 0 {
      nc_mark(&cell, Int32(place + 1), wchar_t(bitPattern: glyph.marks[place]))
    }
    strip.append(cell)
  }
}

extension Painter {
  private mutating func brush(for style: Style) -> Brush {
    let place = Int(style.role.rawValue) * 32 + Int(style.attributes.rawValue & 31)
    if let known = brushes[place] { return known }
    let look = palette?.look(of: style)
    let colors = ColorPair(foreground: Int32(look?.foreground ?? -1), background: Int32(look?.background ?? -1))
    let brush = Brush(attributes: Self.attributes(look?.attributes ?? style.attributes), pair: pair(for: colors))
    brushes[place] = brush
    return brush
  }

  /// The number of a pair, made when it is first needed; 0, the terminal's own colours, when there are no more.
  private mutating func pair(for colors: ColorPair) -> Int32 {
    guard colors != ColorPair(foreground: -1, background: -1) else { return 0 }
    if let known = pairs.firstIndex(of: colors) { return Int32(known + 1) }
    let number = Int32(pairs.count + 1)
    guard number < nc_color_pairs(), init_extended_pair(number, colors.foreground, colors.background) == OK else {
      return 0
    }
    pairs.append(colors)
    return number
  }

  private static func attributes(_ attributes: Attributes) -> attr_t {
    let names: [(Attributes, attr_t)] = [
      (.bold, NC_BOLD), (.dim, NC_DIM), (.italic, NC_ITALIC), (.underline, NC_UNDERLINE), (.reverse, NC_REVERSE),
    ]
    return names.reduce(NC_NORMAL) { attributes.contains($1.0) ? $0 | $1.1 : $0 }
  }
}
