import Canvas
import FoundationEssentials
import HearthContent
import HearthCore

/// How it was answered to be today, and the moments of the day, as lines on Today.
struct DayLines: Equatable {
  let answers: DayAnswers
  /// Which has the mark.
  var marked: UUID?

  /// - Returns: those that are in sight, from top to bottom.
  func draw(with flow: inout Flow, on frame: inout Frame, _ context: Context) -> [UUID] {
    drawCheckIns(with: &flow, on: &frame, context) + drawMoments(with: &flow, on: &frame, context)
  }

  /// On one line: the last check-in, or how one is answered.
  func drawBriefly(with flow: inout Flow, on frame: inout Frame, _ context: Context) -> [UUID] {
    guard let last = answers.checkIns.last else {
      flow.line(context.words[.todayHowIsIt], .dim, right: context.words[.todayCheckIn], on: &frame)
      return []
    }
    return [line(last, &flow, &frame, context)]
  }

  /// The last three; none are asked for once there are as many.
  private func drawCheckIns(with flow: inout Flow, on frame: inout Frame, _ context: Context) -> [UUID] {
    let shown = answers.checkIns.suffix(DayAnswers.mostInvited)
    let invites = answers.checkIns.count < DayAnswers.mostInvited
    guard flow.rest.rows >= 3, invites || !shown.isEmpty else { return [] }
    flow.gap()
    flow.line(
      context.words[.todayHowIsIt], .dim, right: invites ? context.words[.todayCheckIn] : "", on: &frame)
    return shown.prefix(flow.rest.rows).map { line($0, &flow, &frame, context) }
  }

  private func line(_ checkIn: CheckIn, _ flow: inout Flow, _ frame: inout Frame, _ context: Context) -> UUID {
    line(checkIn.id, context.words.clock(checkIn.stamp) + "  " + answers.said(checkIn, context.words), &flow, &frame)
  }

  func drawMoments(with flow: inout Flow, on frame: inout Frame, _ context: Context) -> [UUID] {
    guard !answers.moments.isEmpty, flow.rest.rows >= 3 else { return [] }
    flow.gap()
    flow.line(
      context.words[.todayMoments], .dim, right: flow.rest.columns >= 60 ? context.words[.todayMoment] : "",
      on: &frame)
    return answers.moments.suffix(max(1, flow.rest.rows)).map { moment in
      line(moment.id, context.words.clock(moment.stamp) + "  " + context.words.said(moment), &flow, &frame)
    }
  }

  private func line(_ id: UUID, _ text: String, _ flow: inout Flow, _ frame: inout Frame) -> UUID {
    let isMarked = id == marked
    if isMarked, !flow.isFull {
      frame.put("▌", at: flow.rest.origin, style: .accent)
      frame.cursor = flow.rest.origin
    }
    flow.line(text, isMarked ? .text.with(.bold) : .text, indent: 2, on: &frame)
    return id
  }
}
