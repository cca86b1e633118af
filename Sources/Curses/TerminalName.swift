/// What `TERM` says, and what to try when the terminfo database here has never heard of it.
struct TerminalName: Equatable {
  /// The names to try, best first.
  let candidates: [String]

  /// - Throws: ``DisplayProblem/unnamedTerminal`` without a name, ``DisplayProblem/unusableTerminal(_:)`` for names
  ///   that stand for no terminal at all.
  init(_ term: String?) throws(DisplayProblem) {
    guard let term, !term.isEmpty else { throw .unnamedTerminal }
    guard term != "dumb", term != "unknown" else { throw .unusableTerminal(term) }
    candidates = [term] + Self.relatives(of: term)
  }

  /// Terminals younger than the database, by a word in their name: they all understand what xterm does.
  private static let young = [
    "kitty", "ghostty", "alacritty", "wezterm", "foot", "contour", "konsole", "iterm", "rio", "vte", "gnome", "mintty",
  ]

  /// Whether it can be asked about itself. The console of the kernel and the glass terminals of old print what they
  /// do not understand.
  var answersQuestions: Bool {
    let deaf = ["linux", "vt1", "vt2", "vt3", "vt4", "vt5", "ansi", "cons", "sun", "hurd", "cygwin", "eterm"]
    return !candidates.contains { name in deaf.contains { name.lowercased().hasPrefix($0) } }
  }

  private static func relatives(of term: String) -> [String] {
    let name = term.lowercased()
    if name.hasPrefix("tmux") || name.hasPrefix("screen") { return ["screen-256color", "screen"] }
    if name.hasPrefix("xterm") || young.contains(where: name.contains) { return ["xterm-256color", "xterm"] }
    return name.hasSuffix("-256color") ? ["xterm-256color"] : []
  }
}
