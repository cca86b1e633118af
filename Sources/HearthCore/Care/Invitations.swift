/// How often Today has invited somebody who wants to be reminded, and was passed over: after three times it stops.
package struct Invitations: Hashable, Sendable {
  private var shown: Day?
  private var ignored = 0

  package init() {}

  /// After so many times passed over it stops.
  package static let most = 3

  /// The day it was last on the screen: what was kept since then answers it.
  package var last: Day? { shown }

  /// Whether it comes on a day on which nothing was kept so far. Once it has stopped it comes again when something was
  /// kept, or when the person sets it anew.
  /// - Parameter isAnswered: whether something was kept on the day it was last shown, or since.
  package mutating func comes(on day: Day, isAnswered: Bool) -> Bool {
    if isAnswered { ignored = 0 }
    guard let shown, shown <= day else {
      self.shown = day
      return true
    }
    if shown == day { return ignored < Self.most }
    if !isAnswered { ignored = min(ignored + 1, Self.most) }
    if ignored < Self.most { self.shown = day }
    return ignored < Self.most
  }

  /// The stored form, on one line.
  package var text: String { shown.map { "\($0.number) \(ignored)" } ?? "" }

  /// Unreadable text counts as empty.
  package init(text: String) {
    let numbers = text.split(separator: " ").compactMap { Int($0) }
    guard numbers.count == 2 else { return }
    (shown, ignored) = (Day(number: numbers[0]), min(max(numbers[1], 0), Self.most))
  }
}
