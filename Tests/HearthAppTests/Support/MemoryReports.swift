import HearthApp
import HearthContent
import HearthCore

extension MemoryJournal.State {
  /// A report, as the journal would make it.
  mutating func answer(_ wish: ReportWish) -> ReportEvent {
    switch wish {
    case .preview(let request):
      let notes = ReportNotes(days: request.days)
      return .previewed(request, notes.counts, text: "# A report\n\n## What was answered\n\nNothing.")
    case .write(let request, let path):
      if let reportRefusal { return .refused(reportRefusal) }
      reports.append((request, path))
      return .written(path: path)
    }
  }
}
