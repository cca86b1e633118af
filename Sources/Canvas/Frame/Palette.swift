/// How many colours a terminal has.
package enum Depth: CaseIterable, Sendable {
  case mono
  case eight
  case sixteen
  /// 256 or more.
  case full
}

/// How a piece of text looks: colours by their number in the terminal, -1 for its own.
package struct Look: Hashable, Sendable {
  package var foreground: Int16
  package var background: Int16
  package var attributes: Attributes
}

/// From roles to looks: one table for each depth and background, each written by hand.
///
/// The terminal's own background is kept. Without colours every role that must be told apart has an attribute, and
/// the program never says anything by colour alone.
package struct Palette: Hashable, Sendable {
  private let looks: [Look]

  /// The palette for a terminal with so many colours on such a ground.
  package init(depth: Depth, background: Background = .dark) {
    let table = Palette.table(depth, background)
    looks = Role.allCases.map { table[$0] ?? Look(foreground: -1, background: -1, attributes: []) }
  }

  /// The look of a style: that of its role, and the attributes it adds.
  package func look(of style: Style) -> Look {
    var look = looks[Int(style.role.rawValue)]
    look.attributes.formUnion(style.attributes)
    return look
  }
}

// MARK: The tables

extension Palette {
  private typealias Table = [Role: Look]

  private static func table(_ depth: Depth, _ background: Background) -> Table {
    switch (depth, background) {
    case (.mono, _): mono
    case (.eight, .dark): eightOnDark
    case (.eight, .light): eightOnLight
    case (.sixteen, .dark): sixteenOnDark
    case (.sixteen, .light): sixteenOnLight
    case (.full, .dark): fullOnDark
    case (.full, .light): fullOnLight
    }
  }

  private static let fullOnDark: Table = [
    .dim: look(245), .strong: look(255, .bold), .accent: look(215), .heading: look(223, .bold),
    .question: look(187, .italic), .tag: look(109), .person: look(150), .found: look(16, on: 222),
    .border: look(240), .selected: look(255, on: 60), .bar: look(250), .key: look(215),
    .good: look(74), .middling: look(188), .low: look(173),
    .notice: look(151), .error: look(210, .bold), .link: look(110, .underline),
  ]

  private static let fullOnLight: Table = [
    .dim: look(241), .strong: look(16, .bold), .accent: look(94), .heading: look(94, .bold),
    .question: look(58, .italic), .tag: look(24), .person: look(22), .found: look(16, on: 222),
    .border: look(248), .selected: look(16, on: 153), .bar: look(239), .key: look(94),
    .good: look(25), .middling: look(60), .low: look(94),
    .notice: look(22), .error: look(124, .bold), .link: look(25, .underline),
  ]

  // 8 is left out: on some dark terminals it is black, on some light ones white.
  private static let sixteenOnDark: Table = [
    .dim: look(7), .strong: look(15, .bold), .accent: look(11), .heading: look(15, .bold),
    .question: look(14), .tag: look(6), .person: look(10), .found: look(0, on: 11),
    .border: look(7, .dim), .selected: look(15, on: 4), .bar: look(7), .key: look(11),
    .good: look(14), .middling: look(7), .low: look(3),
    .notice: look(10), .error: look(9, .bold), .link: look(14, .underline),
  ]

  // Yellow cannot be read here, so red stands for the amber, and an error stands on it.
  private static let sixteenOnLight: Table = [
    .dim: look(-1, .dim), .strong: look(0, .bold), .accent: look(1), .heading: look(0, .bold),
    .question: look(4), .tag: look(4), .person: look(5), .found: look(0, on: 11),
    .border: look(-1, .dim), .selected: look(15, on: 4), .bar: look(-1), .key: look(1),
    .good: look(4), .middling: look(-1), .low: look(5),
    .notice: look(2), .error: look(15, .bold, on: 1), .link: look(4, .underline),
  ]

  // Blue on black cannot be read, nor can yellow, cyan or white on white.
  private static let eightOnDark: Table = [
    .dim: look(-1, .dim), .strong: look(-1, .bold), .accent: look(3, .bold), .heading: look(-1, .bold),
    .question: look(6), .tag: look(6), .person: look(2), .found: look(0, on: 3),
    .border: look(-1, .dim), .selected: look(-1, .reverse), .bar: look(-1), .key: look(3),
    .good: look(6), .middling: look(-1), .low: look(3),
    .notice: look(2), .error: look(1, .bold), .link: look(6, .underline),
  ]

  private static let eightOnLight: Table = [
    .dim: look(-1, .dim), .strong: look(-1, .bold), .accent: look(1, .bold), .heading: look(-1, .bold),
    .question: look(4), .tag: look(4), .person: look(5), .found: look(0, on: 3),
    .border: look(-1, .dim), .selected: look(-1, .reverse), .bar: look(-1), .key: look(1),
    .good: look(4), .middling: look(-1), .low: look(5),
    .notice: look(4), .error: look(7, .bold, on: 1), .link: look(4, .underline),
  ]

  private static let mono: Table = [
    .dim: look(-1, .dim), .strong: look(-1, .bold), .accent: look(-1, .bold), .heading: look(-1, .bold),
    .question: look(-1, .bold), .tag: look(-1, .underline), .person: look(-1, .underline), .found: look(-1, .reverse),
    .border: look(-1, .dim), .selected: look(-1, .reverse), .bar: look(-1), .key: look(-1, .bold),
    .good: look(-1), .middling: look(-1), .low: look(-1),
    .notice: look(-1, .bold), .error: look(-1, .reverse), .link: look(-1, .underline),
  ]

  private static func look(_ foreground: Int16, _ attributes: Attributes = [], on background: Int16 = -1) -> Look {
    Look(foreground: foreground, background: background, attributes: attributes)
  }
}
