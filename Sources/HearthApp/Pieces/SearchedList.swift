import Canvas
import HearthContent
import HearthCore

/// Rows to open, under headings: narrowed by what is typed above them or by what the person wants to understand, with
/// a page beside them about the one that is marked.
struct SearchedList<Row: Hashable & Sendable>: Equatable, Sendable {
  /// What is looked for; nil while nothing is.
  private(set) var query: Field?
  private(set) var narrowing = Narrowing.none
  /// The person has asked for what does not belong to what they want to understand as well.
  private var isWide = false
  private var list = ListView<Row>()
  /// What stands in each row of the list.
  private var items: [Item] = []
  private var page = ScrollView()

  /// What the list shows from top to bottom.
  enum Item: Equatable {
    case heading(String)
    case row(Row)
  }

  /// Rows under a heading of their own.
  typealias Section = (heading: String, rows: [Row])

  var selection: Row? { list.selection }
  var isEmpty: Bool { list.isEmpty }
  /// What was typed, without blanks around it; nil where that is nothing.
  var sought: String? { query.map(\.text.trimmed).flatMap { $0.isEmpty ? nil : $0 } }

  // MARK: Looking and leaving out

  /// Opens the line to search in; one that is open keeps what stands in it.
  mutating func search(_ placeholder: String) { query = query ?? Field(placeholder: placeholder) }

  mutating func endSearch() { query = nil }

  /// The person wants to see the rest as well, or no longer.
  mutating func widen() { isWide.toggle() }

  /// - Parameter hides: something does not belong to what the person wants to understand.
  mutating func narrow(hiding hides: Bool) { narrowing = Narrowing(hides: hides, isWide: isWide) }

  // MARK: Showing

  /// Shows sections, without those that have no rows.
  mutating func show(_ sections: [Section]) {
    put(sections.filter { !$0.rows.isEmpty }.flatMap { [Item.heading($0.heading)] + $0.rows.map(Item.row) })
  }

  /// Shows what was found, which stands under no heading.
  mutating func show(found rows: [Row]) { put(rows.map(Item.row)) }

  private mutating func put(_ items: [Item]) {
    self.items = items
    list.show(items) { if case .row(let row) = $0 { .init(row) } else { nil } }
  }

  /// Shows these lines beside the list, from their top where they are others than before.
  mutating func turnPage(to lines: [Line]) {
    guard lines != page.lines else { return }
    page = ScrollView(lines)
  }

  // MARK: Moving

  mutating func fit(in body: Rect) { list.fit(rows: places(in: body).list.rows) }
  mutating func move(_ way: RowMove) { list.move(way) }
  mutating func goToTop() { list.home() }

  /// A click marks; a click on what is marked opens it.
  mutating func opens(with event: MouseEvent, in body: Rect) -> Bool {
    list.opens(with: event, in: places(in: body).list)
  }

  /// Types into the search line; false where there is none, or where the input is nothing for it.
  mutating func type(_ input: Input) -> Bool { query?.handle(input) == true }

  // MARK: Drawing

  private func places(in body: Rect) -> ListPlaces { ListPlaces(in: body, isSearching: query != nil) }

  /// - Parameters:
  ///   - whyEmpty: said in place of the rows where there are none.
  ///   - said: what a row says, and what stands at its end.
  func draw(on frame: inout Frame, in body: Rect, whyEmpty: String?, said: (Row) -> (String, right: String)) {
    let places = places(in: body)
    if let whyEmpty, isEmpty { places.say(whyEmpty, on: &frame) }
    list.draw(on: &frame, in: places.list) { index, isMarked, frame, place in
      switch items[index] {
      case .heading(let name): frame.putHeading(name, in: place)
      case .row(let row):
        let (name, right) = said(row)
        frame.putRow(name, isMarked: isMarked, right: right, in: place)
      }
    }
    query?.draw(.filter, on: &frame, in: places.query)
    places.draw(page, on: &frame)
  }
}
