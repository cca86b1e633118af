import Canvas
import HearthContent
import HearthCore

/// What stands at the end of a practice: its page, and below it what could come next.
struct EndingPage: Equatable {
  enum Row: Hashable {
    case keep, letGo, done
    case practice(id: String, title: String)
    case card(id: String, title: String)
    /// The relationship check, by the name the person knows it by.
    case check(title: String)
    case support, write, checkIn, moment, people
  }

  private var text: ScrollView
  private(set) var rows: [Row]
  private var list: ListView<Row>

  /// - Parameters:
  ///   - offers: as a practice has them; those that nobody knows, or the person has hidden, are left out.
  ///   - check: what the relationship check is called; nil where it is hidden.
  ///   - card: what there is to read about it.
  init(
    _ text: String, offers: [String], titles: [String: String], check: String?, first: [Row], card: Card? = nil
  ) {
    self.text = ScrollView(text.split(separator: "\n", omittingEmptySubsequences: false).map { Line(String($0)) })
    let reading = card.map { Row.card(id: $0.id, title: $0.title) }
    rows = first + offers.compactMap { Row($0, titles, check: check) } + [reading].compactMap(\.self)
    list = ListView(rows.map { .init($0) })
  }

  var selection: Row? { list.selection }

  // MARK: Taking in

  /// Steps go through what could come next, pages through the text.
  mutating func move(_ way: RowMove, in body: Rect) {
    text.fit(places(in: body).text.size)
    if [.pageUp, .pageDown].contains(way) { text.scroll(way) } else { list.move(way) }
  }

  /// - Returns: whether what is marked is chosen: a click on it.
  mutating func handle(_ input: Input, in body: Rect) -> Bool {
    let places = places(in: body)
    guard case .mouse(let event) = input else { return false }
    text.fit(places.text.size)
    if text.handle(input, in: places.text) { return false }
    return list.opens(with: event, in: places.list)
  }

  // MARK: Drawing

  private func places(in body: Rect) -> (text: Rect, list: Rect) {
    let rest = Flow(body, airyFrom: 10).rest
    let rows = min(self.rows.count, max(1, rest.rows / 2))
    let shown = min(text.height(columns: rest.columns), rest.rows - rows - (rest.rows > rows + 2 ? 1 : 0))
    let below = rest.dropTop(max(0, shown) + (rest.rows > rows + shown ? 1 : 0))
    return (rest.top(max(0, shown)), below.top(rows))
  }

  func draw(on frame: inout Frame, in body: Rect, _ context: Context) {
    let places = places(in: body)
    var text = text
    text.fit(places.text.size)
    text.draw(on: &frame, in: places.text)
    frame.cursor = nil
    list.draw(on: &frame, in: places.list) { index, isMarked, frame, place in
      frame.put(
        rows[index].said(context.words).truncated(to: place.columns), at: place.origin,
        style: isMarked ? .text.with(.bold) : .text)
    }
  }
}

extension EndingPage.Row {
  fileprivate init?(_ offer: String, _ titles: [String: String], check: String?) {
    switch Practice.Place(rawValue: offer) {
    case .support: self = .support
    case .write: self = .write
    case .checkIn: self = .checkIn
    case .moment: self = .moment
    case .people: self = .people
    case .relationship:
      guard let check else { return nil }
      self = .check(title: check)
    case nil:
      guard let title = titles[offer] else { return nil }
      self = .practice(id: offer, title: title)
    }
  }

  fileprivate func said(_ words: Words) -> String {
    switch self {
    case .keep: words[.practiceKeepIt]
    case .letGo: words[.practiceLetGo]
    case .done: words[.practiceDone]
    case .support: words[.practiceOfferSupport]
    case .write: words[.practiceOfferWrite]
    case .checkIn: words[.houseCheckIn]
    case .moment: words[.houseMoment]
    case .people: words[.housePeople]
    case .practice(_, let title): words[.practiceOffer, ["title": title]]
    case .card(_, let title): words[.cardAbout, ["title": title]]
    case .check(let title): title
    }
  }

  /// Where it leads; nothing for what is decided here.
  var effects: [Effect] {
    switch self {
    case .keep, .letGo: []
    case .done: [.close]
    case .support: [.open(.support)]
    case .write: [.close, .open(.compose(.blank(answering: nil)))]
    case .checkIn: [.close, .open(.checkIn(nil))]
    case .moment: [.close, .open(.moment(nil))]
    case .people: [.close, .go(.people)]
    case .practice(let id, _): [.close, .open(.practice(.begin(id)))]
    case .card(let id, _): [.close, .open(.card(id))]
    case .check: [.close, .open(.check(CheckScreen.relationship))]
    }
  }
}
