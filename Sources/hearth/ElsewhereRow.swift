import Canvas
import HearthApp
import HearthContent
import HearthCore
import HearthExchange

/// Something that a search found and that is no entry: `2026-03-02 21:04  A conversation · Ana`.
struct ElsewhereRow {
  private let item: Elsewhere
  private let title: String
  /// When it was; nothing for a person.
  private let moment: String

  init(_ item: Elsewhere, _ words: Words) {
    self.item = item
    title = Legible.line(item.title(words))
    moment = item.day.map { "\($0) \(item.stamp?.clock ?? "")" } ?? words[.elsewherePerson]
  }

  /// The row, and the place where the words stand on a line of its own.
  func text(_ found: FoundWords) -> String {
    let columns = Output.isTerminal ? max(24, Output.columns - Self.indent) : nil
    let place = found.place(in: item.text, columns: columns)
    let below = place.map { String(repeating: " ", count: Self.indent) + $0 + "\n" } ?? ""
    return moment.padded(to: Self.indent) + found.marked(title) + "\n" + below
  }

  /// Where the title begins.
  private static let indent = 18

  var members: JSONText.Members {
    [
      ("kind", .quoted(kind)), ("id", .quoted(item.id)), ("day", item.day.map { .quoted($0.description) }),
      ("title", .quoted(title)), ("text", .quoted(item.text)),
    ]
  }

  private var kind: String {
    switch item {
    case .person: "person"
    case .moment: "moment"
    case .run: "practice"
    }
  }
}
