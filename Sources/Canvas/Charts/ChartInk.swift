/// With which characters charts are drawn: shapes say what colours say too, so that a chart reads without them.
package enum ChartInk: String, CaseIterable, Hashable, Sendable {
  /// Braille dots and blocks.
  case fine
  /// The same where there are colours enough to tell lines apart: none is dashed.
  case coloured
  /// For fonts without braille, such as the one of the Linux console.
  case blocks
  /// For terminals and files that know letters and digits only.
  case ascii

  /// Five steps of a scale, from the lowest up: each stands higher than the one before.
  package var steps: [Character] {
    switch self {
    case .fine, .coloured, .blocks: ["▁", "▃", "▅", "▆", "█"]
    case .ascii: ["_", "=", "o", "O", "@"]
    }
  }
  /// Where there is nothing: none of the steps looks like it.
  package var nothing: Character { self == .ascii ? "." : "·" }
  /// Parts of a stack, as unlike each other as can be, each at least half of its cell, so that none is faint; after
  /// the last they come again.
  package var fills: [Character] { self == .ascii ? ["#", "=", ".", "+", ":"] : ["█", "▒", "▞", "▌", "▄"] }
  /// One value, a few, and many at the same place.
  package var dots: [Character] { self == .ascii ? [".", "o", "@"] : ["○", "◉", "●"] }

  var point: Character { self == .ascii ? "o" : "•" }
  /// A line as long as a value, the half of a cell at its end, and the rest of the way it could go.
  var rail: (full: Character, half: Character, rest: Character) { self == .ascii ? ("=", "=", ".") : ("━", "╸", "─") }
  var mean: Character { self == .ascii ? "|" : "┃" }
  var tick: Character { self == .ascii ? "+" : "┤" }
  var upright: Character { self == .ascii ? "|" : "│" }
  var level: Character { self == .ascii ? "-" : "─" }
  var corner: Character { self == .ascii ? "+" : "└" }
  var notch: Character { self == .ascii ? "+" : "┬" }
  var cross: Character { self == .ascii ? "+" : "┼" }
  var under: Character { self == .ascii ? "^" : "▴" }
  /// What lies between two lines where the first is above, and where it is below.
  var between: (above: Character, below: Character) {
    switch self {
    case .ascii: (":", ".")
    case .blocks: ("▒", "░")
    // Strokes are seen where so light a shade is not.
    case .fine, .coloured: ("▒", "╱")
    }
  }

  /// A bar of eighths of a cell, upwards; 0 is nothing.
  func upward(_ eighths: Int) -> Character {
    self == .ascii ? (eighths >= 4 ? "#" : eighths > 0 ? "_" : " ") : Array(" ▁▂▃▄▅▆▇█")[min(max(eighths, 0), 8)]
  }
}

extension Style {
  /// A step of a scale in its colour.
  /// - Parameter step: from 0, the lowest, to 4.
  package static func step(_ step: Int) -> Style { Style(Role.steps[min(max(step, 0), 4)]) }
}

extension Role {
  static let steps: [Role] = [.step1, .step2, .step3, .step4, .step5]
}

/// A label at a place along a chart: a date below a day, a number beside a height.
package struct ChartMark: Hashable, Sendable {
  /// Which value it belongs to, counted from 0; beside a chart the value itself.
  package let place: Double
  package let label: String

  package init(_ place: Double, _ label: String) { (self.place, self.label) = (place, label) }
  package init(_ place: Int, _ label: String) { self.init(Double(place), label) }
}
