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
    line(checkIn.id, context.words.clock(checkIn.stamp) + "  " + said(checkIn, context), &flow, &frame)
  }

  func drawMoments(with flow: inout Flow, on frame: inout Frame, _ context: Context) -> [UUID] {
    guard !answers.moments.isEmpty, flow.rest.rows >= 3 else { return [] }
    flow.gap()
    flow.line(
      context.words[.todayMoments], .dim, right: flow.rest.columns >= 60 ? context.words[.todayMoment] : "",
      on: &frame)
    return answers.moments.suffix(max(1, flow.rest.rows)).map { moment in
      line(moment.id, context.words.clock(moment.stamp) + "  " + said(moment, context), &flow, &frame)
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

  /// Its mood in words, then the scales with their numbers, then how many ticks there are of the rest.
  private func said(_ checkIn: CheckIn, _ context: Context) -> String {
    let words = context.words
    let measures = answers.fields.filter { !$0.isTicks }.flatMap(\.measures)
    let scales = measures.compactMap { measure -> String? in
      guard measure.id != "mood", let value = checkIn.answers[measure.id].map({ Int($0) }) else { return nil }
      let word = measure.words.isEmpty ? words.number(value) : measure.word(for: value) ?? words.number(value)
      return "\(measure.title.lowercased()) \(word)"
    }
    let ticks = answers.fields.filter(\.isTicks).flatMap(\.measures)
      .filter { checkIn.answers[$0.id] != nil }.map { $0.title.lowercased() }
    return ([checkIn.mood.map { words.mood($0) }].compactMap(\.self) + scales + ticks).joined(separator: " · ")
  }

  private func said(_ moment: Moment, _ context: Context) -> String {
    let words = context.words
    let felt = moment.felt.map { words[MomentRows.feelings[$0 + 2]] }
    let minutes = moment.minutes.map { words[.todayMinutes, ["n": words.number($0)]] }
    let names = moment.with.isEmpty ? nil : moment.with.joined(separator: ", ")
    return [words.moment(moment.kind), names, minutes, felt].compactMap(\.self).joined(separator: " · ")
  }
}

extension CheckInField {
  fileprivate var isTicks: Bool { if case .ticks = kind { true } else { false } }
}
