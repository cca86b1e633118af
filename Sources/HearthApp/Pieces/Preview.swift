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
  private var inquiry = Inquiry()

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
    return inquiry.ask(.loadEntry(head.id))
  }

  /// It may have changed: what is shown stays until it comes anew.
  mutating func forget() { asked = nil }

  mutating func giveUp() { inquiry.giveUp() }

  /// - Parameter loaded: nil where there is no such entry any more.
  mutating func take(_ loaded: Entry?, of id: UUID) -> [Effect] {
    guard inquiry.underWay == .loadEntry(id) else { return [] }
    let effects = inquiry.wasAnswered()
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
    if let head { text.fit(Self.places(of: head, in: rect).text.size) }
  }

  mutating func scroll(_ event: MouseEvent, in rect: Rect) { text.handle(.mouse(event), in: rect) }

  // MARK: Drawing

  private static func places(of head: EntryHead, in rect: Rect) -> (marks: Rect, text: Rect) {
    let marks = rect.dropTop(2).top(head.hasMarks ? 1 : 0)
    return (marks, rect.dropTop(3 + marks.rows))
  }

  func draw(_ head: EntryHead, on frame: inout Frame, in rect: Rect, _ context: Context) {
    let places = Self.places(of: head, in: rect)
    var title = Line(head.isStarred ? "★ " : "", .accent)
    let name = head.title.isEmpty ? context.words[.entryUntitled] : head.title
    title.append(Line(name, .heading, finding: sought))
    title.truncated(to: rect.columns).draw(on: &frame, at: rect.origin, limit: rect.columns)
    frame.put(
      context.words.dayAndClock(head.stamp, today: context.today), at: rect.dropTop(1).origin, style: .dim,
      limit: rect.columns)
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
