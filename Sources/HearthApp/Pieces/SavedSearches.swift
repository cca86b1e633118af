import Canvas
import HearthContent
import HearthCore

/// Searches that were given a name, below the empty search line.
struct SavedSearches: Equatable {
  private(set) var all: [SavedSearch] = []
  private(set) var list = ListView<String>()

  init() {}

  var isEmpty: Bool { all.isEmpty }
  var marked: SavedSearch? { list.selectedIndex.map { all[$0] } }
  /// The mark stands on the first: going up from there leads out of the list.
  var isAtTop: Bool { list.selectedIndex == 0 }

  mutating func move(_ change: (inout ListView<String>) -> Void) { change(&list) }

  /// Takes over where it is shown.
  mutating func fit(_ rect: Rect) { if !rect.isEmpty { list.fit(rows: Self.listRect(in: rect).rows) } }

  /// Where its rows stand, below the heading.
  static func listRect(in rect: Rect) -> Rect { rect.dropTop(1) }

  // MARK: Keeping and forgetting

  /// Another search that has this name, in any case.
  func other(than search: SavedSearch) -> SavedSearch? {
    all.first { $0.name.lowercased() == search.name.lowercased() && $0.text != search.text }
  }

  func forget() -> [Effect] { marked.map { [.wish(.make(.forgetSearch(name: $0.name)))] } ?? [] }

  mutating func take(_ loaded: [SavedSearch]) {
    all = loaded
    list.show(loaded.map { .init($0.name) })
  }

  /// A search that had the name before is not gone without a word.
  static func wasKept(_ search: SavedSearch, inPlaceOf other: SavedSearch?, _ words: Words) -> [Effect] {
    let said =
      other.map { words[.noticeSearchReplaced, ["name": search.name, "text": $0.text]] }
      ?? words[.noticeSearchKept, ["name": search.name]]
    return [.say(Notice(said)), .wish(.loadSavedSearches)]
  }

  // MARK: Drawing

  func draw(on frame: inout Frame, in rect: Rect, isFocused: Bool, _ words: Words) {
    frame.put(words[.searchSaved], at: rect.origin, style: .heading, limit: rect.columns)
    let place = Self.listRect(in: rect)
    let names = min(24, (all.map { TextWidth.columns(of: $0.name) }.max() ?? 0) + 2)
    list.draw(on: &frame, in: place) { index, isMarked, frame, row in
      let style = isMarked && isFocused ? Style.text.with(.bold) : .text
      frame.put(all[index].name.truncated(to: min(names - 2, row.columns)), at: row.origin, style: style)
      let text = row.dropLeft(names)
      if all[index].name != all[index].text {
        frame.put(all[index].text.truncated(to: text.columns), at: text.origin, style: .dim)
      }
    }
    list.drawArrows(on: &frame, in: place)
    if !isFocused { frame.fill(place.left(1)) }
  }
}
