import Canvas
import HearthCore

/// From place to place on a chart.
extension ChartsScreen {
  /// Beyond the first place lie earlier days, beyond the last later ones.
  mutating func move(_ command: Command, in context: Context) -> [Effect] {
    guard let sheet = shown, !sheet.points.isEmpty else { return [] }
    let end = sheet.points.count - 1
    // The first step finds the last place that has something.
    guard let now = cursor else {
      cursor = command == .move(.first) ? 0 : sheet.lastPlace
      return []
    }
    let place =
      switch command {
      case .left: now - stride(of: sheet).across
      case .right: now + stride(of: sheet).across
      case .move(.up): now - stride(of: sheet).down
      case .move(.down): now + stride(of: sheet).down
      case .move(.first): 0
      default: end
      }
    guard !(0...end).contains(place) else {
      cursor = place
      return []
    }
    return leave(towards: place < 0 ? -1 : 1, from: now, sheet, in: context)
  }

  private mutating func leave(
    towards direction: Int, from place: Int, _ sheet: ChartSheet, in context: Context
  ) -> [Effect] {
    guard case .days = span, sheet.isTime, direction < 0 || last != nil else { return [] }
    let effects = shift(by: direction, in: context)
    cursor = min(max(place - direction * sheet.points.count / 2, 0), sheet.points.count - 1)
    return effects
  }

  /// How many points one goes by a key to the side, and by one up or down.
  private func stride(of sheet: ChartSheet) -> (across: Int, down: Int) {
    switch sheet.shape {
    case .pixels: sheet.days.length <= 400 ? (7, 1) : (1, 30)
    case .strips(_, let rows): (1, rows.first?.count ?? 1)
    case .glance: (1, 3)
    case .lines, .columns, .cross: (1, 7)
    case .dots, .bars, .names, .presences: (1, 1)
    }
  }

  /// A click leads to its place; one more opens the day. The wheel turns to earlier and later days.
  mutating func point(_ event: MouseEvent, in context: Context) -> [Effect] {
    // Where one reads, the wheel reads on.
    let body = Chrome.body(of: context.size)
    switch mode {
    case .list: return pointOnList(event, in: context)
    case .patterns, .choosing: page.handle(.mouse(event), in: patternRect(body))
    case .words: said?.handle(.mouse(event), in: Flow(body).rest)
    case .picture, .span: return pointOnChart(event, in: context)
    }
    return []
  }

  private mutating func pointOnChart(_ event: MouseEvent, in context: Context) -> [Effect] {
    switch event.action {
    case .wheelUp: return shift(by: -1, in: context)
    case .wheelDown: return shift(by: 1, in: context)
    case .press where event.button == 1:
      let places = places(in: Chrome.body(of: context.size), context)
      guard let place = picture(context)?.point(at: event.at, in: places.chart) else { return [] }
      if place == cursor { return openDay() }
      cursor = place
    default: break
    }
    return []
  }

  /// The day of the place one is on; before one has moved, the last place that has something is marked.
  mutating func openDay() -> [Effect] {
    guard hasDays, let sheet = shown else { return [] }
    guard let cursor else {
      cursor = sheet.lastPlace
      return []
    }
    return sheet.points.indices.contains(cursor) ? sheet.points[cursor].day.map { [.open(.day($0))] } ?? [] : []
  }
}

extension ChartSheet {
  /// Whether its places are days, one after the other.
  fileprivate var isTime: Bool {
    if case .presences = shape { return false }
    return points.first?.days != nil && points.last?.days?.upperBound == days.upperBound
  }

  /// The last place that has something; where none has, the last.
  fileprivate var lastPlace: Int {
    points.lastIndex { point in point.values.contains { $0.value != nil } } ?? points.count - 1
  }
}
