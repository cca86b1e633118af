import Canvas
import HearthContent
import HearthCore

/// All charts, to choose one by its name instead of going through them.
extension ChartsScreen {
  mutating func list(in context: Context) {
    guard let shelf else { return }
    var list = ListView(charts(of: shelf, context).map { .init($0) })
    list.fit(rows: listRect(Chrome.body(of: context.size)).rows)
    list.select(chart)
    self.list = list
  }

  mutating func carryOutOnList(_ command: Command, in context: Context) -> [Effect] {
    let rows = listRect(Chrome.body(of: context.size)).rows
    list?.fit(rows: rows)
    switch command {
    case .open:
      guard let chosen = list?.selection else { break }
      list = nil
      return show(chosen, in: context)
    case .move(let way): list?.move(way)
    default: list = nil
    }
    return []
  }

  /// A click marks; a click on what is marked opens it.
  mutating func pointOnList(_ event: MouseEvent, in context: Context) -> [Effect] {
    let rect = listRect(Chrome.body(of: context.size))
    return list?.opens(with: event, in: rect) == true ? carryOutOnList(.open, in: context) : []
  }

  private func listRect(_ body: Rect) -> Rect { Flow(body, airyFrom: 14).rest }

  /// Names, and beside them what each answers, where there is room.
  func drawList(_ list: ListView<Chart>, on frame: inout Frame, in body: Rect, _ context: Context) {
    let voice = voice(context)
    let names = list.rows.compactMap(\.id).map { TextWidth.columns(of: voice.title($0)) }.max() ?? 0
    list.draw(on: &frame, in: listRect(body)) { index, isMarked, frame, place in
      guard let chart = list.rows[index].id else { return }
      let title = voice.title(chart).truncated(to: place.columns)
      frame.put(title, at: place.origin, style: isMarked ? .text.with(.bold) : .text)
      let rest = place.dropLeft(names + 2)
      guard rest.columns >= 24 else { return }
      frame.put(voice.question(chart).truncated(to: rest.columns), at: rest.origin, style: .dim)
    }
  }
}
