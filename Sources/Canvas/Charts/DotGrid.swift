/// Dots finer than cells, two wide and four high in each: what thin lines are drawn with.
struct DotGrid {
  let columns, rows: Int
  private var dots: [UInt8]
  private var styles: [Style]

  init(columns: Int, rows: Int) {
    (self.columns, self.rows) = (max(0, columns), max(0, rows))
    dots = Array(repeating: 0, count: self.columns * self.rows)
    styles = Array(repeating: .text, count: dots.count)
  }

  var width: Int { 2 * columns }
  var height: Int { 4 * rows }

  /// - Parameters:
  ///   - x: from the left.
  ///   - y: from the bottom. What lies outside is left out.
  mutating func set(_ x: Int, _ y: Int, _ style: Style) {
    guard x >= 0, x < width, y >= 0, y < height else { return }
    let down = height - 1 - y
    let cell = down / 4 * columns + x / 2
    dots[cell] |= Self.bits[down % 4][x % 2]
    styles[cell] = style
  }

  /// How a line is broken: so many dots, then as many left out. It counts along the line, however steep that is.
  struct Dash: Equatable {
    let dots: Int
    /// How far the line has come; at 0 it begins with dots.
    var phase = 0

    /// - Returns: whether the next dot is there.
    fileprivate mutating func step() -> Bool {
      defer { phase += 1 }
      return phase / dots % 2 == 0
    }
  }

  /// A straight line of dots (Bresenham), both ends included.
  mutating func line(_ from: (x: Int, y: Int), _ to: (x: Int, y: Int), _ style: Style) {
    var dash: Dash?
    line(from, to, style, &dash)
  }

  /// The same, broken where there is a dash; the next line goes on with it.
  mutating func line(_ from: (x: Int, y: Int), _ to: (x: Int, y: Int), _ style: Style, _ dash: inout Dash?) {
    let (across, up) = (abs(to.x - from.x), -abs(to.y - from.y))
    let (right, rise) = (from.x < to.x ? 1 : -1, from.y < to.y ? 1 : -1)
    var (at, error) = (from, across + up)
    while true {
      if dash?.step() ?? true { set(at.x, at.y, style) }
      if at == to { return }
      let doubled = 2 * error
      if doubled >= up { (error, at.x) = (error + up, at.x + right) }
      if doubled <= across { (error, at.y) = (error + across, at.y + rise) }
    }
  }

  /// Draws the cells that have dots; the others stay as they are.
  func draw(on frame: inout Frame, at origin: Point, _ ink: ChartInk) {
    for cell in dots.indices where dots[cell] != 0 {
      let place = Point(column: origin.column + cell % columns, row: origin.row + cell / columns)
      frame.put(String(glyph(dots[cell], ink)), at: place, style: styles[cell])
    }
  }

  private func glyph(_ dots: UInt8, _ ink: ChartInk) -> Character {
    let (upper, lower) = (dots & 0b0001_1011 != 0, dots & 0b1110_0100 != 0)
    switch ink {
    case .fine, .coloured: return Unicode.Scalar(0x2800 + UInt32(dots)).map { Character($0) } ?? " "
    case .blocks: return upper && lower ? "█" : upper ? "▀" : "▄"
    case .ascii: return upper && lower ? ":" : upper ? "'" : "."
    }
  }

  /// As Unicode numbers the dots of a braille pattern, by row and column.
  private static let bits: [[UInt8]] = [[0x01, 0x08], [0x02, 0x10], [0x04, 0x20], [0x40, 0x80]]
}
