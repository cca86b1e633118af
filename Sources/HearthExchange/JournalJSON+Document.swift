import FoundationEssentials
import HearthCore

extension JournalJSON {
  /// A document that was read once from end to end and found whole, so that taking it in cannot stop half-way over a
  /// fault in it. Names it does not know are passed over.
  package struct Document: Sendable {
    private let bytes: [UInt8]
    private let file: String
    /// How many entries it holds.
    package private(set) var count = 0
    /// What it says about the journal as a whole.
    package private(set) var preferences = Preferences()

    /// - Parameters:
    ///   - file: what the document is called in problems.
    ///   - scales: the steps an answer of a check-in can have, by the id of its measure. Those that are not there are
    ///     taken as they are.
    ///   - scalesOfRun: the same of the readings that a run can have yielded; nil where that is not known.
    /// - Throws: `importBroken`, with the line of a fault in the writing or the number of the entry that is not one.
    package init(
      _ bytes: [UInt8], file: String, scales: [Measure.ID: ClosedRange<Int>] = [:],
      scalesOfRun: (Run) -> [Measure.ID: ClosedRange<Int>]? = { _ in nil }
    ) throws(Problem) {
      self.bytes = bytes
      self.file = file
      try check()
      try preferences.expectAnswers(on: scales, in: file)
      try preferences.expectReadings(on: scalesOfRun, in: file)
    }

    /// Every entry in the order of the document, one at a time.
    package func entries(_ each: (Entry) throws(Problem) -> Void) throws(Problem) {
      try members { reader, name throws(Problem) in
        guard name == "entries" else {
          _ = try reader.value()
          return
        }
        try eachElement(&reader) { value, number throws(Problem) in
          try each(try EntryMembers(value, number: number, file: file).entry())
        }
      }
    }

    /// One at a time, so that a long list is never in memory as values.
    private func eachElement(
      _ reader: inout JSONReader, _ each: (JSONValue, _ number: Int) throws(Problem) -> Void
    ) throws(Problem) {
      var number = 0
      try reader.array { reader throws(Problem) in
        number += 1
        try each(try reader.value(), number)
      }
    }

    /// What is wrong with an entry is told after what is wrong with the whole: a later Hearth may write others.
    private mutating func check() throws(Problem) {
      var schema: Int?
      var ids: EntryIDs?
      var preferences = Preferences()
      try members { reader, name throws(Problem) in
        if name == "entries" {
          var found = EntryIDs(file: file)
          try eachElement(&reader) { value, number throws(Problem) in found.take(value, number: number) }
          ids = found
          return
        }
        let value = try reader.value()
        if name == "schema" { schema = value.integer }
        try preferences.take(value, named: name, in: file)
      }
      guard let schema, schema > 0 else { throw broken("schema", .schemaMissing) }
      guard schema <= JournalJSON.schema else { throw broken("schema", .schemaLater(schema)) }
      guard let ids else { throw broken("entries", .entriesMissing) }
      if let fault = ids.fault { throw fault }
      (count, self.preferences) = (ids.count, preferences)
    }

    private func members(_ member: (inout JSONReader, String) throws(Problem) -> Void) throws(Problem) {
      var reader = JSONReader(bytes, file: file)
      guard reader.peek() == "{" else { throw reader.problem(.noDocument) }
      try reader.object(member)
      try reader.end()
    }

    private func broken(_ member: String, _ what: ImportFault) -> Problem {
      .importBroken(file: file, where: .member(member), what: what)
    }
  }
}

/// Goes through the entries of a document: whether each is one, and has an id of its own.
private struct EntryIDs {
  let file: String
  private(set) var count = 0
  /// The first.
  private(set) var fault: Problem?
  private var numbers: [UUID: Int] = [:]

  init(file: String) { self.file = file }

  mutating func take(_ value: JSONValue, number: Int) {
    count = number
    guard fault == nil else { return }
    do throws(Problem) {
      let id = try EntryMembers(value, number: number, file: file).entry().id
      guard let other = numbers.updateValue(number, forKey: id) else { return }
      throw .importBroken(file: file, where: .entry(number), what: .idTaken(other))
    } catch {
      fault = error
    }
  }
}
