import HearthCore

/// All that the made-up journal is put together from.
struct DemoShelf: Sendable {
  /// What is compiled in; read once, when somebody first asks for it.
  static let builtIn = DemoShelf(ContentFile.builtIn(.demo))

  private(set) var pages: [DemoPage] = []
  private(set) var lines: [DemoLine] = []
  private(set) var people: [DemoPerson] = []
  private(set) var touchpoints: [DemoTouchpoint] = []
  private(set) var bonds: [DemoBond] = []
  private(set) var contacts: [DemoContact] = []
  private(set) var runs: [DemoRun] = []
  /// In the order of their days.
  private(set) var tides: [DemoTide] = []
  /// What could not be used.
  private(set) var problems: [ContentProblem] = []
  private var ids = Dice(seed: 1)

  init(_ files: [ContentFile]) {
    for stanza in files.flatMap({ $0.stanzas() }) {
      do throws(ContentProblem) {
        try take(stanza.get())
      } catch {
        problems.append(error)
      }
    }
  }

  /// What a stanza is, its first field says; a page begins with its day.
  private mutating func take(_ stanza: Stanza) throws(ContentProblem) {
    switch stanza.names.first {
    case "on": pages.append(try DemoPage.reading(stanza))
    case "person": people.append(try DemoPerson.reading(stanza, id: Person.ID(from: &ids)))
    case "touchpoint": touchpoints.append(try DemoTouchpoint.reading(stanza, id: Person.ID(from: &ids)))
    case "bond": bonds.append(try DemoBond.reading(stanza))
    case "moment": contacts.append(try DemoContact.reading(stanza))
    case "run": runs.append(try DemoRun.reading(stanza))
    case "tide": tides.append(try DemoTide.reading(stanza))
    default: lines += try DemoLine.reading(stanza)
    }
  }
}
