import Canvas
import HearthContent
import HearthCore

/// What is answered to what Today offers by itself.
extension TodayScreen {
  /// Yes, not now, or not again. What was answered goes from the page at once.
  mutating func respond(_ command: Command, in context: Context) -> [Effect] {
    guard let offer = asides?.offer, !isLow(in: context) else { return [.say(Notice(context.words[.asideNone]))] }
    asides?.offer = nil
    return switch command {
    case .accept: [.wish(.aside(putOff(offer)))] + follow(offer, in: context)
    case .endOffer: end(offer, in: context)
    default: [.wish(.aside(putOff(offer)))]
    }
  }

  private func putOff(_ offer: Aside) -> AsideWish {
    if case .note(let note) = offer { .putOffNote(note, day) } else { .putOff(day) }
  }

  private func follow(_ offer: Aside, in context: Context) -> [Effect] {
    switch offer {
    case .note(.wideGap): [.open(.practice(.begin("smallest-step")))]
    case .note: [.open(.support)]
    case .step(let step, _): [.open(.practice(.begin(step.practice)))]
    case .littleEnergy: turnLow(in: context)
    case .monthly: [.open(.practice(.begin(MonthlyQuestion.measure)))]
    case .invitation: [.open(.checkIn(nil))]
    }
  }

  /// Settings bring back what is switched off; a note that is not to come again stays away.
  private func end(_ offer: Aside, in context: Context) -> [Effect] {
    var settings = context.settings
    switch offer {
    case .note(let note): return [.wish(.aside(.silence(note, day))), .say(Notice(context.words[.asideSilenced]))]
    case .step, .littleEnergy: settings.leaning.pace = .none
    case .monthly: settings.asksMonthly = false
    case .invitation: settings.invites = false
    }
    return [.wish(.aside(.putOff(day))), .wish(.change(settings)), .say(Notice(context.words[.asideEnded]))]
  }

  /// Only the small things for today, or everything again.
  func turnLow(in context: Context) -> [Effect] {
    var settings = context.settings
    settings.lowEnergy.turn(on: day)
    return [.wish(.change(settings))]
  }
}
