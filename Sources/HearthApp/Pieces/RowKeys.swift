import Canvas
import HearthContent

/// The keys for ways through rows, the same on every screen. What a screen makes of a way is its own command.
enum RowKeys {
  static func list<Command>(_ move: (RowMove) -> Command) -> Bindings<Command> {
    Bindings([Binding("Up k", move(.up), .listUp), Binding("Down j", move(.down), .listDown)]) + pages(move)
  }

  /// Pages and ends alone, where a step is something of the screen's own.
  static func pages<Command>(_ move: (RowMove) -> Command) -> Bindings<Command> {
    Bindings([Binding("PgUp", move(.pageUp), .listPageUp), Binding("PgDn Space", move(.pageDown), .listPageDown)])
      + ends(move)
  }

  /// A list whose rows are answered: Space and the ends belong to the answers.
  static func answers<Command>(_ move: (RowMove) -> Command) -> Bindings<Command> {
    [
      Binding("Up k", move(.up), .listUp), Binding("Down j", move(.down), .listDown),
      Binding("PgUp", move(.pageUp), .listPageUp), Binding("PgDn", move(.pageDown), .listPageDown),
    ]
  }

  /// A list above which a search is typed: letters belong to the search.
  ///
  /// - Parameters:
  ///   - leave: ends the search.
  ///   - name: what that is called in help.
  static func searched<Command>(_ move: (RowMove) -> Command, _ leave: Command, _ name: Word) -> Bindings<Command> {
    [
      Binding("Up", move(.up), .listUp), Binding("Down", move(.down), .listDown),
      Binding("Esc", leave, name, hint: .keyBack),
    ]
  }

  static func text<Command>(_ move: (RowMove) -> Command) -> Bindings<Command> {
    Bindings([
      Binding("Up k", move(.up), .readUp), Binding("Down j", move(.down), .readDown),
      Binding("PgUp", move(.pageUp), .readPageUp), Binding("PgDn Space", move(.pageDown), .readPageDown),
    ]) + ends(move)
  }

  /// A text that is read where letters may be meant for something else.
  static func wordless<Command>(_ move: (RowMove) -> Command) -> Bindings<Command> {
    [
      Binding("Up", move(.up), .readUp), Binding("Down", move(.down), .readDown),
      Binding("PgUp", move(.pageUp), .readPageUp), Binding("PgDn", move(.pageDown), .readPageDown),
      Binding("Home", move(.first), .listTop), Binding("End", move(.last), .listBottom),
    ]
  }

  static func ends<Command>(_ move: (RowMove) -> Command) -> Bindings<Command> {
    Bindings([Binding("Home g", move(.first), .listTop), Binding("End G", move(.last), .listBottom)])
  }
}
