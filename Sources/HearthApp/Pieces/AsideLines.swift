import Canvas
import HearthContent
import HearthCore

/// What Today offers by itself: a sentence, and below it the keys that answer. Where there is little room it is said in
/// fewer words; where there is none nothing is offered.
struct AsideLines: Equatable {
  let offer: Aside
  /// It stands in place of the kind line, and leaves room for the question.
  var isSmall = false

  func draw(with flow: inout Flow, on frame: inout Frame, _ context: Context) {
    let words = context.words
    guard flow.rest.rows >= Self.rows else { return }
    flow.gap(isSmall ? 0 : 1)
    let most = isSmall ? Self.rows - 1 : flow.rest.rows - 1
    let fits = !isSmall && said(words).wrapped(to: max(1, flow.rest.columns)).count <= most
    flow.paragraph(fits ? said(words) : shortly(words), most: most, on: &frame)
    flow.line(words[keys], .dim, indent: 2, on: &frame)
  }

  /// The most it takes in a small window: three rows of words, and the keys.
  private static let rows = 4

  /// Whether it can stand on a page of that size, below the date.
  static func haveRoom(in body: Rect) -> Bool { body.rows > rows }

  private func said(_ words: Words) -> String {
    switch offer {
    case .note(.heavy): words[.asideHeavy]
    case .note(.wideGap): words[.asideWideGap]
    case .note(.pushedAlone): words[.asidePushedAlone]
    case .step(let step, let thing): words[step.reason.sentence, ["thing": thing]]
    case .littleEnergy: words[.asideLittleEnergy]
    case .monthly: words[.asideMonthly]
    case .invitation: words[.asideInvitation]
    }
  }

  private func shortly(_ words: Words) -> String {
    switch offer {
    case .note(.heavy): words[.asideHeavyShort]
    case .note(.wideGap): words[.asideWideGapShort]
    case .note(.pushedAlone): words[.asidePushedAloneShort]
    case .step(let step, let thing) where step.reason != .lonely: words[.asideStepShort, ["thing": thing]]
    case .step: words[.asideLonelyShort]
    case .littleEnergy: words[.asideLittleEnergyShort]
    case .monthly, .invitation: said(words)
    }
  }

  private var keys: Word {
    switch offer {
    case .note(.heavy), .note(.pushedAlone): .asideNoteKeys
    case .note(.wideGap): .asideGapKeys
    case .step(let step, _): step.reason == .drained ? .asideDrainedKeys : .asideStepKeys
    case .littleEnergy: .asideLittleEnergyKeys
    case .monthly: .asideMonthlyKeys
    case .invitation: .asideInvitationKeys
    }
  }
}

extension NextStep.Reason {
  fileprivate var sentence: Word {
    switch self {
    case .lonely: .asideLonely
    case .drained: .asideDrained
    case .tense: .asideTense
    case .full: .asideFull
    case .beyond: .asideBeyond
    case .pushed: .asidePushed
    case .wanted: .asideWanted
    }
  }
}
