import Canvas
import FoundationEssentials
import HearthContent
import HearthCore

/// What practices have left for today: questions that are due, and times of today that one is to come back at. At most three.
struct FollowUpLines: Equatable {
  private(set) var shown: [KeptFollowUp] = []

  static let most = 3

  init() {}

  /// - Parameter open: all that wait, the earliest first.
  init(_ open: [KeptFollowUp], in context: Context) {
    shown = Array(open.filter { Self.concerns($0.followUp.due, today: context) }.prefix(Self.most))
  }

  /// A time counts on its day already: `talk at 21:20`.
  private static func concerns(_ due: Due, today context: Context) -> Bool {
    switch due {
    case .at(let instant): Stamp(instant, in: context.zone).day(endingAt: context.settings.dayEnd) <= context.today
    case .on(let day): day <= context.today
    }
  }

  /// - Parameter marked: which has the mark.
  /// - Returns: those that are in sight, from top to bottom.
  func draw(with flow: inout Flow, marked: FollowUp.ID?, on frame: inout Frame, _ context: Context) -> [FollowUp.ID] {
    guard !shown.isEmpty, flow.rest.rows >= 3 else { return [] }
    flow.gap()
    flow.line(context.words[.todayFollowUps], .dim, on: &frame)
    let rows = shown.prefix(flow.rest.rows)
    for kept in rows {
      if kept.id == marked {
        frame.put("▌", at: flow.rest.origin, style: .accent)
        frame.cursor = flow.rest.origin
      }
      flow.line(
        said(kept, context), kept.id == marked ? .text.with(.bold) : .text, indent: 2, on: &frame)
    }
    return rows.map(\.id)
  }

  /// A time stands before what it is for; a day that has come is not mentioned.
  private func said(_ kept: KeptFollowUp, _ context: Context) -> String {
    guard case .at(let instant) = kept.followUp.due else { return kept.said }
    return "\(context.words.clock(Stamp(instant, in: context.zone)))  \(kept.said)"
  }
}
