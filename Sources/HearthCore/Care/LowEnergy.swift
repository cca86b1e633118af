/// Whether Today shows only the small things: every day, or just on one.
package struct LowEnergy: Hashable, Sendable {
  package var isEveryDay: Bool
  /// A single day on which the setting is inverted.
  package var exception: Day?

  package init(isEveryDay: Bool = false, exception: Day? = nil) {
    (self.isEveryDay, self.exception) = (isEveryDay, exception)
  }

  /// The energy at which it is offered, of ten.
  package static let most = 2.0

  /// Whether Today shows only the small things then.
  package func isOn(_ day: Day) -> Bool { isEveryDay != (exception == day) }

  /// For this day alone.
  package mutating func turn(on day: Day) { exception = exception == day ? nil : day }

  /// The stored form, on one line; nil for the default.
  package var text: String? {
    let parts = [isEveryDay ? "always" : nil, exception.map { "not=\($0.number)" }].compactMap(\.self)
    return parts.isEmpty ? nil : parts.joined(separator: " ")
  }

  /// Unreadable text gives the default.
  package init(text: String) {
    let parts = text.split(separator: " ")
    let number = parts.first { $0.hasPrefix("not=") }.flatMap { Int($0.dropFirst(4)) }
    self.init(isEveryDay: parts.contains("always"), exception: number.map { Day(number: $0) })
  }
}
