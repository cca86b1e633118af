import Canvas
import FoundationEssentials
import HearthCore

/// The part of a long list that is in memory: rows around the marked one, fetched piece by piece before one comes to an
/// end of them.
struct ListWindow: Equatable {
  /// A row of the list: an entry, or the heading before the first of a month. Both name a place in `heads`.
  enum Row: Equatable {
    case month(Int)
    case entry(Int)
  }

  /// What rows are made of; what has no room is left out.
  struct Form: Equatable {
    var hasMonths: Bool
    var hasExcerpts: Bool
  }

  /// What is marked when the rows come.
  enum Mark: Equatable {
    case first, last
    /// The first entry of that day, or beyond it.
    case day(Day)
    case entry(UUID)
  }

  private(set) var heads: [EntryHead] = []
  private(set) var rows: [Row] = []
  private(set) var list = ListView<UUID>()
  /// Nothing stands before the first head, or after the last.
  private(set) var isStart = false
  private(set) var isEnd = false
  /// The first answer has come, whatever it was.
  private(set) var isLoaded = false
  private(set) var form = Form(hasMonths: true, hasExcerpts: true)
  private var inquiry = Inquiry()
  private var wanted: Mark?

  /// More rows than these are never in memory.
  private static let most = 2000
  /// What is fetched at once, and how far from an end.
  private static let step = 200
  private static let margin = 40

  init() {}

  // MARK: What is marked

  /// The place of the marked entry in `heads`.
  private var place: Int? {
    guard let index = list.selectedIndex, case .entry(let place) = rows[index] else { return nil }
    return place
  }

  var marked: EntryHead? { place.map { heads[$0] } }

  /// Rows that were asked for are on their way, and a key would miss them.
  var isOnItsWay: Bool {
    if !isLoaded || wanted != nil { return true }
    guard let place, !inquiry.isIdle else { return false }
    return (place == 0 && !isStart) || (place == heads.count - 1 && !isEnd)
  }

  func contains(_ id: UUID) -> Bool { heads.contains { $0.id == id } }

  /// Whether another entry of its day stands right before it.
  func sharesDay(_ place: Int) -> Bool { place > 0 && heads[place - 1].day == heads[place].day }

  // MARK: Moving

  /// Moves within the rows that are here.
  mutating func move(_ change: (inout ListView<UUID>) -> Void) { change(&list) }

  /// To the first of all entries.
  mutating func toStart(_ filter: EntryFilter) -> [Effect] {
    list.home()
    return isStart ? [] : load(filter, .start, marking: .first)
  }

  /// To the last of all entries.
  mutating func toEnd(_ filter: EntryFilter) -> [Effect] {
    list.end()
    return isEnd ? [] : load(filter, .end, marking: .last)
  }

  /// To the first entry of a day, or where it would stand.
  mutating func go(to day: Day, _ filter: EntryFilter) -> [Effect] {
    guard let place = index(of: day, filter.order), (place > 0 || isStart) && (place < heads.count || isEnd) else {
      return load(filter, .day(day), marking: .day(day))
    }
    mark(.day(day), filter.order)
    return []
  }

  /// The first head of a day or beyond it; the number of heads where there is none.
  private func index(of day: Day, _ order: EntryFilter.Order) -> Int? {
    guard isLoaded else { return nil }
    return heads.firstIndex { order == .newestFirst ? $0.day <= day : $0.day >= day } ?? heads.count
  }

  /// - Returns: false where it is not among the rows that are here.
  @discardableResult
  mutating func mark(_ id: UUID) -> Bool { list.select(id) }

  private mutating func mark(_ mark: Mark, _ order: EntryFilter.Order) {
    switch mark {
    case .first: list.home()
    case .last: list.end()
    case .entry(let id): list.select(id)
    case .day(let day):
      let place = min(index(of: day, order) ?? 0, heads.count - 1)
      if heads.indices.contains(place) { list.select(heads[place].id) }
    }
  }

