import HearthApp
import HearthContent
import HearthCore
import HearthStorage

/// What the screen of a report asks for. Runs on the journal's thread.
extension JournalService {
  func answer(_ wish: ReportWish, now: Instant) -> Event {
    event(refused: { .report(.refused($0)) }, { .report(try granted(wish, now)) })
  }

  private func granted(_ wish: ReportWish, _ now: Instant) throws(Problem) -> ReportEvent {
    let settled = config.read().config
    let making = ReportMaking(
      shelf: shelf, words: Words(formats: settled.formats, moodNames: try vault.moodNames),
      today: Stamp(now, in: zone).day(endingAt: try vault.dayEnd), weekStart: settled.weekStart)
    switch wish {
    case .preview(let request):
      let notes = try making.notes(request, vault)
      var shown = request
      shown.form = .md
      return .previewed(request, notes.counts, text: try making.text(shown, of: notes, vault))
    case .write(let request, let path):
      try making.write(request, of: vault, to: path)
      return .written(path: path)
    }
  }
}
