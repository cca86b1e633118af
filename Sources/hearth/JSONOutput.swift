import HearthCore
import HearthExchange

/// A JSON document on its way out, entry by entry, so that no journal is too long for it.
struct JSONOutput {
  private let exportedAt: Stamp

  init(_ shell: Shell) { exportedAt = Stamp(shell.clock.now, in: shell.clock.zone) }

  /// Writes a document around the entries that `entries` hands over.
  ///
  /// - Parameter out: where the pieces go; standard output unless said otherwise.
  func write(
    to out: @escaping (String) throws(Problem) -> Void = Output.write,
    _ entries: ((Entry) throws(Problem) -> Void) throws(Problem) -> Void
  ) throws(Problem) {
    var writer = JournalJSON.Writer(exportedAt: exportedAt)
    try out(writer.opening)
    try entries { entry throws(Problem) in try out(writer.next(entry)) }
    try out(writer.closing)
  }
}
