import Canvas
import FoundationEssentials
import HearthContent
import HearthCore

/// What it has been a while with, on Today: at most three, each in two lines at most, and nothing where there is none.
struct SteadyThings {
  let rhythms: [Rhythm]
  /// Which one is marked.
  let selected: UUID?

  /// - Returns: those that are in sight, from top to bottom.
  func draw(with flow: inout Flow, on frame: inout Frame, _ context: Context) -> [UUID] {
    guard !rhythms.isEmpty, flow.rest.rows >= 3 else { return [] }
    flow.gap()
    flow.line(context.words[heading], .dim, on: &frame)
    let isRoomy = flow.rest.rows >= 2 * rhythms.count
    let shown = rhythms.prefix(isRoomy ? rhythms.count : flow.rest.rows)
    for rhythm in shown { draw(rhythm, isRoomy: isRoomy, with: &flow, on: &frame, context) }
    return shown.map(\.touchpoint.id)
  }

  /// A day of the year is told before it comes: there nothing has been a while.
  private var heading: Word { rhythms.contains { $0.touchpoint.yearly != nil } ? .touchTitle : .todaySteady }

  private func draw(
    _ rhythm: Rhythm, isRoomy: Bool, with flow: inout Flow, on frame: inout Frame, _ context: Context
  ) {
    let isMarked = rhythm.touchpoint.id == selected
    if isMarked {
      frame.put("▌", at: flow.rest.origin, style: .accent)
      frame.cursor = flow.rest.origin
    }
    let said = context.words.sentence(rhythm, on: context.today)
    flow.line(context.words.title(of: rhythm), isMarked ? .text.with(.bold) : .text, indent: 2, on: &frame)
    if isRoomy { flow.line(said, .dim, indent: 2, on: &frame) }
  }
}
