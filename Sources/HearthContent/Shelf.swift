import HearthCore

/// Everything to read and answer: what is compiled in, and after it what a person has added.
///
/// Nothing is parsed before it is asked for. What is built in is parsed once for the life of the program; a person's
/// own files, which are few and small, each time.
package struct Shelf: Sendable {
  private let own: [ContentFile]
  /// What kept files of a person's own from being read.
  private let unreadable: [ContentProblem]
  /// Questions and steps come without figures of speech, where they have a wording for it.
  package var speaksPlainly = false

  private static let builtInPrompts = Row<Prompt>(Prompt.builtIn)
  private static let builtInLines = Row<SupportLine>(ContentFile.builtIn(.lines), SupportLine.reading)
  private static let builtInTemplates = Row<Template>(ContentFile.builtIn(.templates), Template.reading)
  private static let builtInPractices = Row<Practice>().adding(ContentFile.builtIn(.practices), all: Practice.reading)
  private static let builtInChecks = Row<Practice>().adding(ContentFile.builtIn(.checks), all: Practice.reading)
  private static let builtInCards = Row<Card>(ContentFile.builtIn(.cards), Card.reading)
  private static let builtInFields = Row<CheckInField>(ContentFile.builtIn(.measures), CheckInField.reading)

  /// - Parameters:
  ///   - own: the person's own files, read as `PlainText`. The folder in a name says what is in it:
  ///     `prompts/mine.yaml`, `lines/here.yaml`, `templates/evening.md`.
  ///   - unreadable: what kept others from being read.
  package init(own: [(name: String, text: String)] = [], unreadable: [ContentProblem] = []) {
    var (files, unreadable) = ([ContentFile](), unreadable)
    for (name, text) in own {
      let bytes = Array(text.utf8)
      do throws(Problem) {
        files.append(ContentFile(name: name, text: try PlainText.read(bytes)))
      } catch {
        unreadable.append(ContentProblem(file: name, error, in: bytes))
      }
    }
    (self.own, self.unreadable) = (files, unreadable)
  }

  package var prompts: [Prompt] { speaksPlainly ? promptRow.items.map(\.plainly) : promptRow.items }

  /// One of them. What is built in comes first, and is found without all the others.
  package func prompt(_ id: String) -> Prompt? {
    let prompt = Prompt.builtIn(id) ?? promptRow.items.first { $0.id == id }
    return speaksPlainly ? prompt?.plainly : prompt
  }

  /// Pages that are begun already.
  package var templates: [Template] { templateRow.items }

  /// What can be gone through, step by step, in the order in which lists show it.
  package var practices: [Practice] {
    let placed = practiceRow.items.inPlaces(\.place)
    return speaksPlainly ? placed.map(\.plainly) : placed
  }

  /// What a check-in can ask.
  package var checkInFields: [CheckInField] { fieldRow.items }

  /// The steps of what the program itself asks, by the ids of the measures. A person's own scales may have been others
  /// when they were answered.
  package static var builtInScales: [Measure.ID: ClosedRange<Int>] {
    Dictionary(builtInFields.items.flatMap(\.measures).map { ($0.id, $0.range) }) { first, _ in first }
  }

  /// The same of a run through one of the program's practices; nil where the practice is a person's own, or was another
  /// version when the run began.
  package static func builtInScales(of run: Run) -> [Measure.ID: ClosedRange<Int>]? {
    builtInPractices.items.first { $0.id == run.practice && $0.version == run.version }.map { practice in
      Dictionary(practice.measures.map { ($0.id, $0.range) }) { first, _ in first }
    }
  }

  /// What an answer to it is a reading of.
  package var measures: [Measure] { checkInFields.flatMap(\.measures) }

  /// The relationship check and one's own side: run by the same engine, and by nothing else that lists practices.
  package var checks: [Practice] { Self.builtInChecks.items }

  /// What can be read, and where it leads.
  package var library: Library {
    Library(cardRow.items, prompts: prompts, practices: practices)
  }

  /// The lines that may be shown.
  package var support: SupportDirectory { SupportDirectory(lineRow.items) }

  /// What could not be used, in the order of the files.
  package var problems: [ContentProblem] {
    let strangers = own.filter { file in !ContentFile.Kind.open.contains { $0 == file.kind } }
      .map { ContentProblem(file: $0.name, line: nil, what: .unknownFile) }
    return Self.builtInChecks.problems + promptRow.problems + lineRow.problems + templateRow.problems + cardRow.problems
      + practiceRow.problems
      + fieldRow.problems + strangers + unreadable
  }

  private var promptRow: Row<Prompt> {
    Self.builtInPrompts.adding(own.filter { $0.kind == .prompts }, Prompt.reading)
  }

  /// Also those that wait for a check, which nobody in need is shown.
  var lineRow: Row<SupportLine> {
    Self.builtInLines.adding(own.filter { $0.kind == .lines }, SupportLine.readingOwn)
  }

  private var templateRow: Row<Template> {
    Self.builtInTemplates.adding(own.filter { $0.kind == .templates }, Template.readingOwn)
  }

  private var practiceRow: Row<Practice> {
    Self.builtInPractices.adding(own.filter { $0.kind == .practices }, all: Practice.readingOwn)
  }

  private var fieldRow: Row<CheckInField> {
    Self.builtInFields.adding(own.filter { $0.kind == .measures }, CheckInField.readingOwn)
  }

  private var cardRow: Row<Card> { Self.builtInCards.adding(own.filter { $0.kind == .cards }, Card.reading) }
}

extension Shelf {
  /// What was found in files, in their order, and what could not be used. Each id stands once: the first has it.
  struct Row<Item: Identifiable<String> & Sendable>: Sendable {
    private(set) var items: [Item] = []
    private(set) var problems: [ContentProblem] = []

    typealias Reading = (Stanza) throws(ContentProblem) -> (item: Item, problems: [ContentProblem])

    init(_ files: [ContentFile], _ read: Reading) { self = Row().adding(files, read) }
    init(_ items: [Item]) { self.items = items }
    init() {}

    func adding(_ files: [ContentFile], _ read: Reading) -> Row {
      adding(
        files,
        all: { stanza in
          do throws(ContentProblem) {
            let (item, problems) = try read(stanza)
            return (item, problems)
          } catch {
            return (nil, [error])
          }
        })
    }

    /// The same where all that is wrong with a stanza is told at once.
    func adding(_ files: [ContentFile], all read: (Stanza) -> (item: Item?, problems: [ContentProblem])) -> Row {
      var row = self
      var ids = Set(items.map(\.id))
      for stanza in files.flatMap({ $0.stanzas() }) {
        do throws(ContentProblem) {
          let stanza = try stanza.get()
          let (item, problems) = read(stanza)
          if let item, !ids.insert(item.id).inserted {
            throw ContentProblem(file: stanza.file, line: stanza.line, what: .sameID, field: item.id)
          }
          row.items += [item].compactMap(\.self)
          row.problems += problems
        } catch {
          row.problems.append(error)
        }
      }
      return row
    }
  }
}
