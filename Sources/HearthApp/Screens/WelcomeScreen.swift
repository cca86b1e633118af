import Canvas
import HearthContent
import HearthCore

/// The first run: whose this is and what it cannot do, then what the person would like to understand. Each page can be skipped.
package struct WelcomeScreen: Screen {
  package static let title = Word.welcomeTitle

  enum Page: Int, CaseIterable { case yours, limits, interests }

  var page = Page.yours
  var interests = Ticks(Interest.allCases.map(\.rawValue))

  // MARK: Commands

  package enum Command: Hashable, Sendable { case next, skip, back, mark, passphrase }

  package var takes: Takes { .digits }
  package var bindings: Bindings<Command> {
    switch page {
    case .yours: Self.onPage
    case .limits: Self.onLimits
    case .interests: Self.onInterests
    }
  }

  private static let onPage: Bindings<Command> = [
    Binding("Enter", .next, .welcomeNext, hint: .keyNext), Binding("s q", .skip, .welcomeSkip, hint: .keySkip),
    Binding("Esc", .back, .welcomeBack, hint: .keyBack),
  ]
  private static let onLimits: Bindings<Command> =
    onPage + [Binding("p", .passphrase, .housePassphrase, hint: .keyPassphrase)]
  private static let onInterests: Bindings<Command> = [Binding("Space", .mark, .listMark, hint: .keyMark)] + onPage

  // MARK: Update

  package mutating func update(_ message: Message<Command>, in context: Context) -> [Effect] {
    switch message {
    case .command(.next):
      guard let next = Page(rawValue: page.rawValue + 1) else { return finish(in: context) }
      page = next
    case .command(.skip): return finish(in: context)
    case .command(.back):
      guard let before = Page(rawValue: page.rawValue - 1) else { return finish(in: context) }
      page = before
    case .command(.mark): interests.handle(.key(KeyPress(.character(" "))))
    case .command(.passphrase): return [.open(.passphrase)]
    case .input(let input): if page == .interests { interests.handle(input) }
    case .event: break
    }
    return []
  }

  private func finish(in context: Context) -> [Effect] {
    var settings = context.settings
    settings.isWelcomed = true
    settings.interests = interests.ticked.compactMap(Interest.init(rawValue:))
    return [.wish(.change(settings)), .close]
  }

  // MARK: Draw

  package func header(in context: Context) -> Header { .title(context.words[.welcomeTitle]) }

  package func draw(on frame: inout Frame, in body: Rect, _ context: Context) {
    var flow = Flow(body)
    let page: (heading: Word, texts: [Word]) =
      switch self.page {
      case .yours: (.welcomeYoursHeading, [.welcomeYours1, .welcomeYours2, .welcomeYours3])
      case .limits: (.welcomeLimitsHeading, [.welcomeLimits1, .welcomeLimits2, .welcomePassphrase, .welcomeLimits3])
      case .interests: (.welcomeInterestsHeading, [.welcomeInterests])
      }
    if body.rows >= 12 { flow.gap() }
    flow.line(context.words[page.heading], .heading, on: &frame)
    for text in page.texts {
      if body.rows >= 8 { flow.gap() }
      flow.paragraph(context.words[text], on: &frame)
    }
    guard self.page == .interests else { return }
    if body.rows >= 10 { flow.gap() }
    interests.draw(on: &frame, in: flow.rest) { context.words[Interest.allCases[$0].word] }
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
