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
    /// Of an entry.
    var columns: Int
    /// Those before its title.
    var lead: Int
  }

  /// What is marked when the rows come.
  enum Mark: Equatable {
    case first, last
    /// The first entry of those days; where there is none, of the nearest.
    case days(ClosedRange<Day>)
    case entry(UUID)
    /// The first of these that is here.
    case topmost(Set<UUID>)
  }

  private(set) var heads: [EntryHead] = []
  private(set) var rows: [Row] = []
  private(set) var list = ListView<UUID>()
  /// Nothing stands before the first head, or after the last.
  private(set) var isStart = false
  private(set) var isEnd = false
  /// The first answer has come, whatever it was.
  private(set) var isLoaded = false
  private(set) var form = Form(hasMonths: true, hasExcerpts: true, columns: 0, lead: 0)
  private var request = LatestRequest()
  private var wanted: Mark?

  /// More rows than these are never in memory.
  private static let most = 2000
  /// What is fetched at once, and how far from an end: keys that come in one piece, as from a wheel or over a slow line,
  /// find the rows there already.
  private static let step = 200
  private static let margin = 200

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
    guard let place, !request.isIdle else { return false }
    return (place == 0 && !isStart) || (place == heads.count - 1 && !isEnd)
  }

  /// Rows have been asked for and are not here yet.
  var isAsking: Bool { !request.isIdle }

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

  /// To the first entry of some days, or to the nearest day that has one.
  mutating func go(to days: ClosedRange<Day>, _ filter: EntryFilter) -> [Effect] {
    let place = index(of: days, filter.order)
    guard isLoaded, (place > 0 || isStart) && (place < heads.count || isEnd) else {
      return load(filter, .day(days.start(filter.order)), marking: .days(days))
    }
    mark(.days(days), filter.order)
    return []
  }

  /// The first head of the days or beyond them; the number of heads where there is none.
  private func index(of days: ClosedRange<Day>, _ order: EntryFilter.Order) -> Int {
    let start = days.start(order)
    return heads.firstIndex { order == .newestFirst ? $0.day <= start : $0.day >= start } ?? heads.count
  }

  /// The first head of the days, or of the nearest day to them.
  private func nearest(to days: ClosedRange<Day>, _ order: EntryFilter.Order) -> EntryHead? {
    let place = index(of: days, order)
    let beyond = heads[safe: place]
    guard place > 0, beyond.map({ !days.contains($0.day) }) ?? true else { return beyond }
    let before = heads[place - 1].day
    if let beyond, days.distance(to: beyond.day) <= days.distance(to: before) { return beyond }
    return heads.first { $0.day == before }
  }

  /// - Returns: false where it is not among the rows that are here.
  @discardableResult
  mutating func mark(_ id: UUID) -> Bool { list.select(id) }

  private mutating func mark(_ mark: Mark, _ order: EntryFilter.Order) {
    switch mark {
    case .first: list.home()
    case .last: list.end()
    case .entry(let id): list.select(id)
    case .topmost(let ids): if let head = heads.first(where: { ids.contains($0.id) }) { list.select(head.id) }
    case .days(let days): if let head = nearest(to: days, order) { list.select(head.id) }
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
    return request.ask(.loadHeads(filter, place, limit: limit))
  }

  /// The same rows as they are now, the marked one among them.
  mutating func reload(_ filter: EntryFilter, marking mark: Mark? = nil) -> [Effect] {
    load(filter, marked.map(ListPlace.around) ?? .start, marking: mark ?? wanted)
  }

  /// Fetches what comes next before the rows end.
  mutating func fetchMore(_ filter: EntryFilter) -> [Effect] {
    guard isLoaded, request.isIdle, let place, let first = heads.first, let last = heads.last else { return [] }
    // In the middle of a few rows there is nothing to be fetched yet.
    let margin = min(Self.margin, heads.count / 3)
    if !isEnd, place >= heads.count - margin || !list.isFilled { return load(filter, .after(last)) }
    if !isStart, place < margin { return load(filter, .before(first)) }
    return []
  }

  /// Takes over what was asked for last.
  /// - Returns: what is asked for now; nil where the rows were not asked for here.
  mutating func take(_ page: HeadsPage, at place: ListPlace, of asked: EntryFilter, now filter: EntryFilter)
    -> [Effect]?
  {
    guard case .loadHeads(asked, place, _) = request.underWay else { return nil }
    let isCurrent = request.isCurrent
    let effects = request.wasAnswered()
    guard isCurrent else { return effects }
    show(page, at: place)
    if let wanted { mark(wanted, filter.order) }
    wanted = nil
    return effects
  }

  /// What was asked for does not come.
  mutating func giveUp() {
    request.giveUp()
    (isLoaded, wanted) = (true, nil)
  }

  /// Shows the rows of an earlier window again; requests under way are not affected.
  mutating func restore(_ other: ListWindow) {
    let request = request
    self = other
    self.request = request
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
        case .entry(let place): .init(heads[place].id, height: height(of: heads[place]))
        }
      })
  }

  private func height(of head: EntryHead) -> Int {
    form.hasExcerpts && !EntryLine.isWhole(head, in: form.columns, after: form.lead) ? 2 : 1
  }

  /// Whether all rows of these days are here.
  func holds(_ days: ClosedRange<Day>, _ order: EntryFilter.Order) -> Bool {
    HeadsPage(heads, isStart: isStart, isEnd: isEnd).holds(days, order)
  }
}

extension HeadsPage {
  func contains(_ id: UUID) -> Bool { heads.contains { $0.id == id } }

  /// Whether all rows of these days are among its own.
  func holds(_ days: ClosedRange<Day>, _ order: EntryFilter.Order) -> Bool {
    guard let first = heads.first?.day, let last = heads.last?.day else { return isStart && isEnd }
    let (isNewest, isOldest) = order == .newestFirst ? (isStart, isEnd) : (isEnd, isStart)
    return (isNewest || max(first, last) > days.upperBound) && (isOldest || min(first, last) < days.lowerBound)
  }

  /// Whether an entry of that day is plainly not in the list.
  func lacks(_ id: UUID, on day: Day, _ order: EntryFilter.Order) -> Bool {
    holds(day...day, order) && !contains(id)
  }
}

extension ClosedRange<Day> {
  /// The day that a list in this order meets first.
  fileprivate func start(_ order: EntryFilter.Order) -> Day { order == .newestFirst ? upperBound : lowerBound }

  /// How many days a day lies outside.
  fileprivate func distance(to day: Day) -> Int {
    if day < lowerBound { return lowerBound.number - day.number }
    return day > upperBound ? day.number - upperBound.number : 0
  }
}
