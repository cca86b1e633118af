import Canvas
import FoundationEssentials
import HearthContent
import HearthCore

/// The marked entry beside the list: how it begins at once, and its text as soon as it is here.
///
/// While the mark moves on, one text is under way at a time, and the newest wins.
struct Preview: Equatable {
  private(set) var entry: Entry?
  private var body: [Line] = []
  private var text = ScrollView()
  /// The text has come and was not yet shown from where it is to be seen first.
  private var isNew = false
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
    body = Markdown(shown, found: sought.ranges(in: shown)).lines
    isNew = true
  }

  // MARK: The page

  /// Title, date and marks scroll with the text, so that also a first line of many rows can be read.
  private func page(of head: EntryHead, in rect: Rect, _ context: Context) -> ScrollView {
    let isHere = entry?.id == head.id
    var page = isHere && !isNew ? text : ScrollView()
    page.lines = opening(of: head, context) + (isHere ? body : [Line(head.excerpt, .text, finding: sought)])
    page.fit(rect.size)
    if isHere, isNew { page.showFound() }
    return page
  }

  private func opening(of head: EntryHead, _ context: Context) -> [Line] {
    var title = Line(head.isStarred ? "★ " : "", .heading)
    title.append(
      head.title.isEmpty
        ? Line(context.words[.entryUntitled], .heading) : Line(head.shownTitle, .heading, finding: sought))
    let marks = Line(marksOf: head, context.words)
    return [title, Line(context.when(head.stamp), .dim)] + (marks.isEmpty ? [] : [marks])
      + [Line(trashed: head, context)].compactMap(\.self) + [Line()]
  }

  /// Takes over the size in which it is shown.
  mutating func fit(_ rect: Rect, _ head: EntryHead?, _ context: Context) {
    guard let head, !rect.isEmpty else { return }
    text = page(of: head, in: rect, context)
    if entry?.id == head.id { isNew = false }
  }

  mutating func scroll(_ event: MouseEvent, in rect: Rect) { text.handle(.mouse(event), in: rect) }

  func draw(_ head: EntryHead, on frame: inout Frame, in rect: Rect, _ context: Context) {
    page(of: head, in: rect, context).draw(on: &frame, in: rect)
  }
}
