import Canvas
import HearthContent
import HearthCore

/// What a person can do at the end of a check, one choice below the other.
struct CheckEnd: Equatable {
  enum Choice: Hashable {
    case support
    case ownSide
    case practice(id: String, title: String)
    /// Nothing is suggested about somebody any more.
    case quieten
    /// What is other than the last time that was kept.
    case compare
    case keep
    case seeKept
    case leave
    /// The same, once it is kept.
    case leaveKept
  }

  var choices: [Choice] = []
  var marked = 0
  /// What practices are called, by their ids.
  var titles: [String: String] = [:]
  /// Those that were kept, the newest first.
  var kept: [KeptCheck] = []
  /// What was kept of this one.
  var own: KeptCheck?
  var isComparing = false
  /// Somebody's name is asked for.
  var naming: PromptLine?

  var choice: Choice? { choices[safe: marked] }

  /// Of their places.
  func list(columns: Int, _ words: Words) -> ListView<Int> {
    var list = ListView(
      choices.enumerated().map { place, choice in
        ListView<Int>.Row(place, height: choice.said(words).wrapped(to: max(1, columns - 2)).count)
      })
    list.select(marked)
    return list
  }

  mutating func show(_ choices: [Choice]) {
    let before = choice
    self.choices = choices
    marked = before.flatMap(choices.firstIndex) ?? min(marked, max(0, choices.count - 1))
  }

  /// Out of what lies over the page.
  /// - Returns: false where nothing does.
  mutating func stepBack() -> Bool {
    defer { (naming, isComparing) = (nil, false) }
    return naming != nil || isComparing
  }
}

extension CheckEnd.Choice {
  /// What an offer of a check leads to; one that nobody knows is left out.
  /// - Parameter titles: what practices are called, by their ids.
  init?(offer: String, titles: [String: String]) {
    switch offer {
    case "support": self = .support
    case "own-side": self = .ownSide
    default:
      guard let title = titles[offer] else { return nil }
      self = .practice(id: offer, title: title)
    }
  }

  func said(_ words: Words) -> String {
    switch self {
    case .support: words[.signsOfferSupport]
    case .ownSide: words[.signsOfferOwnSide]
    case .practice(_, let title): title
    case .quieten: words[.signsQuieten]
    case .compare: words[.signsCompare]
    case .keep: words[.signsKeep]
    case .seeKept: words[.signsSeeKept]
    case .leave: words[.signsLeave]
    case .leaveKept: words[.signsLeaveKept]
    }
  }
}
