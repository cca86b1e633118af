import Canvas
import HearthContent

extension Palette {
  /// The colours a person has asked for, or those that suit the terminal.
  package init(_ config: Config, depth: Depth, background: Background) {
    let name = config.ownTheme.map(\.basedOn) ?? config.theme
    let theme = name.flatMap { Theme(named: $0, on: background) } ?? .suiting(background)
    self = theme[depth]
    guard let own = config.ownTheme?.looks[OwnTheme.Section(depth)] else { return }
    for role in Role.allCases { if let ink = own[role.name] { self[role] = Look(ink) } }
  }
}

extension Context {
  /// With which characters charts are drawn here.
  var ink: ChartInk {
    guard hasBraille else { return .blocks }
    return Palette(config, depth: depth, background: background).tellsSteps ? .coloured : .fine
  }
}

extension OwnTheme {
  /// - Parameter file: as it is to be named where something in it cannot be used.
  package static func reading(_ text: String, named file: String) -> (theme: OwnTheme, problems: [ContentProblem]) {
    reading(text, named: file, roles: Set(Role.allCases.map(\.name)), themes: Set(Theme.names))
  }
}

extension OwnTheme.Section {
  fileprivate init(_ depth: Depth) {
    switch depth {
    case .full: self = .full
    case .sixteen: self = .sixteen
    case .eight: self = .eight
    case .mono: self = .mono
    }
  }
}

extension Look {
  fileprivate init(_ ink: Ink) {
    self.init(
      foreground: Int16(ink.foreground), background: Int16(ink.background),
      attributes: Attributes(ink.attributes.map(Attributes.init)))
  }
}

extension Attributes {
  fileprivate init(_ attribute: Ink.Attribute) {
    switch attribute {
    case .bold: self = .bold
    case .dim: self = .dim
    case .italic: self = .italic
    case .underline: self = .underline
    case .reverse: self = .reverse
    }
  }
}
