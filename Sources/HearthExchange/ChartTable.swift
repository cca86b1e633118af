import HearthCore

/// What stands at each place of a chart, as a table or as JSON, for tools.
package struct ChartTable {
  private let sheet: ChartSheet
  private let name: (ChartLabel) -> String

  /// - Parameter name: what a label is called.
  package init(_ sheet: ChartSheet, name: @escaping (ChartLabel) -> String) { (self.sheet, self.name) = (sheet, name) }

  /// A row for each value: from, to, what, value, of how many. What has no value is left empty.
  package var csv: String {
    let rows = sheet.points.flatMap { point in
      point.values.map { value in
        [
          point.days?.lowerBound.description ?? "", point.days?.upperBound.description ?? "", name(value.label),
          value.value.map(Self.number) ?? "", value.count.map(String.init) ?? "",
        ]
      }
    }
    return ([["from", "to", "what", "value", "count"]] + rows).map(JournalCSV.row).joined()
  }

  /// - Parameters:
  ///   - title: what the chart is called.
  ///   - sentences: what is said of it.
  package func json(title: String, question: String, rule: String, sentences: [String]) -> String {
    JSONText.document([
      ("chart", JSONText.quoted(sheet.chart.id)), ("title", JSONText.quoted(title)),
      ("question", JSONText.quoted(question)), ("rule", JSONText.quoted(rule)),
      ("from", JSONText.quoted(sheet.days.lowerBound.description)),
      ("to", JSONText.quoted(sheet.days.upperBound.description)), ("days", .number(sheet.days.length)),
      ("logged", .number(sheet.logged)), ("said", JSONText.list(sentences)),
      ("points", JSONText.objects(sheet.points.flatMap(members))),
    ])
  }

  private func members(_ point: ChartSheet.Point) -> [JSONText.Members] {
    point.values.map { value in
      [
        ("from", point.days.map { JSONText.quoted($0.lowerBound.description) } ?? .null),
        ("to", point.days.map { JSONText.quoted($0.upperBound.description) } ?? .null),
        ("what", JSONText.quoted(name(value.label))),
        ("value", value.value.map { .plain($0.isFinite ? $0 : 0) } ?? .null),
        ("count", value.count.map(JSONText.number) ?? .null),
      ]
    }
  }

  /// Without a point where it is whole; what is no number is nothing.
  static func number(_ value: Double) -> String {
    guard value.isFinite else { return "0" }
    return value == value.rounded() && abs(value) < 1e15 ? String(Int(value)) : String(value)
  }
}
