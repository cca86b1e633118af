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
    /// - Throws: `importBroken`, with the line of a fault in the writing or the number of the entry that is not one.
    package init(
      _ bytes: [UInt8], file: String, scales: [Measure.ID: ClosedRange<Int>] = [:]
    ) throws(Problem) {
      self.bytes = bytes
      self.file = file
      try checkHead()
      try preferences.expectAnswers(on: scales, in: file)
      var first: [UUID: Int] = [:]
      try entries { entry throws(Problem) in
        count += 1
        guard let other = first.updateValue(count, forKey: entry.id) else { return }
        throw .importBroken(file: file, where: .entry(count), what: .idTaken(other))
      }
    }

    /// Every entry in the order of the document, one at a time.
    package func entries(_ each: (Entry) throws(Problem) -> Void) throws(Problem) {
      var number = 0
      try members { reader, name throws(Problem) in
        guard name == "entries" else {
          _ = try reader.value()
          return
        }
        try reader.array { reader throws(Problem) in
          number += 1
          try each(try EntryMembers(try reader.value(), number: number, file: file).entry())
        }
      }
    }

    private mutating func checkHead() throws(Problem) {
      var schema: Int?
      var hasEntries = false
      var preferences = Preferences()
      try members { reader, name throws(Problem) in
        hasEntries = hasEntries || name == "entries"
        let value = try reader.value()
        if name == "schema" { schema = value.integer }
        try preferences.take(value, named: name, in: file)
      }
      guard let schema, schema > 0 else { throw broken("schema", .schemaMissing) }
      guard schema <= JournalJSON.schema else { throw broken("schema", .schemaLater(schema)) }
      guard hasEntries else { throw broken("entries", .entriesMissing) }
      self.preferences = preferences
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