  // MARK: Fetching

  /// - Parameters:
  ///   - mark: what is marked when they come; nil leaves the mark with its entry.
  ///   - limit: how many rows at most.
  mutating func load(
    _ filter: EntryFilter, _ place: ListPlace, marking mark: Mark? = nil, limit: Int = step
  ) -> [Effect] {
    wanted = mark
    return inquiry.ask(.loadHeads(filter, place, limit: limit))
  }

  /// The same rows as they are now, the marked one among them.
  mutating func reload(_ filter: EntryFilter, marking mark: Mark? = nil) -> [Effect] {
    load(filter, marked.map(ListPlace.around) ?? .start, marking: mark ?? wanted)
  }

  /// Fetches what comes next before the rows end.
  mutating func fetchMore(_ filter: EntryFilter) -> [Effect] {
    guard isLoaded, inquiry.isIdle, let place, let first = heads.first, let last = heads.last else { return [] }
    let margin = min(Self.margin, heads.count / 2)
    if !isEnd, place >= heads.count - margin { return load(filter, .after(last)) }
    if !isStart, place < margin { return load(filter, .before(first)) }
    return []
  }

  /// Takes over what was asked for last, and a day that was chosen elsewhere.
  /// - Returns: what is asked for now; nil where the rows are of no list of this kind.
  mutating func take(_ page: HeadsPage, at place: ListPlace, of asked: EntryFilter, now filter: EntryFilter)
    -> [Effect]?
  {
    guard case .loadHeads(asked, place, _) = inquiry.underWay else {
      guard case .day(let day) = place, asked == filter else { return nil }
      show(page, at: place)
      mark(.day(day), filter.order)
      return []
    }
    let isCurrent = inquiry.isCurrent
    let effects = inquiry.wasAnswered()
    guard isCurrent else { return effects }
    show(page, at: place)
    if let wanted { mark(wanted, filter.order) }
    wanted = nil
    return effects
  }

  /// What was asked for does not come.
  mutating func giveUp() {
    inquiry.giveUp()
    (isLoaded, wanted) = (true, nil)
  }

  /// What the list showed before becomes what it shows; what is under way stays under way.
  mutating func restore(_ other: ListWindow) {
    let inquiry = inquiry
    self = other
    self.inquiry = inquiry
    wanted = nil
  }

  private mutating func show(_ page: HeadsPage, at place: ListPlace) {
    switch place {
    case .after:
      heads += page.heads
      isEnd = page.isEnd
      if heads.count > Self.most { (heads, isStart) = (Array(heads.suffix(Self.most)), false) }
    case .before:
      heads = page.heads + heads
      isStart = page.isStart
      if heads.count > Self.most { (heads, isEnd) = (Array(heads.prefix(Self.most)), false) }
    case .start, .end, .around, .day: (heads, isStart, isEnd) = (page.heads, page.isStart, page.isEnd)
    }
    isLoaded = true
    showRows()
  }

  /// What is gone from the list goes at once; the rest follows with the rows as they are now.
  mutating func remove(_ ids: [UUID]) {
    let gone = Set(ids)
    heads.removeAll { gone.contains($0.id) }
    showRows()
  }

  // MARK: Rows

  /// Takes over how it is shown.
  mutating func fit(rows: Int, _ form: Form) {
    if form != self.form {
      self.form = form
      showRows()
    }
    list.fit(rows: rows)
  }

  private mutating func showRows() {
    rows = heads.indices.flatMap { place -> [Row] in
      let isFirst = place == 0 || heads[place - 1].day.month != heads[place].day.month
      return isFirst && form.hasMonths ? [.month(place), .entry(place)] : [.entry(place)]
    }
    list.show(
      rows.map { row in
        switch row {
        case .month: .init(nil, height: 1)
        case .entry(let place): .init(heads[place].id, height: form.hasExcerpts ? 2 : 1)
        }
      })
  }
}
