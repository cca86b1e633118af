import Canvas
import HearthContent
import HearthCore

/// The first run: whose this is and what it cannot do, then what the person would like to understand. Each page can be skipped.
package struct WelcomeScreen: Screen {
  package static let title = Word.welcomeTitle

  enum Page: Int, CaseIterable { case yours, limits, interests }

  var page = Page.yours
  /// What it cannot do has been shown: before that nothing ends it, and no room is behind it.
  private(set) var hasToldLimits = false
  /// How far the page has been read, where it is longer than the screen.
  private var text = ScrollView()
  var interests = Ticks(Interest.allCases.map(\.rawValue))

  // MARK: Commands

  package enum Command: Hashable, Sendable { case next, skip, back, mark, passphrase }

  package var answering: Answering? { nil }
  package var takes: Takes { .digits }
  package static var tables: [KeyTable] {
    listing(.digits, [onFirst, onFirstAgain, onPage, onLimits, onInterests])
  }

  package var bindings: Bindings<Command> {
    switch page {
    case .yours: hasToldLimits ? Self.onFirstAgain : Self.onFirst
    case .limits: Self.onLimits
    case .interests: Self.onInterests
    }
  }

  /// Before what it cannot do has been shown nothing lies behind the first page.
  private static let onFirst: Bindings<Command> = [
    Binding("Enter Esc", .next, .welcomeNext, hint: .keyNext), Binding("s q", .skip, .welcomeSkip, hint: .keySkip),
  ]
  private static let onFirstAgain: Bindings<Command> = [
    Binding("Enter", .next, .welcomeNext, hint: .keyNext), Binding("s q Esc", .skip, .welcomeSkip, hint: .keySkip),
  ]
  private static let onPage: Bindings<Command> = [
    Binding("Enter", .next, .welcomeNext, hint: .keyNext), Binding("s q", .skip, .welcomeSkip, hint: .keySkip),
    Binding("Esc", .back, .welcomeBack, hint: .keyBack),
  ]
  private static let onLimits: Bindings<Command> =
    onPage + [Binding("p", .passphrase, .housePassphrase, hint: .keyPassphrase)]
  private static let onInterests: Bindings<Command> = [Binding("Space", .mark, .listMark, hint: .keyMark)] + onPage

  // MARK: Update

  package mutating func update(_ message: Message<Command>, in context: Context) -> [Effect] {
    let sight = Flow(Chrome.body(of: context.size)).rest
    text = read(in: sight, context)
    switch message {
    // What this program cannot do is not passed over because the window is small.
    case .command(.next) where page != .interests && !text.isAtEnd: text.scroll(max(1, sight.rows - 1))
    case .command(.next):
      guard let next = Page(rawValue: page.rawValue + 1) else { return finish(in: context) }
      show(next)
    case .command(.skip) where !hasToldLimits: show(.limits)
    case .command(.skip): return finish(in: context)
    case .command(.back): if let before = Page(rawValue: page.rawValue - 1) { show(before) }
    case .command(.mark): interests.handle(.key(KeyPress(.character(" "))))
    case .command(.passphrase): return [.open(.passphrase)]
    case .input(let input): if page == .interests { interests.handle(input) } else { text.handle(input, in: sight) }
    case .event: break
    }
    return []
  }

  private mutating func show(_ page: Page) {
    (self.page, text) = (page, ScrollView())
    if page == .limits { hasToldLimits = true }
  }

  private func finish(in context: Context) -> [Effect] { [.wish(seen(in: context)), .close] }

  /// However one leaves then, it does not come again.
  func seen(in context: Context) -> Wish {
    var settings = context.settings
    settings.isWelcomed = true
    settings.interests = interests.ticked.compactMap(Interest.init(rawValue:))
    return .change(settings)
  }

  package func unkept(in context: Context) -> Wish? { hasToldLimits ? seen(in: context) : nil }

  package var holdsAnswers: Bool { !hasToldLimits }

  // MARK: Draw

  package func header(in context: Context) -> Header { .title(context.words[.welcomeTitle]) }

  package func draw(on frame: inout Frame, in body: Rect, _ context: Context) {
    var flow = Flow(body)
    if page != .interests { return read(in: flow.rest, context).draw(on: &frame, in: flow.rest) }
    if body.rows >= 12 { flow.gap() }
    flow.line(context.words[.welcomeInterestsHeading], .heading, on: &frame)
    if body.rows >= 8 { flow.gap() }
    flow.paragraph(context.words[.welcomeInterests], on: &frame)
    if body.rows >= 10 { flow.gap() }
    interests.draw(on: &frame, in: flow.rest) { context.words[Interest.allCases[$0].word] }
  }

  /// The page as it stands there, as far as it has been read.
  private func read(in rect: Rect, _ context: Context) -> ScrollView {
    let offer: [Word] = context.safekeeping?.isSealed == true ? [] : [.welcomePassphrase]
    let (heading, texts): (Word, [Word]) =
      page == .limits
      ? (.welcomeLimitsHeading, [.welcomeLimits1, .welcomeLimits2] + offer + [.welcomeLimits3])
      : (.welcomeYoursHeading, [.welcomeYours1, .welcomeYours2, .welcomeYours3])
    let gap = rect.rows >= 8 ? [Line()] : []
    var view = text
    view.lines =
      (rect.rows >= 12 ? [Line()] : []) + [Line(context.words[heading], .heading)]
      + texts.flatMap { gap + [Line(context.words[$0])] }
    view.fit(rect.size)
    return view
  }
}

extension Interest {
  /// What the person reads for it.
  var word: Word {
    switch self {
    case .lonely: .interestLonely
    case .relationship: .interestRelationship
    case .friendship: .interestFriendship
    case .solitude: .interestSolitude
    case .change: .interestChange
    case .write: .interestWrite
    }
  }
}
