import HearthCore

/// All that the made-up journal is put together from.
struct DemoShelf: Sendable {
  /// What is compiled in; read once, when somebody first asks for it.
  static let builtIn = DemoShelf(ContentFile.builtIn(.demo))

  private(set) var pages: [DemoPage] = []
  private(set) var lines: [DemoLine] = []
  /// What could not be used.
  private(set) var problems: [ContentProblem] = []

  init(_ files: [ContentFile]) {
    for stanza in files.flatMap({ $0.stanzas() }) {
      do throws(ContentProblem) {
        try take(stanza.get())
      } catch {
        problems.append(error)
      }
    }
  }

  /// A page has a day; lines have none.
  private mutating func take(_ stanza: Stanza) throws(ContentProblem) {
    if stanza.names.contains("on") {
      pages.append(try DemoPage.reading(stanza))
    } else {
      lines += try DemoLine.reading(stanza)
    }
  }
}
