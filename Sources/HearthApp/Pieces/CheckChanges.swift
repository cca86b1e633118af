import Canvas
import HearthContent
import HearthCore

/// What was answered in another way than an earlier time, side by side in words. Nothing is said about it.
struct CheckChanges {
  /// Not yet wrapped.
  let lines: [Line]

  init(from earlier: KeptCheck, to later: KeptCheck, in check: Practice, _ context: Context) {
    let words = context.words
    let changes = later.changes(from: earlier, in: check)
    let days = ["before": words.fullDate(earlier.day), "now": words.fullDate(later.day)]
    let title: Word = earlier.day == later.day ? .signsChangesSameDay : .signsChangesTitle
    let heading = [Line(words[title, days], .heading)]
    guard !changes.isEmpty else {
      lines = heading + [Line(), Line(words[.signsNoChanges])]
      return
    }
    let open = words[.signsLeftOpen]
    lines =
      heading
      + changes.flatMap { change in
        let sides = words[.signsChange, ["before": change.before ?? open, "now": change.now ?? open]]
        return [Line(), Line(change.item), Line("  \(sides)", .strong)]
      }
  }
}
