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
  /// The number of a colour, as many as the terminal's `Depth` has; -1 for its own.
  package var foreground: Int16
  package var background: Int16
  package var attributes: Attributes

  package init(foreground: Int16 = -1, background: Int16 = -1, attributes: Attributes = []) {
    self.foreground = foreground
    self.background = background
    self.attributes = attributes
  }
}

/// From roles to looks, for one terminal.
///
/// The terminal's own background is kept. Without colours every role that must be told apart has an attribute, and
/// the program never says anything by colour alone.
package struct Palette: Hashable, Sendable {
  private var looks = [Look](repeating: Look(), count: Role.allCases.count)

  /// - Parameter table: a role that is not in it looks like the terminal's own text.
  package init(_ table: KeyValuePairs<Role, Look>) {
    for (role, look) in table { self[role] = look }
  }

  /// The palette that suits a terminal with so many colours on such a ground.
  package init(depth: Depth, background: Background = .dark) { self = Theme.suiting(background)[depth] }

  /// How a role looks, without attributes that a `Style` adds.
  package subscript(role: Role) -> Look {
    get { looks[Int(role.rawValue)] }
    set { looks[Int(role.rawValue)] = newValue }
  }

  /// Whether colour alone tells the steps of a scale; nothing is said by colours that are not all there.
  package var tellsSteps: Bool { Set(Role.steps.map { look(of: Style($0)).foreground }).count == Role.steps.count }

  /// The look of a style: that of its role, and the attributes it adds.
  package func look(of style: Style) -> Look {
    var look = self[style.role]
    look.attributes.formUnion(style.attributes)
    return look
  }
}
