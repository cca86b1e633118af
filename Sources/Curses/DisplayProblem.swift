/// Why no screen could be opened. Nothing has been written to the terminal then.
package enum DisplayProblem: Error, Hashable, Sendable {
  /// Standard input or output is a file, a pipe or nothing.
  case notATerminal
  /// `TERM` is not set.
  case unnamedTerminal
  /// A terminal of this name is not known here, or cannot place its cursor (`dumb`).
  case unusableTerminal(String)
}
