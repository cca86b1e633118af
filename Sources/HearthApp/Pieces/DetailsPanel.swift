import Canvas
import HearthContent
import HearthCore

/// The panel beside the page: mood, star, date and time, added tags.
struct DetailsPanel: Equatable {
  enum Row: Int, CaseIterable { case mood, star, when, tags }

  private(set) var row: Row
  private var mood: Scale
  private var isStarred: Bool
  private var when: Field
  private var tags: Field
  /// Beside the text already: they may stay, whatever they are.
  private let known: [String]
  /// What is wrong with the date or a tag.
  private(set) var trouble: String?
  /// The date as the panel wrote it; what differs was typed.
  private var shown: String
  /// A date and tags that were explained already.
  private var refused: String?

  init(_ details: Details, at row: Row = .mood, in context: Context) {
    self.row = row
    mood = Scale(
      range: 1...5, value: details.mood?.rawValue, low: context.words.allMoods[0],
      high: context.words.allMoods[4])
    isStarred = details.isStarred
    shown = context.words.typed(details.stamp)
    when = Field(shown)
    known = details.addedTags
    tags = Field(details.addedTags.joined(separator: " "), placeholder: context.words[.detailsTagsHint])
  }

  /// What is answered counts at once; a date counts when one leaves it.
  ///
  /// - Parameter rect: where it is drawn; a click goes to a row, and where an answer stands it is given.
  mutating func handle(_ input: Input, in rect: Rect, into details: inout Details, in context: Context) {
    if case .key(let key) = input, let step = Self.steps[key.key] { return move(by: step, &details, in: context) }
    if case .mouse(let event) = input, event.action == .press, !go(to: event, in: rect, &details, in: context) {
      return
    }
    let place = places(in: rect).rows.first { $0.row == row }.map { Self.value(in: $0.place) }
    switch row {
    case .mood: mood.handle(input, in: place)
    case .star: if turnsStar(input, in: place) { isStarred.toggle() }
    case .when: when.handle(input, in: place)
    case .tags: tags.handle(input, in: place)
    }
    answer(&details)
  }

  private func turnsStar(_ input: Input, in place: Rect?) -> Bool {
    switch input {
    case .key(let key): [.character(" "), .left, .right].contains(key.key)
    case .mouse(let event): event.action == .press && place?.contains(event.at) == true
    default: false
    }
  }

  /// To the row that was clicked.
  ///
  /// - Returns: whether the click means something in it. One that leads to the date only marks it, as a key does.
  private mutating func go(
    to event: MouseEvent, in rect: Rect, _ details: inout Details, in context: Context
  ) -> Bool {
    guard event.button == 1, let found = places(in: rect).rows.first(where: { $0.place.contains(event.at) }) else {
      return false
    }
    if found.row == row { return true }
    move(by: found.row.rawValue - row.rawValue, &details, in: context)
    return found.row == row && row != .when
  }

  mutating func perform(_ editing: Editing, into details: inout Details) {
    switch row {
    case .when: when.perform(editing)
    case .tags: tags.perform(editing)
    case .mood, .star: break
    }
    answer(&details)
  }

  private static let steps: [Key: Int] = [.up: -1, .down: 1, .enter: 1]

  private mutating func move(by step: Int, _ details: inout Details, in context: Context) {
    guard row != .when || settleDate(into: &details, in: context) else { return }
    row = Row(rawValue: min(max(row.rawValue + step, 0), Row.allCases.count - 1)) ?? row
    when = row == .when ? .selecting(when.text) : Field(when.text)
  }

  private func answer(_ details: inout Details) {
    details.mood = mood.value.flatMap(Mood.init(rawValue:))
    details.isStarred = isStarred
    details.addedTags = Details.tags(in: tags.text).filter(isFit)
  }

  /// What no search could find is no tag.
  private func isFit(_ tag: String) -> Bool { known.contains(tag) || Marks.tag(typed: tag) != nil }

  /// A date was typed and does not count yet.
  var isDateTyped: Bool { when.text != shown }

