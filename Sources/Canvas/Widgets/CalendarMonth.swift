/// A month for a calendar, worked out elsewhere: this target knows no calendar.
package struct CalendarMonth: Equatable, Sendable {
  /// What stands above it; empty for nothing.
  package let title: String
  /// Rows of seven, as the week begins for the person. Days are numbers that grow by one; nil is a day of another
  /// month.
  package let weeks: [[Int?]]

  /// - Parameter weeks: only the first and the last may have gaps.
  package init(title: String, weeks: [[Int?]]) {
    self.title = title
    self.weeks = weeks
  }

  /// Its days from the first to the last.
  package var days: [Int] { weeks.joined().compactMap { $0 } }
}

/// What a calendar shows beside a day, and how.
package struct DayMark: Equatable, Sendable {
  /// One column wide.
  package let glyph: Character
  /// Of the glyph.
  package let style: Style

  /// A glyph and its style; the number beside it is drawn as text.
  package init(_ glyph: Character, _ style: Style = .text) {
    self.glyph = glyph
    self.style = style
  }
}
