import HearthCore

/// What the world is asked for about a report.
package enum ReportWish: Equatable, Sendable {
  /// How it would read, and how much there is for it.
  case preview(ReportRequest)
  /// Writes it to a file that is not there yet and that only the person can read.
  case write(ReportRequest, path: String)
}

package enum ReportEvent: Equatable, Sendable {
  /// The text of it, whatever form it is to have.
  case previewed(ReportRequest, ReportNotes.Counts, text: String)
  case written(path: String)
  case refused(Problem)
}