  /// Takes a typed date over and shows what it came to. One that cannot be read is explained, and false comes back.
  @discardableResult
  mutating func settleDate(into details: inout Details, in context: Context) -> Bool {
    guard isDateTyped else { return true }
    do throws(Problem) {
      details.stamp = try context.dates(of: details.stamp).moment(when.text).stamp
      show(details.stamp, in: context)
      return true
    } catch {
      trouble = context.words.sentence(error)
      row = .when
      return false
    }
  }

  /// Out of the panel. A date or a tag that is none holds it open once, to be seen; then it does not count.
  mutating func leave(into details: inout Details, in context: Context) -> Bool {
    let typed = "\(when.text)\n\(tags.text)"
    let wasTold = trouble != nil && refused == typed
    if wasTold || settleDate(into: &details, in: context) && settleTags(in: context) { return true }
    refused = typed
    return false
  }

  private mutating func settleTags(in context: Context) -> Bool {
    if Details.tags(in: tags.text).allSatisfy(isFit) { return true }
    (trouble, row) = (context.words[.tagsNoTag], .tags)
    return false
  }

  private mutating func show(_ stamp: Stamp, in context: Context) {
    shown = context.words.typed(stamp)
    when = Field(shown)
    trouble = nil
  }

  // MARK: Draw

  /// The columns it takes at least.
  static let least = 36

  /// A box at the upper right of the page: the words stay in sight beside or below it. Where there is no room for all rows,
  /// the one that one is in comes first.
  private func places(in rect: Rect) -> (box: Rect, rows: [(row: Row, place: Rect)]) {
    let width = min(46, rect.columns)
    let height = min(trouble == nil ? 8 : 11, rect.rows)
    let box = Rect(column: rect.column + rect.columns - width, row: rect.row, columns: width, rows: height)
    let inner = Box.inner(of: box)
    let rows = inner.rows < Row.allCases.count ? [row] + Row.allCases.filter { $0 != row } : Row.allCases
    return (box, rows.prefix(inner.rows).enumerated().map { ($1, inner.dropTop($0).top(1)) })
  }

  /// Where the answer of a row stands.
  private static func value(in rect: Rect) -> Rect { rect.dropLeft(min(12, rect.columns)) }

  func draw(on frame: inout Frame, in rect: Rect, _ context: Context) {
    let (box, rows) = places(in: rect)
    let inner = Box.draw(on: &frame, in: box, title: context.words[.detailsTitle]).dropTop(rows.count)
    (frame.cursor, frame.cursorVisible) = (nil, false)
    for (row, place) in rows { drawRow(row, on: &frame, in: place, context) }
    drawTrouble(on: &frame, in: inner)
    let hint = context.words[.detailsHint]
    guard box.rows >= 8, TextWidth.columns(of: hint) <= inner.columns else { return }
    frame.put(hint, at: Point(column: inner.column, row: box.row + box.rows - 2), style: .dim)
  }

  private func drawTrouble(on frame: inout Frame, in rect: Rect) {
    let lines = trouble?.wrapped(to: max(1, rect.columns)) ?? []
    for (row, line) in lines.prefix(rect.rows).enumerated() {
      frame.put(line, in: rect.dropTop(row), style: Style(.error))
    }
  }

  private func drawRow(_ each: Row, on frame: inout Frame, in rect: Rect, _ context: Context) {
    let names: [Row: Word] = [.mood: .detailsMood, .star: .detailsStar, .when: .detailsWhen, .tags: .detailsTags]
    let isFocused = each == row
    let label = context.words[names[each] ?? .detailsMood]
    frame.put(isFocused ? "▌" : " ", in: rect, style: .accent)
    frame.put(label, in: rect.dropLeft(2), style: isFocused ? .text.with(.bold) : .dim)
    let value = Self.value(in: rect)
    switch each {
    case .mood: mood.draw(on: &frame, in: value, isFocused: isFocused)
    case .star:
      frame.put(
        context.words[isStarred ? .detailsStarOn : .detailsStarOff], in: value, style: isStarred ? .accent : .dim)
    case .when: when.draw(on: &frame, in: value, isFocused: isFocused)
    case .tags: tags.draw(on: &frame, in: value, isFocused: isFocused)
    }
    if isFocused, frame.cursor == nil { frame.cursor = Point(column: value.column, row: value.row) }
  }
}
