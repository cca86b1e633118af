import ArgumentParser
import HearthContent
import HearthCore

/// A number under its name, as an argument: `tension=3`.
struct AnswerArgument: ExpressibleByArgument {
  let name: String
  let value: Int

  init?(argument: String) {
    let parts = argument.split(separator: "=", omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, let value = Int(parts[1]) else { return nil }
    (name, self.value) = (String(parts[0]), value)
  }

  init(_ name: String, _ value: Int) { (self.name, self.value) = (name, value) }

  /// - Throws: `UsageError` where the value is outside of the range.
  func expect(in range: ClosedRange<Int>, _ words: Words) throws {
    if range.contains(value) { return }
    throw UsageError(
      sentence: words[
        .shellOutOfRange,
        ["name": name, "low": "\(range.lowerBound)", "high": "\(range.upperBound)", "value": "\(value)"]])
  }
}
