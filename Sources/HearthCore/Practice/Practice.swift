/// A guided flow made of steps, defined in a file: a talk in three parts, mending after a fight, one's week.
package struct Practice: Hashable, Sendable, Identifiable {
  /// What becomes of the answers.
  package enum Keep: String, CaseIterable, Hashable, Sendable {
    /// After every step, so that one can go on where one left.
    case always
    /// Only where the person says so at the end; before that nothing is written anywhere.
    case ask
    /// Nothing is ever written, whatever the person answers.
    case never
  }

  /// Unique among all practices, and never used again for another: runs remember which one they went through.
  package let id: String
  /// Grows by one whenever steps change, so that a run knows whether it was asked the same. From 1.
  package let version: Int
  package let title: String
  /// The needs under which it is listed, such as `lonely` or `fight`; their names are words of the program.
  package let needs: [String]
  /// Where it stands in those lists, from 1; nil stands behind those that have a place.
  package let place: Int?
  /// The rows of the concept list that it serves; empty in a person's own.
  package let concepts: [Int]
  package let keep: Keep
  /// Whether it is not offered about a relationship that was marked in the relationship check.
  package let isHiddenForFlagged: Bool
  /// Every measure its steps can yield a reading of.
  package let measures: [Measure]
  /// In their order, at least one. A condition speaks only of steps before its own.
  package let steps: [Step]
  /// The first whose condition holds is the one. The last holds always.
  package let endings: [Ending]
  /// The texts of the endings, by name. Blank lines stand between paragraphs; gaps are filled by `Run.said`, but for
  /// `supportGaps`, which stay for whoever knows the lines of a country.
  package let pages: [String: String]
  /// From the person's own folder.
  package let isOwn: Bool

  package init(
    id: String, version: Int = 1, title: String, needs: [String] = [], place: Int? = nil, concepts: [Int] = [],
    keep: Keep = .always, isHiddenForFlagged: Bool = false, measures: [Measure] = [], steps: [Step],
    endings: [Ending] = [],
    pages: [String: String] = [:], isOwn: Bool = false
  ) {
    self.id = id
    self.version = version
    self.title = title
    self.needs = needs
    self.place = place
    self.concepts = concepts
    self.keep = keep
    self.isHiddenForFlagged = isHiddenForFlagged
    self.measures = measures
    self.steps = steps
    self.endings = endings
    self.pages = pages
    self.isOwn = isOwn
  }

  /// As it is asked where no figures of speech are wanted.
  package var plainly: Practice {
    Practice(
      id: id, version: version, title: title, needs: needs, place: place, concepts: concepts, keep: keep,
      isHiddenForFlagged: isHiddenForFlagged, measures: measures, steps: steps.map(\.plainly), endings: endings,
      pages: pages, isOwn: isOwn)
  }

  /// The step of this id; nil where there is none, as in a run of an earlier version.
  package func step(_ id: String) -> Step? { steps.first { $0.id == id } }

  /// The gaps for support: `emergency` is the number to call, `lines/abuse` the lines for that need.
  package static let supportGaps = ["emergency"] + SupportLine.Need.allCases.map { "lines/\($0.rawValue)" }
}
