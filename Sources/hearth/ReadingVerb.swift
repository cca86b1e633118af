import ArgumentParser

/// A verb that shows what there is. Where it is refused, that nothing was changed goes without saying.
protocol ReadingVerb: ParsableCommand {
  /// Whether it changes nothing, asked as it was.
  var onlyReads: Bool { get }
}

extension ReadingVerb {
  var onlyReads: Bool { true }
}

/// Why a verb that only reads did not get through.
struct ReadingRefused: Error {
  let reason: any Error
}

extension ParsableCommand {
  /// Does the work of the verb.
  ///
  /// - Throws: a `ReadingRefused` with what was thrown, where it only reads.
  mutating func carryOut() throws {
    let onlyReads = (self as? any ReadingVerb)?.onlyReads == true
    do {
      try run()
    } catch {
      throw onlyReads ? ReadingRefused(reason: error) : error
    }
  }
}
