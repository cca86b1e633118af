/// The looks of all roles, for each number of colours a terminal can have. Those of the house are written in
/// `Resources/themes`.
package struct Theme: Hashable, Sendable {
  /// Pairs and not a dictionary: Swift would search the whole program for `Role`'s conformance to `Hashable` at every
  /// start.
  typealias Table = KeyValuePairs<Role, Look>

  private let full, sixteen, eight, mono: Palette

  init(full: Table, sixteen: Table, eight: Table, mono: Table) {
    self.full = Palette(full)
    self.sixteen = Palette(sixteen)
    self.eight = Palette(eight)
    self.mono = Palette(mono)
  }

  /// The looks on a terminal with so many colours.
  package subscript(depth: Depth) -> Palette {
    switch depth {
    case .full: full
    case .sixteen: sixteen
    case .eight: eight
    case .mono: mono
    }
  }

  /// The theme of the house that suits a ground, where nobody has asked for another.
  package static func suiting(_ background: Background) -> Theme {
    switch background {
    case .dark: dark
    case .light: light
    }
  }

  /// A theme of the house, or its twin for light grounds (`high-contrast-light`) where there is one; nil where none has
  /// this name.
  package init?(named name: String, on background: Background) {
    if background == .light, let twin = Theme(named: name + "-light") { self = twin } else { self.init(named: name) }
  }

  /// As the table of the house writes them down.
  static func look(_ foreground: Int16, on background: Int16 = -1, _ attributes: Attributes...) -> Look {
    Look(foreground: foreground, background: background, attributes: Attributes(attributes))
  }
}

extension Role {
  /// As it is called in a theme.
  package var name: String { String(describing: self) }
}
