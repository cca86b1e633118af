import Canvas
import HearthContent
import HearthCore

/// What covers the terminal after leaving at once, where the person wants that: a list anyone could have, and nothing
/// that says what was there.
package struct CoverPage {
  private let day: Day
  private let words: Words

  package init(_ day: Day, _ words: Words) {
    self.day = day
    self.words = words
  }

  package func frame(_ size: Size) -> Frame {
    var frame = Frame(size: size)
    var flow = Flow(Rect(column: 0, row: 0, columns: size.columns, rows: size.rows))
    if size.rows >= 8 { flow.gap() }
    flow.line(words.fullDate(day), on: &frame)
    flow.gap()
    flow.line(words[.coverHeading], on: &frame)
    for _ in 0..<5 { flow.line("-", on: &frame) }
    return frame
  }
}
