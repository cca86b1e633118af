import HearthContent
import HearthCore

/// What can be said of a moment beside its kind and its people, as rows to answer.
enum MomentRows {
  /// From the worst to the best, −2 to 2.
  static let feelings: [Word] = [.feltDrained, .feltTired, .feltNeither, .feltLighter, .feltSettled]

  /// The ids of the rows that MomentScreen changes itself; `felt` is the measure of the moment's reading.
  static let felt: Measure.ID = "moment/felt"
  static let length: Measure.ID = "length"

  /// Minutes from which one is picked; another length is typed.
  private static let lengths = [5, 15, 30, 60, 120, 240]

  /// - Parameter other: minutes that are none of those from which one is picked.
  static func rows(_ words: Words, other: Int? = nil) -> [AnswerRows.Row] {
    let offered = lengths + [other].compactMap(\.self).filter { !lengths.contains($0) }
    let feelings = Measure(
      id: felt, title: words[.momentFelt], range: 1...5, words: Self.feelings.map { words[$0] })
    let medium = Measure(
      id: "medium", title: words[.momentMedium], range: 1...Moment.Medium.allCases.count,
      words: Moment.Medium.allCases.map { words[$0.word] })
    let minutes = Measure(
      id: length, title: words[.momentMinutes], range: 1...offered.count,
      words: offered.map { words.number($0) })
    let numbers = Moment.Number.allCases.map { number -> AnswerRows.Row in
      let range = number == .passive ? 0...60 : number.range
      return .scale(Measure(id: number.measure, title: words[number.word], range: range))
    }
    let marks = Moment.Mark.allCases.map { mark in
      AnswerRows.Row.tick(Measure(id: mark.measure, title: words[mark.word], range: 0...1))
    }
    return [.choice(feelings), .choice(medium), .choice(minutes), .heading(words[.momentMarks])] + marks
      + [.heading(words[.momentNumbers])] + numbers
  }

  static func answers(of moment: Moment) -> [Measure.ID: Double] {
    var answers: [Measure.ID: Double] = [:]
    answers[felt] = moment.felt.map { Double($0 + 3) }
    answers["medium"] = moment.medium.flatMap { Moment.Medium.allCases.firstIndex(of: $0) }.map { Double($0 + 1) }
    answers[length] = moment.minutes.map { Double((lengths.firstIndex(of: $0) ?? lengths.count) + 1) }
    for mark in moment.marks { answers[mark.measure] = 1 }
    for (number, value) in moment.numbers { answers[number.measure] = Double(value) }
    return answers
  }

  /// The last of the lengths is the one that was typed, which is there already.
  static func put(_ answers: [Measure.ID: Double], into moment: inout Moment) {
    moment.felt = answers[felt].map { Int($0) - 3 }
    moment.medium = answers["medium"].map { Moment.Medium.allCases[Int($0) - 1] }
    if answers[length] == nil { moment.minutes = nil }
    if let place = answers[length].map({ Int($0) - 1 }), lengths.indices.contains(place) {
      moment.minutes = lengths[place]
    }
    moment.marks = Moment.Mark.allCases.filter { answers[$0.measure] != nil }
    moment.numbers = Dictionary(
      uniqueKeysWithValues: Moment.Number.allCases.compactMap { number in
        answers[number.measure].map { (number, Int($0)) }
      })
  }
}

extension Moment.Kind {
  /// What it is called where it is chosen by name.
  var word: Word {
    switch self {
    case .hello: .momentHello
    case .question: .momentQuestion
    case .kindness: .momentKindness
    case .coworker: .momentCoworker
    case .neighbour: .momentNeighbour
    case .smile: .momentSmile
    case .till: .momentTill
    case .conversation: .momentConversation
    case .shared: .momentShared
    case .parallel: .momentParallel
    case .online: .momentOnline
    case .community: .momentCommunity
    case .gaveHelp: .momentGaveHelp
    case .askedHelp: .momentAskedHelp
    case .distance: .momentDistance
    case .conflict: .momentConflict
    }
  }
}

extension Moment.Medium {
  var word: Word {
    switch self {
    case .inPerson: .mediumInPerson
    case .video: .mediumVideo
    case .call: .mediumCall
    case .voice: .mediumVoice
    case .text: .mediumText
    case .letter: .mediumLetter
    case .post: .mediumPost
    }
  }
}

extension Moment.Mark {
  var word: Word {
    switch self {
    case .attention: .markAttention
    case .presence: .markPresence
    case .sharedMeaning: .markSharedMeaning
    case .seen: .markSeen
    case .understood: .markUnderstood
    case .valued: .markValued
    case .safe: .markSafe
    case .bothWays: .markBothWays
    case .myself: .markMyself
    case .onGuard: .markOnGuard
    case .goingOver: .markGoingOver
    case .defending: .markDefending
    case .gaveHelp: .markGaveHelp
    case .reassurance: .markReassurance
    case .newPlace: .markNewPlace
    case .added: .markAdded
    case .replaced: .markReplaced
    }
  }
}
