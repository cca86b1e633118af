/// Some weeks or months on one page, for somebody who is to understand them: a therapist, a doctor, a friend. Everything
/// in it is said already; writers only give it a form.
package struct Report: Hashable, Sendable {
  /// What goes into it, beside what always does.
  package enum Part: String, CaseIterable, Hashable, Sendable { case charts, entries, practices }

  /// What becomes of the names in it.
  package enum Names: String, CaseIterable, Hashable, Sendable { case initials, aliases, none }

  package enum Form: String, CaseIterable, Hashable, Sendable { case html, md }

  package var title: String
  /// Of which days it is, when it was written, and what it is and is not.
  package var lead: [String]
  package var sections: [Section]
  /// The last line.
  package var foot: String

  package init(title: String, lead: [String], sections: [Section], foot: String) {
    self.title = title
    self.lead = lead
    self.sections = sections
    self.foot = foot
  }

  package struct Section: Hashable, Sendable {
    package var title: String
    package var blocks: [Block]

    package init(_ title: String, _ blocks: [Block]) {
      self.title = title
      self.blocks = blocks
    }
  }

  package enum Block: Hashable, Sendable {
    case text(String)
    case list([String])
    /// Every row is as long as the head.
    case table(head: [String], rows: [[String]])
    /// A picture as SVG, and what it shows in words.
    case picture(String, said: [String])
    /// Something with a heading of its own: an entry, a passage through a practice.
    case page(Page)
  }

  package struct Page: Hashable, Sendable {
    package var title: String
    /// When, and what was set beside it.
    package var details: [String]
    /// Questions with their answers; a text alone has no question.
    package var answers: [Answered]

    package init(_ title: String, details: [String], answers: [Answered]) {
      self.title = title
      self.details = details
      self.answers = answers
    }
  }

  package struct Answered: Hashable, Sendable {
    package var question: String?
    /// As it was written, line breaks and all.
    package var answer: String

    package init(_ question: String?, _ answer: String) {
      self.question = question
      self.answer = answer
    }
  }
}
