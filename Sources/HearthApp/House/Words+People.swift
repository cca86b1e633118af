import HearthContent
import HearthCore

extension Words {
  /// `six weeks`
  private func told(_ span: RoughSpan) -> String {
    switch span {
    case .days(let days): count(days, .spanDay, .spanDays)
    case .weeks(let weeks): count(weeks, .spanWeek, .spanWeeks)
    case .months(let months): count(months, .spanMonth, .spanMonths)
    case .years(let years): count(years, .spanYear, .spanYears)
    }
  }

  /// `about every 4 weeks`
  private func often(_ span: RoughSpan) -> String {
    switch span {
    case .days(1): self[.touchDaily]
    case .years(1): self[.touchOnceAYear]
    default: self[.touchEvery, ["span": told(span)]]
    }
  }

  /// How long it has been, and what was hoped for; never more.
  package func sentence(_ rhythm: Rhythm, on today: Day) -> String {
    if rhythm.touchpoint.plannedOn == today { return self[.touchPlannedToday] }
    let next = rhythm.next(on: today)
    if rhythm.touchpoint.yearly != nil {
      return next == today ? self[.touchYearlyToday] : self[.touchYearly, ["when": weekdayAndDate(next, today: today)]]
    }
    let hoped = RoughSpan(days: rhythm.touchpoint.hopedDays)
    let days = today.number - rhythm.since.number
    guard days >= rhythm.touchpoint.hopedDays else {
      return self[.touchNext, ["when": weekdayAndDate(next, today: today), "often": often(hoped)]]
    }
    let latest = rhythm.touchpoint.latestDays.map { self[.touchLatest, ["latest": told(RoughSpan(days: $0))]] } ?? ""
    let past = RoughSpan(days: days)
    return self[past == hoped ? .touchAbout : .touchWhile, ["span": told(past), "hoped": told(hoped)]] + latest
  }

  /// `weekly call with Ana`
  package func title(of rhythm: Rhythm) -> String {
    let touchpoint = rhythm.touchpoint
    let title = touchpoint.title.isEmpty ? self[touchpoint.kind.name] : touchpoint.title
    guard let name = rhythm.person?.name, !title.contains(name) else { return title }
    return self[.touchWith, ["title": title, "name": name]]
  }

  /// `last 3 weeks ago`; nil where nothing is known.
  package func lastContact(_ day: Day?, today: Day) -> String? {
    day.map { $0 > today ? date($0) : ago($0, today: today) }
  }

  /// How it stands to the one before, as `higher than your usual` would be told: never better or worse.
  package func course(_ state: BondState) -> String? {
    guard let course = state.course, let before = state.before else { return nil }
    let word: Word =
      switch course {
      case .same: .bondSame
      case .higher: .bondHigher
      case .lower: .bondLower
      }
    return self[word, ["when": date(before.day)]]
  }

  /// An answer in words.
  package func told(_ answer: BondAnswer) -> String {
    let distances: [Word] = [
      .bondFarthest, .bondFar, .bondFar, .bondRatherFar, .bondRatherFar, .bondBetween, .bondRatherNear, .bondRatherNear,
      .bondNear, .bondNear, .bondNearest,
    ]
    return self[(answer.question == .closeness ? distances : BondQuestion.frequencies)[answer.value]]
  }
}

extension BondQuestion {
  /// The answers to all but the question of closeness.
  static let frequencies: [Word] = [.bondNever, .bondRarely, .bondSometimes, .bondOften, .bondAlways]
}

extension Person.Circle {
  /// What those are called who stand there.
  package var name: Word {
    switch self {
    case .close: .personCircleClose
    case .regular: .personCircleRegular
    case .wider: .personCircleWider
    }
  }
}

extension Person.Kind {
  package var name: Word {
    switch self {
    case .friend: .personKindFriend
    case .family: .personKindFamily
    case .partner: .personKindPartner
    case .coworker: .personKindCoworker
    case .neighbour: .personKindNeighbour
    case .community: .personKindCommunity
    case .professional: .personKindProfessional
    case .group: .personKindGroup
    }
  }
}

extension Person.Trait {
  package var name: Word {
    switch self {
    case .steady: .personTraitSteady
    case .settling: .personTraitSettling
    case .safe: .personTraitSafe
    case .nonJudging: .personTraitNonJudging
    case .available: .personTraitAvailable
    }
  }
}

extension Need {
  package var name: Word {
    switch self {
    case .heard: .needHeard
    case .comfort: .needComfort
    case .known: .needKnown
    case .fun: .needFun
    case .help: .needHelp
    case .advice: .needAdvice
    case .belonging: .needBelonging
    }
  }
}

extension SupportMap.Slot {
  package var name: Word {
    switch self {
    case .friends: .slotFriends
    case .family: .slotFamily
    case .community: .slotCommunity
    case .professional: .slotProfessional
    case .group: .slotGroup
    }
  }
}

extension Touchpoint.Kind {
  package var name: Word {
    switch self {
    case .call: .touchKindCall
    case .dinner: .touchKindDinner
    case .walk: .touchKindWalk
    case .lesson: .touchKindLesson
    case .ritual: .touchKindRitual
    case .own: .touchKindOwn
    }
  }
}

extension BondQuestion {
  /// What is asked.
  package var question: Word {
    switch self {
    case .trust: .bondTrust
    case .care: .bondCare
    case .belonging: .bondBelonging
    case .real: .bondReal
    case .repair: .bondRepair
    case .sayNo: .bondSayNo
    case .apart: .bondApart
    case .closeness: .bondCloseness
    }
  }
}
