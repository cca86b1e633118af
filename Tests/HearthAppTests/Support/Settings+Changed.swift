@testable import HearthApp

extension Settings {
  /// The settings of a new journal, changed.
  init(_ change: (inout Settings) -> Void) {
    self.init()
    change(&self)
  }
}
