/// Whether Today shows only the small things: every day, or just on one.
package struct LowEnergy: Hashable, Sendable {
  package var isEveryDay: Bool
  /// The one day on which it is the other way round.
  package var exception: Day?

  package init(isEveryDay: Bool = false, exception: Day? = nil) {
    (self.isEveryDay, self.exception) = (isEveryDay, exception)
  }

  /// The energy at which it is offered, of ten.
  package static let most = 2.0

  package func isOn(_ day: Day) -> Bool { isEveryDay != (exception == day) }

  /// For this day alone.
  package mutating func turn(on day: Day) { exception = exception == day ? nil : day }

  /// One line, to be kept; nil where there is nothing to keep.
  package var text: String? {
    let parts = [isEveryDay ? "always" : nil, exception.map { "not=\($0.number)" }].compactMap(\.self)
    return parts.isEmpty ? nil : parts.joined(separator: " ")
  }

  /// What cannot be read is the usual.
  package init(text: String) {
    let parts = text.split(separator: " ")
    let number = parts.first { $0.hasPrefix("not=") }.flatMap { Int($0.dropFirst(4)) }
    self.init(isEveryDay: parts.contains("always"), exception: number.map { Day(number: $0) })
  }
}
