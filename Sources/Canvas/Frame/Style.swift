/// What a piece of text is, rather than how it looks: a ``Palette`` knows the looks.
package enum Role: UInt8, CaseIterable, Sendable {
  /// What one reads.
  case text
  /// What stands beside what one reads: times, hints, empty states.
  case dim
  /// Text that carries weight.
  case strong
  /// The one warm colour: where one is, what is marked.
  case accent
  case heading
  /// A question that invites an answer.
  case question
  case tag
  case person
  /// What a search has found.
  case found
  /// Rules and boxes.
  case border
  /// Text that is selected in an editor.
  case selected
  /// The top line and the key bar.
  case bar
  /// The name of a key.
  case key
  /// The high end of a mood.
  case good
  /// The middle of a mood.
  case middling
  /// The low end of a mood.
  case low
  /// A result that is told for a few seconds.
  case notice
  case error
  case link
  /// Steps of a scale in charts, from the lowest up: each differs from its neighbours for every eye.
  case step1
  case step2
  case step3
  case step4
  case step5
}

/// How letters are drawn, beside their colour. Not every terminal has all of them.
package struct Attributes: OptionSet, Hashable, Sendable {
  package let rawValue: UInt8
  package init(rawValue: UInt8) { self.rawValue = rawValue }

  package static let bold = Attributes(rawValue: 1)
  package static let dim = Attributes(rawValue: 2)
  package static let italic = Attributes(rawValue: 4)
  package static let underline = Attributes(rawValue: 8)
  package static let reverse = Attributes(rawValue: 16)
}

/// The role of a piece of text, and attributes beyond those that the role brings along.
package struct Style: Hashable, Sendable {
  package var role: Role
  package var attributes: Attributes

  /// A role, and what is added to it.
  package init(_ role: Role, _ attributes: Attributes = []) {
    self.role = role
    self.attributes = attributes
  }

  /// The same with more attributes.
  package func with(_ more: Attributes) -> Style { Style(role, attributes.union(more)) }

  package static let text = Style(.text)
  package static let dim = Style(.dim)
  package static let strong = Style(.strong)
  package static let accent = Style(.accent)
  package static let heading = Style(.heading)
  package static let question = Style(.question)
  package static let tag = Style(.tag)
  package static let person = Style(.person)
  package static let found = Style(.found)
  package static let border = Style(.border)
  package static let selected = Style(.selected)
  package static let bar = Style(.bar)
  package static let key = Style(.key)
  package static let good = Style(.good)
  package static let middling = Style(.middling)
  package static let low = Style(.low)
  package static let notice = Style(.notice)
  package static let error = Style(.error)
  package static let link = Style(.link)
}
