import Canvas
import FoundationEssentials
import HearthContent
import HearthCore

/// The marked entry beside the list: how it begins at once, and its text as soon as it is here.
///
/// While the mark moves on, one text is under way at a time, and the newest wins.
struct Preview: Equatable {
  private(set) var entry: Entry?
  private var text = ScrollView()
  /// What is highlighted in the text.
  private var sought = Sought(.everything)
  private var asked: UUID?
  private var request = LatestRequest()

  init() {}

  /// Of a long text as much as anybody reads beside a list, in characters.
  private static let most = 8000

  // MARK: Its text

  /// Asks for the text of what is marked now.
  mutating func follow(_ head: EntryHead?, finding sought: Sought) -> [Effect] {
    if sought != self.sought {
      self.sought = sought
      showText()
    }
    guard let head, head.id != asked else { return [] }
    asked = head.id
    return request.ask(.loadEntry(head.id))
  }

  /// It may have changed: what is shown stays until it comes anew.
  mutating func forget() { asked = nil }

  mutating func giveUp() { request.giveUp() }

  /// - Parameter loaded: nil where there is no such entry any more.
  mutating func take(_ loaded: Entry?, of id: UUID) -> [Effect] {
    guard request.underWay == .loadEntry(id) else { return [] }
    let effects = request.wasAnswered()
    if asked == id {
      entry = loaded
      showText()
    }
    return effects
  }

  private mutating func showText() {
    let shown = String((entry?.body ?? "").prefix(Self.most))
    let markdown = Markdown(shown, found: sought.ranges(in: shown))
    text.lines = markdown.lines
    text.scroll(-text.top)
    if let found = markdown.firstFound { text.show(line: found) }
  }

  mutating func fit(_ rect: Rect, _ head: EntryHead?) {
    if let head, !rect.isEmpty { text.fit(Self.places(of: head, in: rect).text.size) }
  }

  mutating func scroll(_ event: MouseEvent, in rect: Rect) { text.handle(.mouse(event), in: rect) }

  // MARK: Drawing

  /// A first line of many rows is shown as far as it leaves half of the room to the text.
  private static func places(of head: EntryHead, in rect: Rect) -> (title: Rect, marks: Rect, text: Rect) {
    let rows = Line(starred(head)).wrapped(to: max(1, rect.columns)).count
    let title = rect.top(min(max(1, rows), max(1, rect.rows / 2)))
    let rest = rect.dropTop(title.rows + 1)
    let marks = rest.top(head.hasMarks ? 1 : 0)
    return (title, marks, rest.dropTop(marks.rows + 1))
  }

  private static func starred(_ head: EntryHead) -> String { (head.isStarred ? "★ " : "") + head.shownTitle }

  func draw(_ head: EntryHead, on frame: inout Frame, in rect: Rect, _ context: Context) {
    let places = Self.places(of: head, in: rect)
    let title =
      head.title.isEmpty
      ? Line(context.words[.entryUntitled], .heading) : Line(Self.starred(head), .heading, finding: sought)
    ScrollView([title]).draw(on: &frame, in: places.title)
    frame.put(
      context.when(head.stamp), at: rect.dropTop(places.title.rows).origin,
      style: .dim, limit: rect.columns)
    Line(marksOf: head, context.words).draw(on: &frame, at: places.marks.origin, limit: places.marks.columns)
    if entry?.id == head.id {
      text.draw(on: &frame, in: places.text)
    } else {
      ScrollView([Line(head.excerpt, .text, finding: sought)]).draw(on: &frame, in: places.text)
    }
  }
}

extension EntryHead {
  /// Whether something is set beside its text, or named in it.
  fileprivate var hasMarks: Bool { mood != nil || !tags.isEmpty || !people.isEmpty }
}
